"""The compiled tables of the morphology: stems with their categories, affixes, and which of them may meet.

`Analyser` reads them from the word to its parts, `Paradigms` from the lemma to its words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, TypeVar

from arlint.document.characters import bare
from arlint.lexicon.container import Container, StrPath
from arlint.lexicon.morphology.stems import Prefix, StemClass, Suffix
from arlint.records import NamedTuple

_CACHE = 1 << 15
_Affix = TypeVar("_Affix", Prefix, Suffix)


class Stem(NamedTuple):
    """One stem of a lemma: its spelling, the number of its category, its features."""

    spelling: str
    category: int
    features: StemClass


class Tables:
    """The tables in `path`; raises CompiledDataError when the file is missing or damaged.

    A stem's spelling has a number (the trie's), and under it a run of entries `offsets[n]:offsets[n + 1]`; the parallel
    columns `category`, `class_`, `lemma`, `vocalised` are indexed by entry. `stem_categories` is a bit set by spelling.
    """

    def __init__(self, path: StrPath) -> None:
        container = Container(path, "morphology")
        affixes = container.json("affixes")
        self.stems = container.trie("stems")
        self.offsets = container.array("offsets", "I")
        self.category = container.array("category", "B")
        self.class_ = container.array("class", "H")
        self.lemma = container.array("lemma", "I")
        self.vocalised = container.array("vocalised", "I")
        self.classes = [StemClass(*fields) for fields in container.json("classes")]
        self.prefixes = _by_surface(_prefix(fields) for fields in affixes["prefixes"])
        self.suffixes = _by_surface(Suffix(*fields) for fields in affixes["suffixes"])
        self.prefix_stem, self.suffix_stem, self.prefix_suffix = (
            [int(mask, 16) for mask in affixes[name]] for name in ("prefix_stem", "suffix_stem", "prefix_suffix")
        )
        self._set_of_stem = container.array("set", "H")
        self._sets = [int(mask, 16) for mask in container.json("sets")]
        self._string_ends = container.array("string_ends", "I")
        self._strings = container.view("strings")
        self._lemma_offsets = container.array("lemma_offsets", "I")
        self._lemma_entries = container.array("lemma_entries", "I")
        self.lemma_forms = lru_cache(_CACHE)(self._lemma_forms)

    def categories_of(self, stem: int) -> int:
        """The categories of all entries of a spelling, as a bit set."""
        return self._sets[self._set_of_stem[stem]]

    def string(self, number: int) -> str:
        """A lemma or a vocalised stem."""
        return str(self._strings[self._string_ends[number] : self._string_ends[number + 1]], "utf-8")

    def _lemma_forms(self, number: int) -> tuple[str, str]:
        lemma = self.string(number)
        return lemma, bare(lemma)

    def stems_of(self, lemma: str) -> Iterator[Stem]:
        """The stems of a lemma, written with its marks as in `Reading.lemma`."""
        number = self._number(lemma)
        if number is None:
            return
        for position in range(self._lemma_offsets[number], self._lemma_offsets[number + 1]):
            entry = self._lemma_entries[position]
            spelling = self.stems.restore_key(bisect_right(self.offsets, entry) - 1)
            yield Stem(spelling, self.category[entry], self.classes[self.class_[entry]])

    def _number(self, text: str) -> int | None:
        """Strings are sorted by code point."""
        low, high = 0, len(self._string_ends) - 1
        while low < high:
            middle = (low + high) // 2
            found = self.string(middle)
            if found == text:
                return middle
            low, high = (middle + 1, high) if found < text else (low, middle)
        return None


def _prefix(fields: list[Any]) -> Prefix:
    surface, vocalised, category, proclitics, *agreement = fields
    return Prefix(surface, vocalised, category, tuple(proclitics), *agreement)


def _by_surface(affixes: Iterable[_Affix]) -> dict[str, list[_Affix]]:
    grouped: dict[str, list[_Affix]] = {}
    for affix in affixes:
        grouped.setdefault(affix.surface, []).append(affix)
    return grouped
