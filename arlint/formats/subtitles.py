"""Subtitles, SubRip and WebVTT: what one speaker says in a cue is a paragraph; the lines of a cue are one text.

Numbers, names and times of cues, tags (`<i>`, `<v …>`, `{\\an8}`), style sheets and marks that only turn the direction of a line are
no text. The break between two lines is a space that no repair can take away, so that no repair changes how a cue is laid out. A
dash at the beginning of a line, and `<v …>`, hand over to another speaker. What is no markup is text, so nothing fails. Notes of WebVTT
may hold suppressions; SubRip has no comments, for whatever stands in a cue is shown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape

from arlint.document import Document
from arlint.document.characters import SPACE_CHARACTERS
from arlint.formats.pieces import Assembly, paragraphs
from arlint.records import NamedTuple

NAME = "subtitles"
SUFFIXES = (".srt", ".vtt")

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|$)")
_CLOCK = r"(?:\d+:){1,2}\d{1,2}(?:[.,:]\d{1,3})?"
_TIMES = re.compile(rf"[ \t]*{_CLOCK}[ \t]*-->[ \t]*{_CLOCK}(?![\d:])")
_NUMBER = re.compile(r"\ufeff?[ \t]*\d+[ \t]*$")
_WEBVTT = re.compile(r"\ufeff?WEBVTT(?![^ \t\r\n])")
_BESIDE = re.compile(r"(?:STYLE|REGION)[ \t]*$")
_NOTE = re.compile(r"NOTE(?![^ \t])")
# Subtitlers put these where a player would set a full stop on the wrong side; between two letters they are a slip as anywhere.
_TURNS = "[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+"
_PIECE = re.compile(
    rf"""
    (?P<speaker></?v\b[^<>]{{0,200}}>)
  | (?P<tag></?[A-Za-z][^<>]{{0,200}}> | <{_CLOCK}> | \{{\\[^{{}}]{{0,200}}\}} | \{{/?[A-Za-z](?::[^{{}}]{{0,100}})?\}})
  | (?P<break>\\[Nn]) | (?P<space>\\h)
  | (?P<reference>&(?:\#[0-9]{{1,7}}|\#[xX][0-9a-fA-F]{{1,6}}|[A-Za-z][A-Za-z0-9]{{1,31}});)
  | (?P<turn>(?<![^\W\d_]){_TURNS}|{_TURNS}(?![^\W\d_]))
    """,
    re.VERBOSE,
)
_CLOSERS = " \t\u00a0\"'»”’)]"
_STOPS, _ENDS = ".\u06d4", ".؟!?\u2026\u06d4"
_CUES_A_SENTENCE = 10  # at most, on the average
_MOST_CUES = 30  # that one paragraph runs over; a quotation as long as that was never closed
_DASH = re.compile(r"(?:[-\u2010-\u2015\u2212](?!\d)|>{2,3})[ \t]*")


def parse(text: str) -> Document:
    """The document of a SubRip file or, where it begins as one, of a WebVTT file."""
    blocks, comments = _Blocks(text).read()
    return Document(text, paragraphs(_Speeches(text, blocks).read()), NAME, comments)


def _ends(text: str, marks: str) -> bool:
    """Does the text end in one of these marks, closing quotation marks and brackets apart?"""
    return text.rstrip(_CLOSERS)[-1:] in tuple(marks)


def _is_quoting(text: str) -> bool:
    """Is a quotation open at the end? The last mark tells: one that is missing must not turn all that follow."""
    straight = text.rfind('"')
    is_open = straight >= 0 and text[straight + 1 : straight + 2].isalnum()
    return is_open or text.rfind("«") > text.rfind("»") or text.rfind("“") > text.rfind("”")


class _Line(NamedTuple):
    """A span of the source without its line break."""

    start: int
    end: int


class _Block(NamedTuple):
    """Lines of text in a row, none where there is something else; times: do they stand under a line of times?"""

    lines: tuple[_Line, ...]
    times: bool


class _Blocks:
    """Walks over the lines; `_lines` are those since the last blank line or line of times, `_times` tells which of the two that was."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._webvtt = _WEBVTT.match(source) is not None
        self._done: list[_Block] = []
        self._comments: list[tuple[int, int]] = []
        self._lines: list[_Line] = []
        self._times = False

    def read(self) -> tuple[list[_Block], tuple[tuple[int, int], ...]]:
        """The blocks of text, and the spans of notes."""
        for match in _LINE.finditer(self._source):
            line = _Line(match.start(), match.start() + len(match[0].rstrip("\r\n")))
            if not self._source[line.start : line.end].strip("\ufeff \t"):
                self._finish(times=False)
            elif _TIMES.match(self._source, *line):
                self._drop_name()
                self._finish(times=True)
            else:
                self._lines.append(line)
        self._finish(times=False)
        return self._done, tuple(self._comments)

    def _drop_name(self) -> None:
        """The line before the times is the cue's number, or in WebVTT its name."""
        is_name = self._webvtt and not self._times and len(self._lines) == 1
        if self._lines and (is_name or _NUMBER.match(self._source, *self._lines[-1])):
            self._lines.pop()

    def _finish(self, times: bool) -> None:
        """The block ends; `times`: does the next one stand under times?"""
        beside = self._webvtt and not self._times and bool(self._lines) and self._is_beside()
        if self._lines:
            self._done.append(_Block(() if beside else tuple(self._lines), self._times))
        self._lines, self._times = [], times

    def _is_beside(self) -> bool:
        """Is the block no text but the head of a WebVTT file, a style sheet or a note, which may hold a suppression?"""
        first = self._lines[0]
        if _NOTE.match(self._source, *first):
            self._comments.append((first.start, self._lines[-1].end))
            return True
        return first.start == 0 or _BESIDE.match(self._source, *first) is not None


class _Speeches:
    """What each speaker says. `_fresh`: nothing has been taken of the present line yet; `_dashed`: a dash has begun a line of this cue."""

    def __init__(self, source: str, blocks: Sequence[_Block]) -> None:
        self._source = source
        self._blocks = blocks
        self._speech = Assembly()
        self._done: list[Assembly] = []
        self._fresh = True
        self._dashed = False

    def read(self) -> list[Assembly]:
        """The paragraphs."""
        punctuated, cues = self._is_punctuated(), 0
        for block in self._blocks:
            cues += 1
            self._dashed = False
            for line in block.lines:
                self._fresh = True
                self._read(line)
            said = self._speech.text()
            goes_on = block.times and ((punctuated and not _ends(said, _ENDS)) or _is_quoting(said))
            if not goes_on or cues >= _MOST_CUES:
                self._hand_over()
                cues = 0
        return [*self._done, self._speech]

    def _is_punctuated(self) -> bool:
        """Does the file end its sentences with full stops, so that a cue without one goes on in the next?"""
        cues = [block for block in self._blocks if block.times]
        stopped = sum(_ends(_PIECE.sub("", self._source[slice(*block.lines[-1])]), _STOPS) for block in cues)
        return stopped * _CUES_A_SENTENCE >= len(cues)

    def _read(self, line: _Line) -> None:
        done, end = line
        while end > done and self._source[end - 1] in SPACE_CHARACTERS:  # no word stands behind it
            end -= 1
        for piece in _PIECE.finditer(self._source, done, end):
            self._copy(done, piece.start())
            self._take(piece)
            done = piece.end()
        self._copy(done, end)

    def _copy(self, start: int, end: int) -> None:
        if self._fresh:
            while start < end and self._source[start] in SPACE_CHARACTERS:
                start += 1
            if (dash := _DASH.match(self._source, start, end)) and self._is_turn():
                self._hand_over()
                self._dashed, start = True, dash.end()
        if start < end:
            self._begin(start)
            self._speech.copy(self._source, start, end)

    def _is_turn(self) -> bool:
        """Does a dash at the beginning of a line hand over to another speaker, and stands for no pause in a sentence?"""
        said = self._speech.text()
        return not said or self._dashed or _ends(said, _ENDS)

    def _take(self, piece: re.Match[str]) -> None:
        """What a piece of markup leaves in the text."""
        if piece["reference"]:
            self._begin(piece.start())
            self._speech.stand_for(unescape(piece[0]), *piece.span())
        elif piece["space"] and not self._fresh:
            self._speech.space(*piece.span())
        elif piece["break"]:
            self._fresh = True
        elif piece["speaker"]:
            self._hand_over()

    def _begin(self, at: int) -> None:
        """The text of a line begins here: what comes before it is parted from it by a space."""
        if self._fresh:
            self._speech.joint(at)
        self._fresh = False

    def _hand_over(self) -> None:
        self._done.append(self._speech)
        self._speech = Assembly()
        self._fresh = True
