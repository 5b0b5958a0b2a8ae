"""The markup inside a block of Markdown: emphasis, links, code, tags, escapes, references, line breaks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from html import unescape

from arlint.formats.pieces import OBJECT, Assembly
from arlint.records import NamedTuple

_PIECE = re.compile(
    r"""
    (?P<escape>\\[!-/:-@\[-`{-~])
  | (?P<code>(?<!`)(?P<ticks>`{1,8})(?!`).{1,2000}?(?<!`)(?P=ticks)(?!`))
  | (?P<shortcode>\{\{[^{}]{0,500}\}\}|\{%[^{}]{0,500}%\})
  | (?P<autolink><(?=[a-zA-Z][a-zA-Z0-9+.-]{1,31}:|[\w.+-]{1,64}@)(?P<address>[^\s<>]{1,2000})>)
  | (?P<break>[ \t]*<[bB][rR][ \t]*/?>\s*)
  | (?P<tag></?[a-zA-Z][a-zA-Z0-9-]{0,40}(?:\s[^<>]{0,1000})?>)
  | (?P<footnote>\[\^[^\]\s]{1,100}\])
  | (?P<open>!?\[)
  | (?P<close>\](?:\([^()\n]{0,1000}(?:\([^()\n]{0,1000}\)[^()\n]{0,1000})?\)|\[[^\]\n]{0,500}\])?)
  | (?P<reference>&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)
  | (?P<emphasis>\*{1,3}|_{1,3}|~~)
  | (?P<newline>\\?[ \t]*\n[ \t]*)
    """,
    re.VERBOSE | re.DOTALL,
)


_DEPTH = 64  # so many open emphases are looked back at


class Line(NamedTuple):
    """A span of the source that is one line of a block, markers of quotations and lists left out."""

    start: int
    end: int


class _Piece(NamedTuple):
    """A match in the block's text; `kind` is "literal" for what turned out to be no markup."""

    start: int
    end: int
    kind: str
    text: str = ""


class _Block:
    """The lines of a block as one text, and where its characters stand in the source."""

    def __init__(self, source: str, lines: Sequence[Line], comments: Sequence[tuple[int, int]]) -> None:
        self.source = source
        self._spans = list(_without(lines, comments))
        self._starts: list[int] = []
        parts: list[str] = []
        length = 0
        for start, end in self._spans:
            self._starts.append(length)
            part = source[start:end] if source[end : end + 1] not in ("\n", "\r") else source[start:end] + "\n"
            parts.append(part)
            length += len(part)
        self.text = "".join(parts)

    def offset(self, index: int) -> int:
        """Where the character at `index` of the text stands in the source."""
        part = bisect_right(self._starts, index) - 1
        return self._spans[part][0] + index - self._starts[part]

    def end(self, index: int) -> int:
        """Where the character before `index` ends in the source."""
        return self.offset(index - 1) + 1

    def stretches(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The source spans of text[start:end], which may go over a gap."""
        while start < end:
            part = bisect_right(self._starts, start) - 1
            limit = self._starts[part + 1] if part + 1 < len(self._starts) else len(self.text)
            stop = min(end, limit)
            yield self.offset(start), self.offset(start) + stop - start
            start = stop


def read_inline(source: str, lines: Sequence[Line], comments: Sequence[tuple[int, int]], role: str) -> Assembly:
    """The paragraph of a block. A comment is a gap, and so is the space before it."""
    block = _Block(source, lines, [(_behind_text(source, start), end) for start, end in _inside(lines, comments)])
    assembly = Assembly(role)
    done = len(block.text) - len(block.text.lstrip())
    end = len(block.text.rstrip())
    for piece in _settled(block.text):
        if piece.kind == "literal" or not done <= piece.start < end:
            continue
        _copy(assembly, block, done, piece.start)
        _take(assembly, block, piece)
        done = piece.end
    _copy(assembly, block, done, end)
    return assembly


def _copy(assembly: Assembly, block: _Block, start: int, end: int) -> None:
    for low, high in block.stretches(start, end):
        assembly.copy(block.source, low, high)


def _take(assembly: Assembly, block: _Block, piece: _Piece) -> None:
    """What a piece of markup leaves in the paragraph."""
    start, end = block.offset(piece.start), block.end(piece.end)
    if piece.kind == "escape":
        assembly.stand_for(piece.text[1], start, end)
    elif piece.kind == "reference":
        assembly.stand_for(unescape(piece.text), start, end)
    elif piece.kind in ("code", "shortcode"):
        assembly.stand_for(OBJECT, start, end)
    elif piece.kind == "autolink":
        assembly.copy(block.source, start + 1, end - 1)
    elif piece.kind in ("newline", "break"):
        assembly.space(start, end)


def _settled(text: str) -> list[_Piece]:
    """The pieces in order; brackets and emphasis without a partner are literal."""
    pieces: list[_Piece] = []
    brackets: list[int] = []
    emphases: list[int] = []
    for match in _PIECE.finditer(text):
        kind = match.lastgroup or ""
        kind = {"address": "autolink", "ticks": "code"}.get(kind, kind)
        pieces.append(_Piece(match.start(), match.end(), kind, match[0]))
        here = len(pieces) - 1
        if kind == "open":
            brackets.append(here)
        elif kind == "close":
            _close_bracket(pieces, brackets)
        elif kind == "emphasis":
            _pair_emphasis(pieces, emphases, text)
    for index in brackets + emphases:
        pieces[index] = pieces[index]._replace(kind="literal")
    return pieces


def _close_bracket(pieces: list[_Piece], brackets: list[int]) -> None:
    """`](…)` or `][…]` makes the bracket that is open a link; `]` alone makes both text."""
    here = len(pieces) - 1
    opened = brackets.pop() if brackets else None
    if opened is None or pieces[here].text == "]":
        for index in [here] if opened is None else [here, opened]:
            pieces[index] = pieces[index]._replace(kind="literal")


def _pair_emphasis(pieces: list[_Piece], open_: list[int], text: str) -> None:
    """Closes the nearest open emphasis of the same marks, or opens one; between letters `_` is text."""
    here = len(pieces) - 1
    piece = pieces[here]
    before, after = text[piece.start - 1 : piece.start], text[piece.end : piece.end + 1]
    inside_word = piece.text[0] == "_" and before.isalnum() and after.isalnum()
    reach = range(len(open_) - 1, max(len(open_) - _DEPTH, 0) - 1, -1)
    partner = next((at for at in reach if pieces[open_[at]].text == piece.text), None)
    if partner is not None and not before.isspace() and not inside_word:
        for index in open_[partner + 1 :]:
            pieces[index] = pieces[index]._replace(kind="literal")
        del open_[partner:]
    elif after and not after.isspace() and not inside_word:
        open_.append(here)
    else:
        pieces[here] = piece._replace(kind="literal")


def _inside(lines: Sequence[Line], spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The spans, in order and not overlapping, that stand in the lines' stretch of the source, or reach into it."""
    for start, end in spans[max(bisect_right(spans, (lines[0].start, 0)) - 1, 0) :]:
        if start >= lines[-1].end:
            return
        if end > lines[0].start:
            yield start, end


def _behind_text(source: str, at: int) -> int:
    """Where the space before an offset begins."""
    while at and source[at - 1] in " \t":
        at -= 1
    return at


def _without(lines: Sequence[Line], gaps: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The lines' spans without the gaps."""
    for line in lines:
        done = line.start
        for low, high in gaps:
            if high > done and low < line.end:
                if done < low:
                    yield done, low
                done = min(high, line.end)
        if done < line.end:
            yield done, line.end
