"""Markdown: paragraphs, headings, list items and table cells are paragraphs; markup is a gap in them.

Blocks are told apart line by line (`_Blocks`), the markup inside them by `arlint.formats.inline`. Front matter, code, link
definitions and markup leave no text; code in a line leaves an object in its place. What is no markup is text, so nothing fails.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from arlint.document import Document
from arlint.formats.inline import Line, read_inline
from arlint.formats.pieces import Assembly, paragraphs

NAME = "markdown"
SUFFIXES = (".md", ".markdown", ".mdown", ".mkd", ".mdx")

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|$)")
_FRONT_MATTER = re.compile(
    r"(?:---[ \t]*\r?\n.*?^(?:---|\.\.\.)[ \t]*\r?$|\+\+\+[ \t]*\r?\n.*?^\+\+\+[ \t]*\r?$)", re.DOTALL | re.MULTILINE
)
_QUOTE = re.compile(r" {0,3}>[ \t]?")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]+|$)(?:\[[ xX]\][ \t]+)?")
_FOOTNOTE = re.compile(r" {0,3}\[\^[^\]\r\n]+\]:[ \t]*")
_DEFINITION = re.compile(r" {0,3}\[[^\]\r\n]+\]:[ \t]*\S")
_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]+|$)")
_HEADING_END = re.compile(r"(?:[ \t]+#+)?[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*$")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_FENCE = re.compile(r"[ \t]*(`{3,}(?!.*`)|~{3,})")
_TABLE_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_CELL_END = re.compile(r"(?<!\\)\|")
_RAW = re.compile(r"[ \t]*<(script|style|pre)\b", re.IGNORECASE)


def parse(text: str) -> Document:
    """The document of a Markdown text (CommonMark with tables, footnotes, front matter and comments)."""
    comments = tuple(comment_spans(text))
    front = _FRONT_MATTER.match(text)
    blocks = _Blocks(text, comments)
    blocks.read(front.end() if front else 0)
    return Document(text, paragraphs(blocks.done), NAME, tuple(span for span in comments if not blocks.is_code(span[0])))


def comment_spans(text: str) -> Iterator[tuple[int, int]]:
    """The HTML comments."""
    start = text.find("<!--")
    while start >= 0 and (end := text.find("-->", start + 4)) >= 0:
        yield start, end + 3
        start = text.find("<!--", end + 3)


class _Blocks:
    """Walks over the lines; `_pending` are those of the paragraph that is being read."""

    def __init__(self, source: str, comments: tuple[tuple[int, int], ...]) -> None:
        self.source = source
        self.done: list[Assembly] = []
        self._comments = comments
        self._pending: list[Line] = []
        self._fence = ""
        self._raw = ""
        self._code: list[tuple[int, int]] = []
        self._in_list = False
        self._after_blank = True

    def read(self, start: int) -> None:
        for match in _LINE.finditer(self.source, start):
            end = match.start() + len(match[0].rstrip("\r\n"))
            if not self._is_in_code(match.start(), end):
                self._line(match.start(), end)
        self._finish()

    def is_code(self, offset: int) -> bool:
        """Does the offset stand in a block of code?"""
        return any(start <= offset < end for start, end in self._code)

    def _is_in_code(self, start: int, end: int) -> bool:
        """Passes over the lines of fenced code and of elements with raw text."""
        line = self.source[start:end]
        if self._raw:
            self._raw = "" if f"</{self._raw}" in line.lower() else self._raw
        elif self._fence:
            marks = line.lstrip(" \t>").rstrip()
            closing = len(marks) >= len(self._fence) and set(marks) == {self._fence[0]}
            self._fence = "" if closing else self._fence
        else:
            return False
        self._code.append((start, end + 1))
        return True

    def _line(self, start: int, end: int) -> None:
        start = self._behind_quote(start, end)
        line = self.source[start:end]
        if not line.strip():
            self._finish()
            self._after_blank = True
            return
        if fence := _FENCE.match(line):
            self._finish()
            self._fence = fence[1]
        elif raw := _RAW.match(line):
            self._finish()
            self._raw = "" if f"</{raw[1].lower()}" in line.lower() else raw[1].lower()
        elif self._is_indented_code(line):
            self._code.append((start, end))
            return
        elif not self._is_structure(line):
            self._text(start, end, line)
        self._after_blank = False

    def _behind_quote(self, start: int, end: int) -> int:
        while match := _QUOTE.match(self.source, start, end):
            start = match.end()
        return start

    def _is_indented_code(self, line: str) -> bool:
        return not self._pending and self._after_blank and not self._in_list and line.startswith(("    ", "\t"))

    def _is_structure(self, line: str) -> bool:
        """Lines that are markup through and through."""
        if self._pending and _UNDERLINE.match(line):
            self._finish("heading")
        elif _RULE.match(line) or _TABLE_RULE.match(line) or (_DEFINITION.match(line) and not _FOOTNOTE.match(line)):
            self._finish()
        else:
            return False
        return True

    def _text(self, start: int, end: int, line: str) -> None:
        if heading := _HEADING.match(line):
            self._finish()
            self._pending.append(Line(start + heading.end(), start + _HEADING_END.search(line, heading.end()).start()))  # type: ignore[union-attr]
            self._finish("heading")
        elif opening := _ITEM.match(line) or _FOOTNOTE.match(line):
            self._finish()
            self._in_list = True
            self._after_blank = False
            self._text(start + opening.end(), end, line[opening.end() :])
        elif "|" in line and line.lstrip().startswith("|"):
            self._finish()
            self._cells(start, end)
        else:
            self._in_list = self._in_list and (not self._after_blank or line.startswith((" ", "\t")))
            self._pending.append(Line(start, end))

    def _cells(self, start: int, end: int) -> None:
        for match in [*_CELL_END.finditer(self.source, start, end), None]:
            self._pending.append(Line(start, match.start() if match else end))
            self._finish()
            start = match.end() if match else end

    def _finish(self, role: str = "body") -> None:
        if self._pending:
            self.done.append(read_inline(self.source, self._pending, self._comments, role))
            self._pending = []
