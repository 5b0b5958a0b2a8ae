"""Choosing and applying fixes: pure functions of text. Start at `fix`.

Fixes are applied in rounds until none is left. What stands at the end is compared with what stood at the beginning: a fix
that brought in a new finding is withdrawn, and the text is fixed again without it. So fixing twice changes nothing more.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from arlint.finding import Edit, Finding, Fix, apply_edits
from arlint.pathnames import in_patch
from arlint.records import NamedTuple

Lint = Callable[[str], Sequence[Finding]]

_ROUNDS = 8
_ATTEMPTS = 12


class Fixed(NamedTuple):
    """The text after fixing, how many fixes were applied, and the findings that remain in it."""

    text: str
    applied: int
    findings: Sequence[Finding]


class Choice(NamedTuple):
    """A finding and the fix that is to be applied for it."""

    finding: Finding
    fix: Fix


def fix(text: str, lint: Lint, *, unsafe: bool = False, guard: Lint | None = None) -> Fixed:
    """Apply the first fix of every finding that has a safe one (or, with `unsafe`, any).

    `lint` gives the findings of a text. `guard`, which is `lint` unless given, decides what counts as a new finding.
    """
    before = lint(text)
    if not choose(before, unsafe=unsafe):
        return Fixed(text, 0, before)
    known = _Known(guard(text) if guard else before)
    withdrawn: set[str] = set()
    for _ in range(_ATTEMPTS):
        attempt = _Attempt(text)
        endless = attempt.run(before, lint, unsafe, withdrawn)
        final = guard(attempt.text) if guard else attempt.findings
        culprits = endless or attempt.culprits(one for one in final if not known.has(one.code, *attempt.origin(one.start, one.end)))
        if not culprits:
            done = Fixed(attempt.text, len(attempt.applied), attempt.findings)
            unchanged = done.text == text
            return done if unchanged or not withdrawn or _is_stable(done, lint, unsafe, guard) else Fixed(text, 0, before)
        withdrawn |= culprits
    return Fixed(text, 0, before)


def _is_stable(done: Fixed, lint: Lint, unsafe: bool, guard: Lint | None) -> bool:
    """A fix withdrawn on the way from one text might not be on the way from the next: would fixing again change more?"""
    return fix(done.text, lint, unsafe=unsafe, guard=guard).text == done.text


def choose(findings: Sequence[Finding], *, unsafe: bool = False, withdrawn: Iterable[str] = ()) -> list[Choice]:
    """The fixes that can be applied at once: in order of place, none touching another; those of `withdrawn` keys or codes left out.

    What is left out because it touches another comes again in the next round, if it is still called for.
    """
    left_out = frozenset(withdrawn)
    chosen: list[Choice] = []
    taken: list[Edit] = []
    candidates = [
        Choice(finding, fix) for finding in findings if (fix := _eligible(finding, unsafe)) and not {key(finding), finding.code} & left_out
    ]
    for choice in sorted(candidates, key=lambda choice: (choice.fix.start, choice.fix.end, choice.finding.code)):
        recent = taken[-8:]  # edits are few and short, and their starts ascend: none further back can reach here
        if not any(_touch(edit, other) for edit in choice.fix.edits for other in recent):
            chosen.append(choice)
            taken = sorted([*recent, *choice.fix.edits])
    return chosen


def key(finding: Finding) -> str:
    """What a withdrawn fix is known by: the same in every attempt."""
    return f"{finding.code}:{finding.fingerprint}"


def unified_diff(path: str, before: str, after: str) -> Iterator[str]:
    """The change as `diff -u` writes it, line by line; nothing when the texts are equal. Lines end at "\\n"."""
    import difflib

    if before == after:
        return
    old, new = _lines(before), _lines(after)
    # Fixes rarely add or take away lines; then line stands against line, and thousands of equal ones need no matching.
    numbered = len(old) == len(new)
    matcher = difflib.SequenceMatcher(
        None, list(enumerate(old)) if numbered else old, list(enumerate(new)) if numbered else new, autojunk=False
    )
    name = in_patch(path)
    yield f"--- {name}\n+++ {name}\n"
    for group in matcher.get_grouped_opcodes(3):
        yield f"@@ -{_range(group[0][1], group[-1][2])} +{_range(group[0][3], group[-1][4])} @@\n"
        for tag, low, high, new_low, new_high in group:
            if tag == "equal":
                yield from _marked(" ", old[low:high])
            else:
                yield from _marked("-", old[low:high])
                yield from _marked("+", new[new_low:new_high])


def _range(start: int, stop: int) -> str:
    """Lines [start, stop) as a hunk's header names them: from 1, an empty range by the line before it."""
    length = stop - start
    if length == 1:
        return str(start + 1)
    return f"{start + 1 if length else start},{length}"


def _marked(mark: str, lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        yield f"{mark}{line}" if line.endswith("\n") else f"{mark}{line}\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    return [f"{line}\n" for line in text.split("\n")[:-1]] + ([last] if (last := text.rpartition("\n")[2]) else [])


def _eligible(finding: Finding, unsafe: bool) -> Fix | None:
    return (finding.fixes[0] if finding.fixes else None) if unsafe else finding.safe_fix


def _touch(one: Edit, other: Edit) -> bool:
    return one.start <= other.end and other.start <= one.end


class _Step:
    """The edits of one round; leads from offsets after it to offsets before it."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self.edits = sorted(edits)
        self.starts: list[int] = []  # where each edit's replacement begins in the text after the round
        self.shifts: list[int] = [0]  # how far what follows the edits so far has moved
        for edit in self.edits:
            self.starts.append(edit.start + self.shifts[-1])
            self.shifts.append(self.shifts[-1] + len(edit.replacement) - (edit.end - edit.start))

    def before(self, offset: int, *, is_end: bool) -> int:
        """The offset before the round; inside a replacement, the rim of what it replaced."""
        index = bisect_right(self.starts, offset) - 1
        if index >= 0 and offset < self.starts[index] + len(self.edits[index].replacement):
            return self.edits[index].end if is_end else self.edits[index].start
        return offset - self.shifts[index + 1]


@dataclass(slots=True)
class _Attempt:
    """One way from the text as given to a fixed point. `applied`: each fix's key and its span in the text as given."""

    text: str
    findings: Sequence[Finding] = ()
    steps: list[_Step] = field(default_factory=list)
    applied: list[tuple[str, int, int]] = field(default_factory=list)

    def run(self, findings: Sequence[Finding], lint: Lint, unsafe: bool, withdrawn: set[str]) -> set[str]:
        """Fix until nothing is left to fix. If that never comes, gives the codes whose fixes go round in circles."""
        self.findings = findings
        for _ in range(_ROUNDS):
            chosen = choose(self.findings, unsafe=unsafe, withdrawn=withdrawn)
            if not chosen:
                return set()
            self.applied += [(key(finding), *self.origin(fix.start, fix.end)) for finding, fix in chosen]
            edits = [edit for choice in chosen for edit in choice.fix.edits]
            self.text = apply_edits(self.text, edits)
            self.steps.append(_Step(edits))
            self.findings = lint(self.text)
        return {choice.finding.code for choice in choose(self.findings, unsafe=unsafe, withdrawn=withdrawn)}

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The span in the text as given that a span of the present text comes from."""
        for step in reversed(self.steps):
            start, end = step.before(start, is_end=False), step.before(end, is_end=True)
        return start, max(start, end)

    def culprits(self, news: Iterable[Finding]) -> set[str]:
        """For each new finding the fixes nearest to it."""
        found: set[str] = set()
        for finding in news:
            start, end = self.origin(finding.start, finding.end)
            distances = [(max(low - end, start - high, 0), name) for name, low, high in self.applied]
            nearest = min(distances)[0] if distances else 0
            found.update(name for distance, name in distances if distance == nearest)
        return found


class _Known:
    """The findings of the text as given, by code and place."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self._spans: dict[str, list[tuple[int, int]]] = {}
        for finding in findings:
            self._spans.setdefault(finding.code, []).append((finding.start, finding.end))

    def has(self, code: str, start: int, end: int) -> bool:
        """Was this code found at a place that touches [start, end]?"""
        spans = self._spans.get(code, [])
        index = bisect_right(spans, (end, 1 << 60))
        return any(low <= end and start <= high for low, high in spans[max(index - 4, 0) : index])
