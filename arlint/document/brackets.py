"""Brackets: which pairs of ( ), [ ], { } a paragraph holds, and which stand alone.

Kept apart from quotation marks: checked in one stack, either kind makes the other look unbalanced.
"""

from __future__ import annotations

import re

from arlint.document.characters import SPACE_CHARACTERS, TATWEEL
from arlint.document.model import Paragraph
from arlint.document.patterns import lazy
from arlint.records import NamedTuple

OPENERS = "([{"
CLOSERS = ")]}"
_PARTNERS = dict(zip(CLOSERS, OPENERS, strict=True))
_BRACKET = re.compile(r"[()\[\]{}]")
_LONGEST_LABEL = 5
_ROMAN = frozenset("ivxIVX")
_BEFORE_LABEL = SPACE_CHARACTERS | frozenset("\n(-\u2013.:\u060c\u061b")
_EYES = lazy(r"[:;=8][-']?[()\[\]]*$")


class Pair(NamedTuple):
    """An opening and a closing bracket, code points. matching: they are of one kind."""

    start: int
    end: int
    matching: bool = True


class Brackets(NamedTuple):
    """The brackets of a paragraph: pairs in order of their ends, and lonely ones in order."""

    pairs: tuple[Pair, ...]
    lonely: tuple[int, ...]


def brackets(paragraph: Paragraph) -> Brackets:
    """The brackets of a paragraph; enumerators such as `1)` and emoticons are none. Worked out once."""
    return paragraph.once(_brackets)


def _brackets(paragraph: Paragraph) -> Brackets:
    text = paragraph.text
    if paragraph.characters.isdisjoint("()[]{}"):
        return Brackets((), ())
    matcher = _Matcher()
    for match in _BRACKET.finditer(text):
        at, char = match.start(), match[0]
        if char in OPENERS:
            if not _is_mouth(text, at):
                matcher.open(at, char)
        elif not matcher.close(at, _PARTNERS[char]) and not _belongs_to_word(text, at):
            matcher.lonely.append(at)
    return matcher.result()


def _is_mouth(text: str, at: int) -> bool:
    """Is this opening bracket the mouth of an emoticon? Nothing that could stand in brackets follows it."""
    after = text[at + 1 : at + 2]
    return _EYES.search(text, max(0, at - 6), at) is not None and (not after or after in SPACE_CHARACTERS or after in "([")


def _belongs_to_word(text: str, at: int) -> bool:
    return _EYES.search(text, max(0, at - 6), at) is not None or _is_enumerator(text, at)


def _is_enumerator(text: str, at: int) -> bool:
    """Does one to three digits, a letter or a short Roman numeral stand alone before the bracket at `at`?"""
    end = at - (text[at - 1 : at] in ("-", "."))
    start = end
    while start and end - start < _LONGEST_LABEL and (text[start - 1].isalnum() or text[start - 1] == TATWEEL):
        start -= 1
    label = text[start:end].rstrip(TATWEEL)
    if start and text[start - 1] not in _BEFORE_LABEL:
        return False
    return (label.isdecimal() and len(label) <= 3) or (len(label) == 1 and label.isalpha()) or (label != "" and set(label) <= _ROMAN)


class _Matcher:
    """A stack of open brackets; a bracket of each kind finds out at once whether its kind is open at all."""

    def __init__(self) -> None:
        self.pairs: list[Pair] = []
        self.lonely: list[int] = []
        self._stack: list[tuple[int, str]] = []
        self._open = dict.fromkeys(OPENERS, 0)

    def open(self, at: int, char: str) -> None:
        self._stack.append((at, char))
        self._open[char] += 1

    def close(self, at: int, partner: str) -> bool:
        """Pair the closing bracket at `at`; False when nothing is open. Openers between it and its partner stay alone."""
        if not self._stack:
            return False
        if self._open[partner]:
            while self._stack[-1][1] != partner:
                self.lonely.append(self._pop())
        matching = self._stack[-1][1] == partner
        self.pairs.append(Pair(self._pop(), at, matching))
        return True

    def result(self) -> Brackets:
        return Brackets(tuple(self.pairs), tuple(sorted([*self.lonely, *(at for at, _ in self._stack)])))

    def _pop(self) -> int:
        at, char = self._stack.pop()
        self._open[char] -= 1
        return at
