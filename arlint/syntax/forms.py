"""What a spelling can be, without its sentence: its readings as news prose uses them, and their sum.

A `Form` sums up what the detectors ask first, so that most words of running text need no readings at all. `summed` makes it
from the readings; `arlint.syntax.formtable` has the forms of the usual spellings ready.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import Protocol

from arlint.lexicon.morphology.reading import Reading
from arlint.syntax.agreement import FS, MP, MS, allowed_cells, own_cells

TEH_MARBUTA = "\u0629"
_YEH = "\u064a"
_HAMZA, _ALEF_MAQSURA = "\u0623", "\u0649"
_PREPOSITIONS, _CONJUNCTIONS = frozenset("\u0628\u0644\u0643"), frozenset("\u0648\u0641")
_SHADDA = "\u0651"
_PARTICIPLE = ("\u0645\u064f", "\u0645\u064e")


# What is known of a form besides its readings; `arlint.syntax.formtable` keeps it compiled.
FIELDS = (
    "cells", "adjective", "verb", "human", "name", "noun", "only_nominal", "only_adjective", "only_verb", "article", "definite",
    "indefinite", "to", "and_", "maybe_and",
)  # fmt: skip


class Form:
    """A spelling. Treated as immutable.

    text: bare. readings: without those that news prose does not use. tags: what detectors look for (`Tag`).
    cells: what may agree with it as a noun; adjective, verb: the cells it fills as an adjective or a finite verb; 0 for none.
    noun: can it be a noun that is no adjective; only_*: is it one in every reading. article: has it the article.
    definite: is every nominal reading definite; indefinite: can it be a noun without article and pronoun. human: does it name
    persons, None where that is not known. name: may it be a name, as an unknown word always may. to: has it an attached
    preposition in every nominal reading; and_, maybe_and: has it an attached conjunction in every reading, can it begin with one.
    """

    __slots__ = ("_lemmas", "_readings", "_source", *FIELDS, "tags", "text")

    adjective: int
    verb: int
    cells: int
    human: bool | None
    article: bool
    definite: bool
    indefinite: bool
    name: bool
    noun: bool
    only_adjective: bool
    only_nominal: bool
    only_verb: bool
    to: bool
    and_: bool
    maybe_and: bool
    tags: tuple[str, ...]

    def __init__(self, text: str, source: Source | None = None, readings: tuple[Reading, ...] | None = None) -> None:
        self.text = text
        self._source = source
        self._readings = readings
        self._lemmas: frozenset[str] | None = None

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The readings, worked out when they are first asked for."""
        if self._readings is None:
            self._readings = self._source.readings(self.text) if self._source else ()
        return self._readings

    @property
    def lemmas(self) -> frozenset[str]:
        """The bare lemmas of the readings."""
        if self._lemmas is None:
            known = self._source.lemmas(self.text) if self._source else None
            self._lemmas = frozenset(reading.bare_lemma for reading in self.readings) if known is None else known
        return self._lemmas


class Source(Protocol):
    """Where a form gets what it does not carry."""

    def readings(self, text: str) -> tuple[Reading, ...]: ...

    def lemmas(self, text: str) -> frozenset[str] | None: ...


def summed(text: str, readings: tuple[Reading, ...], human: bool | None, name: bool) -> Form:
    """The form of a spelling with these readings."""
    form = Form(text, None, readings)
    nominal = [reading for reading in readings if reading.nominal]
    adjectives = [reading for reading in nominal if reading.adjectival or reading.pos == "adj"]
    nouns = _nouns(nominal, adjectives)
    verbs = [reading for reading in readings if reading.pos == "verb"]
    # Words in mu- and ma- are participles more often than not; that they are nouns too makes them doubtful, not certain.
    participles = [reading for reading in nouns if reading.lemma.startswith(_PARTICIPLE) and not reading.stem.endswith(_ALEF_MAQSURA)]
    form.human = human
    form.name = name or (bool(text) and not readings) or any(reading.pos == "name" for reading in nominal)
    form.noun = bool(nouns)
    form.only_nominal = bool(nominal) and len(nominal) == len(readings)
    form.only_adjective = bool(adjectives) and not nouns and len(nominal) == len(readings)
    form.only_verb = bool(verbs) and len(verbs) == len(readings)
    common = [reading for reading in nominal if reading.pos != "name"] or nominal
    form.cells = _sum(allowed_cells(reading, human) | _collective(reading) for reading in common)
    form.adjective = _sum(_spelled_cells(reading) for reading in (*adjectives, *participles) if reading.state != "c")
    form.verb = _sum(own_cells(reading) for reading in verbs if reading.person == "3")
    form.article = bool(nominal) and all(reading.state == "d" for reading in nominal)
    form.definite = bool(nominal) and all(reading.definite for reading in nominal)
    form.indefinite = any(not reading.definite for reading in nominal) and not any(reading.state in ("d", "e") for reading in nominal)
    _read_proclitics(form, nominal)
    form.tags = _tags(form)
    return form


def _read_proclitics(form: Form, nominal: list[Reading]) -> None:
    readings, first = form.readings, form.text[:1]
    form.to = bool(nominal) and all(not _PREPOSITIONS.isdisjoint(reading.proclitics) for reading in nominal)
    form.and_ = bool(readings) and all(not _CONJUNCTIONS.isdisjoint(reading.proclitics) for reading in readings)
    form.maybe_and = first in _CONJUNCTIONS and (not readings or any(reading.proclitics[:1] == (first,) for reading in readings))


def _nouns(nominal: list[Reading], adjectives: list[Reading]) -> list[Reading]:
    """The readings as a noun. Nisba words stand twice, as adjective and as noun; as nouns they say nothing more. Two words that
    only look alike, as access and piercing do, are two."""
    adjectival = {_word(reading) for reading in adjectives if reading.adjectival or reading.bare_lemma.endswith(_YEH)}
    adjectival -= {_word(reading) for reading in nominal if reading.lemma.startswith(_PARTICIPLE) and not reading.adjectival}
    return [reading for reading in nominal if reading.pos in ("noun", "num") and _word(reading) not in adjectival]


def _word(reading: Reading) -> str:
    """The lemma, doubled letters told apart from single ones."""
    return reading.lemma if _SHADDA in reading.lemma and not reading.bare_lemma.endswith(_YEH) else reading.bare_lemma


class Tag:
    """What a detector may look for first; each is kept by the places where it occurs (`Analysis.having`)."""

    ADJECTIVE = "adjective"
    DEMONSTRATIVE = "demonstrative"
    RELATIVE = "relative"
    VERB = "verb"
    VERB_OR_NOUN = "verb or noun"
    PREPOSITION = "preposition"
    NOMINATIVE = "nominative"
    OBLIQUE = "oblique"
    TANWEEN = "tanween"
    FIVE = "five nouns"
    PERSON = "person"
    VERB_TO_BE = "verb to be"


TAGS = tuple(value for name, value in vars(Tag).items() if name.isupper())

# Kana and its sisters, with those that need a negation (ma zala).
_TO_BE = frozenset("كان أصبح ليس ظل بات أمسى أضحى زال دام انفك فتئ برح".split())
FIVE_LEMMAS = frozenset(("\u0623\u0628", "\u0623\u062e", "\u062d\u0645", "\u0630\u0648"))


def _tags(form: Form) -> tuple[str, ...]:
    found: list[str] = []
    readings = form.readings
    if form.adjective:
        found.append(Tag.ADJECTIVE)
    if form.only_verb and form.verb:
        found.append(Tag.VERB)
    elif form.verb and form.noun and not form.adjective:
        found.append(Tag.VERB_OR_NOUN)
    if any(reading.closed for reading in readings):
        found += _closed_tags(readings)
    if form.verb and form.lemmas & _TO_BE:
        found.append(Tag.VERB_TO_BE)
    if form.human and form.noun and form.cells in (MS, FS):
        found.append(Tag.PERSON)
    if form.only_nominal:
        found += _case_tags(readings)
    return tuple(tag for tag in TAGS if tag in found)


def _closed_tags(readings: tuple[Reading, ...]) -> list[str]:
    kinds = {reading.pos for reading in readings if reading.closed}
    found = [tag for pos, tag in (("dem", Tag.DEMONSTRATIVE), ("rel", Tag.RELATIVE), ("prep", Tag.PREPOSITION)) if pos in kinds]
    if any(reading.bare_lemma in FIVE_LEMMAS and reading.case for reading in readings if reading.closed):
        found.append(Tag.FIVE)
    return found


def _case_tags(readings: tuple[Reading, ...]) -> list[str]:
    cases = {reading.case for reading in readings}
    found = [tag for case, tag in (("n", Tag.NOMINATIVE), ("ga", Tag.OBLIQUE)) if case in cases and "" not in cases]
    return [*found, Tag.TANWEEN] if "a" in cases else found


# Broken plurals of persons that print also treats as a singular: youth, people.
_COLLECTIVES = frozenset(("شباب", "ناس", "بشر", "جمهور", "شعب"))
_YEH_NOON = "\u064a\u0646"


def _collective(reading: Reading) -> int:
    return MS if reading.stem in _COLLECTIVES else 0


def _spelled_cells(reading: Reading) -> int:
    """The cells of an adjective; -in is spelled like the dual -ayn, and the tables give some adjectives only the one."""
    cells = own_cells(reading)
    return cells | MP if reading.suffix == _YEH_NOON and reading.gender == "m" else cells


def _sum(cells: Iterable[int]) -> int:
    return reduce(or_, cells, 0)


def in_print(readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """The readings without those that a better one drives out in news prose; never none of some.

    Commands, the first and second person, and rare analyses of a spelling that has an everyday one.
    """
    kept = [_mended(reading) for reading in readings if _usual(reading)]
    if not kept:
        return tuple(_mended(reading) for reading in readings)
    relational = any(reading.pos == "adj" and reading.stem.endswith(_YEH) for reading in kept)
    if relational:
        kept = [reading for reading in kept if not (reading.suffix == _YEH or (reading.suffix.startswith(_YEH) and reading.enclitic))]
    return tuple(kept)


def _usual(reading: Reading) -> bool:
    if reading.closed:
        return True
    if reading.pos == "verb":
        # A third person feminine singular of the perfect ends in -t; without it, it is a rare feminine plural.
        bad_feminine = reading.aspect == "p" and reading.gender == "f" and not reading.suffix
        return reading.aspect != "c" and reading.person == "3" and not bad_feminine
    return reading.enclitic != _YEH


def _mended(reading: Reading) -> Reading:
    """A word in ta marbuta that is its own lemma is a singular."""
    if reading.broken and reading.suffix == TEH_MARBUTA and reading.bare_lemma == reading.stem + TEH_MARBUTA:
        return reading._replace(gender="f", number="s", broken=False, singular_gender="f")
    if reading.gender == "f" and _is_weak_elative(reading):
        return reading._replace(gender="mf")
    return reading


def _is_weak_elative(reading: Reading) -> bool:
    """Highest, farthest, lowest: the final -a of these is of the root, and they are masculine."""
    stem = reading.stem
    return reading.adjectival and len(stem) == 4 and stem[0] == _HAMZA and stem[-1] == _ALEF_MAQSURA and not reading.closed
