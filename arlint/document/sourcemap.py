"""From a paragraph's plain text back to the source it was read from.

A format that drops markup (`<b>`, `**`, entities) leaves gaps; the map is a list of runs, each a
stretch of plain text that stands unbroken in the source.
"""

from __future__ import annotations

from bisect import bisect_right

from arlint.finding import Edit
from arlint.records import NamedTuple


class Run(NamedTuple):
    """`length` code points of plain text at `plain` stand in the source at `source`, `width` code points wide.

    width == length, but for a run that stands for something spelled otherwise in the source (`&amp;`), or for nothing:
    then length is 1 and the run cannot be cut.
    """

    plain: int
    source: int
    length: int
    width: int


class SourceMap(NamedTuple):
    """Runs in order of both sides, covering the whole plain text without a hole."""

    runs: tuple[Run, ...]

    @classmethod
    def shifted(cls, offset: int, length: int) -> SourceMap:
        """Plain text that stands in the source as it is, from `offset` on."""
        return cls((Run(0, offset, length, length),))

    def start(self, index: int) -> int:
        """Source offset of the character at plain `index`; for the end of the text, where the text ends."""
        run = self._run(index)
        if index == run.plain + run.length:
            return run.source + run.width
        return run.source + (index - run.plain)

    def end(self, index: int) -> int:
        """Source offset just behind the character before plain `index`."""
        if index == 0:
            return self.runs[0].source if self.runs else 0
        run = self._run(index - 1)
        if index == run.plain + run.length:
            return run.source + run.width
        return run.source + (index - run.plain)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The source span of plain [start, end); an empty span stays empty, behind the character before it."""
        if start == end:
            at = self.end(start)
            return at, at
        return self.start(start), self.end(end)

    def edit(self, edit: Edit) -> Edit | None:
        """The edit in source offsets, or None where it would swallow markup between two runs, or begin or end with what is not there."""
        start, end = self.span(edit.start, edit.end)
        if end - start != self._width(edit.start, edit.end):
            return None
        if edit.start < edit.end and not (self._run(edit.start).width and self._run(edit.end - 1).width):
            return None
        return Edit(start, end, edit.replacement)

    def _width(self, start: int, end: int) -> int:
        """Source width of the characters alone, gaps between runs not counted."""
        total = 0
        first = max(bisect_right(self.runs, start, key=_plain) - 1, 0)
        for run in map(self.runs.__getitem__, range(first, len(self.runs))):
            low, high = max(start, run.plain), min(end, run.plain + run.length)
            if low < high:
                total += run.width if run.width != run.length else high - low
            elif run.plain >= end:
                break
        return total

    def _run(self, index: int) -> Run:
        if len(self.runs) == 1:
            return self.runs[0]
        return self.runs[max(bisect_right(self.runs, index, key=_plain) - 1, 0)]


def _plain(run: Run) -> int:
    return run.plain
