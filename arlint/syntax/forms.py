"""What a spelling can be, without its sentence: its readings as news prose uses them, and their sum.

A `Form` is made once for each spelling and kept, so that a word of running text costs one look-up. Start at `forms_of`.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache, reduce
from operator import or_

from arlint.lexicon.lexicon import Lexicon
from arlint.lexicon.reading import Reading
from arlint.syntax.agreement import FS, MP, MS, allowed_cells, own_cells

_CACHE = 1 << 16

TEH_MARBUTA = "\u0629"
_YEH = "\u064a"
# Judges, governors, shepherds: broken plurals in -at of weak roots name persons.
_PERSONS_IN_TEH = "\u0627\u0629"
_HAMZA, _ALEF_MAQSURA = "\u0623", "\u0649"
_PARTICIPLE = ("\u0645\u064f", "\u0645\u064e")
_ARTICLE = "\u0627\u0644"
_RELATIVE_OF_PERSONS, _RELATIVE_OF_THINGS = "\u0627\u0644\u0630\u064a\u0646", "\u0627\u0644\u062a\u064a"

# Enough sightings to tell nouns of persons from nouns of things, and how clear they must be.
_SEEN, _CLEAR, _RARE = 4, 8, 40


class Form:
    """A spelling. Treated as immutable.

    text: bare. readings: without those that news prose does not use. tags: what detectors look for (`Tag`).
    cells: what may agree with it as a noun; adjective, verb: the cells it fills as an adjective or a finite verb; 0 for none.
    noun, only_*: can it be a noun that is no adjective; is it an adjective (a noun, a verb) in every reading.
    definite: is every nominal reading definite; indefinite: is none. name: may it be a name, as an unknown word always may.
    """

    __slots__ = (
        "adjective", "article", "cells", "definite", "human", "indefinite", "lemmas", "name", "noun", "only_adjective",
        "only_nominal", "only_verb", "readings", "tags", "text", "verb",
    )  # fmt: skip

    def __init__(self, text: str, readings: tuple[Reading, ...], human: bool | None, name: bool) -> None:
        nominal = [reading for reading in readings if reading.nominal]
        adjectives = [reading for reading in nominal if reading.adjectival or reading.pos == "adj"]
        # Nisba words stand twice, as adjective and as noun; as nouns they say nothing more.
        adjectival = {reading.lemma for reading in adjectives if reading.adjectival or reading.bare_lemma.endswith(_YEH)}
        adjectival -= {reading.lemma for reading in nominal if reading.lemma.startswith(_PARTICIPLE) and not reading.adjectival}
        nouns = [reading for reading in nominal if reading.pos in ("noun", "num") and reading.lemma not in adjectival]
        verbs = [reading for reading in readings if reading.pos == "verb"]
        self.text = text
        self.readings = readings
        self.human = human
        self.name = name or (bool(text) and not readings) or any(reading.pos == "name" for reading in nominal)
        self.noun = bool(nouns)
        self.only_nominal = bool(nominal) and len(nominal) == len(readings)
        self.only_adjective = bool(adjectives) and not nouns and len(nominal) == len(readings)
        self.only_verb = bool(verbs) and len(verbs) == len(readings)
        self.cells = _sum(allowed_cells(reading, human) | _collective(reading) for reading in nominal)
        # Words in mu- and ma- are participles more often than not; that they are nouns too makes them doubtful, not certain.
        participles = [reading for reading in nouns if reading.lemma.startswith(_PARTICIPLE) and not reading.stem.endswith(_ALEF_MAQSURA)]
        self.adjective = _sum(_spelled_cells(reading) for reading in (*adjectives, *participles) if reading.state != "c")
        self.verb = _sum(own_cells(reading) for reading in verbs if reading.person == "3")
        self.article = bool(nominal) and all(reading.state == "d" for reading in nominal)
        self.definite = bool(nominal) and all(reading.definite for reading in nominal)
        self.indefinite = bool(nominal) and not any(reading.definite for reading in nominal)
        self.lemmas = frozenset(reading.bare_lemma for reading in readings)
        self.tags = _tags(self)


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
    return tuple(found)


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


class Forms:
    """The forms of one lexicon, made as they are asked for."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self.get = lru_cache(_CACHE)(self._make)

    def _make(self, text: str) -> Form:
        readings = in_print(self._lexicon.analyser.analyse(text))
        name = self._lexicon.words.name(text) is not None
        human = self._human(readings)
        if human and (nouns := tuple(reading for reading in readings if reading.pos != "name")):
            readings = nouns  # a title is taken for the title, though families are called so
        return Form(text, readings, human, name)

    def _human(self, readings: tuple[Reading, ...]) -> bool | None:
        """Does the noun name persons? The list of such nouns knows, of sound plurals in -un the form, else the relative in print."""
        humans = self._lexicon.words.humans
        listed = weak = False
        plural = ""
        for reading in readings:
            if not reading.nominal:
                continue
            if reading.sound_plural and reading.gender == "m":
                return True
            listed = listed or reading.bare_lemma in humans or reading.stem in humans or reading.stem + reading.suffix in humans
            if reading.number == "p":
                plural = reading.stem + reading.suffix.removesuffix(reading.enclitic)
                weak = weak or (reading.broken and plural.endswith(_PERSONS_IN_TEH))
        seen = self._human_in_print(plural) if plural else None
        if listed:  # a list of persons knows one sense of a word; print may know another
            return None if seen is False else True
        return None if weak and seen is False else seen

    def _human_in_print(self, plural: str) -> bool | None:
        """Which relative follows the definite plural: that of persons, or that of things? None when both do, or neither."""
        counts = self._lexicon.counts
        persons = counts.bigram(_ARTICLE + plural, _RELATIVE_OF_PERSONS)
        things = counts.bigram(_ARTICLE + plural, _RELATIVE_OF_THINGS)
        if things >= _SEEN and persons * _RARE <= things:
            return False
        return True if persons >= _SEEN and things * _CLEAR <= persons else None


@lru_cache(4)
def forms_of(lexicon: Lexicon) -> Forms:
    """The forms of a lexicon, shared by all texts."""
    return Forms(lexicon)


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
