"""Where quotation marks stand in a paragraph, and what their neighbours say: does a mark open or close?

Half the marks of real copy are the wrong character, so the character counts for little here; what stands to its left and
right counts for much. `arlint.document.quoteroles` weighs all marks of a paragraph together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

from arlint.document.characters import SPACE_CHARACTERS, TATWEEL
from arlint.records import NamedTuple

_DOUBLE_PRIME = "\u2033"

OPENING_GLYPHS = frozenset("\u201c\u201e\u201f\u2018\u201a\u00ab\u2039")
CLOSING_GLYPHS = frozenset("\u201d\u2019\u00bb\u203a" + _DOUBLE_PRIME)
DOUBLE_MARKS = frozenset('"\u201c\u201d\u201e\u201f\u00ab\u00bb' + _DOUBLE_PRIME)
SINGLE_MARKS = frozenset("'\u2018\u2019\u201a\u2039\u203a")
ALL_MARKS = DOUBLE_MARKS | SINGLE_MARKS


class Family(Enum):
    """Marks that pair with each other."""

    STRAIGHT = "straight"
    CURLY = "curly"
    ANGLED = "angled"
    SINGLE_STRAIGHT = "single straight"
    SINGLE_CURLY = "single curly"
    SINGLE_ANGLED = "single angled"


FAMILIES = {
    **dict.fromkeys("\u201c\u201d\u201e\u201f", Family.CURLY),
    **dict.fromkeys("\u00ab\u00bb", Family.ANGLED),
    **dict.fromkeys("\u2018\u2019\u201a", Family.SINGLE_CURLY),
    **dict.fromkeys("\u2039\u203a", Family.SINGLE_ANGLED),
    '"': Family.STRAIGHT,
    "'": Family.SINGLE_STRAIGHT,
}


class Lean(Enum):
    """What the neighbours of a mark say. MUST: punctuation, brackets or the rim of the paragraph leave no other reading."""

    MUST_OPEN = "must open"
    OPENS = "opens"
    UNCLEAR = "unclear"
    CLOSES = "closes"
    MUST_CLOSE = "must close"

    @property
    def opens(self) -> bool:
        """Does the mark open, by its neighbours?"""
        return self in (Lean.OPENS, Lean.MUST_OPEN)

    @property
    def closes(self) -> bool:
        """Does the mark close, by its neighbours?"""
        return self in (Lean.CLOSES, Lean.MUST_CLOSE)


class Sighting(NamedTuple):
    """A mark at `at` (code points). measure: it may stand for inches, seconds or minutes, for a digit comes before it."""

    at: int
    char: str
    lean: Lean
    measure: bool


_MARK = re.compile(f"[{''.join(sorted(ALL_MARKS))}]")
_INVISIBLE = frozenset("\u200b\u200c\u200d\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
_TRANSPARENT = ALL_MARKS | _INVISIBLE
_FARTHEST = 4
_SPACES = SPACE_CHARACTERS | frozenset("\r\n")
_DASHES = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2015/\\|*_")
_OPENERS = frozenset("([{:")
_LEADS = (":", "\u060c")  # a space after one of these, and no closing mark comes
_CLOSERS = frozenset(")]}\u060c\u061b.\u061f!?:,;\u2026%\u066a\u06d4")
_BEFORE_OPENING = _SPACES | _DASHES | frozenset("([{")
_AFTER_CLOSING = _SPACES | _DASHES | _CLOSERS
# One-letter proclitics, the article, and what they make together: what they are glued to begins a quotation.
_STEMS = ("", "\u0628", "\u0643", "\u0644", "\u0627\u0644", "\u0628\u0627\u0644", "\u0643\u0627\u0644", "\u0644\u0644")
_PROCLITICS = frozenset(conjunction + stem for conjunction in ("", "\u0648", "\u0641") for stem in _STEMS) - {""}


def sightings(text: str) -> Iterator[Sighting]:
    """Every quotation mark of `text` in order; apostrophes inside words and marks in rows are none."""
    first, last = len(text) - len(text.lstrip()), len(text.rstrip()) - 1
    for match in _MARK.finditer(text):
        at, char = match.start(), match[0]
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        if before.isalpha() and after.isalpha() and (char in SINGLE_MARKS or not (_may_be_copy(before) and _may_be_copy(after))):
            continue
        if char in (before, after) and (char in SINGLE_MARKS or _is_run(text, at)):
            continue
        measure = char in "\"'" + _DOUBLE_PRIME and before.isdecimal() and not after.isalpha()
        lean = Lean.MUST_OPEN if at <= first else Lean.MUST_CLOSE if at >= last else _lean(text, at)
        yield Sighting(at, char, lean, measure)


def _is_run(text: str, at: int) -> bool:
    """Is the mark one of three or more alike? Then it is a decoration or a slip of the keyboard, and quotes nothing."""
    return text[at] * 3 in text[max(0, at - 2) : at + 3]


def is_proclitic(text: str, at: int) -> bool:
    """Does a proclitic end right before `at`: a lone conjunction or preposition, the article, or a joining tatweel?"""
    before = text[max(0, at - 5) : at]
    if before.endswith(TATWEEL):
        return True
    start = len(before)
    while start and before[start - 1].isalpha():
        start -= 1
    return before[start:] in _PROCLITICS


def _may_be_copy(letter: str) -> bool:
    """A letter between which and a double mark a quotation may begin: not Hebrew, whose abbreviations hold such marks."""
    return not "\u0590" <= letter <= "\u05ff"


def _lean(text: str, at: int) -> Lean:
    before, after = _neighbour(text, at, -1), _neighbour(text, at, 1)
    left_edge, right_edge = before in _BEFORE_OPENING, after in _AFTER_CLOSING
    if before in _OPENERS:
        return Lean.MUST_OPEN
    if left_edge:
        return _lean_after_space(text, at, after, right_edge)
    if is_proclitic(text, at):
        return Lean.UNCLEAR if right_edge else Lean.OPENS
    if right_edge:
        return Lean.MUST_CLOSE if after in _CLOSERS else Lean.CLOSES
    return Lean.UNCLEAR


def _lean_after_space(text: str, at: int, after: str, right_edge: bool) -> Lean:
    if text[max(0, at - _FARTHEST) : at].rstrip().endswith(_LEADS):
        return Lean.MUST_OPEN
    if not right_edge:
        return Lean.OPENS
    if after in _CLOSERS and not text.startswith(("\u2026", ".."), at + 1):
        return Lean.MUST_CLOSE
    return Lean.UNCLEAR


def _neighbour(text: str, at: int, step: int) -> str:
    """The nearest character that is neither a quotation mark nor invisible; a space at the rim of the text."""
    for place in range(at + step, at + step * (_FARTHEST + 1), step):
        if not 0 <= place < len(text):
            return " "
        if text[place] not in _TRANSPARENT:
            return text[place]
    return " "
