"""Numerals written in words: their value, the form each takes for a masculine and a feminine counted noun, and the gender of that noun.

Sources: Ryding, A Reference Grammar of Modern Standard Arabic (2005), chapter 15.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from arlint.document import Kind, Token
from arlint.records import NamedTuple

if TYPE_CHECKING:
    from arlint.syntax.forms import Form

TEH_MARBUTA = "\u0629"
TEN, TEN_FEMININE = "\u0639\u0634\u0631", "\u0639\u0634\u0631\u0629"
WAW = "\u0648"
_AT = "\u0627\u062a"

# The numerals from three to ten without their ta marbuta, as they stand before feminine nouns.
_SHORT = {
    "\u062b\u0644\u0627\u062b": 3, "\u0623\u0631\u0628\u0639": 4, "\u062e\u0645\u0633": 5, "\u0633\u062a": 6, "\u0633\u0628\u0639": 7,
    "\u062b\u0645\u0627\u0646\u064a": 8, "\u062b\u0645\u0627\u0646": 8, "\u062a\u0633\u0639": 9, TEN: 10,
}  # fmt: skip
# Fifth, seventh, ninth, tenth: written like the numeral.
FRACTIONS = frozenset(("\u062e\u0645\u0633", "\u0633\u0628\u0639", "\u062a\u0633\u0639", TEN))
_EIGHT, _EIGHT_LONG = "\u062b\u0645\u0627\u0646", "\u062b\u0645\u0627\u0646\u064a"
_TENS = {
    "\u0639\u0634\u0631": 20, "\u062b\u0644\u0627\u062b": 30, "\u0623\u0631\u0628\u0639": 40, "\u062e\u0645\u0633": 50, "\u0633\u062a": 60,
    "\u0633\u0628\u0639": 70, "\u062b\u0645\u0627\u0646": 80, "\u062a\u0633\u0639": 90,
}  # fmt: skip
TENS = {stem + ending: value for stem, value in _TENS.items() for ending in ("\u0648\u0646", "\u064a\u0646")}

# Thousand, million and the like: singular → plural.
SCALES = {
    "\u0623\u0644\u0641": "\u0622\u0644\u0627\u0641",
    "\u0645\u0644\u064a\u0648\u0646": "\u0645\u0644\u0627\u064a\u064a\u0646",
    "\u0645\u0644\u064a\u0627\u0631": "\u0645\u0644\u064a\u0627\u0631\u0627\u062a",
    "\u0628\u0644\u064a\u0648\u0646": "\u0628\u0644\u0627\u064a\u064a\u0646",
    "\u062a\u0631\u064a\u0644\u064a\u0648\u0646": "\u062a\u0631\u064a\u0644\u064a\u0648\u0646\u0627\u062a",
}
PLURAL_SCALES = {plural: singular for singular, plural in SCALES.items()}
HUNDRED = ("\u0645\u0626\u0629", "\u0645\u0627\u0626\u0629")

_ELEVEN = {"\u0623\u062d\u062f": ("m", "\u0625\u062d\u062f\u0649"), "\u0625\u062d\u062f\u0649": ("f", "\u0623\u062d\u062f")}
_TWELVE = {
    "\u0627\u062b\u0646\u0627": ("m", "\u0627\u062b\u0646\u062a\u0627"),
    "\u0627\u062b\u0646\u064a": ("m", "\u0627\u062b\u0646\u062a\u064a"),
    "\u0627\u062b\u0646\u062a\u0627": ("f", "\u0627\u062b\u0646\u0627"),
    "\u0627\u062b\u0646\u062a\u064a": ("f", "\u0627\u062b\u0646\u064a"),
}


class Unit(NamedTuple):
    """A numeral of one word from one to ten. clitic: what is written before it; gender: of the nouns it counts ("m", "f")."""

    value: int
    gender: str
    clitic: str
    word: str

    def counting(self, gender: str) -> str:
        """The whole word as it counts nouns of this gender."""
        if gender == self.gender:
            return self.clitic + self.word
        for table in (_ELEVEN, _TWELVE):
            if self.word in table:
                return self.clitic + table[self.word][1]
        return self.clitic + _turned(self.word)


def _turned(word: str) -> str:
    """Three to ten with their ta marbuta where it was missing, without it where it stood."""
    if word.endswith(TEH_MARBUTA):
        return word[:-1]
    return (_EIGHT_LONG if word == _EIGHT else word) + TEH_MARBUTA


_UNITS: dict[str, tuple[int, str]] = {word: (value, "f") for word, value in _SHORT.items()}
_UNITS |= {_turned(word): (value, "m") for word, value in _SHORT.items()}
_FIRST = {word: (1, gender) for word, (gender, _) in _ELEVEN.items()} | {word: (2, gender) for word, (gender, _) in _TWELVE.items()}
_CLITICS = ("", "\u0648", "\u0641", "\u0628", "\u0644", "\u0643", "\u0648\u0628", "\u0648\u0644")
UNITS = {clitic + word: Unit(*unit, clitic, word) for word, unit in _UNITS.items() for clitic in _CLITICS}
TEEN_UNITS = UNITS | {clitic + word: Unit(*unit, clitic, word) for word, unit in _FIRST.items() for clitic in _CLITICS}


def integer(token: Token) -> int | None:
    """The value of digits when they write a whole number, groups of thousands allowed; None else."""
    if token.kind is not Kind.NUMBER:
        return None
    head, *groups = token.text.replace("\u066c", ",").split(",")
    if not head.isdigit() or any(len(group) != 3 or not group.isdigit() for group in groups) or (groups and len(head) > 3):
        return None
    return int(head + "".join(groups))


def tens(text: str) -> int:
    """Twenty to ninety, with a proclitic or without: its value, else 0."""
    for clitic in _CLITICS:
        if text.startswith(clitic) and text[len(clitic) :] in TENS:
            return TENS[text[len(clitic) :]]
    return 0


def tens_forms() -> Iterator[str]:
    """All spellings of twenty to ninety."""
    return (clitic + word for clitic in _CLITICS for word in TENS)


def singular_gender(form: Form) -> str:
    """The gender of the singular of a plural: "m", "f", or "" where it is not certain.

    A plural in -at that is only known as an adjective may be that of a masculine noun (oceans), unless it names persons.
    """
    plurals = [reading for reading in form.readings if reading.nominal and reading.number == "p"]
    nouns = [reading for reading in plurals if reading.pos == "noun" and not reading.adjectival]
    if not nouns and form.human is not True and any(reading.suffix.startswith(_AT) for reading in plurals):
        return ""
    genders = {reading.singular_gender for reading in nouns or plurals}
    return genders.pop() if len(genders) == 1 and genders <= {"m", "f"} else ""


def counted_plural(form: Form) -> bool:
    """Can the word be a plural right after a numeral: indefinite, without proclitics, no verb in every other reading?"""
    plurals = [reading for reading in form.readings if reading.nominal and reading.number == "p"]
    return bool(plurals) and form.indefinite and not any(reading.proclitics for reading in plurals) and not form.name
