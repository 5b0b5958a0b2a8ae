"""Findings and their fixes: immutable values, the language every other room speaks.

All offsets are code points (Python `str` indices), half-open, into the text as it was given.
"""

from __future__ import annotations

from enum import Enum

from arlint.records import NamedTuple


class Severity(Enum):
    """How sure an editor would be. Members are ordered by `rank`, the gravest first.

    error: no competent editor would defend it. warning: almost always wrong or inconsistent.
    style: a choice of the house. info: a question to a person.
    """

    ERROR = "error"
    WARNING = "warning"
    STYLE = "style"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for `error` to 3 for `info`."""
        return _RANKS[self]

    def at_least(self, floor: Severity) -> bool:
        """Is this as grave as `floor`, or graver?"""
        return self.rank <= floor.rank

    def __str__(self) -> str:
        return self.value


_RANKS = {severity: rank for rank, severity in enumerate(Severity)}


class Safety(Enum):
    """safe: one candidate, cannot change the meaning, may be applied unseen. unsafe: a person decides."""

    SAFE = "safe"
    UNSAFE = "unsafe"

    def __str__(self) -> str:
        return self.value


class Edit(NamedTuple):
    """Replace text[start:end] by `replacement`; start == end inserts."""

    start: int
    end: int
    replacement: str


class Fix(NamedTuple):
    """One way to repair a finding: edits that belong together, in order, not overlapping."""

    edits: tuple[Edit, ...]
    safety: Safety = Safety.SAFE

    @property
    def start(self) -> int:
        return self.edits[0].start

    @property
    def end(self) -> int:
        return self.edits[-1].end


class Evidence(NamedTuple):
    """Something that was seen, and how often: («بين البلدين», 3383)."""

    text: str
    seen: int


class Related(NamedTuple):
    """Another place that explains a finding, such as the usual spelling of a name. Code points."""

    start: int
    end: int


class Finding(NamedTuple):
    """One slip: where it is, which rule says so, and how to repair it (best fix first).

    `confidence` is a probability in 0..1 that an editor would change the text here.
    `fingerprint` names the finding independently of its position, for baselines and "ignore this one".
    """

    code: str
    name: str
    severity: Severity
    message: str
    start: int
    end: int
    fixes: tuple[Fix, ...] = ()
    confidence: float = 1.0
    fingerprint: str = ""
    evidence: tuple[Evidence, ...] = ()
    related: tuple[Related, ...] = ()

    @property
    def safe_fix(self) -> Fix | None:
        """The best fix, or one that makes part of its edits, if it may be applied unseen."""
        whole = frozenset(self.fixes[0].edits) if self.fixes else frozenset()
        return next((fix for fix in self.fixes if fix.safety is Safety.SAFE and whole.issuperset(fix.edits)), None)


def apply_edits(text: str, edits: tuple[Edit, ...] | list[Edit]) -> str:
    """The text after `edits`, which must not overlap; offsets are into `text` as given.

    >>> apply_edits("abc", [Edit(1, 2, ""), Edit(3, 3, "d")])
    'acd'
    """
    pieces: list[str] = []
    done = 0
    for start, end, replacement in sorted(edits):
        pieces += text[done:start], replacement
        done = end
    pieces.append(text[done:])
    return "".join(pieces)
