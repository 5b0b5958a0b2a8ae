"""Spellings that a word may have been meant for, each with the kind of slip that would explain it.

`Candidates.near` gives the few that a word the lexicon knows may be mistaken for; `Candidates.all` adds, for an unknown
word, every word one edit away and the words it may have run together from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import Enum
from functools import lru_cache
from itertools import pairwise

from arlint.lexicon.counts.pairs import UNSEEN
from arlint.lexicon.letters import (
    ALEF,
    ALEF_MAQSURA,
    ALEFS,
    ALPHABET,
    ARTICLE,
    DAD_ZA,
    HAMZA,
    HAMZA_ON_WAW,
    HAMZA_ON_YA,
    HEH,
    LAM,
    MADDA,
    NEIGHBOURING_KEYS,
    NOON,
    SAME_SKELETON,
    SOUND_ALIKE,
    TEH,
    TEH_MARBUTA,
    WAW,
    YEH,
    difference,
    fold,
)
from arlint.lexicon.spelling.run_ons import splits
from arlint.lexicon.spelling.shortened import Opening
from arlint.lexicon.spelling.vocabulary import IN_USE, Entry, Vocabulary
from arlint.lexicon.spelling.wordfacts import FORESEEN
from arlint.records import NamedTuple

_CACHE = 1 << 10
LONGEST = 20
_LEAST = 3
# A word seen less often in clean sources is not what an unknown word was meant for that differs from it in a letter.
LEAST_AWAY = 8
# Context does not make up for a word that many times rarer: a sibling, or any other.
_RARER_SIBLING, _RARER = 50, 10

# A spelling with another seat of hamza that clean sources have so often is a house's own.
_HOUSE_SPELLING = 50


class Edit(Enum):
    """What separates a slip from the word that was meant."""

    HAMZA_DROPPED = "hamza-dropped"  # a bare alif for one with hamza or madda
    HAMZA_ADDED = "hamza-added"  # the reverse
    HAMZA_SWAPPED = "hamza-swapped"  # above for below, madda for hamza
    SEAT = "hamza-seat"  # any other hamza
    TA = "ta-marbuta"  # the dots of final ta marbuta
    YA = "alif-maqsura"  # the dots of final ya
    LOOKALIKE = "lookalike"  # letters that sound alike
    FARIQA = "alif-fariqa"  # the silent alif after a final waw, missing or too many
    TRUNCATED = "truncated"  # the nun of a dual or plural is missing
    SUFFIX = "suffix"  # an ending added or dropped, which makes a word of a word
    DROPPED = "dropped"  # a letter is missing
    ADDED = "added"  # a letter too many
    DOUBLED = "doubled"  # a letter twice
    SWAPPED = "swapped"  # two neighbours changed places
    DOTS = "dots"  # the same skeleton with other dots
    KEY = "key"  # a neighbouring key
    REPLACED = "replaced"  # any other letter
    LAM_AL = "lam-al"  # the alif of the article after the preposition lam
    RUN_ON = "run-on"  # the space between two words is missing
    SHARED = "shared-letter"  # and the letter that ends one and begins the other stands once

    __hash__ = object.__hash__  # members are unique; the hash of Enum is slow


# Where another letter, and before what one letter more, may make a word of a spelling, and which letters.
Openings = Callable[[str], tuple[Sequence[Opening], Sequence[Opening]]]

# The compiled facts say by its place here which edit it is.
_EDITS = tuple(Edit)


class Candidate(NamedTuple):
    """Another spelling: one word, or two with a space between them.

    clean, total: occurrences in clean sources and in all, of two words those in a row. number: of one word, in the counts.
    """

    text: str
    edit: Edit
    clean: int
    total: int
    number: int = UNSEEN


_SOUNDS: dict[str, str] = {}
for _a, _b in sorted(DAD_ZA | SOUND_ALIKE):
    _SOUNDS[_a] = _SOUNDS.get(_a, "") + _b

SIBLINGS = frozenset((Edit.HAMZA_DROPPED, Edit.HAMZA_ADDED, Edit.HAMZA_SWAPPED, Edit.SEAT, Edit.TA, Edit.YA))
_TA_PAIRS = {(HEH, TEH_MARBUTA), (TEH_MARBUTA, HEH)}
_YA_PAIRS = {(YEH, ALEF_MAQSURA), (ALEF_MAQSURA, YEH)}
_SUFFIXES = (TEH_MARBUTA, NOON, TEH, ALEF, YEH + NOON, HEH)
_TAS = {TEH_MARBUTA: TEH, TEH: TEH_MARBUTA}
_TRUNCATED = frozenset((NOON, YEH + NOON))
_ALONE_ON_YA = (ALEF_MAQSURA + HAMZA, YEH + HAMZA, HAMZA_ON_YA)


class Candidates:
    """Generates candidates by what the vocabulary has seen. openings: where a letter may make a word of a spelling."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self.all = lru_cache(_CACHE)(self._all)
        self.openings: Openings = vocabulary.facts.shortened.openings if vocabulary.facts else _everywhere

    def near(self, entry: Entry) -> tuple[Candidate, ...]:
        """For a word in use: siblings, letters that sound alike, endings, as far as they are not much rarer than the word."""
        if (foreseen := self._foreseen(entry)) is not None:
            return foreseen
        return tuple(self._printed(entry, self._close(entry), (), max(_LEAST, entry.clean // _RARER), entry.clean // _RARER_SIBLING))

    def away(self, entry: Entry) -> tuple[Candidate, ...]:
        """For an unknown word: near ones and everything one edit away."""
        if (foreseen := self._foreseen(entry)) is not None:
            return foreseen
        return tuple(self._printed(entry, self._close(entry), _one_edit_away(entry.text, self.openings)))

    def _foreseen(self, entry: Entry) -> tuple[Candidate, ...] | None:
        """What is known beforehand to be all that may be meant, if it is."""
        facts, number = self._vocabulary.facts, entry.number
        if facts is None or number == UNSEEN or not facts.flags[number] & FORESEEN:
            return None
        return tuple([self._numbered(other, edit) for other, edit in facts.near(number)])

    def at(self, places: Iterable[int]) -> list[Candidate]:
        """Those at these places in the compiled facts (see `arlint.lexicon.counts.pairs.Near`)."""
        facts = self._vocabulary.facts
        return [self._numbered(*facts.meant(place)) for place in places] if facts else []

    def _numbered(self, number: int, edit: int) -> Candidate:
        counts = self._vocabulary.counts
        return Candidate(counts.word(number), _EDITS[edit], *counts.at(number), number)

    def _all(self, word: str) -> tuple[Candidate, ...]:
        """For an unknown word: near ones, everything one edit away, and run-ons."""
        if len(word) > LONGEST:
            return self._run_ons(word) if len(word) <= 2 * LONGEST else ()
        return (*self.away(self._vocabulary.entry(word)), *self._run_ons(word))

    def siblings(self, word: str) -> tuple[Candidate, ...]:
        """For an unknown word: its siblings alone."""
        entry = self._vocabulary.entry(word)
        found = {sibling: _sibling_edit(word, sibling) for sibling in self._vocabulary.siblings(word)}
        return tuple(candidate for candidate in self._printed(entry, found) if candidate.edit in SIBLINGS)

    def _close(self, entry: Entry) -> dict[str, Edit]:
        found = {sibling: _sibling_edit(entry.text, sibling) for sibling in self._vocabulary.siblings(entry.text)}
        for text, edit in _near_spellings(entry.text):
            found.setdefault(text, edit)
        return found

    def _printed(
        self, entry: Entry, close: Mapping[str, Edit], away: Sequence[str] = (), least: int = _LEAST, least_sibling: int = 0
    ) -> Iterator[Candidate]:
        """Those of the spellings that are words, and seen often enough. close: with what separates them from the entry; away: one edit
        away."""
        vocabulary = self._vocabulary
        counts, spellings = vocabulary.counts, (*close, *away)
        numbers = {text: number for text, number in zip(spellings, counts.numbers(spellings), strict=True) if number is not None}
        for text, number in numbers.items():
            clean, total = counts.at(number)
            edit = close.get(text)
            wanted = LEAST_AWAY if edit is None else least_sibling if edit in SIBLINGS else least
            if not entry.known and edit not in SIBLINGS:  # a rarer word is not what it was meant for
                wanted = max(wanted, entry.clean)
            if clean < wanted or text == entry.text or not (clean >= IN_USE or vocabulary.is_known(text, number)):
                continue
            if edit is None:
                edit = _edit_between(entry.text, text)
            if edit is Edit.TA and entry.text.endswith(TEH_MARBUTA) and vocabulary.is_name(entry.text):
                continue
            if not (entry.known and _defended(entry.text, text, entry.clean)):
                yield Candidate(text, edit, clean, total, number)

    def _run_ons(self, word: str) -> tuple[Candidate, ...]:
        return tuple(
            Candidate(f"{split.first} {split.second}", Edit.SHARED if split.shared else Edit.RUN_ON, split.together, split.together)
            for split in splits(word, self._vocabulary)
        )


def _defended(word: str, text: str, clean: int) -> bool:
    """Is the word right beside `text`? The Egyptian seats of hamza, and duals of verbs that end in madda."""
    if word.endswith(MADDA):
        return True
    return clean >= _HOUSE_SPELLING and word.replace(HAMZA_ON_YA, HAMZA_ON_WAW) == text.replace(HAMZA_ON_YA, HAMZA_ON_WAW)


def _sibling_edit(word: str, sibling: str) -> Edit:
    """What separates two words of one fold."""
    if len(word) != len(sibling):
        return Edit.SEAT
    pairs = {(a, b) for a, b in zip(word, sibling, strict=True) if a != b}
    if word[:-1] == sibling[:-1] and pairs <= _TA_PAIRS | _YA_PAIRS:
        return Edit.TA if pairs <= _TA_PAIRS else Edit.YA
    if not all(a in ALEFS and b in ALEFS for a, b in pairs):
        return Edit.SEAT
    if all(a == ALEF for a, _ in pairs):
        return Edit.HAMZA_DROPPED
    return Edit.HAMZA_ADDED if all(b == ALEF for _, b in pairs) else Edit.HAMZA_SWAPPED


def _near_spellings(word: str) -> Iterator[tuple[str, Edit]]:
    for place, letter in enumerate(word):
        for other in _SOUNDS.get(letter, ""):
            yield word[:place] + other + word[place + 1 :], Edit.LOOKALIKE
    if len(word) >= 3:
        yield from _other_endings(word)
        if LAM + ARTICLE in word[:4]:
            yield word.replace(LAM + ARTICLE, LAM + LAM, 1), Edit.LAM_AL


def _other_endings(word: str) -> Iterator[tuple[str, Edit]]:
    last = word[-1]
    if last in _TAS:
        yield word[:-1] + _TAS[last], Edit.LOOKALIKE
    if last == WAW:
        yield word + ALEF, Edit.FARIQA
    elif word.endswith(WAW + ALEF):
        yield word[:-1], Edit.FARIQA
    for ending in _ALONE_ON_YA:
        if word.endswith(ending):
            yield from ((word.removesuffix(ending) + other, Edit.SEAT) for other in _ALONE_ON_YA[1:] if other != ending)
    for suffix in _SUFFIXES:
        yield word + suffix, Edit.TRUNCATED if suffix in _TRUNCATED else Edit.SUFFIX
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            yield word[: -len(suffix)], Edit.SUFFIX


def _everywhere(word: str) -> tuple[Sequence[Opening], Sequence[Opening]]:
    """All letters at all places of a word, and before and behind them: what `WordFacts.openings` narrows down."""
    places = [(place, ALPHABET) for place in range(len(word) + 1)]
    return places[:-1], places


def _one_edit_away(word: str, openings: Openings) -> list[str]:
    """Spellings one edit away; of those with another or a further letter, all that are words and some that are not."""
    found = [word[:place] + word[place + 1 :] for place in range(len(word))]
    found += [word[:place] + b + a + word[place + 2 :] for place, (a, b) in enumerate(pairwise(word)) if a != b]
    for opened, width in zip(openings(word), (1, 0), strict=True):
        for place, letters in opened:
            before, after = word[:place], word[place + width :]
            found += [before + letter + after for letter in letters]
    return found


def _edit_between(word: str, text: str) -> Edit:
    """What separates two words that are one edit apart."""
    if fold(word) == fold(text):
        return _sibling_edit(word, text)
    if len(text) > len(word):
        return Edit.DROPPED
    start, wrong, right = difference(word, text)
    if not right:
        return Edit.DOUBLED if wrong in (word[start - 1 : start], word[start + 1 : start + 2]) else Edit.ADDED
    if len(wrong) == 2:
        return Edit.SWAPPED
    if (wrong, right) in SAME_SKELETON:
        return Edit.DOTS
    return Edit.KEY if (wrong, right) in NEIGHBOURING_KEYS else Edit.REPLACED
