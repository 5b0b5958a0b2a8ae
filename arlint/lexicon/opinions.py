"""What a lexicon backend is, and how the opinions of several are put together.

A backend answers three questions about a single bare word. The built-in lexicon is the reference: `BuiltIn` answers as arlint
does without any backend. A backend may know nothing of a question: no readings, None.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Protocol

from arlint.lexicon.letters import ALEF, ALEF_MAQSURA, ALEFS, HAMZA, HAMZA_ON_WAW, HAMZA_ON_YA, HEH, TEH_MARBUTA, WAW, YEH
from arlint.lexicon.morphology.analyser import Analyser
from arlint.lexicon.morphology.reading import Reading
from arlint.lexicon.words import WordLists

_CACHE = 1 << 15
_SEATS = HAMZA + HAMZA_ON_WAW + HAMZA_ON_YA
_HAMZA_BEHIND_YA = (YEH + HAMZA, ALEF_MAQSURA + HAMZA)
_INVARIABLE = "sdp"  # elatives and their like: the same for any gender and number, though a database counts them as masculines
_FINALS = {HEH: TEH_MARBUTA, TEH_MARBUTA: HEH, YEH: ALEF_MAQSURA, ALEF_MAQSURA: YEH}


class Backend(Protocol):
    """A lexicon. Answers are pure functions of the word; they are asked from several threads.

    has_morphology: False where `readings` and `persons` never say anything; what arlint has compiled of readings then stays in use.
    accepts: is this exact spelling a word? readings: the ways to take it apart, () where the backend has no morphology.
    persons: does it name persons, None where that is not known. trusted: does the person who runs arlint vouch for its words, so
    that one is accepted though it looks like the misspelling of another?
    """

    @property
    def has_morphology(self) -> bool: ...

    def accepts(self, word: str) -> bool: ...

    def readings(self, word: str) -> tuple[Reading, ...]: ...

    def persons(self, word: str) -> bool | None: ...

    def trusted(self, word: str) -> bool: ...


class BuiltIn:
    """The reference: what arlint's own lexicon answers."""

    has_morphology = True

    def __init__(self, analyser: Analyser, words: WordLists) -> None:
        self._analyser = analyser
        self._words = words

    def accepts(self, word: str) -> bool:
        """Does the analyser explain it, or is it a name of the lists?"""
        return self._analyser.known(word) or self._words.name(word) is not None

    def readings(self, word: str) -> tuple[Reading, ...]:
        """The readings of the analyser."""
        return self._analyser.analyse(word)

    def persons(self, word: str) -> bool | None:
        """Is it on the list of nouns that name persons?"""
        return True if any(reading.bare_lemma in self._words.humans for reading in self.readings(word)) else None

    def trusted(self, word: str) -> bool:
        """The user vouches for nothing here."""
        return False


class Opinions:
    """What the backends say on top of the built-in lexicon."""

    def __init__(self, first: Backend, backends: Sequence[Backend]) -> None:
        self._first = first
        self._backends = tuple(backends)
        self.on_readings = any(backend.has_morphology for backend in self._backends)  # do they say anything of them?
        self.accepts = lru_cache(_CACHE)(self._accepts)
        self.vouches = lru_cache(_CACHE)(self._vouches)
        self.persons = lru_cache(_CACHE)(self._persons)

    def _accepts(self, word: str) -> bool:
        """Is a word that the built-in lexicon does not know a word all the same, and no misspelling of one that it knows?"""
        if self._first.accepts(word):
            return False
        if self.vouches(word):
            return True
        return any(backend.accepts(word) for backend in self._backends) and not any(map(self._first.accepts, siblings(word)))

    def _vouches(self, word: str) -> bool:
        """Does the person who runs arlint vouch for a word that the built-in lexicon does not know?"""
        return any(backend.trusted(word) for backend in self._backends) and not self._first.accepts(word)

    def _persons(self, word: str) -> bool | None:
        answers = (backend.persons(word) for backend in self._backends)
        return next((answer for answer in answers if answer is not None), None)

    def readings(self, word: str, first: tuple[Reading, ...]) -> tuple[Reading, ...]:
        """The readings of a word whose built-in ones are `first`. Function words are the built-in lexicon's own matter."""
        if any(reading.closed for reading in first):
            return first
        found = tuple(reading for backend in self._backends for reading in backend.readings(word))
        if not found or (not first and not self.accepts(word)):
            return first
        return merged(first, found)


class ReviewedAnalyser(Analyser):
    """The built-in analyser with what the backends say of each word; shares its tables."""

    def __init__(self, first: Analyser, opinions: Opinions) -> None:
        self.__dict__.update(first.__dict__)
        self._first = first
        self._opinions = opinions
        self._cached = lru_cache(_CACHE)(self._readings)

    def _readings(self, word: str) -> tuple[Reading, ...]:
        return self._opinions.readings(word, self._first.analyse(word))


def siblings(word: str) -> Iterator[str]:
    """The spellings that differ from the word in one alif or hamza, in what the dots of its last letter say, in the seat of the
    hamza at its end, or in the alif behind the waw of a verb."""
    for place, letter in enumerate(word):
        for group in (ALEFS, _SEATS):
            if letter in group:
                yield from (word[:place] + other + word[place + 1 :] for other in group if other != letter)
    if word[-1:] in _FINALS:
        yield word[:-1] + _FINALS[word[-1]]
    if word.endswith(_HAMZA_BEHIND_YA):
        yield word[:-2] + HAMZA_ON_YA
    if word.endswith(WAW):
        yield word + ALEF


def merged(first: tuple[Reading, ...], second: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """The first readings with the gender and number of the second ones that take the word apart alike; behind them the second
    ones that are like none of the first, so that a finding needs them to be wrong too."""
    known = {_key(reading) for reading in first}
    corrected = tuple(_corrected(reading, [other for other in second if _key(other) == _key(reading)]) for reading in first)
    return (*corrected, *dict.fromkeys(reading for reading in second if _key(reading) not in known))


def _key(reading: Reading) -> tuple[bool, tuple[str, ...], str, str]:
    stem = reading.prefix + reading.stem + reading.suffix.removesuffix(reading.enclitic)
    return reading.nominal, reading.proclitics, stem, reading.bare_lemma if reading.nominal else ""


def _corrected(reading: Reading, alike: Sequence[Reading]) -> Reading:
    if not reading.nominal or not alike or reading.number == _INVARIABLE:
        return reading
    # Of one spelling: a broken plural and a dual, words that only their vowels tell apart, an accusative and a dual without its nun.
    for part in ("stem", "lemma", "state"):
        alike = [other for other in alike if getattr(other, part) == getattr(reading, part)] or alike
    genders, numbers = _letters(other.gender for other in alike), _letters(other.number for other in alike)
    return reading._replace(
        gender="".join(letter for letter in "mf" if letter in genders) or reading.gender,
        number="".join(letter for letter in "sdp" if letter in numbers) or reading.number,
        adjectival=reading.adjectival or any(other.adjectival for other in alike),
        broken=any(other.broken for other in alike) if numbers == {"p"} else reading.broken and "p" in numbers,
    )


def _letters(values: Iterator[str]) -> set[str]:
    return set("".join(values))
