"""The closed lists of function words, with categories of their own for the clitics each word may take."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path

from arlint.compilers._tsv import WordListError, rows
from arlint.lexicon.morphology.stems import Prefix, StemClass, Suffix
from arlint.records import NamedTuple

_CONJUNCTIONS = ("", "\u0648", "\u0641")
_PREPOSITIONS = ("\u0628", "\u0644", "\u0643")
_ARTICLE = "\u0627\u0644"
_LI = "\u0644"
_LI_ARTICLE = "\u0644\u0644"

# What stands in the column "proclitics" → the kinds of prefix that are allowed.
_PROCLITICS = {
    "0": ("none",),
    "\u0648": ("none", "conjunction"),
    "\u0628\u0643": ("none", "conjunction", "preposition"),
    "\u0628": ("none", "conjunction", "preposition", "li"),
    "\u0627\u0644": ("none", "conjunction", "preposition", "li", "article", "preposition and article"),
    "\u0646": ("none", "conjunction", "article"),
}
# What stands in the column "enclitics" → the kinds of suffix that are allowed.
_ENCLITICS = {
    "0": ("no pronoun",),
    "\u0647": ("no pronoun", "pronoun"),
    "\u064a": ("no pronoun", "pronoun", "my"),
    "\u0646\u064a": ("no pronoun", "pronoun", "my", "me"),
    "!\u0647": ("pronoun",),
}
_PRONOUNS = {
    "\u0647": "3ms",
    "\u0647\u0627": "3fs",
    "\u0647\u0645\u0627": "3d",
    "\u0647\u0645": "3mp",
    "\u0647\u0646": "3fp",
    "\u0643": "2s",
    "\u0643\u0645\u0627": "2d",
    "\u0643\u0645": "2mp",
    "\u0643\u0646": "2fp",
    "\u0646\u0627": "1p",
}


class ClosedWord(NamedTuple):
    """A function word: its spelling, its lemma, its features, and the key of its category."""

    form: str
    lemma: str
    features: StemClass
    category: str


def prefix_kinds(category: str) -> tuple[str, ...]:
    """The kinds of prefix that a category (see `words`) allows."""
    return _PROCLITICS[category.split(":")[1]]


def suffix_kinds(category: str) -> tuple[str, ...]:
    """The kinds of suffix that a category allows."""
    return _ENCLITICS[category.split(":")[2]]


def stands_alone(category: str, *, definite: bool) -> bool:
    """Is a word of this category, perhaps after the article, complete without a pronoun? False for other categories."""
    if not category.startswith("closed:"):
        return False
    return "no pronoun" in suffix_kinds(category) and (not definite or "article" in prefix_kinds(category))


def prefixes() -> Iterator[tuple[str, Prefix]]:
    """Every chain of proclitics with its kind; the category number is the caller's to fill in."""
    for conjunction, preposition, article in product(_CONJUNCTIONS, ("", *_PREPOSITIONS), ("", _ARTICLE)):
        if preposition and article:
            kind = "preposition and article"
        elif preposition or article:
            # Li- apart: before a word that begins with the article it is written otherwise.
            kind = "article" if article else "li" if preposition == _LI else "preposition"
        else:
            kind = "conjunction" if conjunction else "none"
        joined = _LI_ARTICLE if article and preposition == _LI else preposition + article
        parts = tuple(part for part in (conjunction, preposition, article) if part)
        yield kind, Prefix(conjunction + joined, conjunction + joined, 0, parts, bool(article))


def suffixes() -> Iterator[tuple[str, Suffix]]:
    """Every pronoun with its kind."""
    yield "no pronoun", Suffix("", "", 0)
    for pronoun, agreement in _PRONOUNS.items():
        yield "pronoun", Suffix(pronoun, pronoun, 0, enclitic=pronoun, enclitic_agreement=agreement)
    yield "my", Suffix("\u064a", "\u064a", 0, enclitic="\u064a", enclitic_agreement="1s")
    yield "me", Suffix("\u0646\u064a", "\u0646\u064a", 0, enclitic="\u0646\u064a", enclitic_agreement="1s")


def words(path: Path) -> Iterator[ClosedWord]:
    """The entries of function_words.tsv. Raises WordListError for an unknown class of clitics."""
    for number, row in enumerate(rows(path), start=1):
        proclitics, enclitics = row["proclitics"], row["enclitics"]
        if proclitics not in _PROCLITICS or enclitics not in _ENCLITICS:
            raise WordListError(path, number, f"unknown class of clitics: {proclitics} {enclitics}")
        features = StemClass(
            row["pos"],
            row["gender"],
            row["number"],
            row["state"],
            row["person"],
            aspect="p" if row["pos"] == "verb" else "",
            case=row["case"],
            singular_gender=row["gender"],
            adjectival=row["pos"] == "adj",
            closed=True,
            override=row["other"] == "only",
        )
        yield ClosedWord(row["form"], row["lemma"], features, f"closed:{proclitics}:{enclitics}")
