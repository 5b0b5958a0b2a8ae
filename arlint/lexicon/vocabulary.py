"""What is known of a single word, out of its context: is it a word, how often is it seen, which spelling is it mistaken for.

Start at `Vocabulary.entry`. Entries are cached, for a text uses a word again and again.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple, Protocol

from arlint.lexicon.counts import ENCODING, Counts
from arlint.lexicon.letters import fold

_CACHE = 1 << 16

# A word seen in clean sources this many times less than a sibling of it is taken for a slip, even where it is a word
# (an imperative or a rare verb, as a rule).
_DOMINANCE = 60
# ... and this many times less when the analyser does not know it.
_DOMINANCE_UNKNOWN = 4


class WordJudge(Protocol):
    """Says whether a spelling is a word: the analyser, user words, lists of names."""

    def known(self, word: str) -> bool: ...

    def is_name(self, word: str) -> bool: ...


class Entry(NamedTuple):
    """One spelling, bare.

    known: an analyser, a word list or the user knows it. clean: occurrences in well-edited news and books. count: occurrences in
    all sources. canonical: the sibling that it is a slip of for all that is known without context, else the word itself.
    key: the word as the tables of counts spell it, None where they cannot.
    """

    text: str
    known: bool
    clean: int
    count: int
    canonical: str
    siblings: tuple[str, ...]
    key: bytes | None


class Vocabulary:
    """Entries for words. Shared state is cached only; safe to use from several threads."""

    def __init__(self, judge: WordJudge, counts: Counts) -> None:
        self._judge = judge
        self.counts = counts
        self.entry = lru_cache(_CACHE)(self._entry)
        self.known = lru_cache(_CACHE)(judge.known)

    def clean(self, word: str) -> int:
        """Occurrences in well-edited news and in books."""
        edited, _, books = self.counts.by_source(word)
        return edited + books

    def _entry(self, word: str) -> Entry:
        edited, other, books = self.counts.by_source(word)
        clean = edited + books
        known = self.known(word)
        siblings = tuple(sibling for sibling in self.counts.siblings(fold(word)) if sibling != word)
        canonical = self._canonical(word, known, clean, siblings)
        try:
            key = word.encode(ENCODING)
        except UnicodeEncodeError:
            key = None
        return Entry(word, known, clean, clean + other, canonical, siblings, key)

    def _canonical(self, word: str, known: bool, clean: int, siblings: tuple[str, ...]) -> str:
        """The known sibling that is seen so much more often that the word must be a slip of it. A name is none."""
        if not siblings or self._judge.is_name(word):
            return word
        best = max(((self.clean(sibling), sibling) for sibling in siblings if self.known(sibling)), default=None)
        factor = _DOMINANCE if known else _DOMINANCE_UNKNOWN
        return best[1] if best and best[0] >= factor * max(clean, 1) else word
