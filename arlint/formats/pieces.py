"""Paragraphs put together from pieces of a source with markup between them; what every format with markup needs."""

from __future__ import annotations

from collections.abc import Iterable

from arlint.document import Paragraph, SourceMap
from arlint.document.sourcemap import Run

# Stands for what is no prose and yet holds its place in the sentence, such as code in a line.
OBJECT = "\ufffc"

# HTML elements whose content is no prose, in a page as in Markdown.
NO_PROSE = frozenset("script style pre template code kbd samp var math svg object iframe canvas audio video textarea select button".split())


class Assembly:
    """A paragraph in the making."""

    def __init__(self, role: str = "body") -> None:
        self.role = role
        self._text: list[str] = []
        self._runs: list[Run] = []
        self._length = 0

    def copy(self, source: str, start: int, end: int) -> None:
        """Take source[start:end] as it stands."""
        if start < end:
            self._add(source[start:end], start, end - start)

    def stand_for(self, text: str, start: int, end: int) -> None:
        """`text`, decoded or abridged, for what stands at source[start:end]. Of several characters the first stands for all of it."""
        for index, char in enumerate(text):
            self._add(char, end if index else start, 0 if index else end - start)

    def space(self, start: int, end: int) -> None:
        """One space for white space at source[start:end]; nothing at the beginning or behind another plain space."""
        if self._text and not self._text[-1].endswith(" "):
            self.stand_for(" ", start, end)

    def joint(self, at: int) -> None:
        """One space that is none in the source, where something else parts what stands before `at` from what stands behind it; no repair
        can take it away. Nothing at the beginning or behind another space."""
        if self._text and not self._text[-1].endswith(" "):
            self.stand_for(" ", at, at)

    def text(self) -> str:
        """The text so far."""
        return "".join(self._text)

    def paragraph(self) -> Paragraph | None:
        """The paragraph without the space at its end; None when it has no text."""
        while self._text and self._text[-1] == " ":
            self._text.pop()
            self._length -= self._runs.pop().length
        text = "".join(self._text)
        return Paragraph(text, SourceMap(tuple(self._runs)), self.role) if text.replace(OBJECT, "").strip() else None

    def _add(self, text: str, source: int, width: int) -> None:
        length = len(text)
        last = self._runs[-1] if self._runs else None
        if last and last.length == last.width and length == width and last.source + last.width == source and text != " " != self._text[-1]:
            self._runs[-1] = Run(last.plain, last.source, last.length + length, last.width + width)
            self._text[-1] += text
        else:
            self._runs.append(Run(self._length, source, length, width))
            self._text.append(text)
        self._length += length


def paragraphs(assemblies: Iterable[Assembly]) -> tuple[Paragraph, ...]:
    """The paragraphs of those that have text."""
    return tuple(paragraph for assembly in assemblies if (paragraph := assembly.paragraph()))
