"""Stems that the analyser's tables of 2002 lack: new words, plurals and names, from dictionaries/words.

Each class of supplement.tsv stands for a category of the tables, that is, for the affixes a stem may take.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from arlint.compilers._tsv import WordListError, rows
from arlint.lexicon.morphology.stems import StemClass
from arlint.records import NamedTuple

_ARTICLE = "\u0627\u0644"
_TA_MARBUTA = "\u0629"
_HAMZA = "\u0621"
_YA = "\u064a"
_FINAL_HAMZA = "\u0627\u0621"
_SEATS = (("\u0624", "Nh"), ("\u0626", "Nhy"))
_DIPTOTE = re.compile("..\u0627..?.")  # mafa'il, mafa'iil: no tanween

_MASCULINE = StemClass("noun", "m", "s", singular_gender="m", at_gender="m")
_FEMININE = _MASCULINE._replace(at_gender="f")
_PARTICIPLE = _FEMININE._replace(adjectival=True)
_ADJECTIVE = _PARTICIPLE._replace(pos="adj")
_PERFECT = StemClass("verb", aspect="p", voice="a")

# class → features, and the stems by what is taken from the end of the word, what is put there, and the category.
_CLASSES: dict[str, tuple[StemClass, tuple[tuple[str, str, str], ...]]] = {
    "masdar": (_MASCULINE, (("", "", "NduAt"),)),
    "noun": (_MASCULINE, (("", "", "NduAt"),)),
    "masdar-hamza": (
        _MASCULINE,
        (("", "", "N0_Nh"), (_HAMZA, "\u0624", "Nh"), (_HAMZA, "\u0626", "Nhy"), ("", "", "NAt"), ("", "", "NAn_Nayn")),
    ),
    "masdar-defective": (_MASCULINE, (("", "", "N0F_Nh"), (_YA, "", "NK"), ("", "", "NAn_Nayn"))),
    "loan-f": (_MASCULINE._replace(gender="f", singular_gender="f"), (("", "", "N0"),)),
    "feminine": (_FEMININE, ((_TA_MARBUTA, "", "NapAt"),)),
    "plural-m": (_MASCULINE, (("\u0627\u062a", "", "NAt"),)),
    "plural-f": (_FEMININE, (("\u0627\u062a", "", "NAt"),)),
    "nisba": (_ADJECTIVE, (("", "", "Nall"),)),
    "person": (_FEMININE, (("", "", "Nall"),)),
    "participle": (_PARTICIPLE, (("", "", "Nall"),)),
    "defective": (
        _PARTICIPLE,
        (("", "", "N0F_Nh"), (_YA, "", "NK"), ("", "", "NapAt"), ("", "", "NAn_Nayn"), (_YA, "", "Nuwn_Niyn")),
    ),
    "maqsur": (
        _PARTICIPLE,
        (
            ("", "", "N0"),
            *(("\u0649", "\u0627", category) for category in ("Nhy", "Nap")),
            *(("\u0649", _YA, category) for category in ("NAt", "NAn_Nayn")),
        ),
    ),
    "elative": (_ADJECTIVE._replace(elative=True), (("", "", "Nel"),)),
    "perfect": (_PERFECT, (("", "", "PV"),)),
    "perfect-hollow": (_PERFECT, (("", "", "PV_V"),)),
    "passive": (_PERFECT._replace(voice="p"), (("", "", "PV_Pass"),)),
    "passive-hollow": (_PERFECT._replace(voice="p"), (("", "", "PV_V_Pass"),)),
    "imperative": (StemClass("verb", aspect="c", voice="a"), (("", "", "CV"),)),
    "imperfect-yu": (StemClass("verb", aspect="i", voice="ap"), (("", "", "IV_yu"),)),
}
_NAME_LISTS = (
    ("given_names.tsv", "name"),
    ("family_names.tsv", "name"),
    ("places.tsv", "place"),
    ("organisations.tsv", "name"),
    ("other_names.tsv", "name"),
)
_STATES = ("country", "capital")


class Stem(NamedTuple):
    """A stem to add: its spelling, its category in the tables, its features, and its lemma."""

    spelling: str
    category: str
    features: StemClass
    lemma: str


def new_words(folder: Path) -> Iterator[Stem]:
    """The words of supplement.tsv. Raises WordListError for an unknown class."""
    path = folder / "supplement.tsv"
    for number, row in enumerate(rows(path), start=1):
        if row["class"] not in _CLASSES:
            raise WordListError(path, number, f"unknown class {row['class']!r}; there are {', '.join(_CLASSES)}")
        yield from _stems(row["word"], "masdar-hamza" if row["word"].endswith(_FINAL_HAMZA) else row["class"])


def new_nisba(folder: Path, known: Collection[str]) -> Iterator[Stem]:
    """The nisba adjectives that are not among `known`, the spellings of the tables' adjectives."""
    for row in rows(folder / "nisba.tsv"):
        if row["nisba"] not in known:
            yield from _stems(row["nisba"], "nisba")


def _stems(word: str, kind: str) -> Iterator[Stem]:
    features, shapes = _CLASSES[kind]
    for dropped, added, category in shapes:
        yield Stem(word.removesuffix(dropped) + added, category, features, word)


def new_plurals(folder: Path, known: Collection[str]) -> Iterator[Stem]:
    """The broken plurals whose spelling is not among `known`, the spellings that the tables already read as plurals."""
    for row in rows(folder / "broken_plurals.tsv"):
        plural, features = row["plural"], StemClass("noun", "mf", "p", singular_gender=row["gender"], broken=True)
        if plural in known:
            continue
        if plural.endswith(_TA_MARBUTA):
            yield Stem(plural[:-1], "Nap", features, row["singular"])
        elif plural.endswith(_FINAL_HAMZA):
            yield Stem(plural, "N0_Nh", features, row["singular"])
            for seat, category in _SEATS:
                yield Stem(plural[:-1] + seat, category, features, row["singular"])
        else:
            yield Stem(plural, "Ndip" if _DIPTOTE.fullmatch(plural) else "N", features, row["singular"])


def new_names(folder: Path, bare: Collection[str], definite: Collection[str], named: Collection[str]) -> Iterator[Stem]:
    """The names of one word that the other stems do not already read: `bare` are the spellings that stand alone,
    `definite` those that stand after the article. Countries and capitals are added beside a common noun (Qatar, Oman),
    if they are not among `named`, the stems that are names already."""
    for file, column in _NAME_LISTS:
        for row in rows(folder / file):
            name = row[column]
            with_article = name.startswith(_ARTICLE) and len(name) > 4
            stem = name.removeprefix(_ARTICLE) if with_article else name
            known = named if row.get("kind") in _STATES else definite if with_article else bare
            if " " in name or stem in known:
                continue
            gender = row.get("gender") or "mf"
            yield Stem(stem, "N0" if with_article else "Nprop", StemClass("name", gender, "s", singular_gender=gender), name)
