"""How often words, pairs and triples of words are seen in print: the evidence of the context model.

Words are bare (no marks, no tatweel). In pairs and triples three signs stand for what is no Arabic word: EDGE a punctuation
mark or the edge of a paragraph, NUMBER, LATIN. Counts are kept on a scale of logarithms, right to 4 %.
"""

from __future__ import annotations

import math
from functools import cached_property
from pathlib import Path

import marisa_trie

from arlint.lexicon.container import COMPILED, Container

FILE = "counts.arl"
EDGE, NUMBER, LATIN = "|", "#", "@"
SOURCES = ("edited", "other", "books")

# Every letter, mark and sign that occurs in the tables is one byte of it, which makes the tries smaller and faster.
ENCODING = "iso8859_6"

_STEP = 15.0  # steps of the scale in one unit of the natural logarithm: exp(254 / 15) is 22 million


def quantised(count: int) -> int:
    """The byte that stands for a count: 0 for none, else 1 + 15 ln(count)."""
    return min(255, 1 + round(_STEP * math.log(count))) if count else 0


_COUNTS = (0, *(round(math.exp((byte - 1) / _STEP)) for byte in range(1, 256)))


class _Table:
    """A trie of word sequences, each with a byte for every column."""

    def __init__(self, container: Container, name: str, columns: tuple[str, ...]) -> None:
        self._trie = marisa_trie.BinaryTrie()
        self._trie.map(container.view(f"{name}.trie", verify=False))
        self.columns = [container.view(f"{name}.{column}", verify=False) for column in columns]
        self._get = self._trie.get

    def place(self, sequence: str) -> int:
        """The number of the sequence in every column, -1 when it was not seen."""
        try:
            place = self._get(sequence.encode(ENCODING))
        except UnicodeEncodeError:
            return -1
        return -1 if place is None else place


class Counts:
    """Counts in the compiled file `path`. Raises CompiledDataError when it is missing or damaged."""

    def __init__(self, path: Path = COMPILED / FILE) -> None:
        self._container = Container(path, "counts")
        totals: dict[str, int] = self._container.json("totals")
        self.total = sum(totals.values())
        self.totals = totals

    @cached_property
    def _words(self) -> _Table:
        return _Table(self._container, "unigrams", SOURCES)

    @cached_property
    def _pairs(self) -> _Table:
        return _Table(self._container, "bigrams", ("all",))

    @cached_property
    def _triples(self) -> _Table:
        return _Table(self._container, "trigrams", ("all",))

    @cached_property
    def _siblings(self) -> marisa_trie.BinaryTrie:
        trie = marisa_trie.BinaryTrie()
        trie.map(self._container.view("siblings.trie", verify=False))
        return trie

    def by_source(self, word: str) -> tuple[int, int, int]:
        """Occurrences in well-edited news, in other news and on the web, in books."""
        table = self._words
        place = table.place(word)
        if place < 0:
            return 0, 0, 0
        edited, other, books = table.columns
        return _COUNTS[edited[place]], _COUNTS[other[place]], _COUNTS[books[place]]

    def unigram(self, word: str) -> int:
        """Occurrences of a word in all sources; 0 when it was seen less than twice."""
        return sum(self.by_source(word))

    def bigram(self, first: str, second: str) -> int:
        """Occurrences of two words in a row; 0 when fewer than the table keeps."""
        table = self._pairs
        place = table.place(f"{first} {second}")
        return _COUNTS[table.columns[0][place]] if place >= 0 else 0

    def trigram(self, first: str, second: str, third: str) -> int:
        """Occurrences of three words in a row; 0 when fewer than the table keeps."""
        table = self._triples
        place = table.place(f"{first} {second} {third}")
        return _COUNTS[table.columns[0][place]] if place >= 0 else 0

    def siblings(self, folded: str) -> list[str]:
        """The printed words whose `letters.fold` is `folded`, that spelling itself included where it is seen."""
        try:
            prefix = f"{folded}\t".encode(ENCODING)
        except UnicodeEncodeError:
            return []
        found = [key[len(prefix) :].decode(ENCODING) for key in self._siblings.keys(prefix)]
        return [*found, folded] if self._words.place(folded) >= 0 else found
