"""Names that a document spells in two ways: the rarer spelling is probably a slip.

A name, here, is a word that no dictionary explains. Two spellings are taken for one name when they are one letter apart, the
usual one stands at least twice, and both stand beside the same word (first name and surname, title and name). No two
spellings are that both are in use as words or names (Hasan and Husayn, Sulayman and Sulaymani).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from arlint.lexicon.letters import TRANSLITERATED, difference, fold, within_one_edit
from arlint.lexicon.vocabulary import Vocabulary

# A spelling seen this often in clean sources is a word or a name of its own.
_IN_USE = 150
_SHORTEST, _LONGEST = 4, 25
# A spelling that the press has so many times more often is the name's, if it is long enough to be no other word's.
_TIMES_COMMONER, _FAMOUS_LENGTH = 15, 5
# A spelling that clean sources have so often is a variant of the name and no slip.
_VARIANT = 20
_AND = "\u0648"
_SIGNS = "|#@"


class NameSighting(NamedTuple):
    """A word that may be a name. place: its index in the paragraph. beside: its neighbours. doubtful: no dictionary has it.
    clean: occurrences in clean sources."""

    place: int
    word: str
    beside: tuple[str, str]
    doubtful: bool
    clean: int


class NearMiss(NamedTuple):
    """The usual spelling of a name, and how often the document has it. sure: both stand beside the same word."""

    usual: str
    times: int
    sure: bool


def sightings(words: Sequence[str], vocabulary: Vocabulary) -> Iterator[NameSighting]:
    """The words of a paragraph that take part in the comparison: unknown ones, and names that are spelled like them."""
    for index, word in enumerate(words):
        if len(word) < _SHORTEST:
            continue
        entry = vocabulary.entry(word)
        beside = (words[index - 1] if index else "|", words[index + 1] if index + 1 < len(words) else "|")
        doubtful = not entry.known and entry.clean < _IN_USE and entry.canonical == word and not vocabulary.accepts(word)
        yield NameSighting(index, word, beside, doubtful, entry.clean)


def near_misses(paragraphs: Sequence[Sequence[NameSighting]]) -> list[dict[int, NearMiss]]:
    """For each paragraph, the places where a name is spelled otherwise than the document mostly, or the press always, has it."""
    found: list[dict[int, NearMiss]] = [{} for _ in paragraphs]
    times = Counter([seen.word for names in paragraphs for seen in names])
    suspects = {seen.word for names in paragraphs for seen in names if seen.doubtful and times[seen.word] <= 2}
    if not suspects:
        return found
    usual = _neighbours(suspects, times)
    if not usual:
        return found
    rivals = {other for others in usual.values() for other in others}
    clean = {seen.word: seen.clean for names in paragraphs for seen in names if seen.word in rivals}
    company = _company(paragraphs, rivals)
    for number, names in enumerate(paragraphs):
        for seen in names:
            for other in usual.get(seen.word, ()) if seen.doubtful else ():
                beside = not company[other].isdisjoint(word for word in seen.beside if word not in _SIGNS)
                if (times[other] > times[seen.word] and beside) or _famous(seen, other, clean[other], times):
                    found[number][seen.place] = NearMiss(other, times[other], beside)
    return found


def _famous(seen: NameSighting, other: str, clean: int, times: Mapping[str, int]) -> bool:
    """Does the press know the other spelling, and hardly ever this one?"""
    return (
        times[other] >= times[seen.word]
        and len(other) >= _FAMOUS_LENGTH
        and clean >= _IN_USE
        and clean >= _TIMES_COMMONER * (seen.clean + 1)
    )


def _company(paragraphs: Sequence[Sequence[NameSighting]], words: set[str]) -> Mapping[str, set[str]]:
    """All the neighbours of each word."""
    company: dict[str, set[str]] = {word: set() for word in words}
    for names in paragraphs:
        for seen in names:
            if seen.word in company:
                company[seen.word].update(seen.beside)
    return company


def _neighbours(suspects: set[str], words: Iterable[str]) -> dict[str, list[str]]:
    """For each suspect the words one letter apart. Two words within one edit share a form with a letter left out."""
    by_shortened: dict[str, list[str]] = {}
    for word in suspects:
        for short in _shortened(word):
            by_shortened.setdefault(short, []).append(word)
    found: dict[str, list[str]] = {}
    shortened = by_shortened.keys()
    for other in words:
        if shortened.isdisjoint(_shortened(other)):
            continue
        for word in {word for short in _shortened(other) for word in by_shortened.get(short, ())}:
            if word != other and _alike(word, other):
                found.setdefault(word, []).append(other)
    return found


@lru_cache(1 << 15)
def _shortened(word: str) -> frozenset[str]:
    if len(word) > _LONGEST:
        return frozenset()
    return frozenset((word, *(word[:place] + word[place + 1 :] for place in range(len(word)))))


def _alike(word: str, other: str) -> bool:
    """Are they one letter apart, more than a conjunction or an ending of relation?"""
    if word[0] != other[0] and _AND in (word[0], other[0]):
        return False
    if word.rstrip("\u064a\u0629") == other.rstrip("\u064a\u0629") or {word, other} == {word, word + "\u0627"}:
        return False
    _, wrong, right = difference(word, other)
    if (wrong, right) in TRANSLITERATED:  # a matter of consistency, not of spelling
        return False
    return fold(word) == fold(other) or within_one_edit(word, other)
