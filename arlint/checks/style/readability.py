"""Sentences and constructions that are heavy to read: long sentences, long construct chains, the strengthening li-."""

from __future__ import annotations

from collections.abc import Iterator

from arlint.checks.protocol import Context, Hit, paragraphs
from arlint.checks.style.periphrasis import is_verbal_noun
from arlint.document import Kind, Paragraph, Token

_ARTICLE = "\u0627\u0644"
_LAM = "\u0644"
_NOTHING: frozenset[str] = frozenset()


@paragraphs(limit=45)
def long_sentence(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """A sentence of more words than the option `limit`; the finding sits on its first word."""
    tokens = paragraph.tokens
    for first, last in paragraph.sentences:
        length = sum(token.kind is Kind.WORD for token in tokens[first:last])
        if length > context.options["limit"]:
            start = next(token for token in tokens[first:last] if token.kind is Kind.WORD)
            yield Hit(start.start, start.end, values={"n": str(length)})


@paragraphs(limit=5)
def construct_chain(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """`limit` nouns or more in a row of which only the last is definite."""
    tokens = paragraph.tokens
    first = 0
    for index in range(len(tokens) + 1):
        if index < len(tokens) and _is_bare_noun(tokens[index], context):
            continue
        closed = index < len(tokens) and _is_definite_noun(tokens[index], context)
        length = index - first + closed
        if closed and length >= context.options["limit"]:
            yield Hit(tokens[first].start, tokens[index].end, values={"n": str(length)})
        first = index + 1


def _is_bare_noun(token: Token, context: Context) -> bool:
    readings = context.lexicon.analyser.analyse(token.bare) if token.kind is Kind.WORD else ()
    nominal = [reading for reading in readings if not reading.aspect and not reading.proclitics]
    return bool(nominal) and all(reading.pos == "noun" and reading.state in ("b", "c") for reading in nominal)


def _is_definite_noun(token: Token, context: Context) -> bool:
    readings = context.lexicon.analyser.analyse(token.bare) if token.kind is Kind.WORD else ()
    return any(r.pos in ("noun", "name") and r.definite and len(r.proclitics) <= 1 for r in readings)


@paragraphs(contains=(" " + _LAM * 2,))
def strengthening_lam(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """A verbal noun with its subject, and its object led in by li- with the article."""
    tokens = paragraph.tokens
    for index in paragraph.words:
        if index < 2 or not tokens[index].bare.startswith(_LAM * 2):
            continue
        masdar, subject = tokens[index - 2], tokens[index - 1]
        if masdar.kind is subject.kind is Kind.WORD and is_verbal_noun(masdar.bare, _NOTHING) and _is_definite_noun(subject, context):
            yield Hit(tokens[index].start, tokens[index].end)
