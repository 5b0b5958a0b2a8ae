"""The word checker: which words of a paragraph are probably slips, of what kind, and what was meant.

It runs once for all spelling rules. `Speller.suspects` looks at a paragraph by itself; `Speller.judge` weighs what was found
by what the whole document shows (a word used again and again is meant). Both are pure functions of their arguments.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from arlint.lexicon.calibration import Calibration
from arlint.lexicon.candidates import Candidate, Candidates
from arlint.lexicon.context import Around, ContextModel
from arlint.lexicon.counts import EDGE, LATIN, NUMBER, Counts
from arlint.lexicon.evidence import Features, features
from arlint.lexicon.kinds import Kind, kind_of
from arlint.lexicon.vocabulary import Entry, Vocabulary, WordJudge

_SIGNS = frozenset((EDGE, NUMBER, LATIN))

# A word seen this often in clean sources is in use, whatever the analyser says.
_IN_USE = 200
# A word that the analyser knows and that is seen less often may be a slip for any other.
_RARE = 8
# Candidates that the context likes so much less than the word itself (natural log) are not weighed.
_HOPELESS = -2.0
_MOST_REPAIRS = 5
_BOUNDARY = (EDGE, EDGE)


class Suspect(NamedTuple):
    """A word and what it may have been meant for, likeliest in this place first. index: its place among the words of the paragraph."""

    index: int
    entry: Entry
    weighed: tuple[tuple[Candidate, Features], ...]
    around: Around


class Slip(NamedTuple):
    """A word that is probably wrong. repairs: best first, bare. evidence: what was seen, how often."""

    index: int
    kind: Kind
    repairs: tuple[str, ...]
    confidence: float
    evidence: tuple[tuple[str, int], ...]


class Speller:
    """Judges words in context. Holds caches only; may be shared by threads."""

    def __init__(self, judge: WordJudge, counts: Counts, calibration: Calibration) -> None:
        self.vocabulary = Vocabulary(judge, counts)
        self._candidates = Candidates(self.vocabulary)
        self._model = ContextModel(counts)
        self._calibration = calibration
        self._canonical = lru_cache(1 << 16)(self._canonical_form)
        self._strange = lru_cache(1 << 16)(self._is_strange)

    def in_use(self, word: str) -> bool:
        """Is it a word that is seen in clean sources as often as one may expect?"""
        entry = self.vocabulary.entry(word)
        return entry.clean >= (_RARE if entry.known else _IN_USE)

    def suspects(self, words: Sequence[str]) -> list[Suspect]:
        """What may be wrong in a paragraph: `words` are its bare words, with EDGE, NUMBER and LATIN for what is none."""
        clean = [*_BOUNDARY, *map(self._canonical, words), *_BOUNDARY]
        strange = [False, *map(self._strange, words), False]
        found = []
        for index, word in enumerate(words):
            if word in _SIGNS or len(word) < 2:
                continue
            entry = self.vocabulary.entry(word)
            candidates = self._candidates.near(word) if self.in_use(word) else self._candidates.all(word)
            if candidates:
                around = Around(clean[index], clean[index + 1], clean[index + 3], clean[index + 4])
                weighed = self._weigh(entry, candidates, around, strange[index] + strange[index + 2])
                if weighed:
                    found.append(Suspect(index, entry, weighed, around))
        return found

    def judge(self, suspects: Sequence[Suspect], repeated: Mapping[str, int], least: float) -> list[Slip]:
        """The suspects that are slips with a confidence of `least` or more; repeated: how often each word stands in the document."""
        found = []
        for suspect in suspects:
            rated = self._rated(suspect, repeated)
            if rated and rated[0][0] >= least:
                found.append(self._slip(suspect, rated))
        return found

    def _weigh(
        self, entry: Entry, candidates: Sequence[Candidate], around: Around, strangers: int
    ) -> tuple[tuple[Candidate, Features], ...]:
        own = self._model.score(entry.text, around)
        weighed = [
            (candidate, features(entry, candidate, around, own, self._model, 1, strangers))
            for candidate in candidates
            if candidate.known or candidate.clean >= _IN_USE
        ]
        weighed.sort(key=lambda pair: -pair[1].context)
        if not weighed or weighed[0][1].context < _HOPELESS:
            return ()
        best, second = weighed[0][1].context, weighed[1][1].context if len(weighed) > 1 else -5.0
        return tuple(
            (candidate, evidence._replace(margin=evidence.context - max(second if place == 0 else best, -5.0)))
            for place, (candidate, evidence) in enumerate(weighed[: _MOST_REPAIRS + 1])
        )

    def _rated(self, suspect: Suspect, repeated: Mapping[str, int]) -> list[tuple[float, Candidate]]:
        again = math.log(max(1, repeated.get(suspect.entry.text, 1)))
        rated = [
            (self._calibration.probability(candidate.edit, suspect.entry.known, evidence._replace(repeated=again)), candidate)
            for candidate, evidence in suspect.weighed
        ]
        return sorted(rated, key=lambda pair: -pair[0])

    def _slip(self, suspect: Suspect, rated: list[tuple[float, Candidate]]) -> Slip:
        confidence, best = rated[0]
        word, around = suspect.entry.text, suspect.around
        first, _, second = best.text.partition(" ")
        seen = [
            (f"{around.before} {first}", self._model.bigram(around.before, first)),
            (f"{second or first} {around.after}", self._model.bigram(second or first, around.after)),
            (word, suspect.entry.count),
        ]
        repairs = [candidate.text for probability, candidate in rated if probability > 0.02][:_MOST_REPAIRS]
        evidence = tuple((text, count) for text, count in seen if not any(sign in text for sign in _SIGNS))
        return Slip(suspect.index, kind_of(word, best.text, best.edit, self.in_use(word)), tuple(repairs), confidence, evidence)

    def _canonical_form(self, word: str) -> str:
        return word if word in _SIGNS else self.vocabulary.entry(word).canonical

    def _is_strange(self, word: str) -> bool:
        if word in _SIGNS:
            return False
        entry = self.vocabulary.entry(word)
        return not entry.known and entry.clean < _IN_USE and entry.canonical == word
