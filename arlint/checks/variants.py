"""The data check `variants`: spellings that must not mix in one document.

The finding sits on the rarer spelling and names both with their counts; where they are even, the spelling met first is
kept. Inflection and clitics are seen through: what stands before and after the stem is carried over. Options:

groups: lists of spellings of one word; `*` at the end of a spelling stands for any ending. table: the same in a .tsv file
beside the rule file, one group a line in the columns a, b, c, d. prefer: spellings that the house has chosen: then every
other spelling of their groups is a finding, mixed or not. except: expressions, such as names, in which a spelling stays.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from arlint.checks.protocol import Context, Hit, Interest, ParagraphDetector, replace
from arlint.document import Fact, Paragraph, Token
from arlint.document.characters import bare
from arlint.finding import Safety
from arlint.lexicon.clitics import attach, proclitic_ends, respell
from arlint.tablesource import read_table
from arlint.tomlsource import Table

_KEYS = ("groups", "table", "prefer", "except")
_COLUMNS = ("a", "b", "c", "d")
_OPEN = "*"
_LONGEST_ENDING = 6
_KEY = 2  # spellings are looked up by their first letters

# By group, its spellings that occur and how often, in the order of first occurrence.
Counts = dict[int, tuple[tuple[int, int], ...]]


class Sighting(NamedTuple):
    """A token that writes a spelling of a group: the stem stands at bare[start:end] of the token."""

    group: int
    spelling: int
    start: int
    end: int


class _Spelling(NamedTuple):
    stem: str
    is_open: bool
    group: int
    number: int


def read(options: Table, folder: Path) -> dict[str, Any]:
    """Check the options and take in the table. Raises TomlError."""
    options.only(_KEYS)
    groups = [_checked(group, options, f"group {number + 1}") for number, group in enumerate(_inline(options))]
    if table := read_table(options, "table", folder, _COLUMNS, needed=2):
        for row in table.rows:
            spellings = [cell for cell in row.cells.values() if cell]
            if len(spellings) < 2 or len(set(spellings)) < len(spellings):
                raise table.error(row, "a group needs two different spellings")
            groups.append(spellings)
    if not groups:
        raise options.error("groups", "no group of spellings", "give groups or a table")
    seen: set[str] = set()
    for spelling in (spelling for group in groups for spelling in group):
        if spelling in seen:
            raise options.error("groups", f"{spelling!r} stands in two groups", "join them into one")
        seen.add(spelling)
    prefer = options.texts("prefer", ())
    for spelling in prefer:
        if spelling not in seen:
            raise options.error("prefer", f"{spelling!r} is in no group", "write it as the group does")
    return {"groups": groups, "prefer": list(prefer), "except": list(options.texts("except", ()))}


def build(options: Mapping[str, Any]) -> ParagraphDetector:
    """The detector for options that `read` gave."""
    groups, preferred = options["groups"], set(options["prefer"])
    chosen = {number: index for number, group in enumerate(groups) for index, spelling in enumerate(group) if spelling in preferred}
    check = _VariantCheck(groups, chosen, [tuple(bare(word) for word in words.split()) for words in options["except"]])
    return ParagraphDetector(check.run, Interest(), MappingProxyType({}))


def _inline(options: Table) -> list[list[str]]:
    groups = options.values.get("groups", [])
    if isinstance(groups, list) and all(isinstance(group, list) and all(isinstance(one, str) for one in group) for group in groups):
        return groups
    raise options.error("groups", 'groups must be lists of spellings [["…", "…"], …]')


def _checked(group: list[str], options: Table, what: str) -> list[str]:
    if len(group) < 2 or len(set(group)) < len(group) or not all(spelling.strip(_OPEN) for spelling in group):
        raise options.error("groups", f"{what} needs two different spellings")
    return group


class _VariantCheck:
    """Counts the spellings in the document as a fact and marks the rarer ones."""

    def __init__(self, groups: Sequence[Sequence[str]], chosen: Mapping[int, int], exceptions: Sequence[tuple[str, ...]]) -> None:
        self.groups = [[spelling.rstrip(_OPEN) for spelling in group] for group in groups]
        self.chosen = chosen
        self.exceptions = exceptions
        self.by_key: dict[str, list[_Spelling]] = {}
        for number, group in enumerate(groups):
            for index, spelling in enumerate(group):
                stem = spelling.rstrip(_OPEN)
                self.by_key.setdefault(stem[:_KEY], []).append(_Spelling(stem, stem != spelling, number, index))
        self.look_up = lru_cache(1 << 14)(self._look_up)
        self.counts: Fact[Counts, Counts] = Fact("spellings", self.collect, merge_counts)

    def sightings(self, paragraph: Paragraph) -> list[tuple[Token, Sighting]]:
        """Every token that writes one of the spellings, names left out."""
        tokens = paragraph.tokens
        look_up = self.look_up
        found = [(index, sighting) for index in paragraph.words if (sighting := look_up(tokens[index].bare))]
        return [(tokens[index], sighting) for index, sighting in found if not self._in_name(tokens, index)]

    def collect(self, paragraph: Paragraph) -> Counts:
        return merge_counts([{sighting.group: ((sighting.spelling, 1),)} for _, sighting in self.sightings(paragraph)])

    def run(self, paragraph: Paragraph, context: Context) -> Iterator[Hit]:
        here = paragraph.once(self.collect)
        if not here:
            return
        counts = context.fact(self.counts)
        wanted = {group: self._wanted(group, dict(counts[group])) for group in here}
        if all([spelling for spelling, _ in here[group]] == [chosen] for group, chosen in wanted.items()):
            return
        for token, sighting in self.sightings(paragraph):
            if sighting.spelling != wanted[sighting.group]:
                yield self._hit(token, sighting, wanted[sighting.group], dict(counts[sighting.group]))

    def _wanted(self, group: int, counts: Mapping[int, int]) -> int:
        """The chosen spelling, or the most frequent one, the first met among equals."""
        if group in self.chosen:
            return self.chosen[group]
        return max(counts, key=lambda spelling: counts[spelling])

    def _hit(self, token: Token, sighting: Sighting, wanted: int, counts: Mapping[int, int]) -> Hit:
        proclitic, ending = token.bare[: sighting.start], token.bare[sighting.end :]
        repaired = respell(token.text, attach(proclitic, self.groups[sighting.group][wanted] + ending))
        stem = token.bare[sighting.start : sighting.end]
        values = {
            "a": self.groups[sighting.group][wanted] + ending,
            "b": stem + ending,
            "n": str(counts.get(wanted, 0)),
            "m": str(counts[sighting.spelling]),
        }
        return Hit(token.start, token.end, replace(token.start, token.end, repaired, Safety.SAFE), values)

    def _look_up(self, form: str) -> Sighting | None:
        for start in proclitic_ends(form):
            for spelling in self.by_key.get(form[start : start + _KEY], ()):
                end = start + len(spelling.stem)
                if not form.startswith(spelling.stem, start):
                    continue
                if end == len(form) or (spelling.is_open and len(form) - end <= _LONGEST_ENDING):
                    return Sighting(spelling.group, spelling.number, start, end)
        return None

    def _in_name(self, tokens: tuple[Token, ...], index: int) -> bool:
        return any(
            tuple(token.bare for token in tokens[first : first + len(words)]) == words
            for words in self.exceptions
            for first in range(max(0, index - len(words) + 1), index + 1)
            if index < first + len(words)
        )


def merge_counts(parts: Sequence[Counts]) -> Counts:
    """The counts of all paragraphs together, spellings in the order in which the document shows them."""
    merged: dict[int, Counter[int]] = {}
    for part in parts:
        for group, counts in part.items():
            merged.setdefault(group, Counter()).update(dict(counts))
    return {group: tuple(counts.items()) for group, counts in merged.items()}
