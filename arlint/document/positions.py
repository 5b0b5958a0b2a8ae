"""Offsets ↔ lines and columns, in the units of UTF-8, UTF-16 or UTF-32.

Lines end at "\\n", "\\r\\n" and "\\r" only, as in the Language Server Protocol and in every editor;
`str.splitlines` would also split at U+2028, U+0085 and others that newsroom copy does contain.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from enum import Enum

from arlint.records import NamedTuple

_LINE_BREAK = re.compile(r"\r\n|\n|\r")


class Unit(Enum):
    """What a column counts: bytes of UTF-8, code units of UTF-16, or code points."""

    UTF8 = "utf-8"
    UTF16 = "utf-16"
    UTF32 = "utf-32"


class Position(NamedTuple):
    """Zero-based line and column."""

    line: int
    column: int


class LineIndex:
    """The line starts of one text, found once."""

    __slots__ = ("_basic", "_ends", "_starts", "_text")

    def __init__(self, text: str) -> None:
        breaks = [match.span() for match in _LINE_BREAK.finditer(text)]
        self._text = text
        self._basic: dict[int, bool] = {}
        self._starts = [0, *(end for _, end in breaks)]
        self._ends = [*(start for start, _ in breaks), len(text)]

    def __len__(self) -> int:
        """The number of lines; an empty text has one."""
        return len(self._starts)

    def line_span(self, line: int) -> tuple[int, int]:
        """Code-point span of a line (zero-based) without its line break. Raises IndexError past the last."""
        return self._starts[line], self._ends[line]

    def line_of(self, offset: int) -> int:
        """Zero-based line that holds the code point at `offset`."""
        return bisect_right(self._starts, offset) - 1

    def position(self, offset: int, unit: Unit = Unit.UTF32) -> Position:
        """Where `offset` (code points, clamped to the text) stands."""
        offset = min(max(offset, 0), len(self._text))
        line = self.line_of(offset)
        start = self._starts[line]
        if unit is Unit.UTF32 or (unit is Unit.UTF16 and self._has_no_pairs(line)):
            return Position(line, offset - start)
        return Position(line, width(self._text[start:offset], unit))

    def offset(self, position: Position, unit: Unit = Unit.UTF32) -> int:
        """Code-point offset of a position.

        As the protocol asks, a column past the end of its line means the end of the line, a line past the
        last means the end of the text, and a column inside a character means the start of that character.
        """
        line, column = position
        if line < 0:
            return 0
        if line >= len(self._starts):
            return len(self._text)
        start, end = self.line_span(line)
        return start + _code_points(self._text[start:end], max(column, 0), unit)

    def _has_no_pairs(self, line: int) -> bool:
        """Is every character of the line one unit of UTF-16? Found out once."""
        known = self._basic.get(line)
        if known is None:
            text = self._text[self._starts[line] : self._ends[line]]
            known = self._basic[line] = width(text, Unit.UTF16) == len(text)
        return known


def width(text: str, unit: Unit) -> int:
    """The length of `text` in `unit`; a lone surrogate counts as three bytes or one code unit."""
    if unit is Unit.UTF32 or text.isascii():
        return len(text)
    if unit is Unit.UTF8:
        return len(text.encode("utf-8", "surrogatepass"))
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _code_points(line: str, column: int, unit: Unit) -> int:
    """How many code points of `line` fit into `column` units."""
    if unit is Unit.UTF32 or line.isascii():
        return min(column, len(line))
    low, high = 0, len(line)
    while low < high:  # width() grows with the prefix, so bisect on it
        middle = (low + high + 1) // 2
        if width(line[:middle], unit) <= column:
            low = middle
        else:
            high = middle - 1
    return low
