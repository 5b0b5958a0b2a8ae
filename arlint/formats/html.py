"""HTML: an element's text is a paragraph; inline tags are gaps in it, character references one character each.

White space counts as browsers count it: a run of it is one space. Scripts, styles, code and what is marked as another
language (`lang`) are left out; the `lang` of the page as a whole does not count, for templates leave a wrong one in many
Arabic pages. Comments may hold suppressions.
"""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

from arlint.document import Document
from arlint.formats.pieces import NO_PROSE, OBJECT, Assembly, paragraphs

NAME = "html"
SUFFIXES = (".html", ".htm", ".xhtml")

_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite data del dfn em font i ins label mark output q rp rt ruby s small span strike strong sub sup "
    "time tt u wbr".split()
)
# Left out of a line, these leave an object in their place, those nothing.
_OBJECTS = frozenset("img code kbd samp var math svg object iframe canvas audio video textarea select button".split())
_GAPS = frozenset({"script", "style", "template"})
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6 title".split())
# Elements that end where the next of the same kind begins.
_SELF_CLOSING = frozenset("p li dt dd tr td th option".split())
_WHOLE = frozenset({"html", "body"})
_SPACE = re.compile(r"[ \t\n\r\f]+")


def parse(text: str) -> Document:
    """The document of a page or of a piece of one."""
    reader = _Reader(text)
    reader.feed(text)
    reader.close()
    reader.end_paragraph()
    return Document(text, paragraphs(reader.done), NAME, tuple(reader.comments))


class _Open:
    """An open element: is its content prose, and is it in Arabic or in no language it tells?"""

    __slots__ = ("foreign", "prose", "tag")

    def __init__(self, tag: str, prose: bool, foreign: bool) -> None:
        self.tag = tag
        self.prose = prose
        self.foreign = foreign


class _Reader(HTMLParser):
    """Collects paragraphs. `done` are the finished ones, `comments` the spans of comments."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self.source = source
        self.done: list[Assembly] = []
        self.comments: list[tuple[int, int]] = []
        self._lines = [0, *(match.end() for match in re.finditer("\n", source))]
        self._current = Assembly()
        self._stack = [_Open("", prose=True, foreign=False)]

    def end_paragraph(self) -> None:
        """What comes next is another paragraph."""
        self.done.append(self._current)
        self._current = Assembly("heading" if any(one.tag in _HEADINGS for one in self._stack) else "body")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        start = self._offset()
        if tag in _SELF_CLOSING and self._stack[-1].tag == tag:
            self._stack.pop()
        outside = self._stack[-1]
        if tag not in _VOID:
            language = next((value for name, value in attrs if name in ("lang", "xml:lang") and value), None)
            foreign = outside.foreign if language is None or tag in _WHOLE else not language.lower().startswith("ar")
            self._stack.append(_Open(tag, outside.prose and tag not in NO_PROSE, foreign))
        self._boundary(tag, outside, start)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._boundary(tag, self._stack[-1], self._offset())

    def handle_endtag(self, tag: str) -> None:
        depth = next((index for index in range(len(self._stack) - 1, 0, -1) if self._stack[index].tag == tag), None)
        if depth is not None:
            del self._stack[depth:]
        if tag not in _INLINE and tag not in _OBJECTS and tag not in _GAPS:
            self.end_paragraph()

    def handle_data(self, data: str) -> None:
        start = self._offset()
        if not self._is_prose():
            return
        done = 0
        for match in _SPACE.finditer(data):
            self._current.copy(self.source, start + done, start + match.start())
            self._current.space(start + match.start(), start + match.end())
            done = match.end()
        self._current.copy(self.source, start + done, start + len(data))

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name}")

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name}")

    def handle_comment(self, data: str) -> None:
        start = self._offset()
        closed = self.source.find("-->", start)
        if self.source.startswith("<!--", start) and closed >= 0:
            self.comments.append((start, closed + 3))

    def parse_marked_section(self, i: int, report: int = 1) -> int:
        """`<![` is markup of other times; the library fails on it where it is malformed, browsers take it for a comment."""
        return self.parse_bogus_comment(i, bool(report))

    def _reference(self, written: str) -> None:
        start = self._offset()
        end = start + len(written)
        end += self.source.startswith(";", end)
        if not self._is_prose():
            return
        decoded = unescape(self.source[start:end])
        if decoded == self.source[start:end]:
            self._current.copy(self.source, start, end)
        else:
            self._current.stand_for(decoded, start, end)

    def _boundary(self, tag: str, outside: _Open, start: int) -> None:
        """A tag opens: another paragraph, or a gap; what is left out of a line leaves an object in its place."""
        if tag not in _INLINE and tag not in _OBJECTS and tag not in _GAPS:
            self.end_paragraph()
        elif outside.prose and not outside.foreign and (tag in _OBJECTS or (tag in _INLINE and not self._is_prose())):
            self._current.stand_for(OBJECT, start, start)

    def _is_prose(self) -> bool:
        return self._stack[-1].prose and not self._stack[-1].foreign

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column
