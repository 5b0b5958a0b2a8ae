"""The morphological analyser: a word → its readings. Start at `Analyser.analyse`.

A word is prefix + stem + suffix (Buckwalter's model); the compiled tables say which categories may meet. All
state is read-only and mapped, so an analyser may be shared by threads.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache, reduce
from operator import or_

from arlint.document.characters import bare
from arlint.lexicon.container import StrPath, compiled
from arlint.lexicon.morphology.reading import Reading
from arlint.lexicon.morphology.stems import Features, Prefix, Suffix, combine
from arlint.lexicon.morphology.tables import Tables
from arlint.lexicon.morphology.vocalisation import fits
from arlint.records import NamedTuple

FILE = "morphology.arl"
SHIPPED = compiled(FILE)

# No word of the tables is longer with its affixes; anything longer is noise and costs nothing.
LONGEST_WORD = 30

_CACHE = 1 << 15

# Parts of speech that the closed lists cover whole: where they know a word, the tables' readings of this kind say nothing more.
_FUNCTION = frozenset({"prep", "conj", "particle", "pron", "dem", "rel", "interrog"})

_Combination = tuple[tuple[tuple[str, ...], str, str], Features, bool]

# Reading(…) with its twenty-one arguments takes half as long again.
_new: Callable[[type[Reading], tuple[object, ...]], Reading] = tuple.__new__


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

    def __init__(self, path: StrPath = SHIPPED) -> None:
        self.tables = Tables(path)
        self._longest_prefix = max(map(len, self.tables.prefixes))
        self._longest_suffix = max(map(len, self.tables.suffixes))
        self._meetings: dict[tuple[str, str], _Meeting] = {}
        self._interned: dict[_Combination, _Combination] = {}
        self._cached = lru_cache(_CACHE)(self._readings)

    def analyse(self, word: str) -> tuple[Reading, ...]:
        """All readings of a word, none for an unknown one. Closed-class words keep their own readings only."""
        plain = bare(word)
        readings = self._cached(plain)
        return readings if plain is word or not readings else self._fitting(word, readings)

    def known(self, word: str) -> bool:
        """Has the word a reading? Several times cheaper than `analyse` for a word not seen before."""
        number_of, categories_of, meetings = self.tables.stems.get, self.tables.categories_of, self._meetings
        for prefix, stem, suffix in self._splits(bare(word)):
            number = number_of(stem)
            if number is not None:
                meeting = meetings.get((prefix, suffix)) or self._meeting(prefix, suffix)
                if meeting.categories & categories_of(number):
                    return True
        return False

    def is_stem(self, spelling: str) -> bool:
        """Is there a stem of exactly this spelling, whatever affixes it needs?"""
        return spelling in self.tables.stems

    def _splits(self, word: str) -> list[tuple[str, str, str]]:
        """Every way to cut the word into a prefix, something, and a suffix."""
        length = len(word)
        if length > LONGEST_WORD or not word.isalpha():
            return []
        prefixes, suffixes = self.tables.prefixes, self.tables.suffixes
        first = max(1, length - self._longest_suffix)
        tails = [(end, tail) for end in range(first, length + 1) if (tail := word[end:]) in suffixes]
        heads = [(start, head) for start in range(min(length, self._longest_prefix + 1)) if (head := word[:start]) in prefixes]
        return [(head, word[start:end], tail) for start, head in heads for end, tail in tails if end > start]

    def _meeting(self, prefix: str, suffix: str) -> _Meeting:
        found = self._meetings.get((prefix, suffix))
        if found is None:
            tables = self.tables
            pairs = [
                (tables.prefix_stem[left.category] & tables.suffix_stem[right.category], left, right)
                for left in tables.prefixes[prefix]
                for right in tables.suffixes[suffix]
                if tables.prefix_suffix[left.category] >> right.category & 1
            ]
            union = reduce(or_, (mask for mask, _, _ in pairs), 0)
            found = self._meetings[prefix, suffix] = _Meeting(union, pairs, {})
        return found

    def _readings(self, word: str) -> tuple[Reading, ...]:
        number_of, categories_of, meetings = self.tables.stems.get, self.tables.categories_of, self._meetings
        found: list[tuple[Reading, bool]] = []
        for prefix, stem, suffix in self._splits(word):
            number = number_of(stem)
            if number is not None:
                meeting = meetings.get((prefix, suffix)) or self._meeting(prefix, suffix)
                if meeting.categories & categories_of(number):
                    found += self._of_stem((prefix, stem, suffix), number, meeting)
        if not any(reading.closed for reading, _ in found):
            return tuple(reading for reading, _ in found)
        if any(overrides for _, overrides in found):
            return tuple(reading for reading, _ in found if reading.closed)
        return tuple(reading for reading, _ in found if reading.closed or reading.pos not in _FUNCTION)

    def _of_stem(self, segments: tuple[str, str, str], stem: int, meeting: _Meeting) -> list[tuple[Reading, bool]]:
        """The readings of a word cut into `segments`, each with whether it overrides the open ones."""
        tables = self.tables
        found: dict[tuple[int, int], tuple[Reading, bool]] = {}
        for entry in range(tables.offsets[stem], tables.offsets[stem + 1]):
            category = tables.category[entry]
            if not meeting.categories >> category & 1:
                continue
            key = category, tables.class_[entry]
            made = meeting.made.get(key)
            if made is None:
                made = meeting.made[key] = self._combinations(meeting, *key)
            lemma = tables.lemma[entry]
            for combination in made:
                # Stems of one lemma that differ in category alone make the same reading twice; combinations are interned.
                if (lemma, id(combination)) not in found:
                    before, after, override = combination
                    reading = _new(Reading, segments + before + tables.lemma_forms(lemma) + after)
                    found[lemma, id(combination)] = reading, override
        return list(found.values())

    def _combinations(self, meeting: _Meeting, category: int, number: int) -> list[_Combination]:
        """What the affixes make of a stem of this category and class, without repetitions."""
        features = self.tables.classes[number]
        made = (
            ((left.proclitics, right.enclitic, right.enclitic_agreement), combine(left, features, right), features.override)
            for mask, left, right in meeting.pairs
            if mask >> category & 1
        )
        return list(dict.fromkeys(self._interned.setdefault(combination, combination) for combination in made))

    def _fitting(self, word: str, readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
        """The readings whose vocalisation bears the word's marks; all of them where none does."""
        wanted = {reading[3:] for split in self._splits(bare(word)) for reading in self._vocalised(word, *split)}
        return tuple(reading for reading in readings if reading[3:] in wanted) or readings

    def _vocalised(self, word: str, prefix: str, stem: str, suffix: str) -> Iterator[Reading]:
        """The readings of a word cut so that fit its marks."""
        tables = self.tables
        number = tables.stems.get(stem)
        if number is None:
            return
        for entry in range(tables.offsets[number], tables.offsets[number + 1]):
            vocalised = tables.string(tables.vocalised[entry])
            features = tables.classes[tables.class_[entry]]
            for mask, left, right in self._meeting(prefix, suffix).pairs:
                if mask >> tables.category[entry] & 1 and fits(word, left.vocalised + vocalised + right.vocalised):
                    before = left.proclitics, right.enclitic, right.enclitic_agreement
                    yield Reading._make(
                        (prefix, stem, suffix, *before, *tables.lemma_forms(tables.lemma[entry]), *combine(left, features, right))
                    )
