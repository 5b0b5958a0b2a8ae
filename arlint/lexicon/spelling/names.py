"""Names that a document spells in two ways: the rarer spelling is probably a slip.

A name, here, is a word that no dictionary explains. Two spellings are taken for one name when they are one letter apart, the
usual one stands at least twice, and both stand beside the same word (first name and surname, title and name). No two
spellings are that both are in use as words or names (Hasan and Husayn, Sulayman and Sulaymani).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache

from arlint.lexicon.letters import (
    ARTICLE,
    LAM,
    NEIGHBOURING_KEYS,
    SAME_SKELETON,
    SOUND_ALIKE,
    TRANSLITERATED,
    VOWELS,
    difference,
    fold,
    within_one_edit,
)
from arlint.records import NamedTuple

# A spelling seen this often in clean sources is a word or a name of its own.
IN_USE = 150
SHORTEST, _LONGEST = 4, 25
# A spelling that the press has so many times more often is the name's, if it is long enough to be no other word's.
_TIMES_COMMONER, _FAMOUS_LENGTH = 15, 5
# A spelling that clean sources have so often is a variant of the name and no slip.
_VARIANT = 20
# One letter for another is a slip of the fingers or of the ear; any other makes another name of it.
_PLAUSIBLE = NEIGHBOURING_KEYS | SAME_SKELETON | SOUND_ALIKE | VOWELS
_AND, _THIS = "\u0648", "\u0647"
_SIGNS = "|#@"


# The words of a paragraph, and the places of the doubtful ones.
Seen = tuple[Sequence[str], Sequence[int]]


class NearMiss(NamedTuple):
    """The usual spelling of a name, and how often the document has it. sure: both stand beside the same word."""

    usual: str
    times: int
    sure: bool


def near_misses(paragraphs: Sequence[Seen], times: Mapping[str, int], clean: Callable[[str], int]) -> list[dict[int, NearMiss]]:
    """For each paragraph, the places where a name is spelled otherwise than the document mostly, or the press always, has it.

    times: how often each word stands in the document. clean: how often clean sources have a word.
    """
    found: list[dict[int, NearMiss]] = [{} for _ in paragraphs]
    suspects = frozenset(word for words, places in paragraphs for place in places if times[word := words[place]] <= 2)
    usual = _neighbours(suspects, times) if suspects else {}
    if not usual:
        return found
    company = _company(paragraphs, {other for others in usual.values() for other in others})
    for number, (words, places) in enumerate(paragraphs):
        for place in places:
            word = words[place]
            for other in usual.get(word, ()):
                beside = not company[other].isdisjoint(near for near in _beside(words, place) if near not in _SIGNS)
                if (times[other] > times[word] and beside) or _famous(word, other, times, clean):
                    found[number][place] = NearMiss(other, times[other], beside)
    return found


def _famous(word: str, other: str, times: Mapping[str, int], clean: Callable[[str], int]) -> bool:
    """Does the press know the other spelling, and hardly ever this one?"""
    if times[other] < times[word] or len(other) < _FAMOUS_LENGTH:
        return False
    return clean(other) >= max(IN_USE, _TIMES_COMMONER * (clean(word) + 1))


def _beside(words: Sequence[str], place: int) -> tuple[str, str]:
    return words[place - 1] if place else "|", words[place + 1] if place + 1 < len(words) else "|"


def _company(paragraphs: Sequence[Seen], names: set[str]) -> Mapping[str, set[str]]:
    """All the neighbours of each name."""
    company: dict[str, set[str]] = {name: set() for name in names}
    for words, _ in paragraphs:
        if names.isdisjoint(words):
            continue
        for place, word in enumerate(words):
            if word in names:
                company[word].update(_beside(words, place))
    return company


def _neighbours(suspects: frozenset[str], words: Iterable[str]) -> dict[str, list[str]]:
    """For each suspect the words one letter apart."""
    alike = _alike_to(suspects) if len(suspects) < _MANY else _AlikeTo(suspects)
    found: dict[str, list[str]] = {}
    for other in words:
        for word in alike[other]:
            found.setdefault(word, []).append(other)
    return found


class _AlikeTo(dict[str, Sequence[str]]):
    """By any word, the suspects one letter apart. Two words within one edit share a form with a letter left out."""

    def __init__(self, suspects: frozenset[str]) -> None:
        super().__init__()
        self._by_shortened: dict[str, list[str]] = {}
        for word in suspects:
            for short in set(_shortened(word)):
                self._by_shortened.setdefault(short, []).append(word)

    def __missing__(self, other: str) -> Sequence[str]:
        index = self._by_shortened
        alike: Sequence[str] = ()
        if len(other) >= SHORTEST and not index.keys().isdisjoint(shortened := _shortened(other)):
            near = {word for short in shortened for word in index.get(short, ())}
            alike = [word for word in near if word != other and _alike(word, other)]
        self[other] = alike
        return alike


# While somebody types, the suspects mostly stay the same and hardly a word changes. Nobody types a text with so many of them.
_MANY = 500
_alike_to = lru_cache(4)(_AlikeTo)


def _shortened(word: str) -> list[str]:
    if len(word) > _LONGEST:
        return []
    return [word, *[word[:place] + word[place + 1 :] for place in range(len(word))]]


def _alike(word: str, other: str) -> bool:
    """Are they one letter apart, more than a conjunction, a preposition before the article or an ending of relation?"""
    if {word[:2], other[:2]} == {LAM + LAM, ARTICLE} and word[2:] == other[2:]:
        return False
    if word[0] != other[0] and _AND in (word[0], other[0]):
        return False
    if _THIS + other == word and other.startswith(ARTICLE):  # the demonstrative of dialects
        return False
    if word.rstrip("\u064a\u0629") == other.rstrip("\u064a\u0629") or {word, other} == {word, word + "\u0627"}:
        return False
    _, wrong, right = difference(word, other)
    if (wrong, right) in TRANSLITERATED:  # a matter of consistency, not of spelling
        return False
    if len(wrong) == len(right) == 1 and (wrong, right) not in _PLAUSIBLE:
        return False
    return fold(word) == fold(other) or within_one_edit(word, other)
