"""The data check `variants`: spellings that must not mix in one document.

The finding sits on the rarer spelling and names both with their counts; where they are even, the spelling met first is
kept. Inflection and clitics are seen through: what stands before and after the stem is carried over. Options:

groups: lists of spellings of one word; `*` at the end of a spelling stands for any ending; a spelling may be several words. One with
`=` before it is only written as a repair and not looked for, where it is a common word of another sense too.
table: the same in a .tsv file beside the rule file, one group a line in the columns a, b, c, d.
together: the columns are ways of writing, judged over all groups at once: one word in another way is a finding.
prefer: spellings that the house has chosen (with `together`, one of the chosen column): then every other spelling of their
groups is a finding, mixed or not. standard: between equals the spelling that is listed first is kept.
except: expressions, such as names, in which a spelling stays. Two spellings side by side, joined by a slash or in
brackets, explain each other and are left alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from arlint.checks.protocol import Context, Hit, Interest, ParagraphDetector, replace
from arlint.document import Fact, Paragraph, Token
from arlint.document.characters import bare
from arlint.errors import say
from arlint.finding import Safety
from arlint.lexicon.morphology.clitics import attach, attach_all, proclitic_ends, respell
from arlint.records import NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

    from arlint.tomlsource import Table

_KEYS = ("groups", "table", "together", "prefer", "standard", "except")
_COLUMNS = ("a", "b", "c", "d")
_OPEN, _REPAIR_ONLY = "*", "="
_LONGEST_ENDING = 6
_KEY = 3  # spellings are looked up by their first letters
_JOINTS = frozenset("/()\u2013\u2014-\\")

# By unit (a group, or 0 for all of them together), the ways it is written and how often, in the order of first occurrence.
Counts = dict[int, tuple[tuple[int, int], ...]]


class _Spelling(NamedTuple):
    """A spelling of the table: its words (without the mark of an open ending), its row, and its column or columns."""

    words: tuple[str, ...]
    is_open: bool
    row: int
    columns: tuple[int, ...]


class _Beginning(NamedTuple):
    """A form that may begin a spelling, whose first word stands at form[start:end]."""

    spelling: _Spelling
    start: int
    end: int


class Sighting(NamedTuple):
    """Tokens [first, last) write a spelling; the stem stands at bare[start:end] of the first of them."""

    spelling: _Spelling
    first: int
    last: int
    start: int
    end: int


def read(options: Table, folder: Path) -> dict[str, Any]:
    """Check the options and take in the table. Raises TomlError."""
    from arlint.tablesource import read_table

    options.only(_KEYS)
    groups = [_checked(group, options, number + 1) for number, group in enumerate(_inline(options))]
    if table := read_table(options, "table", folder, _COLUMNS, needed=2):
        for row in table.rows:
            spellings = list(row.cells.values())
            if len(set(_filled(spellings))) < 2:
                raise table.error(row, "a group needs two different spellings")
            groups.append(spellings)
    if not groups:
        raise options.error("groups", "no group of spellings", "give groups or a table")
    _check_unique(groups, options)
    return {
        "groups": groups,
        "together": options.flag("together", False),
        "prefer": list(options.texts("prefer", ())),
        "standard": options.flag("standard", False),
        "except": list(options.texts("except", ())),
    }


def build(options: Mapping[str, Any]) -> ParagraphDetector:
    """The detector for options that `read` gave."""
    return ParagraphDetector(VariantCheck(options).run, Interest(), MappingProxyType({}))


def _inline(options: Table) -> list[list[str]]:
    groups = options.values.get("groups", [])
    if isinstance(groups, list) and all(isinstance(group, list) and all(isinstance(one, str) for one in group) for group in groups):
        return groups
    raise options.error("groups", 'groups must be lists of spellings [["…", "…"], …]')


def _checked(group: list[str], options: Table, number: int) -> list[str]:
    if len(set(_filled(group))) < 2:
        raise options.error("groups", say("group {number} needs two different spellings", number=number))
    return group


def _filled(group: list[str]) -> list[str]:
    return [spelling for spelling in group if spelling.strip(_OPEN)]


def _check_unique(groups: list[list[str]], options: Table) -> None:
    seen: set[str] = set()
    for spelling in (spelling for group in groups for spelling in set(_filled(group))):
        if spelling in seen:
            raise options.error("groups", say("{spelling!r} stands in two groups", spelling=spelling), "join them into one")
        seen.add(spelling)
    for spelling in options.texts("prefer", ()):
        if spelling not in seen:
            raise options.error("prefer", say("{spelling!r} is in no group", spelling=spelling), "write it as the group does")


class VariantCheck:
    """Counts the spellings in the document as a fact and marks the rarer ones."""

    def __init__(self, options: Mapping[str, Any]) -> None:
        self.together = options["together"]
        self.standard = options["standard"]
        self.exceptions = [tuple(bare(word) for word in words.split()) for words in options["except"]]
        self.by_key: dict[str, list[_Spelling]] = {}
        self.table: dict[tuple[int, int], _Spelling] = {}
        self.chosen: dict[int, int] = {}
        for row, group in enumerate(options["groups"]):
            for cell in dict.fromkeys(filter(None, group)):
                columns = tuple(column for column, other in enumerate(group) if other == cell)
                self._add(cell, row, columns)
                if cell in options["prefer"]:
                    self.chosen[0 if self.together else row] = columns[0]
        spellings = [one for group in self.by_key.values() for one in group]
        self.open_stems = tuple({one.words[0] for one in spellings if one.is_open})
        closed = {one.words[0] for one in spellings if not one.is_open}
        self.closed_forms = attach_all(closed, "noun")
        self.look_up = lru_cache(1 << 14)(self._look_up)
        self.counts: Fact[Counts, Counts] = Fact("spellings", self.collect, merge_counts)

    def collect(self, paragraph: Paragraph) -> Counts:
        """The ways of writing in one paragraph."""
        return merge_counts(
            [{self._unit(seen): tuple((column, 1) for column in seen.spelling.columns)} for seen in paragraph.once(self.sightings)]
        )

    def leading(self, paragraph: Paragraph) -> tuple[Sighting, ...]:
        """As `sightings`, but of two spellings that explain each other the first is kept."""
        tokens = paragraph.tokens
        return tuple(seen for seen in self._all(paragraph) if not seen.first or tokens[seen.first - 1].text not in _JOINTS)

    def sightings(self, paragraph: Paragraph) -> tuple[Sighting, ...]:
        """Every place that writes one of the spellings; names and explained pairs are left out."""
        return tuple(_without_pairs(self._all(paragraph), paragraph.tokens))

    def run(self, paragraph: Paragraph, context: Context) -> Iterator[Hit]:
        here = paragraph.once(self.sightings)
        if not here:
            return
        counts = context.fact(self.counts)
        for seen in here:
            unit = self._unit(seen)
            column = self._wanted(unit, counts[unit])
            target = self.table.get((seen.spelling.row, column))
            if column not in seen.spelling.columns and target:
                uses = dict(counts[unit])
                tally = {"n": str(uses.get(column, 0)), "m": str(uses[seen.spelling.columns[0]])}
                yield _hit(paragraph.tokens, seen, " ".join(target.words), tally)

    def _all(self, paragraph: Paragraph) -> list[Sighting]:
        if self.closed_forms.isdisjoint(paragraph.forms) and not self._has_open_stem(paragraph):
            return []
        tokens, look_up = paragraph.tokens, self.look_up
        beginnings = [(index, begun) for index in paragraph.words if (begun := look_up(tokens[index].bare))]
        return [seen for index, begun in beginnings if (seen := _complete(tokens, index, begun)) and not self._in_name(tokens, seen)]

    def _has_open_stem(self, paragraph: Paragraph) -> bool:
        text = paragraph.once(_bare_text)
        return any(stem in text for stem in self.open_stems)

    def _look_up(self, form: str) -> tuple[_Beginning, ...]:
        """The spellings that the form may begin, the longest first."""
        found = [
            _Beginning(spelling, start, start + len(spelling.words[0]))
            for start in proclitic_ends(form)
            for spelling in self.by_key.get(form[start : start + _KEY], ())
            if _is_inflected(form[start:], spelling)
        ]
        return tuple(sorted(found, key=lambda one: (-len(one.spelling.words), one.start - one.end)))

    def _add(self, cell: str, row: int, columns: tuple[int, ...]) -> None:
        words = tuple(cell.lstrip(_REPAIR_ONLY).rstrip(_OPEN).split())
        spelling = _Spelling(words, cell.endswith(_OPEN), row, columns)
        self.table.update({(row, column): spelling for column in columns})
        if not cell.startswith(_REPAIR_ONLY):
            self.by_key.setdefault(words[0][:_KEY], []).append(spelling)

    def _unit(self, seen: Sighting) -> int:
        return 0 if self.together else seen.spelling.row

    def _wanted(self, unit: int, counts: tuple[tuple[int, int], ...]) -> int:
        """The chosen way of writing, or the most frequent one; among equals the first listed or the first met."""
        if unit in self.chosen:
            return self.chosen[unit]
        most = max(count for _, count in counts)
        ways = [way for way, count in counts if count == most]
        return min(ways) if self.standard else ways[0]

    def _in_name(self, tokens: tuple[Token, ...], seen: Sighting) -> bool:
        return any(
            tuple(token.bare for token in tokens[first : first + len(words)]) == words
            for words in self.exceptions
            for first in range(max(0, seen.first - len(words) + 1), seen.first + 1)
            if seen.first < first + len(words)
        )


def _bare_text(paragraph: Paragraph) -> str:
    return bare(paragraph.text)


def _is_inflected(word: str, spelling: _Spelling) -> bool:
    """Is the word the first word of the spelling, with an ending where the spelling leaves it open?"""
    stem = spelling.words[0]
    return word == stem or (spelling.is_open and word.startswith(stem) and len(word) - len(stem) <= _LONGEST_ENDING)


def _complete(tokens: tuple[Token, ...], index: int, begun: Sequence[_Beginning]) -> Sighting | None:
    """The longest of the spellings begun at a token whose other words follow."""
    for spelling, start, end in begun:
        last = index + len(spelling.words)
        if len(spelling.words) == 1 or tuple(token.bare for token in tokens[index + 1 : last]) == spelling.words[1:]:
            return Sighting(spelling, index, last, start, end)
    return None


def _hit(tokens: tuple[Token, ...], seen: Sighting, target: str, tally: Mapping[str, str]) -> Hit:
    """The finding on a spelling, whose clitics and ending pass to `target`; `tally`: the counts for the message."""
    first, last = tokens[seen.first], tokens[seen.last - 1]
    wanted = target + first.bare[seen.end :]
    repaired = attach(first.bare[: seen.start], wanted)
    if first is last and " " not in target:
        repaired = respell(first.text, repaired)
    values = {"a": wanted, "b": " ".join(seen.spelling.words) + first.bare[seen.end :], **tally}
    return Hit(first.start, last.end, replace(first.start, last.end, repaired, Safety.SAFE), values)


def _without_pairs(found: list[Sighting], tokens: tuple[Token, ...]) -> Iterator[Sighting]:
    """Leave out two ways of writing side by side, with nothing but slashes, dashes or brackets between them, and one at a slash."""
    paired: set[int] = set()
    for number, (one, other) in enumerate(pairwise(found)):
        between = {token.text for token in tokens[one.last : other.first]}
        if one.spelling.columns != other.spelling.columns and (between or not other.start) and between <= _JOINTS:
            paired |= {number, number + 1}
    return (seen for number, seen in enumerate(found) if number not in paired and not _explains(tokens, seen))


def _explains(tokens: tuple[Token, ...], seen: Sighting) -> bool:
    """Does the spelling stand at a slash, or alone in brackets?"""
    before = tokens[seen.first - 1].text if seen.first else ""
    after = tokens[seen.last].text if seen.last < len(tokens) else ""
    return "/" in (before, after) or (before, after) == ("(", ")")


def merge_counts(parts: Sequence[Counts]) -> Counts:
    """The counts of all paragraphs together, ways of writing in the order in which the document shows them."""
    merged: dict[int, Counter[int]] = {}
    for part in parts:
        for unit, counts in part.items():
            merged.setdefault(unit, Counter()).update(dict(counts))
    return {unit: tuple(counts.items()) for unit, counts in merged.items()}
