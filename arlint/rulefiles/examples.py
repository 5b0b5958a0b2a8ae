"""The notation of examples: `في الوقت [التي]{الذي} تنفي`.

`[slip]{repair}` marks a slip and its first repair; `{a|b}` gives further repairs in order; `[slip]` alone is a slip
that arlint does not repair; `{}` deletes it. A backslash before `[ ] { } |` or `\\` takes the mark as itself.
"""

from __future__ import annotations

import re

from arlint.errors import ArlintError, Saying, say
from arlint.records import NamedTuple

_LOOSE_BRACE = "'{{' must follow ']' at once, or be written '\\{{', in {notation!r} at {at}"
_PIECE = re.compile(r"\\(?P<literal>[\[\]{}|\\])|(?P<mark>[\[\]{}|])|(?P<text>[^\\\[\]{}|]+)|(?P<slash>\\)", re.DOTALL)


class ExampleError(ArlintError):
    """An example is not well formed; `what` says where."""

    def __init__(self, what: Saying) -> None:
        self.what = what
        self.details = {"what": what}
        super().__init__(str(what))


class Slip(NamedTuple):
    """A marked place in `Example.text` (code points) and its repairs, best first; none when it has no braces."""

    start: int
    end: int
    repairs: tuple[str, ...]


class Example(NamedTuple):
    """The text without notation, and the slips marked in it in order."""

    text: str
    slips: tuple[Slip, ...]

    @property
    def repaired(self) -> str:
        """The text with the first repair of every slip."""
        pieces: list[str] = []
        done = 0
        for slip in self.slips:
            if slip.repairs:
                pieces += self.text[done : slip.start], slip.repairs[0]
                done = slip.end
        return "".join([*pieces, self.text[done:]])


def parse_example(notation: str) -> Example:
    """Read the notation. Raises ExampleError for brackets that do not match.

    >>> parse_example("a [b]{c|d} e").slips
    (Slip(start=2, end=3, repairs=('c', 'd')),)
    """
    reader = _Reader(notation)
    for match in _PIECE.finditer(notation):
        reader.take(match)
    return reader.example()


class _Reader:
    """Walks over the pieces; `mode` is what encloses the present place: "", "slip" or "repair"."""

    def __init__(self, notation: str) -> None:
        self.notation = notation
        self.text = ""
        self.slips: list[Slip] = []
        self.mode = ""
        self.opened = 0
        self.repairs = [""]
        self.just_closed = False

    def take(self, match: re.Match[str]) -> None:
        mark = match["mark"]
        if mark is None or (mark == "|" and self.mode != "repair"):
            self._add(match["literal"] or match["text"] or match["slash"] or "|")
            self.just_closed = False
            return
        step = {"[": self._open_slip, "]": self._close_slip, "{": self._open_repair, "}": self._close_repair, "|": self._next_repair}
        step[mark](match.start())

    def example(self) -> Example:
        if self.mode:
            raise ExampleError(say("the last {mode} is not closed in {notation!r}", mode=Saying(self.mode), notation=self.notation))
        return Example(self.text, tuple(self.slips))

    def _add(self, text: str) -> None:
        if self.mode == "repair":
            self.repairs[-1] += text
        else:
            self.text += text

    def _open_slip(self, at: int) -> None:
        self._expect("", at)
        self.mode, self.opened, self.just_closed = "slip", len(self.text), False

    def _close_slip(self, at: int) -> None:
        self._expect("slip", at)
        self.slips.append(Slip(self.opened, len(self.text), ()))
        self.mode, self.just_closed = "", True

    def _open_repair(self, at: int) -> None:
        self._expect("", at)
        if not self.just_closed:
            raise ExampleError(say(_LOOSE_BRACE, notation=self.notation, at=at))
        self.mode, self.repairs = "repair", [""]

    def _next_repair(self, at: int) -> None:
        self.repairs.append("")

    def _close_repair(self, at: int) -> None:
        self._expect("repair", at)
        self.slips[-1] = self.slips[-1]._replace(repairs=tuple(self.repairs))
        self.mode, self.just_closed = "", False

    def _expect(self, mode: str, at: int) -> None:
        if self.mode != mode:
            raise ExampleError(say("a bracket is out of place in {notation!r} at {at}", notation=self.notation, at=at))
