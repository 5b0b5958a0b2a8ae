"""Words run together: two words with the space between them lost, and sometimes the letter that both share.

A split is offered only where both halves are common and have been seen in a row, so that a name or a long chain of clitics
is not torn apart.
"""

from __future__ import annotations

from arlint.lexicon.spelling.vocabulary import Vocabulary
from arlint.records import NamedTuple

# What both halves must be seen in clean sources, and what they must be seen in a row; shorter halves must be commoner.
_COMMON = {1: 10**9, 2: 20_000, 3: 400}
_COMMON_LONG = 100
_TOGETHER = 4
_LONG_AND_COMMON = 400
_SHORTEST, _LONGEST = 4, 40


# A word as common as this takes any other after it: what it runs together with need not have been seen with it.
_VERY_COMMON = 50_000


class Split(NamedTuple):
    """first and second as they should stand; shared: the letter at the seam stands once in the slip. together: seen in a row."""

    first: str
    second: str
    shared: bool
    together: int


def splits(word: str, vocabulary: Vocabulary) -> list[Split]:
    """The ways in which a word that the lexicon does not know may be two, the likeliest first.

    >>> splits("\\u0627\\u0628", None)
    []
    """
    if not _SHORTEST <= len(word) <= _LONGEST:
        return []
    leading = [seam for seam in range(1, len(word)) if _common(word[:seam], vocabulary)]
    halves = [(seam, seam, False) for seam in leading]
    halves += [(seam, seam - 1, True) for seam in leading if seam > 1]
    found = [
        Split(first, second, shared, together)
        for end, start, shared in halves
        if _common(second := word[start:], vocabulary)
        if (together := vocabulary.counts.bigram(first := word[:end], second)) >= _TOGETHER
        or (not shared and _apart(first, second, word, vocabulary))
    ]
    return sorted(found, key=lambda split: (split.shared, -split.together))


def _common(word: str, vocabulary: Vocabulary) -> bool:
    return vocabulary.clean(word) >= _COMMON.get(len(word), _COMMON_LONG) and vocabulary.known(word)


def _apart(first: str, second: str, word: str, vocabulary: Vocabulary) -> bool:
    """Are they two words though not seen in a row: behind a word that takes any, or both long and common?"""
    if vocabulary.known(word) or vocabulary.adds(word):
        return False
    if vocabulary.clean(first) >= _VERY_COMMON:
        return len(second) >= 4
    return min(len(first), len(second)) >= 4 and len(word) >= 9 and min(map(vocabulary.clean, (first, second))) >= _LONG_AND_COMMON
