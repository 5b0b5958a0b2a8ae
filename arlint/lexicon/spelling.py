"""The word checker: which words of a paragraph are probably slips, of what kind, and what was meant.

It runs once for all spelling rules. `Speller.suspects` looks at a paragraph by itself; `Speller.judge` weighs what was found
by what the whole document shows (a word used again and again is meant). Both are pure functions of their arguments.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from arlint.lexicon.calibration import Calibration
from arlint.lexicon.candidates import SIBLINGS, Candidate, Candidates
from arlint.lexicon.context import Around, ContextModel
from arlint.lexicon.counts import EDGE, LATIN, NUMBER, Counts
from arlint.lexicon.evidence import Features, features
from arlint.lexicon.kinds import Kind, kind_of
from arlint.lexicon.letters import ALPHABET
from arlint.lexicon.vocabulary import Entry, Vocabulary, WordJudge
from arlint.lexicon.wordfacts import RIVALLED, WordFacts

_SIGNS = frozenset((EDGE, NUMBER, LATIN))
_CACHE = 1 << 15

# A word that the analyser knows and that is seen less often may be a slip for any other.
_RARE = 8
# Candidates that the context likes so much less than the word itself (natural log) are not weighed.
_HOPELESS = -2.0
_FAR = -5.0
# A candidate for a word in use must be seen with its neighbours so many times more often.
_GAIN = 4
# A sibling that is not this many times rarer than the word can be meant even where the word is attested.
_RIVAL = 50
# The least confidence where the word is a slip of the repair without any context, and the context agrees.
_PLAIN = 0.86
_MOST_REPAIRS = 5
# Words with other letters (Persian ones, presentation forms) are no matter of spelling.
_LETTERS = frozenset(ALPHABET)
# The particles anna and inna without their hamza, and the forms of the verb to say, after which inna stands.
_AN = re.compile("[\u0648\u0641]?\u0627\u0646(?:\u0647|\u0647\u0627|\u0647\u0645|\u0647\u0645\u0627|\u0646\u0627|\u0646\u064a|\u064a)?")
_SAID = "\u0642\u0627\u0644(?:\u062a|\u0648\u0627|\u0627)?"
_SAYS = "\u0633?[\u064a\u062a\u0646\u0623]\u0642\u0648\u0644(?:\u0648\u0646|\u0627\u0646)?"
_SAYING = re.compile(f"[\u0648\u0641]?(?:{_SAID}|{_SAYS})")
_ABOVE, _BELOW = "\u0623", "\u0625"
_CLAUSE = 9
# Where the context prefers anna by more than this (natural log), the word before asks for it.
_INDIFFERENT = 3.0
_BOUNDARY = (EDGE, EDGE)


class Suspect(NamedTuple):
    """A word and what it may have been meant for, likeliest in this place first. place: its index among the words of the paragraph.
    said: does a form of the verb to say stand before it in the clause?."""

    place: int
    entry: Entry
    weighed: tuple[tuple[Candidate, Features], ...]
    around: Around
    said: bool = False


class _Profile(NamedTuple):
    """What is asked of a word. right: nothing, it is accepted everywhere. trusted: it is accepted where it is attested on both sides.

    near: what a word in use may be mistaken for. canonical: the entry's. strange: is it an unknown word and no slip of a known one?
    """

    entry: Entry
    right: bool
    in_use: bool
    trusted: bool
    near: tuple[Candidate, ...]
    canonical: str
    strange: bool


class Slip(NamedTuple):
    """A word that is probably wrong. repairs: best first, bare. evidence: what was seen, how often."""

    place: int
    kind: Kind
    repairs: tuple[str, ...]
    confidence: float
    evidence: tuple[tuple[str, int], ...]


class Speller:
    """Judges words in context. Holds caches only; may be shared by threads."""

    def __init__(self, judge: WordJudge, counts: Counts, calibration: Calibration, facts: WordFacts | None = None) -> None:
        self.vocabulary = Vocabulary(judge, counts, facts)
        self.candidates = Candidates(self.vocabulary)
        self._model = ContextModel(counts)
        self._calibration = calibration
        self.in_use = lru_cache(_CACHE)(self._is_in_use)
        self._profile = lru_cache(_CACHE)(self._profile_of)

    def _is_in_use(self, word: str) -> bool:
        """Is it a word that is seen in clean sources as often as one may expect?"""
        entry = self.vocabulary.entry(word)
        return entry.known and entry.clean >= _RARE

    def suspects(self, words: Sequence[str]) -> list[Suspect]:
        """What may be wrong in a paragraph: `words` are its bare words, with EDGE, NUMBER and LATIN for what is none."""
        profiles = list(map(self._profile, words))
        clean = [*_BOUNDARY, *[profile.canonical for profile in profiles], *_BOUNDARY]
        bigram = self._model.bigram
        found = []
        for index, profile in enumerate(profiles):
            if profile.right:
                continue
            before, canonical, after = clean[index + 1 : index + 4]
            if profile.trusted and bigram(before, canonical) and bigram(canonical, after):
                continue
            around = Around(clean[index], before, after, clean[index + 4])
            strangers = self._strange(before) + self._strange(after)
            if weighed := self._weigh(profile, around, strangers):
                said = _AN.fullmatch(words[index]) is not None and any(map(_SAYING.fullmatch, _clause(words, index)))
                found.append(Suspect(index, profile.entry, weighed, around, said))
        return found

    def judge(self, suspects: Sequence[Suspect], repeated: Mapping[str, int], least: float) -> list[Slip]:
        """The suspects that are slips with a confidence of `least` or more; repeated: how often each word stands in the document."""
        found = []
        for suspect in suspects:
            rated = self._rated(suspect, repeated)
            if rated and rated[0][0] >= least:
                found.append(self._slip(suspect, rated))
        return found

    def _profile_of(self, word: str) -> _Profile:
        """What is asked of a word wherever it stands."""
        if word in _SIGNS:
            return _Profile(Entry(word, True, 0, 0, word), True, True, True, (), word, False)
        entry = self.vocabulary.entry(word)
        strange = not entry.known and entry.canonical == word
        if len(word) < 2 or self.vocabulary.accepts(word) or not _LETTERS.issuperset(word):
            return _Profile(entry, True, True, True, (), entry.canonical, strange)
        if not self.in_use(word):
            return _Profile(entry, False, False, False, (), entry.canonical, strange)
        near = self.candidates.near(word)
        return _Profile(entry, not near, True, not self.rivalled(word), near, entry.canonical, strange)

    def _strange(self, word: str) -> bool:
        return self._profile(word).strange

    def rivalled(self, word: str) -> bool:
        """Is there a sibling of a word in use that can be meant even where the word is attested?"""
        vocabulary = self.vocabulary
        number = vocabulary.counts.number(word)
        if vocabulary.facts and number is not None:
            return bool(vocabulary.facts.flags[number] & RIVALLED)
        clean = vocabulary.clean(word)
        return any(vocabulary.clean(sibling) * _RIVAL >= clean for sibling in vocabulary.siblings(word))

    def _weigh(self, profile: _Profile, around: Around, strangers: int) -> tuple[tuple[Candidate, Features], ...]:
        entry = profile.entry
        if profile.in_use:
            candidates = self._better_attested(entry, profile.near, around)
        else:
            candidates = self.candidates.all(entry.text)
            if self.vocabulary.is_given_name(around.before):  # probably a family name
                candidates = tuple(candidate for candidate in candidates if candidate.edit in SIBLINGS)
        if not candidates:
            return ()
        own = self._model.score(entry.text, around)
        weighed = [(candidate, features(entry, candidate, around, own, self._model, 1, strangers)) for candidate in candidates]
        weighed.sort(key=lambda pair: -pair[1].context)
        if weighed[0][1].context < _HOPELESS:
            return ()
        best, second = weighed[0][1].context, weighed[1][1].context if len(weighed) > 1 else _FAR
        return tuple(
            (candidate, evidence._replace(margin=evidence.context - max(second if place == 0 else best, _FAR)))
            for place, (candidate, evidence) in enumerate(weighed[: _MOST_REPAIRS + 1])
        )

    def _better_attested(self, entry: Entry, candidates: Sequence[Candidate], around: Around) -> tuple[Candidate, ...]:
        """The candidates that are seen with the neighbours much more often than the word itself; a cheap sieve."""
        bigram = self._model.bigram
        _, before, after, _ = around
        least = _GAIN * (bigram(before, entry.text) + 1) * (bigram(entry.text, after) + 1)
        return tuple(
            [
                candidate
                for candidate in candidates
                if candidate.text == entry.canonical or (bigram(before, candidate.text) + 1) * (bigram(candidate.text, after) + 1) >= least
            ]
        )

    def _rated(self, suspect: Suspect, repeated: Mapping[str, int]) -> list[tuple[float, Candidate]]:
        again = math.log(max(1, repeated.get(suspect.entry.text, 1)))
        rated = [
            (self._probability(suspect.entry, candidate, evidence._replace(repeated=again)), candidate)
            for candidate, evidence in suspect.weighed
        ]
        rated.sort(key=lambda pair: -pair[0])
        return _quoting(rated, dict(suspect.weighed)) if suspect.said else rated

    def _probability(self, entry: Entry, candidate: Candidate, evidence: Features) -> float:
        probability = self._calibration.probability(candidate.edit, entry.known, evidence)
        return max(probability, _PLAIN) if evidence.canonical and evidence.context > 0 else probability

    def _slip(self, suspect: Suspect, rated: list[tuple[float, Candidate]]) -> Slip:
        confidence, best = rated[0]
        word, around = suspect.entry.text, suspect.around
        first, _, second = best.text.partition(" ")
        seen = [
            (f"{around.before} {first}", self._model.bigram(around.before, first)),
            (f"{second or first} {around.after}", self._model.bigram(second or first, around.after)),
            (word, suspect.entry.total),
        ]
        repairs = [candidate.text for probability, candidate in rated if probability > 0.02][:_MOST_REPAIRS]
        evidence = tuple((text, count) for text, count in seen if not any(sign in text for sign in _SIGNS))
        return Slip(suspect.place, kind_of(word, best.text, best.edit, self.in_use(word)), tuple(repairs), confidence, evidence)


def _clause(words: Sequence[str], index: int) -> Sequence[str]:
    """The words before a place, back to the last punctuation mark but at most `_CLAUSE`."""
    start = index
    while start > max(0, index - _CLAUSE) and words[start - 1] != EDGE:
        start -= 1
    return words[start:index]


def _quoting(rated: list[tuple[float, Candidate]], evidence: Mapping[Candidate, Features]) -> list[tuple[float, Candidate]]:
    """After a verb of saying, inna before anna, unless the context knows better."""
    if not rated or _ABOVE not in rated[0][1].text[:2]:
        return rated
    best = rated[0][1]
    for place, (_, candidate) in enumerate(rated):
        if candidate.text == best.text.replace(_ABOVE, _BELOW, 1) and evidence[best].context - evidence[candidate].context < _INDIFFERENT:
            return [(rated[0][0], candidate), (rated[0][0], best), *(pair for at, pair in enumerate(rated) if at not in (0, place))]
    return rated
