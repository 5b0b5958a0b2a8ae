"""Dates that cannot be: a day its month does not have, a weekday that the date does not fall on, two calendars that disagree."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import pairwise

from arlint.checks.protocol import Context, Hit, paragraphs
from arlint.document import Kind, Paragraph, Token
from arlint.lexicon.words import WordLists
from arlint.records import NamedTuple
from arlint.syntax import numerals

_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_HIJRI, _HIJRI_LENGTH = "hijri", 30
# A number above is no misprinted day.
_HIGHEST = 39
_FEBRUARY, _LEAP_DAY = 2, 29
_YEARS = range(1600, 2200)
_HIJRI_YEARS = range(1200, 1600)
_BEFORE_YEAR = frozenset(("\u0645\u0646", "\u0639\u0627\u0645", "\u0633\u0646\u0629", ",", "،", "\u0644\u0639\u0627\u0645"))
_BEFORE_DAY = frozenset(("،", "(", "\u0627\u0644\u0645\u0648\u0627\u0641\u0642", "\u0641\u064a"))
_JOINTS = frozenset("-–—/.:")
_NEAR = 8
_TOLERANCE = datetime.timedelta(days=2)


class Date(NamedTuple):
    """A date as written, tokens [first, last). hijri: by the Islamic calendar. year: 0 where there is none."""

    first: int
    last: int
    day: int
    month: int
    year: int
    hijri: bool

    def gregorian(self) -> datetime.date | None:
        """The day in the Gregorian calendar; None for a date without year or one that does not exist.

        Islamic dates by the tabular calendar (Reingold and Dershowitz, Calendrical Calculations), which may be a day off.
        """
        if not self.year:
            return None
        if self.hijri:
            days = (11 * self.year + 3) // 30 + 354 * self.year + 30 * self.month - (self.month - 1) // 2 + self.day
            return datetime.date.fromordinal(days + 1948440 - 385 - 1721425)
        try:
            return datetime.date(self.year, self.month, self.day)
        except ValueError:
            return None


def dates(tokens: tuple[Token, ...], lists: WordLists) -> Iterator[Date]:
    """The dates of day and month, with their year where it follows."""
    for index, token in enumerate(tokens[:-1]):
        day = numerals.integer(token)
        if day is None or not 0 < day <= _HIGHEST or (index and tokens[index - 1].text in _JOINTS):
            continue
        systems, last = _month(tokens, index + 1, lists)
        if not systems:
            continue
        hijri = all(system == _HIJRI for system, _ in systems)
        year, end = _year(tokens, last, hijri)
        yield Date(index, end, day, systems[0][1], year, hijri)


def _month(tokens: tuple[Token, ...], index: int, lists: WordLists) -> tuple[tuple[tuple[str, int], ...], int]:
    """The systems that know the month at `index`, of one word or two, and the token after it."""
    one = tokens[index].bare
    if index + 1 < len(tokens):
        two = lists.months.get(f"{one} {tokens[index + 1].bare}")
        if two:
            return two, index + 2
    return lists.months.get(one, ()), index + 1


def _year(tokens: tuple[Token, ...], index: int, hijri: bool) -> tuple[int, int]:
    """The year after a month, and the token after it; another name of the month may stand between."""
    at = index
    if at < len(tokens) and tokens[at].text == "/":
        at += 2
        if at < len(tokens) and tokens[at].text in ("\u0627\u0644\u062b\u0627\u0646\u064a", "\u0627\u0644\u0623\u0648\u0644"):
            at += 1
    while at < len(tokens) and at < index + 5 and tokens[at].text in _BEFORE_YEAR:
        at += 1
    year = numerals.integer(tokens[at]) if at < len(tokens) else None
    if year in (_HIJRI_YEARS if hijri else _YEARS) and "," not in tokens[at].text:
        return year or 0, at + 1
    return 0, index


@paragraphs(kinds=(Kind.NUMBER,), doubtful=())
def impossible(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """A day that its month does not have."""
    tokens = paragraph.tokens
    for date in dates(tokens, context.lexicon.words):
        longest = _HIJRI_LENGTH if date.hijri else _LENGTHS[date.month - 1]
        no_leap = date.month == _FEBRUARY and date.day == _LEAP_DAY and date.year and date.gregorian() is None
        if (date.day <= longest and (date.hijri or not no_leap)) or tokens[date.first + 1].bare in context.options["doubtful"]:
            continue
        end = tokens[date.last - 1].end if no_leap else _end_of_month(tokens, date, context.lexicon.words)
        yield Hit(tokens[date.first].start, end)


def _end_of_month(tokens: tuple[Token, ...], date: Date, lists: WordLists) -> int:
    return tokens[_month(tokens, date.first + 1, lists)[1] - 1].end


@paragraphs(kinds=(Kind.NUMBER,))
def weekday(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """A weekday before a full date that falls on another."""
    tokens, lists = paragraph.tokens, context.lexicon.words
    names = {number: name for name, number in lists.weekdays.items()}
    for date in dates(tokens, lists):
        real = date.gregorian()
        at = date.first - 1
        while at > 0 and tokens[at].text in _BEFORE_DAY:
            at -= 1
        said = lists.weekdays.get(tokens[at].bare) if at >= 0 else None
        if real is None or date.hijri or said is None or said == real.isoweekday():
            continue
        text = paragraph.text[tokens[date.first].start : tokens[date.last - 1].end]
        yield Hit(tokens[at].start, tokens[at].end, values={"date": text, "weekday": names[real.isoweekday()]})


@paragraphs(kinds=(Kind.NUMBER,))
def calendars(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """An Islamic and a Gregorian date side by side that are not the same day."""
    found = list(dates(paragraph.tokens, context.lexicon.words))
    for one, other in pairwise(found):
        first, second = one.gregorian(), other.gregorian()
        if one.hijri == other.hijri or not first or not second or other.first - one.last > _NEAR:
            continue
        if abs(first - second) > _TOLERANCE:
            yield Hit(paragraph.tokens[one.first].start, paragraph.tokens[other.last - 1].end)
