"""One reading of one word: the value that the analyser hands to every other room.

Features are short strings of single letters; an ambiguous feature is a set written as a string ("mf"), an
absent or invisible one is empty. Test them with `in`: `"f" in reading.gender`.
"""

from __future__ import annotations

from typing import Literal

from arlint.records import NamedTuple

PartOfSpeech = Literal[
    "noun", "adj", "verb", "name", "num", "prep", "conj", "particle", "pron", "dem", "rel", "interrog", "adv", "interj", "abbrev"
]

NOMINAL: frozenset[str] = frozenset({"noun", "adj", "name", "num"})


class Reading(NamedTuple):
    """A way to take a word apart, and what each part says.

    prefix, stem, suffix: the surface segments without vowel marks; joined they are the word.
    proclitics: what stands before the stem and is no part of its inflection, in order: conjunctions, prepositions, the
        future sa-, the subjunctive li-, the article; for example ("\u0648", "\u0628", "\u0627\u0644").
    enclitic: the attached pronoun as written, or "".
    enclitic_agreement: its person, gender, number: "3ms", "3d", "1s" …; "" without one.
    lemma, bare_lemma: the dictionary form with and without vowel marks.
    pos: the part of speech, one of `PartOfSpeech`.
    gender: "m", "f" or "mf", the gender of the form itself; of a broken plural "mf", for what agrees with it depends on sense.
    number: "s" singular, "d" dual, "p" plural, or several.
    state: "d" with the article, "e" with a pronoun, "c" construct by its dropped nun, "i" indefinite by its tanween or
        kept nun, "b" bare (indefinite or construct); "" for verbs and particles.
    person: "1", "2", "3"; "" for what is neither a verb nor a pronoun.
    aspect: "p" perfect, "i" imperfect, "c" imperative.
    voice: "a" active, "p" passive, "ap" where the spelling serves both.
    case: the case that is visible in the spelling: "n", "ga" (\u064a\u0646), "a" (\u0627 of tanween); else "".
    mood: of an imperfect: "i" indicative, "s" subjunctive, "j" jussive, as far as the spelling tells; "isj" where it does not.
    singular_gender: of a plural the gender of its singular, which the numbers three to ten ask for; of a singular its own gender.
    adjectival: can it stand as an adjective after a noun? Participles and nisba words are tagged noun and can.
    broken: is it a broken plural?
    closed: does it come from the closed lists of function words?
    """

    prefix: str
    stem: str
    suffix: str
    proclitics: tuple[str, ...]
    enclitic: str
    enclitic_agreement: str
    lemma: str
    bare_lemma: str
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

    @property
    def definite(self) -> bool:
        """Is it definite by its own form: the article, a pronoun, or being a name?"""
        return self.state in ("d", "e") or self.pos == "name"

    @property
    def nominal(self) -> bool:
        """Is it a noun, adjective, name or numeral?"""
        return self.pos in NOMINAL

    @property
    def sound_plural(self) -> bool:
        """Does its plural show as an ending?"""
        return self.number == "p" and not self.broken and self.nominal
