"""Stems that the analyser's tables of 2002 lack: new words, plurals and names, from dictionaries/words.

Each class of supplement.tsv stands for a category of the tables, that is, for the affixes a stem may take.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple

from arlint.compilers._tsv import WordListError, rows
from arlint.lexicon.stems import StemClass

_ARTICLE = "\u0627\u0644"
_TA_MARBUTA = "\u0629"
_FINAL_HAMZA = "\u0627\u0621"
_SEATS = (("\u0624", "Nh"), ("\u0626", "Nhy"))
_DIPTOTE = re.compile("..\u0627..?.")  # mafa'il, mafa'iil: no tanween

_MASCULINE = StemClass("noun", "m", "s", singular_gender="m", at_gender="m")
_CLASSES = {
    "masdar": ("NduAt", _MASCULINE),
    "noun": ("NduAt", _MASCULINE),
    "feminine": ("NapAt", StemClass("noun", "m", "s", singular_gender="m", at_gender="f")),
    "nisba": ("Nall", StemClass("adj", "m", "s", singular_gender="m", at_gender="f", adjectival=True)),
    "participle": ("Nall", StemClass("noun", "m", "s", singular_gender="m", at_gender="f", adjectival=True)),
}
_NAME_LISTS = (("given_names.tsv", "name"), ("family_names.tsv", "name"), ("places.tsv", "place"), ("organisations.tsv", "name"))


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
        category, features = _CLASSES[row["class"]]
        word = row["word"]
        yield Stem(word.removesuffix(_TA_MARBUTA) if row["class"] == "feminine" else word, category, features, word)


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


def new_names(folder: Path, known: Collection[str]) -> Iterator[Stem]:
    """The names of one word that are not among `known`, the spellings of all other stems."""
    for file, column in _NAME_LISTS:
        for row in rows(folder / file):
            name = row[column]
            stem = name.removeprefix(_ARTICLE) if name.startswith(_ARTICLE) and len(name) > 4 else name
            if " " in name or stem in known or name in known:
                continue
            gender = row.get("gender") or "mf"
            features = StemClass("name", gender, "s", singular_gender=gender)
            yield Stem(stem, "Nprop" if stem == name else "N0", features, name)
