"""The morphological analyser: a word → its readings. Start at `Analyser.analyse`.

A word is prefix + stem + suffix (Buckwalter's model); the compiled tables say which categories may meet. All
state is read-only and mapped, so an analyser may be shared by threads.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from arlint.document.characters import bare
from arlint.lexicon.container import COMPILED, Container
from arlint.lexicon.reading import Reading
from arlint.lexicon.stems import Features, Prefix, StemClass, Suffix, combine

FILE = "morphology.arl"

# No word of the tables is longer with its affixes; anything longer is noise and costs nothing.
LONGEST_WORD = 30

_CACHE = 1 << 15

# Parts of speech that the closed lists cover whole: where they know a word, the tables' readings of this kind say nothing more.
_FUNCTION = frozenset({"prep", "conj", "particle", "pron", "dem", "rel", "interrog"})
_Affix = TypeVar("_Affix", Prefix, Suffix)


class Analyser:
    """Readings of single words. `path` is the compiled file; raises CompiledDataError when it is missing or damaged.

    The word may be bare or carry vowel marks and tatweel; marks narrow the readings to those they fit.
    """

    def __init__(self, path: Path = COMPILED / FILE) -> None:
        container = Container(path, "morphology")
        affixes = container.json("affixes")
        self._stems = container.trie("stems")
        self._offsets = container.array("offsets", "I")
        self._category = container.array("category", "B")
        self._class = container.array("class", "H")
        self._lemma = container.array("lemma", "I")
        self._vocalised = container.array("vocalised", "I")
        self._string_ends = container.array("string_ends", "I")
        self._strings = container.view("strings")
        self._classes = [StemClass(*fields) for fields in container.json("classes")]
        self._prefixes = _by_surface(_prefix(fields) for fields in affixes["prefixes"])
        self._suffixes = _by_surface(Suffix(*fields) for fields in affixes["suffixes"])
        self._prefix_stem, self._suffix_stem, self._prefix_suffix = (
            [int(mask, 16) for mask in affixes[name]] for name in ("prefix_stem", "suffix_stem", "prefix_suffix")
        )
        self._longest_prefix = max(map(len, self._prefixes))
        self._longest_suffix = max(map(len, self._suffixes))
        self._meetings: dict[tuple[str, str], tuple[int, list[tuple[int, Prefix, Suffix]]]] = {}
        self._features: dict[tuple[Prefix, int, Suffix], Features] = {}
        self._cached = lru_cache(_CACHE)(self._readings)

    def analyse(self, word: str) -> tuple[Reading, ...]:
        """All readings of a word, none for an unknown one. Closed-class words keep their own readings only."""
        plain = bare(word)
        readings = self._cached(plain)
        return readings if plain is word or not readings else self._fitting(word, readings)

    def known(self, word: str) -> bool:
        """Has the word a reading? Cheaper than `analyse` for a word not seen before."""
        plain = bare(word)
        for prefix, stem, suffix in self._splits(plain):
            allowed = self._meeting(prefix, suffix)[0]
            if any(allowed >> self._category[entry] & 1 for entry in self._entries(stem)):
                return True
        return False

    def is_stem(self, spelling: str) -> bool:
        """Is there a stem of exactly this spelling, whatever affixes it needs?"""
        return spelling in self._stems

    def _splits(self, word: str) -> Iterator[tuple[str, str, str]]:
        length = len(word)
        if length > LONGEST_WORD:
            return
        suffixes = [end for end in range(max(1, length - self._longest_suffix), length + 1) if word[end:] in self._suffixes]
        for start in range(min(length, self._longest_prefix + 1)):
            prefix = word[:start]
            if prefix in self._prefixes:
                for end in suffixes:
                    if end > start and word[start:end] in self._stems:
                        yield prefix, word[start:end], word[end:]

    def _entries(self, stem: str) -> range:
        key = self._stems[stem]
        return range(self._offsets[key], self._offsets[key + 1])

    def _meeting(self, prefix: str, suffix: str) -> tuple[int, list[tuple[int, Prefix, Suffix]]]:
        """The stem categories that this prefix and suffix may enclose: all of them, and by each pair of readings."""
        found = self._meetings.get((prefix, suffix))
        if found is None:
            pairs = []
            for left in self._prefixes[prefix]:
                for right in self._suffixes[suffix]:
                    mask = self._prefix_stem[left.category] & self._suffix_stem[right.category]
                    if mask and self._prefix_suffix[left.category] >> right.category & 1:
                        pairs.append((mask, left, right))
            union = 0
            for mask, _, _ in pairs:
                union |= mask
            found = self._meetings[prefix, suffix] = (union, pairs)
        return found

    def _readings(self, word: str) -> tuple[Reading, ...]:
        found = dict(self._analyses(word))
        if not any(reading.closed for reading in found):
            return tuple(found)
        if any(found.values()):
            return tuple(reading for reading in found if reading.closed)
        return tuple(reading for reading in found if reading.closed or reading.pos not in _FUNCTION)

    def _analyses(self, word: str) -> Iterator[tuple[Reading, bool]]:
        """Readings, each with whether it overrides the open ones."""
        for prefix, stem, suffix in self._splits(word):
            allowed, pairs = self._meeting(prefix, suffix)
            for entry in self._entries(stem):
                category = self._category[entry]
                if allowed >> category & 1:
                    for mask, left, right in pairs:
                        if mask >> category & 1:
                            yield self._reading(prefix, stem, suffix, entry, left, right)

    def _reading(self, prefix: str, stem: str, suffix: str, entry: int, left: Prefix, right: Suffix) -> tuple[Reading, bool]:
        number = self._class[entry]
        key = left, number, right
        features = self._features.get(key)
        if features is None:
            features = self._features[key] = combine(left, self._classes[number], right)
        lemma = self._string(self._lemma[entry])
        agreement = right.enclitic, right.enclitic_agreement
        reading = Reading(prefix, stem, suffix, left.proclitics, *agreement, lemma, bare(lemma), *features)
        return reading, self._classes[number].override

    def _string(self, number: int) -> str:
        return str(self._strings[self._string_ends[number] : self._string_ends[number + 1]], "utf-8")

    def _fitting(self, word: str, readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
        return readings


def _prefix(fields: list[Any]) -> Prefix:
    return Prefix(*fields[:3], tuple(fields[3]), *fields[4:])


def _by_surface(affixes: Iterable[_Affix]) -> dict[str, list[_Affix]]:
    grouped: dict[str, list[_Affix]] = {}
    for affix in affixes:
        grouped.setdefault(affix.surface, []).append(affix)
    return grouped
