"""The morphological analyser: a word → its readings. Start at `Analyser.analyse`.

A word is prefix + stem + suffix (Buckwalter's model); the compiled tables say which categories may meet. All
state is read-only and mapped, so an analyser may be shared by threads.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache, reduce
from operator import or_
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

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

_Combination = tuple[tuple[tuple[str, ...], str, str], Features, bool]


class _Meeting(NamedTuple):
    """What a prefix and a suffix may enclose: a bit set of stem categories; the same by each pair of their readings;
    and, filled as words come by, what they make of stems of a category and class."""

    categories: int
    pairs: list[tuple[int, Prefix, Suffix]]
    made: dict[tuple[int, int], list[_Combination]]


class Analyser:
    """Readings of single words. `path` is the compiled file; raises CompiledDataError when it is missing or damaged.

    The word may be bare or carry vowel marks and tatweel; marks narrow the readings to those they fit.
    """

    def __init__(self, path: Path = COMPILED / FILE) -> None:
        container = Container(path, "morphology")
        affixes = container.json("affixes")
        self._stems = container.trie("stems")
        self._offsets = container.array("offsets", "I")
        self._set = container.array("set", "H")
        self._sets = [int(mask, 16) for mask in container.json("sets")]
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
        self._meetings: dict[tuple[str, str], _Meeting] = {}
        self._interned: dict[_Combination, _Combination] = {}
        self._lemmas = lru_cache(_CACHE)(self._lemma_forms)
        self._cached = lru_cache(_CACHE)(self._readings)

    def analyse(self, word: str) -> tuple[Reading, ...]:
        """All readings of a word, none for an unknown one. Closed-class words keep their own readings only."""
        plain = bare(word)
        readings = self._cached(plain)
        return readings if plain is word or not readings else self._fitting(word, readings)

    def known(self, word: str) -> bool:
        """Has the word a reading? Several times cheaper than `analyse` for a word not seen before."""
        key, sets, of_stem, meetings = self._stems.get, self._sets, self._set, self._meetings
        for prefix, stem, suffix in self._splits(bare(word)):
            number = key(stem)
            if number is not None:
                meeting = meetings.get((prefix, suffix)) or self._meeting(prefix, suffix)
                if meeting.categories & sets[of_stem[number]]:
                    return True
        return False

    def is_stem(self, spelling: str) -> bool:
        """Is there a stem of exactly this spelling, whatever affixes it needs?"""
        return spelling in self._stems

    def _splits(self, word: str) -> list[tuple[str, str, str]]:
        """Every way to cut the word into a prefix, something, and a suffix."""
        length = len(word)
        if length > LONGEST_WORD:
            return []
        prefixes, suffixes = self._prefixes, self._suffixes
        ends = [end for end in range(max(1, length - self._longest_suffix), length + 1) if word[end:] in suffixes]
        return [
            (word[:start], word[start:end], word[end:])
            for start in range(min(length, self._longest_prefix + 1))
            if word[:start] in prefixes
            for end in ends
            if end > start
        ]

    def _meeting(self, prefix: str, suffix: str) -> _Meeting:
        found = self._meetings.get((prefix, suffix))
        if found is None:
            pairs = [
                (self._prefix_stem[left.category] & self._suffix_stem[right.category], left, right)
                for left in self._prefixes[prefix]
                for right in self._suffixes[suffix]
                if self._prefix_suffix[left.category] >> right.category & 1
            ]
            union = reduce(or_, (mask for mask, _, _ in pairs), 0)
            found = self._meetings[prefix, suffix] = _Meeting(union, pairs, {})
        return found

    def _readings(self, word: str) -> tuple[Reading, ...]:
        found = [reading for split in self._splits(word) for reading in self._of_split(*split)]
        if not any(reading.closed for reading, _ in found):
            return tuple(reading for reading, _ in found)
        if any(overrides for _, overrides in found):
            return tuple(reading for reading, _ in found if reading.closed)
        return tuple(reading for reading, _ in found if reading.closed or reading.pos not in _FUNCTION)

    def _of_split(self, prefix: str, stem: str, suffix: str) -> list[tuple[Reading, bool]]:
        """The readings of a word cut so, each with whether it overrides the open ones."""
        number = self._stems.get(stem)
        if number is None:
            return []
        meeting = self._meetings.get((prefix, suffix)) or self._meeting(prefix, suffix)
        if not meeting.categories & self._sets[self._set[number]]:
            return []
        found: dict[tuple[int, int], tuple[Reading, bool]] = {}
        for entry in range(self._offsets[number], self._offsets[number + 1]):
            category = self._category[entry]
            if not meeting.categories >> category & 1:
                continue
            key = category, self._class[entry]
            made = meeting.made.get(key)
            if made is None:
                made = meeting.made[key] = self._combinations(meeting, *key)
            lemma = self._lemma[entry]
            for combination in made:
                # Stems of one lemma that differ in category alone make the same reading twice; combinations are interned.
                if (lemma, id(combination)) not in found:
                    before, after, override = combination
                    reading = Reading._make((prefix, stem, suffix, *before, *self._lemmas(lemma), *after))
                    found[lemma, id(combination)] = reading, override
        return list(found.values())

    def _combinations(self, meeting: _Meeting, category: int, number: int) -> list[_Combination]:
        """What the affixes make of a stem of this category and class, without repetitions."""
        features = self._classes[number]
        made = (
            ((left.proclitics, right.enclitic, right.enclitic_agreement), combine(left, features, right), features.override)
            for mask, left, right in meeting.pairs
            if mask >> category & 1
        )
        return list(dict.fromkeys(self._interned.setdefault(combination, combination) for combination in made))

    def _lemma_forms(self, number: int) -> tuple[str, str]:
        lemma = str(self._strings[self._string_ends[number] : self._string_ends[number + 1]], "utf-8")
        return lemma, bare(lemma)

    def _fitting(self, word: str, readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
        return readings


def _prefix(fields: list[Any]) -> Prefix:
    surface, vocalised, category, proclitics, *agreement = fields
    return Prefix(surface, vocalised, category, tuple(proclitics), *agreement)


def _by_surface(affixes: Iterable[_Affix]) -> dict[str, list[_Affix]]:
    grouped: dict[str, list[_Affix]] = {}
    for affix in affixes:
        grouped.setdefault(affix.surface, []).append(affix)
    return grouped
