"""How paragraphs and headlines end: the full stop of a paragraph, none after a headline.

Headlines, sub-headings, datelines, bylines, captions, list items and the lines that a site adds below an article are no
paragraphs of prose: they are short, without a finite verb, marked as headings by the format, or end in a colon.
"""

from __future__ import annotations

from collections.abc import Iterator

from arlint.checks.news.attribution import is_finite
from arlint.checks.protocol import Context, Hit, documents, replace
from arlint.document import Document, Kind, Paragraph, Token
from arlint.finding import Edit, Fix, Safety
from arlint.lexicon.lexical import once
from arlint.lexicon.lexicon import Lexicon
from arlint.records import NamedTuple

_STOPS = frozenset(".\u061f!?\u2026\u06d4:\u061b\u060c,;-\u2013\u2014*|/")
_CLOSERS = frozenset("\"'\u00bb\u201d\u201c\u2019\u2018)]\u203a")
_QUOTES = _CLOSERS - frozenset(")]")
_SHORTEST_PARAGRAPH = 8
_SHORTEST_ALONE = 7
_LONGEST_HEADLINE = 20
_LONGEST_STOPPED_HEADLINE = 12
_ENOUGH_PARAGRAPHS = 3


class _Line(NamedTuple):
    """What a paragraph looks like. last: its last token, None where it holds none. running: is it running text, with a finite
    verb? opens: how it begins, "wa" for a joined clause, "verb" for a verb in the perfect, else ""."""

    last: Token | None
    words: int
    stopped: bool
    running: bool
    opens: str

    def lacks_stop(self, is_lead: bool, is_linked: bool) -> bool:
        """Is it surely a paragraph of the article and without a mark? Verb first without wa-, it may be a teaser put in between,
        unless it is the lead or ends in a quotation."""
        if self.stopped or not self.running or self.last is None:
            return False
        return is_linked or self.opens == "wa" or (self.opens == "verb" and (is_lead or self.last.text in _QUOTES))


@documents(links=())
def missing(document: Document, context: Context) -> Iterator[Hit]:
    """A paragraph of prose without a mark at its end, in a document whose paragraphs mostly have one. Option `links`: what
    opens a paragraph of running text besides wa- and a verb."""
    links = tuple(context.options["links"])
    body = [(paragraph, once(paragraph, _line, context.lexicon)) for paragraph in document.paragraphs]
    if len(body) > 1 and _may_be_headline(*body[0]):
        del body[0]
    running = [line for _, line in body if line.running and line.words >= _SHORTEST_PARAGRAPH]
    if len(body) > 1 and (len(running) < 2 or 2 * sum(line.stopped for line in running) < len(running)):
        return
    shortest = _SHORTEST_PARAGRAPH if len(body) > 1 else _SHORTEST_ALONE
    for number, (paragraph, line) in enumerate(body):
        if line.words >= shortest and line.lacks_stop(number == 0, paragraph.text.lstrip().startswith(links)) and line.last:
            start, end = line.last.start, line.last.end
            yield Hit(start, end, (Fix((Edit(end, end, "."),), Safety.SAFE),), paragraph=paragraph)


def _line(paragraph: Paragraph, lexicon: Lexicon) -> _Line:
    tokens = paragraph.tokens
    last = tokens[-1] if tokens else None
    is_prose = bool(tokens) and paragraph.role == "body" and tokens[0].kind is Kind.WORD
    running = is_prose and any(is_finite(token, lexicon) for token in tokens)
    return _Line(last, len(paragraph.words), _is_stopped(tokens), running, _opening(tokens[0], lexicon) if running else "")


def _opening(token: Token, lexicon: Lexicon) -> str:
    """How a paragraph begins with this word: "wa", "verb" or ""; every reading must agree."""
    readings = lexicon.analyser.analyse(token.bare)
    if readings and all(reading.proclitics[:1] in (("\u0648",), ("\u0641",)) for reading in readings):
        return "wa"
    return "verb" if is_finite(token, lexicon) and any(reading.aspect == "p" for reading in readings) else ""


def _is_stopped(tokens: tuple[Token, ...]) -> bool:
    """Is there a mark at the end, closing marks and brackets aside?"""
    for token in reversed(tokens):
        if token.text in _STOPS:
            return True
        if token.text not in _CLOSERS:
            return token.kind in (Kind.URL, Kind.EMAIL, Kind.MENTION, Kind.HASHTAG)
    return True


def _may_be_headline(paragraph: Paragraph, line: _Line) -> bool:
    """May the first line be a headline: marked as one, or short and without a mark?"""
    return paragraph.role != "body" or (line.words <= _LONGEST_HEADLINE and not line.stopped)


@documents()
def after_headline(document: Document, context: Context) -> Iterator[Hit]:
    """A full stop after a headline: the first, short line of an article, or a line that the format marks as a heading."""
    for number, paragraph in enumerate(document.paragraphs):
        line = once(paragraph, _line, context.lexicon)
        if line.last is None or line.last.text != "." or len(paragraph.sentences) > 1:
            continue
        if paragraph.role == "heading" or (number == 0 and _is_first_headline(document, line.words, context.lexicon)):
            start, end = line.last.start, line.last.end
            if not paragraph.text.endswith(".."):
                yield Hit(start, end, replace(start, end, ""), paragraph=paragraph)


def _is_first_headline(document: Document, words: int, lexicon: Lexicon) -> bool:
    """Is the first line short, without a verb at its head, and followed by longer ones?"""
    first, *following = document.paragraphs
    if len(document.paragraphs) < _ENOUGH_PARAGRAPHS or words > _LONGEST_STOPPED_HEADLINE or is_finite(first.tokens[0], lexicon):
        return False
    return min(len(paragraph.words) for paragraph in following[:2]) > words
