"""Final ya with and without dots: a document has one habit or the other, never both.

Up to a fifth of undotted ya in a document is slips, which the spelling rules report one by one; from four fifths on the document
keeps the Egyptian habit. Between the two this check marks the rarer way.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from arlint.checks.protocol import Context, Hit, paragraphs, replace
from arlint.document import Paragraph
from arlint.lexicon.lexical import LexicalFact
from arlint.lexicon.lexicon import Lexicon
from arlint.records import NamedTuple

_YA, _MAQSURA = "\u064a", "\u0649"
_FEW, _MOST = 0.2, 0.8


class YaCount(NamedTuple):
    """How many words of a document end in ya with dots, and in one without that should have them."""

    dotted: int
    undotted: int

    @property
    def is_mixed(self) -> bool:
        """Is neither way so rare that it is a slip? One undotted ya is, however short the text."""
        return self.undotted > 1 and _FEW <= self.undotted / max(self.dotted + self.undotted, 1) <= _MOST


@lru_cache(1 << 13)
def _is_undotted(word: str, lexicon: Lexicon) -> bool:
    """Is the word, which ends in alif maqsura, no word as it stands but one with ya?"""
    return not (lexicon.known(word) or lexicon.adds(word)) and lexicon.known(word[:-1] + _YA)


def _count(paragraph: Paragraph, lexicon: Lexicon) -> YaCount:
    words = [paragraph.tokens[index].bare for index in paragraph.words]
    dotted = sum(word.endswith(_YA) for word in words)
    return YaCount(dotted, sum(word.endswith(_MAQSURA) and _is_undotted(word, lexicon) for word in words))


def _add(parts: Sequence[YaCount]) -> YaCount:
    return YaCount(sum(part.dotted for part in parts), sum(part.undotted for part in parts))


YA_COUNT = LexicalFact("final ya", _count, _add)


@paragraphs(characters=_YA + _MAQSURA, prefer="")
def mixed(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """A final ya written in the rarer of the two ways of the document. Option `prefer`: the final letter that the house has chosen."""
    count, chosen = context.fact(YA_COUNT.of(context.lexicon)), context.options["prefer"]
    if not chosen and not count.is_mixed:
        return
    undotted = chosen == _MAQSURA or (not chosen and count.undotted > count.dotted)
    rare, usual = (_YA, _MAQSURA) if undotted else (_MAQSURA, _YA)
    for index in paragraph.words:
        start, end, text, bare = paragraph.tokens[index][1:]
        if bare.endswith(rare) and (rare == _YA or _is_undotted(bare, context.lexicon)):
            at = start + text.rindex(rare)
            fixes = replace(at, at + 1, usual)
            yield Hit(start, end, fixes, {"dotted": str(count.dotted), "undotted": str(count.undotted)})
