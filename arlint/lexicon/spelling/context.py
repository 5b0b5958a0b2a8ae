"""How well a word fits its place: interpolated trigrams over the two words on either side.

All scores are natural logarithms of relative likelihood; only differences between candidates for one place mean anything.
"""

from __future__ import annotations

import math
from functools import lru_cache

from arlint.lexicon.counts.store import Counts
from arlint.records import NamedTuple

_CACHE = 1 << 12

# Weights of the trigram, the bigram and the unigram estimate; what a history must be seen more often for, to be trusted.
_TRIPLE, _PAIR, _SINGLE = 0.6, 0.3, 0.1
_TRIPLE_DOUBT, _PAIR_DOUBT = 3.0, 20.0
_UNSEEN = 0.3


class Around(NamedTuple):
    """The two words before a place and the two after it, nearest ones inside: before2 before [place] after after2."""

    before2: str
    before: str
    after: str
    after2: str


class ContextModel:
    """Scores candidates in their place by the counts."""

    def __init__(self, counts: Counts) -> None:
        self.counts = counts
        self.unigram = lru_cache(_CACHE)(counts.unigram)
        self.bigram = counts.bigram
        self.pairs = counts.pairs_by_number
        self.trigram = counts.trigram
        self.total = counts.total

    def at(self, around: Around) -> Place:
        """Scores words in one place."""
        return Place(self, around)

    def single(self, word: str) -> float:
        """The unigram's part in the likelihood of a word."""
        return _SINGLE * (self.unigram(word) + _UNSEEN) / self.total

    def log_probability(self, first: str, second: str, third: str) -> float:
        """The likelihood of `third` after the two others."""
        share = self.single(third)
        pair = self.bigram(second, third)
        if pair:
            share += _PAIR * pair / (self.unigram(second) + _PAIR_DOUBT)
            if history := self.bigram(first, second):
                share += self.triple(first, second, third, history)
        return math.log(share)

    def triple(self, first: str, second: str, third: str, history: int) -> float:
        """The trigram's part in the likelihood of `third`; history: how often the first two are seen in a row."""
        triple = self.trigram(first, second, third)
        return _TRIPLE * triple / (max(history, triple) + _TRIPLE_DOUBT) if triple else 0.0


class Place:
    """Scores words in one place; what does not depend on the word is worked out once."""

    __slots__ = ("_after", "_after2", "_around", "_before", "_continued", "_doubt", "_history", "_model", "_single")

    def __init__(self, model: ContextModel, around: Around) -> None:
        before2, before, after, after2 = around
        self._model, self._around = model, around
        self._before, self._after = model.counts.number(before), model.counts.number(after)
        self._history = model.bigram(before2, before)
        self._doubt = model.unigram(before) + _PAIR_DOUBT
        self._single = model.single(after)
        self._continued = model.bigram(after, after2)
        self._after2 = model.single(after2) + _PAIR * self._continued / (model.unigram(after) + _PAIR_DOUBT)

    def beside(self, number: int) -> tuple[int, int]:
        """How often the word of a number is seen behind the word before the place, and ahead of the one after it."""
        return self._model.pairs.beside(self._before, number, self._after)

    def score(self, word: str, total: int, beside: tuple[int, int]) -> float:
        """How likely is the word here, and the two words after it? total: its occurrences; beside: as `beside` gives them."""
        model = self._model
        before2, before, after, after2 = self._around
        ahead, behind = beside
        itself = _SINGLE * (total + _UNSEEN) / model.total
        following, last = self._single, self._after2
        if ahead:
            itself += _PAIR * ahead / self._doubt
            if self._history:
                itself += model.triple(before2, before, word, self._history)
        if behind:
            following += _PAIR * behind / (total + _PAIR_DOUBT)
            if ahead:
                following += model.triple(before, word, after, ahead)
            if self._continued:
                last += model.triple(word, after, after2, behind)
        return math.log(itself * following * last)
