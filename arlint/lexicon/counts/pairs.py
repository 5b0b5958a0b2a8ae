"""How often two words are seen in a row, by their numbers: compressed sparse rows, read in place.

`starts` tells for each word where its row begins in `entries`. A row holds the words that are seen right behind the word, in the order of
their numbers: each entry is the number of the second word and, in its lowest byte, the step of the scale of counts. So a look-up is a
binary search in one row.

A check asks for pairs more than for anything else. `Pairs` is therefore `_pairs.Pairs`, in C, where that could be built, and else
`PlainPairs`, with which a check takes half as long again for the same answers.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from arlint.records import NamedTuple

# The number of a word that the counts don't have.
UNSEEN = -1
# A row has room for the numbers of so many words.
MOST_WORDS = 1 << 24
_STEP = 0xFF


class Near(NamedTuple):
    """What may be meant by each word. The words for the number n are `words[ends[n]:ends[n + 1]]`.

    flags: a byte for each word, in which `rivalled` is the bit of those that can be slips even where they are attested on both sides.
    edited, other, books: the columns of counts that add up to a word's occurrences.
    """

    ends: Sequence[int]
    words: Sequence[int]
    flags: Sequence[int]
    edited: Sequence[int]
    other: Sequence[int]
    books: Sequence[int]
    rivalled: int


class PlainPairs:
    """The look-ups without C. scale: the count for each step."""

    def __init__(self, starts: Sequence[int], entries: Sequence[int], scale: Sequence[int]) -> None:
        self._starts = starts
        self._entries = entries
        self._scale = scale

    def seen(self, first: int, second: int) -> int:
        """How often the second word is seen right behind the first; 0 for `UNSEEN`."""
        if not 0 <= first < len(self._starts) - 1 or second < 0:
            return 0
        end = self._starts[first + 1]
        place = bisect_left(self._entries, second << 8, self._starts[first], end)
        if place == end or (entry := self._entries[place]) >> 8 != second:
            return 0
        return self._scale[entry & _STEP]

    def beside(self, before: int, word: int, after: int) -> tuple[int, int]:
        """How often a word is seen right behind `before`, and how often right ahead of `after`."""
        return self.seen(before, word), self.seen(word, after)

    def better_attested(
        self, numbers: list[int], places: list[int], near: Near, gain: int, tolerance: float
    ) -> list[tuple[int, list[int]]]:
        """Those of the `places` in a text whose word may be meant for another that is seen much more often between its neighbours.

        numbers: of the words of the text. gain: how many times more often. tolerance: how much larger a count may look than another.
        Each place comes with the places in `near.words` of what may be meant.
        """
        found = []
        for place in places:
            before = numbers[place - 1] if place else UNSEEN
            after = numbers[place + 1] if place + 1 < len(numbers) else UNSEEN
            if better := self._better(before, numbers[place], after, near, gain, tolerance):
                found.append((place, better))
        return found

    def _better(self, before: int, word: int, after: int, near: Near, gain: int, tolerance: float) -> list[int]:
        ahead, behind = self.beside(before, word, after)
        if not 0 <= word < len(near.ends) - 1 or (ahead and behind and not near.flags[word] & near.rivalled):
            return []
        least = gain * (ahead + 1) * (behind + 1)
        found = []
        for place in range(near.ends[word], near.ends[word + 1]):
            other = near.words[place]
            # A pair is seen no more often than the words in it; any is often enough where the word is seen with neither neighbour.
            most = tolerance * self._occurrences(other, near) + 1 if least > gain else gain
            if most * most < least:
                continue
            behind = self.seen(other, after) + 1  # first, for the row of the other word is the shorter one as a rule
            if most * behind >= least and (self.seen(before, other) + 1) * behind >= least:
                found.append(place)
        return found

    def _occurrences(self, word: int, near: Near) -> int:
        return self._scale[near.edited[word]] + self._scale[near.other[word]] + self._scale[near.books[word]]


if TYPE_CHECKING:
    Pairs = PlainPairs
else:
    try:
        from arlint.lexicon.counts._pairs import Pairs
    except ImportError:  # there was no C compiler
        Pairs = PlainPairs


def rows(pairs: Iterable[tuple[int, int, int]], words: int) -> tuple[bytes, bytes]:
    """The tables of starts and entries, as bytes, for pairs of the numbers of two words with their step of the scale.

    words: how many words there are. Raises ValueError for more than `MOST_WORDS`.
    """
    if words > MOST_WORDS:
        raise ValueError(f"more than {MOST_WORDS} words")
    order = array("Q", sorted(first << 32 | second << 8 | step for first, second, step in pairs))
    starts = array("I", bytes(4 * (words + 1)))
    for pair in order:
        starts[(pair >> 32) + 1] += 1
    for number in range(words):
        starts[number + 1] += starts[number]
    return starts.tobytes(), array("I", [pair & 0xFFFF_FFFF for pair in order]).tobytes()


def each(starts: Sequence[int], entries: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """All pairs of the tables: the numbers of two words, and the step of the scale."""
    for first in range(len(starts) - 1):
        for place in range(starts[first], starts[first + 1]):
            yield first, entries[place] >> 8, entries[place] & _STEP
