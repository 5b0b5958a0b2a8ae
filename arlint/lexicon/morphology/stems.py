"""What a stem and the affixes around it contribute to a reading: the compiled records and how they combine."""

from __future__ import annotations

from arlint.lexicon.morphology.reading import NOMINAL
from arlint.records import NamedTuple


class StemClass(NamedTuple):
    """The features of a stem before its affixes; many stems share one. See `Reading` for the letters.

    at_gender is the gender of the singular of its plural in alif and ta, ta_gender that of the stem with ta marbuta.
    `override` tells that no other reading of the same word is kept beside it; an elative serves every gender and number (the
    countries most in debt).
    """

    pos: str
    gender: str = ""
    number: str = ""
    state: str = ""
    person: str = ""
    aspect: str = ""
    voice: str = ""
    case: str = ""
    mood: str = ""
    singular_gender: str = ""
    at_gender: str = ""
    adjectival: bool = False
    broken: bool = False
    closed: bool = False
    override: bool = False
    elative: bool = False
    ta_gender: str = "f"


class Prefix(NamedTuple):
    """A chain of proclitics with, for an imperfect verb, its prefix of person."""

    surface: str
    vocalised: str
    category: int
    proclitics: tuple[str, ...] = ()
    article: bool = False
    person: str = ""
    gender: str = ""
    number: str = ""
    mood: str = ""


class Suffix(NamedTuple):
    """An ending with the pronoun attached to it. `ending` is the kind of nominal ending: "", "ap", "du", "pl", "at" or "acc"."""

    surface: str
    vocalised: str
    category: int
    ending: str = ""
    gender: str = ""
    number: str = ""
    case: str = ""
    construct: bool = False
    person: str = ""
    mood: str = ""
    enclitic: str = ""
    enclitic_agreement: str = ""


class Features(NamedTuple):
    """The features of a whole word, as they stand in `Reading` from `pos` on."""

    pos: str
    gender: str
    number: str
    state: str
    person: str
    aspect: str
    voice: str
    case: str
    mood: str
    singular_gender: str
    adjectival: bool
    broken: bool
    closed: bool


def combine(prefix: Prefix, stem: StemClass, suffix: Suffix) -> Features:
    """The features of prefix + stem + suffix, which the compatibility tables must have allowed."""
    if stem.closed:
        return _closed(prefix, stem, suffix)
    if stem.aspect:
        return _verb(prefix, stem, suffix)
    return _nominal(prefix, stem, suffix) if stem.pos in NOMINAL else _features(stem, "", "", "", "")


def _closed(prefix: Prefix, stem: StemClass, suffix: Suffix) -> Features:
    state = "d" if prefix.article else "e" if suffix.enclitic and stem.state else stem.state
    return _features(stem, stem.gender, stem.number, state, stem.case)


def _verb(prefix: Prefix, stem: StemClass, suffix: Suffix) -> Features:
    subject = prefix if prefix.person else suffix
    shown = suffix.mood or stem.mood or "isj"  # the stem's own end, weak or cut, tells the mood only where no ending follows
    moods = set(shown) & set(prefix.mood or "isj")
    return _features(stem, subject.gender, subject.number, "", "")._replace(
        person=subject.person, mood="".join(mood for mood in "isj" if mood in moods) if stem.aspect == "i" else ""
    )


def _nominal(prefix: Prefix, stem: StemClass, suffix: Suffix) -> Features:
    gender, number, singular = _agreement(stem, suffix)
    if stem.elative and not suffix.ending:
        gender, number = "mf", "sdp"
    features = _features(stem, gender, number, _state(prefix, stem, suffix), suffix.case or stem.case)
    return features._replace(singular_gender=singular, broken=stem.broken and suffix.ending != "at")


def _agreement(stem: StemClass, suffix: Suffix) -> tuple[str, str, str]:
    """Gender, number, and the gender of the singular."""
    own = stem.gender or "m"
    if suffix.ending == "ap":
        return ("mf", "p", stem.singular_gender) if stem.broken else (stem.ta_gender, "s", stem.ta_gender)
    if suffix.ending == "at":
        return ("f" if stem.at_gender == "f" else "mf"), "p", stem.at_gender
    if suffix.ending in ("du", "pl"):
        gender = "f" if suffix.gender == "f" else own
        return gender, suffix.number, gender
    return own, stem.number, stem.singular_gender


def _state(prefix: Prefix, stem: StemClass, suffix: Suffix) -> str:
    if prefix.article:
        return "d"
    if suffix.enclitic:
        return "e"
    if suffix.construct:
        return "c"
    return "i" if suffix.ending in ("du", "pl", "acc") else "b"


def _features(stem: StemClass, gender: str, number: str, state: str, case: str) -> Features:
    return Features(
        stem.pos, gender, number, state, stem.person, stem.aspect, stem.voice, case, stem.mood,
        stem.singular_gender, stem.adjectival, stem.broken, stem.closed,
    )  # fmt: skip
