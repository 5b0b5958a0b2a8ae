"""How paragraphs and headlines end: the full stop of a paragraph, none after a headline.

Headlines, sub-headings, datelines, bylines, captions, list items and the lines that a site adds below an article are no
paragraphs of prose: they are short, without a finite verb, marked as headings by the format, or end in a colon.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from arlint.checks.attribution import is_finite
from arlint.checks.protocol import Context, Hit, documents, replace
from arlint.document import Document, Kind, Paragraph, Token
from arlint.finding import Edit, Fix, Safety
from arlint.lexicon.lexicon import Lexicon

_STOPS = frozenset(".\u061f!?\u2026\u06d4:\u061b\u060c,;-\u2013\u2014*|/")
_CLOSERS = frozenset("\"'\u00bb\u201d\u201c\u2019\u2018)]\u203a")
_SHORTEST_PARAGRAPH = 8
_SHORTEST_ALONE = 7
_LONGEST_HEADLINE = 20
_LONGEST_STOPPED_HEADLINE = 12
_ENOUGH_PARAGRAPHS = 3


class _Line(NamedTuple):
    """What the end of a paragraph looks like: `last` is its last token, None where it holds none."""

    last: Token | None
    words: int
    stopped: bool
    prose: bool


@documents()
def stop_missing(document: Document, context: Context) -> Iterator[Hit]:
    """A paragraph of prose without a mark at its end, in a document whose paragraphs mostly have one."""
    body = [(paragraph, paragraph.once(_line)) for paragraph in document.paragraphs]
    if len(body) > 1 and _may_be_headline(*body[0]):
        del body[0]
    if len(body) == 1 and _opens_with_verb(body[0][0]):
        yield from _missing(body)
        return
    prose = [(paragraph, line) for paragraph, line in body if line.prose and line.words >= _SHORTEST_PARAGRAPH]
    if len(prose) > 1 and 2 * sum(line.stopped for _, line in prose) >= len(prose):
        yield from _missing(prose)


def _missing(body: Sequence[tuple[Paragraph, _Line]]) -> Iterator[Hit]:
    for paragraph, line in body:
        if line.prose and not line.stopped and line.last:
            start, end = line.last.start, line.last.end
            yield Hit(start, end, (Fix((Edit(end, end, "."),), Safety.SAFE),), paragraph=paragraph)


def _line(paragraph: Paragraph) -> _Line:
    tokens = paragraph.tokens
    words = len(paragraph.words)
    last = tokens[-1] if tokens else None
    return _Line(last, words, _is_stopped(tokens), words >= _SHORTEST_ALONE and _is_prose(paragraph))


def _is_stopped(tokens: tuple[Token, ...]) -> bool:
    """Is there a mark at the end, closing marks and brackets aside?"""
    for token in reversed(tokens):
        if token.text in _STOPS:
            return True
        if token.text not in _CLOSERS:
            return token.kind in (Kind.URL, Kind.EMAIL, Kind.MENTION, Kind.HASHTAG)
    return True


def _is_prose(paragraph: Paragraph) -> bool:
    """Does it open as a sentence of running text does, with a verb or with wa-? Noun first, it may be a headline put in between."""
    tokens = paragraph.tokens
    if paragraph.role != "body" or tokens[0].kind is not Kind.WORD:
        return False
    return _opens_with_verb(paragraph) or (_is_joined(tokens[0]) and any(is_finite(token) for token in tokens))


def _is_joined(token: Token) -> bool:
    """Does the word begin with wa- or fa-, in every reading?"""
    readings = Lexicon.default().analyser.analyse(token.bare)
    return bool(readings) and all(reading.proclitics[:1] in (("\u0648",), ("\u0641",)) for reading in readings)


def _opens_with_verb(paragraph: Paragraph) -> bool:
    """Is the first word a verb in every reading?"""
    return bool(paragraph.tokens) and is_finite(paragraph.tokens[0])


def _may_be_headline(paragraph: Paragraph, line: _Line) -> bool:
    """May the first line be a headline: marked as one, or short and without a mark?"""
    return paragraph.role != "body" or (line.words <= _LONGEST_HEADLINE and not line.stopped)


@documents()
def headline_stop(document: Document, context: Context) -> Iterator[Hit]:
    """A full stop after a headline: the first, short line of an article, or a line that the format marks as a heading."""
    for number, paragraph in enumerate(document.paragraphs):
        line = paragraph.once(_line)
        if line.last is None or line.last.text != "." or len(paragraph.sentences) > 1:
            continue
        if paragraph.role == "heading" or (number == 0 and _is_first_headline(document, line.words)):
            start, end = line.last.start, line.last.end
            if not paragraph.text.endswith(".."):
                yield Hit(start, end, replace(start, end, ""), paragraph=paragraph)


def _is_first_headline(document: Document, words: int) -> bool:
    """Is the first line short, without a verb at its head, and followed by longer ones?"""
    first, *following = document.paragraphs
    if len(document.paragraphs) < _ENOUGH_PARAGRAPHS or words > _LONGEST_STOPPED_HEADLINE or _opens_with_verb(first):
        return False
    return min(len(paragraph.words) for paragraph in following[:2]) > words
