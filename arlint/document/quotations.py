"""Quotations: which stretches of a paragraph stand between quotation marks, and which marks the document uses for that.

Start at `quotations`, the marks of one paragraph with their partners, and `CONVENTIONS`, what the whole document
does in its clear cases. Newsrooms write “…”, ”…“, «…», "…": a document is judged by its own habit.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from arlint.document.facts import Fact
from arlint.document.model import Paragraph
from arlint.document.quotemarks import DOUBLE_MARKS, FAMILIES, Family, Sighting, sightings
from arlint.document.quoteroles import Role, assign_roles
from arlint.records import NamedTuple

_DOUBLE_PRIME = "\u2033"
_WORD = re.compile(r"[^\W_]")
_NO_BREAK_SPACES = frozenset("\u00a0\u202f\u2009")
_USUAL_SHARE = 2 / 3
_MIXED = 1.0  # what a pair of two families costs, in the measure of `quoteroles`
_GUILLEMETS = ("\u00ab", "\u00bb")
_SINGLES = {"\u201c": "\u2018", "\u201d": "\u2019", "\u201e": "\u201a", "\u00ab": "\u2039", "\u00bb": "\u203a"}
_DOUBLES = {single: double for double, single in _SINGLES.items()}


class Mark(NamedTuple):
    """A quotation mark at `at` (code points). clear: its neighbours alone say that it opens or closes, as it does."""

    at: int
    char: str
    opens: bool
    clear: bool
    family: Family


class Quotation(NamedTuple):
    """A pair of marks. nested: it stands within another pair of the same family."""

    opening: Mark
    closing: Mark
    nested: bool = False


class Quotations(NamedTuple):
    """The quotation marks of a paragraph: pairs of one family, pairs of two families ("…”), and marks without a partner."""

    pairs: tuple[Quotation, ...]
    mixed: tuple[Quotation, ...]
    lonely: tuple[Mark, ...]

    @property
    def settled(self) -> bool:
        """Has every mark a partner of its own family? Where one is lost, what the others do is a good guess, not more."""
        return not self.lonely and not self.mixed


_Found = tuple[list[Quotation], list[Mark]]


class Conventions(NamedTuple):
    """What the document does. curly: its opening and closing mark, None when nothing shows it. angled: likewise, «…» unless the
    document turns them around. spaced: it sets no-break spaces inside « … » throughout, as French does."""

    curly: tuple[str, str] | None
    angled: tuple[str, str]
    spaced: bool

    def expected(self, mark: Mark) -> str | None:
        """The character that does what `mark` does; None when the family has no direction or none is known."""
        pair = self.angled if mark.family in (Family.ANGLED, Family.SINGLE_ANGLED) else self.curly
        if pair is None or mark.family in (Family.STRAIGHT, Family.SINGLE_STRAIGHT):
            return None
        double = pair[0] if mark.opens else pair[1]
        return _SINGLES.get(double, double) if mark.family in (Family.SINGLE_CURLY, Family.SINGLE_ANGLED) else double


def quotations(paragraph: Paragraph) -> Quotations:
    """The quotation marks of a paragraph and how they belong together; worked out once."""
    return paragraph.once(_quotations)


def worded_quotations(paragraph: Paragraph) -> tuple[Quotation, ...]:
    """The pairs of one family that hold at least a letter or a digit: marks among themselves quote nothing."""
    return paragraph.once(_worded)


def opening_marks(paragraph: Paragraph) -> frozenset[int]:
    """Where the marks stand that open a quotation with words in it."""
    return frozenset(pair.opening.at for pair in worded_quotations(paragraph))


def closing_marks(paragraph: Paragraph) -> frozenset[int]:
    """Where the marks stand that close a quotation with words in it."""
    return frozenset(pair.closing.at for pair in worded_quotations(paragraph))


def inside_quotation(paragraph: Paragraph, at: int) -> bool:
    """Does the character at `at` (code points) stand between quotation marks?"""
    spans = paragraph.once(_spans)
    index = bisect_right(spans, (at, 0)) - 1
    return index >= 0 and spans[index][0] < at < spans[index][1]


def _quotations(paragraph: Paragraph) -> Quotations:
    if FAMILIES.keys().isdisjoint(paragraph.characters) and _DOUBLE_PRIME not in paragraph.characters:
        return Quotations((), (), ())
    families = _by_family(paragraph.text)
    singles = [pair for family, seen in families.items() if seen[0].char not in DOUBLE_MARKS for pair in _match_singles(seen, family)]
    doubles = {family: seen for family, seen in families.items() if seen[0].char in DOUBLE_MARKS}
    pairs, lonely = _match_doubles(doubles)
    same = [pair for pair in pairs if pair.opening.family is pair.closing.family]
    mixed = [pair for pair in pairs if pair.opening.family is not pair.closing.family]
    return Quotations(tuple(sorted(same + singles, key=_start)), tuple(sorted(mixed, key=_start)), tuple(sorted(lonely)))


def _start(pair: Quotation) -> int:
    return pair.opening.at


def _match_doubles(families: Mapping[Family, Sequence[Sighting]]) -> _Found:
    """Each family on its own; or, when that leaves marks over, all together, if pairs of two families explain more: «…”."""
    pairs: list[Quotation] = []
    lonely: list[Mark] = []
    cost = 0.0
    for family, seen in families.items():
        parse = assign_roles(seen)
        found, left = _match([(sighting, family) for sighting in seen], parse.roles)
        cost, pairs, lonely = cost + parse.cost, pairs + found, lonely + left
    if cost and len(families) > 1:
        every = sorted(((sighting, family) for family, seen in families.items() for sighting in seen), key=lambda one: one[0].at)
        parse = assign_roles([sighting for sighting, _ in every])
        found, left = _match(every, parse.roles)
        mixed = sum(pair.opening.family is not pair.closing.family for pair in found)
        if parse.cost + _MIXED * mixed < cost:
            return found, left
    return pairs, lonely


def _worded(paragraph: Paragraph) -> tuple[Quotation, ...]:
    text = paragraph.text
    if not paragraph.words:  # other scripts have their own rules
        return ()
    return tuple(pair for pair in quotations(paragraph).pairs if _WORD.search(text, pair.opening.at + 1, pair.closing.at))


def _by_family(text: str) -> dict[Family, list[Sighting]]:
    seen = list(sightings(text))
    curly = any(FAMILIES.get(sighting.char) is Family.CURLY for sighting in seen)
    families: dict[Family, list[Sighting]] = {}
    for sighting in seen:  # engines that curl quotation marks make a double prime of one that follows a digit
        family = FAMILIES.get(sighting.char) or (Family.CURLY if curly else Family.STRAIGHT)
        families.setdefault(family, []).append(sighting)
    return families


def _mark(sighting: Sighting, opens: bool, family: Family) -> Mark:
    return Mark(sighting.at, sighting.char, opens, sighting.lean.opens if opens else sighting.lean.closes, family)


def _match(seen: Sequence[tuple[Sighting, Family]], roles: Sequence[Role]) -> _Found:
    pairs: list[Quotation] = []
    lonely: list[Mark] = []
    opened: list[Mark] = []
    for (sighting, family), role in zip(seen, roles, strict=True):
        if role is Role.NONE:
            continue
        mark = _mark(sighting, role is not Role.CLOSE, family)
        if role is Role.CLOSE and opened:
            pairs.append(_pair(opened.pop(), mark, opened))
        elif role is Role.CLOSE:
            lonely.append(mark)
        else:
            if role is Role.ABANDON:
                lonely.append(opened.pop())
            opened.append(mark)
    return pairs, lonely + opened


def _match_singles(seen: Sequence[Sighting], family: Family) -> list[Quotation]:
    """Single marks are apostrophes more often than not: only a clear opening and a clear closing one make a pair."""
    marks = [_mark(sighting, sighting.lean.opens, family) for sighting in seen]
    ends = [(one, other) for one, other in pairwise(marks) if one.opens and other.clear and not other.opens]
    return [Quotation(one, other) for one, other in ends if other.at > one.at + 1]


def _pair(opening: Mark, closing: Mark, around: Sequence[Mark]) -> Quotation:
    return Quotation(opening, closing, any(outer.family is opening.family for outer in around))


def _spans(paragraph: Paragraph) -> tuple[tuple[int, int], ...]:
    """The quoted stretches, outermost marks included, in order; a quotation that begins the paragraph may stay open."""
    found = quotations(paragraph)
    spans = [(pair.opening.at, pair.closing.at) for pair in (*found.pairs, *found.mixed)]
    text = paragraph.text
    if (first := next((mark for mark in found.lonely if mark.opens), None)) and not text[: first.at].strip():
        spans.append((first.at, len(text)))
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


_Habit = tuple[str, str, bool]


def _habits(paragraph: Paragraph) -> Counter[_Habit]:
    """Opening mark, closing mark, no-break spaces inside both: the paragraph's clear pairs of marks with a direction."""
    habits: Counter[_Habit] = Counter()
    text = paragraph.text
    for pair in worded_quotations(paragraph):
        opening, closing = pair.opening, pair.closing
        spaced = text[opening.at + 1] in _NO_BREAK_SPACES and text[closing.at - 1] in _NO_BREAK_SPACES
        if spaced or (opening.clear and closing.clear):
            habits[_DOUBLES.get(opening.char, opening.char), _DOUBLES.get(closing.char, closing.char), spaced] += 1
    return habits


def _conventions(parts: Iterable[Counter[_Habit]]) -> Conventions:
    total: Counter[_Habit] = Counter()
    for part in parts:
        total.update(part)
    angled = Counter({habit: seen for habit, seen in total.items() if habit[0] in _GUILLEMETS and habit[1] in _GUILLEMETS})
    turned = sum(seen for (opening, closing, _), seen in angled.items() if (opening, closing) == _GUILLEMETS[::-1])
    spaced = sum(seen for (*_, spaced), seen in angled.items() if spaced)
    return Conventions(
        curly=_usual_curly(total),
        angled=_GUILLEMETS[::-1] if _prevails(turned, angled.total()) else _GUILLEMETS,
        spaced=_prevails(spaced, angled.total()),
    )


def _usual_curly(total: Counter[_Habit]) -> tuple[str, str] | None:
    pairs: Counter[tuple[str, str]] = Counter()
    for (opening, closing, _), seen in total.items():
        if opening != closing and FAMILIES.get(opening) is FAMILIES.get(closing) is Family.CURLY:
            pairs[opening, closing] += seen
    if not pairs:
        return None
    usual, seen = max(pairs.items(), key=lambda item: (item[1], item[0]))
    return usual if seen >= _USUAL_SHARE * pairs.total() else None


def _prevails(seen: int, total: int) -> bool:
    return seen >= 2 and seen >= _USUAL_SHARE * total


CONVENTIONS = Fact("quotation conventions", _habits, _conventions)
