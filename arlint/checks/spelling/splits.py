"""Words split in two by a stray space, and proclitics that stand apart from their word."""

from __future__ import annotations

from collections.abc import Container, Iterator
from itertools import pairwise

from arlint.checks.protocol import Context, Hit, paragraphs, replace, replace_any
from arlint.document import Kind, Paragraph, Token
from arlint.document.characters import SPACES, TATWEEL
from arlint.document.patterns import lazy
from arlint.lexicon.lexicon import Lexicon
from arlint.lexicon.morphology.clitics import attach

_SPACE = lazy(f"[{SPACES}]")
_ARTICLE = "\u0627\u0644"
_LAM_LAM = "\u0644\u0644"
_PROCLITICS = frozenset("\u0628\u0644\u0643")
# What `_detached` looks at.
_ALONE = _PROCLITICS | {_ARTICLE, _LAM_LAM}
_SON = frozenset(("\u0628\u0646", "\u0627\u0628\u0646"))

# How often a word must be seen in clean sources to be taken for the whole of two pieces, and at most each piece.
_WHOLE, _PIECE = 300, 60


@paragraphs(kinds=(Kind.WORD,), houses=())
def split(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """The article alone, a proclitic with tatweel alone, and pieces of which one is no word and the whole a common one.

    Option houses: names of families before which the article may be the word for the house of, its madda lost.
    """
    profiles = context.lexicon.document_speller.speller.profiles
    odd = {form for form in paragraph.forms if not profiles[form].in_use}
    if not odd and _ALONE.isdisjoint(paragraph.forms):
        return
    alone, taken, word = odd | _ALONE, -1, Kind.WORD
    for index, (one, other) in enumerate(pairwise(paragraph.shapes)):
        if one.kind is not word or other.kind is not word or (one.bare not in alone and other.bare not in odd):
            continue
        pieces = _are_pieces(one.bare, other.bare, context.lexicon)
        if not (pieces or one.bare in _ALONE) or not (one.bare and other.bare) or index <= taken or not _spaced(paragraph, index):
            continue
        hit = _detached(paragraph, index, context) or (_joined(paragraph.tokens[index], paragraph.tokens[index + 1]) if pieces else None)
        if hit:
            taken = index + 1
            yield hit


def _spaced(paragraph: Paragraph, index: int) -> bool:
    return _SPACE.fullmatch(paragraph.gap(index)) is not None


def _detached(paragraph: Paragraph, index: int, context: Context) -> Hit | None:
    lexicon = context.lexicon
    first, second = paragraph.tokens[index : index + 2]
    if first.bare == _ARTICLE:
        if _of_a_house(paragraph, index, context.options["houses"]):
            return None
        whole = _ARTICLE + second.text
        if not second.bare.startswith(_ARTICLE) and _is_word(_ARTICLE + second.bare, lexicon):
            return Hit(first.start, second.end, replace(first.start, second.end, whole))
        return None
    if first.bare == _LAM_LAM and second.bare.startswith(_ARTICLE):
        return Hit(first.start, second.end, replace(first.start, second.end, _LAM_LAM + second.text[2:]))
    if first.bare in _PROCLITICS and first.text == first.bare and len(second.bare) > 2 and not second.bare.startswith(_ARTICLE):
        joined = attach(first.bare, second.text)
        common = lexicon.document_speller.speller.vocabulary.clean(joined) >= _WHOLE
        return Hit(first.start, second.end, replace(first.start, second.end, joined)) if common and _in_sentence(paragraph, index) else None
    if first.bare in _PROCLITICS and first.text.endswith(TATWEEL):
        return Hit(first.start, second.end, replace(first.start, second.end, attach(first.bare, second.text)))
    return None


def _in_sentence(paragraph: Paragraph, index: int) -> bool:
    """Does a word stand before, by which the letter is no label of a list?"""
    return index > 0 and paragraph.tokens[index - 1].kind is Kind.WORD and _spaced(paragraph, index - 1)


def _of_a_house(paragraph: Paragraph, index: int, houses: Container[str]) -> bool:
    """May the article be the family word (the house of …)? Before a house's name, or behind a chain of names."""
    around = [token.bare for token in paragraph.tokens[max(0, index - 3) : index]]
    return paragraph.tokens[index + 1].bare in houses or not _SON.isdisjoint(around)


def _joined(first: Token, second: Token) -> Hit:
    return Hit(first.start, second.end, replace_any(first.start, second.end, [first.text + second.text]), confidence=0.9)


def _are_pieces(first: str, second: str, lexicon: Lexicon) -> bool:
    """Are two bare words, of which one is not in use, pieces of a common one?"""
    speller = lexicon.document_speller.speller
    if speller.in_use(first) and speller.in_use(second):
        return False
    vocabulary, whole = speller.vocabulary, first + second
    common = vocabulary.clean(whole)
    if common < _WHOLE:
        return False
    pieces = min(vocabulary.clean(first), vocabulary.clean(second))
    if pieces > _PIECE or common < 50 * pieces or not vocabulary.known(whole):
        return False
    return len(first) > 1 and not vocabulary.counts.bigram(first, second)


def _is_word(word: str, lexicon: Lexicon) -> bool:
    return lexicon.document_speller.speller.vocabulary.known(word)
