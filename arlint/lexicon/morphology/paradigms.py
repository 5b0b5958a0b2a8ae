"""From a word to its sister forms: the same lemma with another gender, number, case, state, person or mood.

>>> Paradigms(Analyser()).inflect("\u0648\u0632\u064a\u0631\u0629", gender="m")
('\u0648\u0632\u064a\u0631',)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TypedDict, Unpack

from arlint.lexicon.morphology.analyser import Analyser
from arlint.lexicon.morphology.reading import NOMINAL, Reading
from arlint.lexicon.morphology.stems import Features, Prefix, Suffix, combine
from arlint.lexicon.morphology.tables import Stem
from arlint.records import NamedTuple

_ARTICLE = "\u0627\u0644"
_COMPARED = ("gender", "number", "state", "case", "person", "aspect", "mood", "voice")

# A bare noun may be indefinite or construct; a visible ending says which.
_COMPATIBLE_STATES = {"b": "bic", "i": "bi", "c": "bc", "d": "d", "e": "e", "": ""}


class Wanted(TypedDict, total=False):
    """Features to change, by the letters of `Reading`; what is left out stays as it is."""

    gender: str
    number: str
    state: str
    case: str
    person: str
    aspect: str
    mood: str


class Form(NamedTuple):
    """One form of a lemma: the whole word, its stem, and what it says."""

    spelling: str
    stem: str
    features: Features


class Paradigms:
    """Proposes forms that the tables know. Stateless beside the analyser whose tables it reads."""

    def __init__(self, analyser: Analyser) -> None:
        self._analyser = analyser
        self._tables = analyser.tables
        self._prefixes = [prefix for group in self._tables.prefixes.values() for prefix in group]
        self._suffixes = [suffix for group in self._tables.suffixes.values() for suffix in group]
        self._prefixes_with = lru_cache(64)(self._with_proclitics)
        self._suffixes_with = lru_cache(64)(self._with_enclitic)

    def inflect(self, word: str, **wanted: Unpack[Wanted]) -> tuple[str, ...]:
        """The forms of `word` (bare spelling) with the features `wanted`, best first, without the word itself.

        Every open reading of the word counts; clitics stay. A wanted state "d" adds the article, "b" and "c" drop it.
        """
        forms = (form for reading in self._analyser.analyse(word) for form in self.inflect_reading(reading, **wanted))
        return tuple(dict.fromkeys(form for form in forms if form != word))

    def inflect_reading(self, reading: Reading, **wanted: Unpack[Wanted]) -> tuple[str, ...]:
        """The forms of one reading with the features `wanted`, those of the same stem first."""
        asked: dict[str, str] = {name: value for name, value in wanted.items() if isinstance(value, str)}
        found = [form for form in self.forms(reading, asked.get("state")) if _agrees(form.features, reading, asked)]
        return tuple(dict.fromkeys(form.spelling for form in sorted(found, key=lambda form: form.stem != reading.stem)))

    def forms(self, reading: Reading, state: str | None = None) -> Iterator[Form]:
        """All forms of the reading's lemma with its clitics; with a `state`, the article and the pronoun as it asks.

        Broken plurals and feminines of another stem (akhar, ukhra) are among them.
        """
        proclitics = _proclitics(reading.proclitics, state)
        enclitic = reading.enclitic if state in (None, "e") else ""
        for stem in self._tables.stems_of(reading.lemma):
            for left, right in self._affixes(stem, proclitics, enclitic):
                spelling = left.surface + stem.spelling + right.surface
                yield Form(spelling, stem.spelling, combine(left, stem.features, right))

    def _affixes(self, stem: Stem, proclitics: tuple[str, ...], enclitic: str) -> Iterator[tuple[Prefix, Suffix]]:
        tables, bit = self._tables, 1 << stem.category
        suffixes = [suffix for suffix in self._suffixes_with(enclitic) if tables.suffix_stem[suffix.category] & bit]
        for prefix in self._prefixes_with(proclitics):
            if tables.prefix_stem[prefix.category] & bit:
                meets = tables.prefix_suffix[prefix.category]
                yield from ((prefix, suffix) for suffix in suffixes if meets >> suffix.category & 1)

    def _with_proclitics(self, proclitics: tuple[str, ...]) -> tuple[Prefix, ...]:
        return tuple(prefix for prefix in self._prefixes if prefix.proclitics == proclitics)

    def _with_enclitic(self, enclitic: str) -> tuple[Suffix, ...]:
        return tuple(suffix for suffix in self._suffixes if suffix.enclitic == enclitic)


def _proclitics(proclitics: tuple[str, ...], state: str | None) -> tuple[str, ...]:
    if state is None:
        return proclitics
    without = tuple(proclitic for proclitic in proclitics if proclitic != _ARTICLE)
    return (*without, _ARTICLE) if state == "d" else without


def _agrees(features: Features, reading: Reading, wanted: Mapping[str, str]) -> bool:
    """Has the form what is wanted, and for the rest what the reading has?"""
    if features.closed != reading.closed or (features.pos != reading.pos and not {features.pos, reading.pos} <= NOMINAL):
        return False
    return all(
        _meets(wanted[name], getattr(features, name)) if name in wanted else _keeps(name, features, reading, wanted) for name in _COMPARED
    )


def _meets(asked: str, given: str) -> bool:
    return not asked or bool(set(asked) & set(given))


def _keeps(name: str, features: Features, reading: Reading, wanted: Mapping[str, str]) -> bool:
    old: str = getattr(reading, name)
    new: str = getattr(features, name)
    if name == "state":
        # Tanween and the nun of dual and plural come and go with number and case.
        return new in _COMPATIBLE_STATES.get(old, old)
    if name == "case":
        # Nobody asked for the alif of tanween.
        return new == old if "a" in (new, old) else not old or not new or bool(set(old) & set(new)) or "number" in wanted
    if name == "person":
        return old == new
    return not old or not new or bool(set(old) & set(new))
