"""Two words without a space between them where the first ends in a letter that does not join: the eye sees no slip."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from arlint.checks.protocol import Context, Hit, paragraphs, replace
from arlint.document import Paragraph, Token
from arlint.document.characters import bare
from arlint.document.patterns import lazy
from arlint.finding import Safety

if TYPE_CHECKING:
    from arlint.lexicon.spelling.vocabulary import Vocabulary

_NON_CONNECTORS = frozenset("\u0627\u0623\u0622\u0625\u062f\u0630\u0631\u0632\u0648\u0624\u0629\u0649\u0621")
_ONLY_FINAL = lazy("(?<=..)[\u0629\u0649](?=..)(?!\u0621)")
_ARTICLE = "\u0627\u0644"
_LONGEST = 40
# A word seen this often in well-edited copy is in use, whatever no dictionary says.
_IN_USE = 20
# A second half that is seen less is too rare to follow a lost space.
_COMMON = 50
# How often the halves must have been seen in a row: short words make up names by chance.
_OFTEN, _OFTEN_IF_SHORT = 4, 40
_SHORT = 3
# Particles that any word may follow; what they run together with need only be long.
_PARTICLES = frozenset(
    "\u0623\u0648 \u0644\u0627 \u0648\u0644\u0627 \u0641\u0644\u0627 \u0645\u0627 \u0643\u0645\u0627 \u0644\u0645\u0627".split()
)
_NEGATIONS = ("\u0644\u0627", "\u0648\u0644\u0627", "\u0641\u0644\u0627")
_SELDOM = 5
# What any word may have after it.
_PREPOSITIONS = frozenset("\u0625\u0644\u0649 \u0639\u0644\u0649 \u0645\u0646 \u0639\u0646 \u0641\u064a \u0645\u0639 \u0623\u0646".split())


@paragraphs(joining=())
def after_non_connector(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """A word that no dictionary has, and that is two common words seen in a row; or two words with a letter inside that only ends words.

    joining: first or second halves of names that are written together (Abdullah, Nouruddin).
    """
    joining = frozenset(context.options["joining"])
    vocabulary = context.lexicon.document_speller.speller.vocabulary
    for place in paragraph.words:
        token = paragraph.tokens[place]
        halves = _halves(token.bare, vocabulary) if 4 < len(token.bare) <= _LONGEST else None
        if halves and joining.isdisjoint(halves) and not context.lexicon.words.name(token.bare):
            yield _hit(token, halves)


def _halves(word: str, vocabulary: Vocabulary) -> tuple[str, str] | None:
    """The two words that it is; None when it is one."""
    from arlint.lexicon.spelling.run_ons import splits

    if seam := _ONLY_FINAL.search(word):
        first, second = word[: seam.end()], word[seam.end() :]
        return (first, second) if vocabulary.known(first) and vocabulary.known(second) and vocabulary.clean(second) >= _COMMON else None
    if _NON_CONNECTORS.isdisjoint(word[1:-2]) or vocabulary.known(word) or vocabulary.adds(word):
        return None
    if vocabulary.clean(word) >= _in_use(word, vocabulary):
        return None
    best = next(iter(splits(word, vocabulary)), None)
    if best and not best.shared and best.first[-1] in _NON_CONNECTORS and best.together >= _needed(best.first, best.second):
        return best.first, best.second
    return None


def _in_use(word: str, vocabulary: Vocabulary) -> int:
    """From how many times on the word is one: the press, too, runs the negation together with its verb, but seldom."""
    negation = next((first for first in _NEGATIONS if word.startswith(first)), "")
    return max(_IN_USE, vocabulary.clean(word.removeprefix(negation)) // _SELDOM) if negation else _IN_USE


def _needed(first: str, second: str) -> int:
    if second.startswith(_ARTICLE) and len(second) > len(_ARTICLE) + _SHORT:
        return _OFTEN
    long = (len(second) > _SHORT or second in _PREPOSITIONS) and (len(first) > _SHORT or first in _PARTICLES)
    return _OFTEN if long else _OFTEN_IF_SHORT


def _hit(token: Token, halves: Sequence[str]) -> Hit:
    """The space goes after the letter that ends the first half, and its marks."""
    seam = next(place for place in range(len(token.text)) if bare(token.text[: place + 1]) == halves[0])
    while bare(token.text[: seam + 1]) == halves[0] and seam + 1 < len(token.text):
        seam += 1
    at = token.start + seam
    return Hit(token.start, token.end, replace(at, at, " ", Safety.SAFE), {"word": token.text})
