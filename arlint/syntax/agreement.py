"""Agreement as sets of cells: which forms of an adjective, a verb or a pronoun a noun allows.

A cell is one gender in one number; a set of cells is an `int`, so that "do these agree" is one `&`. Sources: the agreement rules
of Modern Standard Arabic as in Ryding, A Reference Grammar of Modern Standard Arabic (2005), chapters 4 and 10.
"""

from __future__ import annotations

from arlint.lexicon.morphology.reading import Reading

MS, FS, MD, FD, MP, FP = (1 << cell for cell in range(6))
MASCULINE, FEMININE = MS | MD | MP, FS | FD | FP
SINGULAR, DUAL, PLURAL = MS | FS, MD | FD, MP | FP
ANY = MASCULINE | FEMININE

_GENDERS = {"m": MASCULINE, "f": FEMININE, "mf": ANY, "": ANY}
_NUMBERS = {"s": SINGULAR, "d": DUAL, "p": PLURAL}


def own_cells(reading: Reading) -> int:
    """The cells that the form itself says: of an adjective, a verb, a pronoun, a demonstrative, a relative."""
    numbers = 0
    for letter in reading.number:
        numbers |= _NUMBERS[letter]
    return _GENDERS.get(reading.gender, ANY) & (numbers or ANY)


def allowed_cells(reading: Reading, human: bool | None) -> int:
    """The cells of what agrees with a noun that stands before it. human: does it name persons; None where it is not known.

    Plurals of things are feminine singular, or feminine plural; broken plurals of persons also take the feminine singular,
    which editors mark in adjectives only.
    """
    if reading.number != "p" or reading.pos == "name":
        return own_cells(reading)
    if human is False:
        return FS | FP
    persons = PLURAL if reading.broken else own_cells(reading)
    if human:
        return persons | FS if reading.broken else persons
    return persons | FS | FP if reading.broken or reading.gender != "m" else persons


def describe(cells: int) -> tuple[str, str]:
    """Gender and number of a set of cells, as letters: (FS | FP) → ("f", "sp")."""
    gender = ("m" if cells & MASCULINE else "") + ("f" if cells & FEMININE else "")
    number = "".join(letter for letter, group in _NUMBERS.items() if cells & group)
    return gender, number
