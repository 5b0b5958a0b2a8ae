"""What is known of a single word, out of its context: is it a word, how often is it seen, which spelling is it mistaken for.

Start at `Vocabulary.entry`. Entries are cached, for a text uses a word again and again.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Protocol

from arlint.lexicon.counts.pairs import UNSEEN
from arlint.lexicon.counts.store import Counts
from arlint.lexicon.letters import ALEF, ALEF_MAQSURA, ALEFS, HAMZA, HAMZA_ON_YA, HEH, YEH, difference, fold
from arlint.lexicon.spelling.wordfacts import ITSELF, KNOWN, WordFacts
from arlint.records import NamedTuple

_CACHE = 1 << 12
_FEW = 1 << 8  # an unknown word is asked for its siblings twice in a row

# A word seen this often in clean sources is a word, whatever the analyser says.
IN_USE = 200

# A word seen in clean sources this many times less than a sibling of it is taken for a slip, even where it is a word
# (an imperative or a rare verb, as a rule).
_DOMINANCE = 60
# ... and this many times less when the analyser does not know it.
_DOMINANCE_UNKNOWN = 4
# ... where the hamza of its alif has another place: in edited news, words of their own and names (إعمال, إشغال) are found below
# this, and slips above.
_DOMINANCE_WRITTEN = 12
# A final ha may be a pronoun: there it takes more.
_DOMINANCE_PRONOUN = 150

# Alif maqsura with a hamza behind it, which no word ends in, and what is meant.
_WRITTEN_ALEFS = frozenset(ALEFS) - {ALEF}
_APART_FROM_YA = ALEF_MAQSURA + HAMZA
_HAMZA_ENDINGS = (HAMZA_ON_YA, YEH + HAMZA)


class WordJudge(Protocol):
    """Says whether a spelling is a word (the analyser, lists of names), a name, accepted by the user whatever else is known of it, or a
    word for others than the analyser and the lists."""

    def known(self, word: str) -> bool: ...

    def is_name(self, word: str) -> bool: ...

    def is_given_name(self, word: str) -> bool: ...

    def accepts(self, word: str) -> bool: ...

    def adds(self, word: str) -> bool: ...


class Entry(NamedTuple):
    """One spelling, bare.

    known: it is in use, or an analyser, a word list, the user or a backend knows it. clean: occurrences in well-edited news and books.
    total: occurrences in all sources. canonical: the sibling that it is a slip of for all that is known without context, else
    the word itself. number: its number in the counts, `UNSEEN` where it was not seen.
    """

    text: str
    known: bool
    clean: int
    total: int
    canonical: str
    number: int = UNSEEN


class Vocabulary:
    """Entries for words. Shared state is cached only; safe to use from several threads."""

    def __init__(self, judge: WordJudge, counts: Counts, facts: WordFacts | None = None) -> None:
        self._judge = judge
        self.accepts = judge.accepts
        self.adds = judge.adds
        self.is_name = judge.is_name
        self.is_given_name = lru_cache(_CACHE)(judge.is_given_name)
        self.counts = counts
        self.facts = facts
        self.entry = lru_cache(_CACHE)(self._entry)
        self.known = lru_cache(_CACHE)(self._known)
        self.clean = counts.clean
        self.siblings = lru_cache(_FEW)(self._siblings)

    def _entry(self, word: str) -> Entry:
        number = self.counts.number(word)
        if number == UNSEEN:
            known = self.known(word) or self.adds(word)
            return Entry(word, known, 0, 0, self._canonical(word, known, 0))
        clean, total = self.counts.at(number)
        flags = self.facts.flags[number] if self.facts else 0
        known = clean >= IN_USE or bool(flags & KNOWN) or self.adds(word) or (not self.facts and self.known(word))
        return Entry(word, known, clean, total, word if flags & ITSELF else self._canonical(word, known, clean), number)

    def _known(self, word: str) -> bool:
        number = self.counts.number(word) if self.facts else UNSEEN
        return self._judge.known(word) if number == UNSEEN else self.is_known(word, number)

    def is_known(self, word: str, number: int) -> bool:
        """As `known`, for a word with this number in the counts."""
        return bool(self.facts.flags[number] & KNOWN) or self.accepts(word) if self.facts else self.known(word)

    def flags(self, word: str) -> int:
        """What is known of the word beforehand: the flags of `arlint.lexicon.spelling.wordfacts`; 0 for nothing."""
        if self.facts is None:
            return 0
        number = self.counts.number(word)
        return 0 if number == UNSEEN else self.facts.flags[number]

    def _siblings(self, word: str) -> tuple[str, ...]:
        """Other printed words of the same fold."""
        return tuple([sibling for sibling in self.counts.siblings(fold(word)) if sibling != word])

    def _canonical(self, word: str, known: bool, clean: int) -> str:
        """The known sibling that is seen so much more often that the word must be a slip of it.

        A name is none; nor is a word whose alif has a hamza that the writer has meant.
        """
        if word.endswith(_APART_FROM_YA):
            return next((joined for end in _HAMZA_ENDINGS if self.known(joined := word[:-2] + end)), word)
        siblings = self.siblings(word)
        if not siblings or self._judge.is_name(word) or self._judge.accepts(word):
            return word
        rivals = sorted(((self.clean(sibling), sibling) for sibling in siblings if _plain(word, sibling)), reverse=True)
        for seen, sibling in rivals:
            _, wrong, right = difference(word, sibling)
            if known and wrong[:1] in _WRITTEN_ALEFS:
                continue
            if not known:
                factor = _DOMINANCE_WRITTEN if wrong[:1] in _WRITTEN_ALEFS and right[:1] in _WRITTEN_ALEFS else _DOMINANCE_UNKNOWN
            else:
                factor = _DOMINANCE_PRONOUN if word.endswith(HEH) else _DOMINANCE
            if seen >= factor * max(clean, 1) and self.known(sibling):
                return sibling
        return word


def _plain(word: str, sibling: str) -> bool:
    """Is no hamza between them gained or lost with its seat, other than one that the end of the word lacks?"""
    return len(word) == len(sibling) or sibling == word + HAMZA
