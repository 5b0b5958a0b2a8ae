"""The word checker: which words of a paragraph are probably slips, of what kind, and what was meant.

It runs once for all spelling rules. `Speller.suspects` looks at a paragraph by itself; `Speller.judge` weighs what was found
by what the whole document shows (a word used again and again is meant). Both are pure functions of their arguments.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence

from arlint.lexicon.counts.store import EDGE, Counts
from arlint.lexicon.spelling.calibration import Calibration
from arlint.lexicon.spelling.candidates import Candidate, Candidates
from arlint.lexicon.spelling.context import Around, ContextModel
from arlint.lexicon.spelling.evidence import REPEATED, Evidence, Features, rival
from arlint.lexicon.spelling.kinds import Kind, kind_of
from arlint.lexicon.spelling.leanings import LEANING, MOST_LEANING, NO_LEANINGS, Leanings
from arlint.lexicon.spelling.profiles import PLAIN, SIGNS, Profile, Profiles
from arlint.lexicon.spelling.vocabulary import Entry, Vocabulary, WordJudge
from arlint.lexicon.spelling.wordfacts import RIVALLED, WordFacts
from arlint.records import NamedTuple

# Candidates that the context likes so much less than the word itself (natural log) are not weighed.
_HOPELESS = -2.0
_FAR = -5.0
# A candidate for a word in use must be seen with its neighbours so many times more often.
_GAIN = 4
# How much larger a count may look than another on the scale of the tables.
_TOLERANCE = 1.1
# The least confidence where the word is a slip of the repair without any context, and the context agrees.
_PLAIN = 0.86
_MOST_REPAIRS = 5
_CERTAIN = 0.9999
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


class Look(NamedTuple):
    """What a paragraph shows by itself. doubtful: the places of words that may be misspelled names."""

    suspects: list[Suspect]
    doubtful: list[int]


class Slip(NamedTuple):
    """A word that is probably wrong, with the confidence that it is. repairs: best first, bare. evidence: what was seen, how often."""

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
        self.profiles = Profiles(self.vocabulary, self.candidates)
        self.in_use = self.profiles.in_use
        self._counts = counts
        self._pairs = counts.pairs_by_number
        self._near = counts.near(facts.ends, facts.words, facts.flags, RIVALLED) if facts else None
        self._model = ContextModel(counts)
        self._calibration = calibration

    def suspects(self, words: Sequence[str], least: float = 0.0) -> list[Suspect]:
        """The suspects that `look` finds."""
        return self.look(words, least).suspects

    def look(self, words: Sequence[str], least: float) -> Look:
        """What may be wrong in a paragraph: `words` are its bare words, with EDGE, NUMBER and LATIN for what is none.

        least: those are left out that are less sure than this however often the word stands in the document.
        """
        profiles = list(map(self.profiles.__getitem__, words))
        odd = [index for index, profile in enumerate(profiles) if profile is not PLAIN]
        doubtful = [index for index in odd if profiles[index].doubtful]
        asked = [index for index in odd if not profiles[index].right]
        return Look(self._suspects(words, profiles, odd, asked, least) if asked else [], doubtful)

    def _suspects(
        self, words: Sequence[str], profiles: Sequence[Profile], odd: Iterable[int], asked: Iterable[int], least: float
    ) -> list[Suspect]:
        """odd: the places of words that are not plain; asked: of those among them that may be wrong."""
        clean, found = [*_BOUNDARY, *words, *_BOUNDARY], []
        for index in odd:
            if canonical := profiles[index].canonical:
                clean[index + len(_BOUNDARY)] = canonical
        for index, candidates in self._meant(words, profiles, asked, clean):
            around = Around(clean[index], clean[index + 1], clean[index + 3], clean[index + 4])
            strangers = self.profiles[around.before].strange + self.profiles[around.after].strange
            weighed = self._weighed(words[index], candidates, around, strangers)
            if weighed and self._can_be(words[index], weighed, least):
                found.append(Suspect(index, self.vocabulary.entry(words[index]), weighed, around, _said(words, index)))
        return found

    def judge(self, suspects: Sequence[Suspect], repeated: Mapping[str, int], least: float, leanings: Leanings = NO_LEANINGS) -> list[Slip]:
        """The suspects that are slips with a confidence of `least` or more.

        repeated: how often each word stands in the document; leanings: what its writer does again and again.
        """
        found = []
        for suspect in suspects:
            rated = self._rated(suspect, repeated, leanings)
            if rated and _sure(rated) >= least:
                found.append(self._slip(suspect, rated))
        return found

    def _meant(
        self, words: Sequence[str], profiles: Sequence[Profile], asked: Iterable[int], clean: Sequence[str]
    ) -> list[tuple[int, Sequence[Candidate]]]:
        """The places of words that may be meant for others, with these. clean: the canonical spellings, framed by `_BOUNDARY`."""
        numbers = list(map(self._counts.number, clean))
        found: list[tuple[int, Sequence[Candidate]]] = []
        weighed = []
        for index in asked:
            profile, place = profiles[index], index + len(_BOUNDARY)
            if profile.weighed:
                weighed.append(place)
            elif candidates := self._candidates(words[index], profile, clean[place - 1], numbers[place - 1 : place + 2]):
                found.append((index, candidates))
        if weighed and self._near:
            better = self._pairs.better_attested(numbers, weighed, self._near, _GAIN, _TOLERANCE)
            found += [(place - len(_BOUNDARY), self.candidates.at(places)) for place, places in better]
            found.sort(key=_place)
        return found

    def _candidates(self, word: str, profile: Profile, ahead: str, numbers: Sequence[int]) -> Sequence[Candidate]:
        """What may be meant by a word.

        ahead: the word before it. numbers: those of that word, of its own canonical spelling, and of the word after it.
        """
        before, number, after = numbers
        if profile.in_use:
            own = self._pairs.beside(before, number, after)
            if profile.trusted and all(own):
                return ()
            if profile.canonical:
                own = self._pairs.beside(before, self._counts.number(word), after)
            return self._better_attested(profile, before, after, own)
        family_name = self.vocabulary.is_given_name(ahead)
        return self.candidates.siblings(word) if family_name else self.candidates.all(word)

    def _better_attested(self, profile: Profile, before: int, after: int, own: tuple[int, int]) -> list[Candidate]:
        """As `Pairs.better_attested`, for what the compiled facts do not tell, and with the canonical spelling whatever its context."""
        least = _GAIN * (own[0] + 1) * (own[1] + 1)
        found = []
        for candidate in profile.near:
            ahead, behind = self._pairs.beside(before, candidate.number, after)
            if candidate.text == profile.canonical or (ahead + 1) * (behind + 1) >= least:
                found.append(candidate)
        return found

    def _weighed(
        self, word: str, candidates: Iterable[Candidate], around: Around, strangers: int
    ) -> tuple[tuple[Candidate, Features], ...]:
        """The likeliest candidates and what speaks for each; none where the word itself fits best by far."""
        entry, place = self.vocabulary.entry(word), self._model.at(around)
        own = place.beside(entry.number)
        itself = place.score(word, entry.total, own)
        rivals = sorted((rival(candidate, around, place, self._model) for candidate in candidates), key=lambda one: -one.score)
        if not rivals or (best := rivals[0].score - itself) < _HOPELESS:
            return ()
        second = rivals[1].score - itself if len(rivals) > 1 else _FAR
        evidence, weighed = Evidence(entry, own, strangers), []
        for at, one in enumerate(rivals[: _MOST_REPAIRS + 1]):
            context = one.score - itself
            margin = context - max(second if at == 0 else best, _FAR)
            weighed.append((one.candidate, evidence.of(one, context, margin)))
        return tuple(weighed)

    def _can_be(self, word: str, weighed: Iterable[tuple[Candidate, Features]], least: float) -> bool:
        """Can it be as sure as this that one of them was meant?"""
        known, ceiling = self.vocabulary.entry(word).known, self._calibration.ceiling
        sure = 0.0
        for candidate, evidence in weighed:
            further = MOST_LEANING if candidate.edit in LEANING else 0.0
            sure += 1.0 if evidence.canonical and evidence.context > 0 else ceiling(candidate.edit, known, evidence, REPEATED, further)
            if sure >= least:
                return True
        return False

    def _rated(self, suspect: Suspect, repeated: Mapping[str, int], leanings: Leanings) -> list[tuple[float, Candidate]]:
        again = math.log(max(1, repeated.get(suspect.entry.text, 1)))
        rated = [
            (self._probability(suspect.entry, candidate, evidence._replace(repeated=again) if again else evidence, leanings), candidate)
            for candidate, evidence in suspect.weighed
        ]
        rated.sort(key=lambda pair: -pair[0])
        return _quoting(rated, dict(suspect.weighed)) if suspect.said else rated

    def _probability(self, entry: Entry, candidate: Candidate, evidence: Features, leanings: Leanings) -> float:
        leaning = leanings.get((entry.text[-1], candidate.text[-1]), 0.0) if leanings and candidate.edit in LEANING else 0.0
        probability = self._calibration.probability(candidate.edit, entry.known, evidence, leaning)
        return max(probability, _PLAIN) if evidence.canonical and evidence.context > 0 else probability

    def _slip(self, suspect: Suspect, rated: list[tuple[float, Candidate]]) -> Slip:
        best, confidence = rated[0][1], _sure(rated)
        word, around = suspect.entry.text, suspect.around
        first, _, second = best.text.partition(" ")
        seen = [
            (f"{around.before} {first}", self._model.bigram(around.before, first)),
            (f"{second or first} {around.after}", self._model.bigram(second or first, around.after)),
            (word, suspect.entry.total),
        ]
        repairs = [candidate.text for probability, candidate in rated if probability > 0.02][:_MOST_REPAIRS]
        evidence = tuple((text, count) for text, count in seen if not any(sign in text for sign in SIGNS))
        return Slip(suspect.place, kind_of(word, best.text, best.edit, self.in_use(word)), tuple(repairs), confidence, evidence)


def _sure(rated: Iterable[tuple[float, Candidate]]) -> float:
    """How likely one of the repairs is the right one, and so the word wrong."""
    return min(_CERTAIN, sum(probability for probability, _ in rated))


def _place(found: tuple[int, object]) -> int:
    return found[0]


def _said(words: Sequence[str], index: int) -> bool:
    """Is the word anna or inna without its hamza, with a verb of saying before it in the clause?"""
    return _AN.fullmatch(words[index]) is not None and any(map(_SAYING.fullmatch, _clause(words, index)))


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
