"""How well a word fits its place: interpolated trigrams over the two words on either side.

All scores are natural logarithms of relative likelihood; only differences between candidates for one place mean anything.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import NamedTuple

from arlint.lexicon.counts import Counts

_CACHE = 1 << 15

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
        self.bigram = lru_cache(_CACHE)(counts.bigram)
        self._trigram = counts.trigram
        self._total = counts.total

    def score(self, word: str, around: Around) -> float:
        """How likely is the word here, and the two words after it?"""
        before2, before, after, after2 = around
        return (
            self.log_probability(before2, before, word)
            + self.log_probability(before, word, after)
            + self.log_probability(word, after, after2)
        )

    def log_probability(self, first: str, second: str, third: str) -> float:
        """The likelihood of `third` after the two others."""
        share = _SINGLE * (self.unigram(third) + _UNSEEN) / self._total
        pair = self.bigram(second, third)
        if pair:
            share += _PAIR * pair / (self.unigram(second) + _PAIR_DOUBT)
            history = self.bigram(first, second)
            if history:
                triple = self._trigram(first, second, third)
                if triple:
                    share += _TRIPLE * triple / (max(history, triple) + _TRIPLE_DOUBT)
        return math.log(share)
