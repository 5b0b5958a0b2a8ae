"""How often words, pairs and triples of words are seen in print: the evidence of the context model.

Words are bare (no marks, no tatweel). In pairs and triples three signs stand for what is no Arabic word: EDGE a punctuation
mark or the edge of a paragraph, NUMBER, LATIN. Counts are kept on a scale of logarithms, right to 4 %. Every word has a number, by
which pairs are looked up.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property

import marisa_trie

from arlint.lexicon.container import Container, StrPath, compiled
from arlint.lexicon.counts.pairs import UNSEEN, Near, Pairs, each

FILE = "counts.arl"
# Names the form of the file, so that one of an earlier form is refused.
KIND = "counts 2"
SHIPPED = compiled(FILE)
EDGE, NUMBER, LATIN = "|", "#", "@"
SOURCES = ("edited", "other", "books")

# Every letter, mark and sign that occurs in the tables is one byte of it, which makes the tries smaller and faster.
ENCODING = "iso8859_6"

_MOST_NUMBERS = 1 << 16
_STEP = 15.0  # steps of the scale in one unit of the natural logarithm: exp(254 / 15) is 22 million


def quantised(count: int) -> int:
    """The byte that stands for a count: 0 for none, else 1 + 15 ln(count)."""
    return min(255, 1 + round(_STEP * math.log(count))) if count else 0


_COUNTS = (0, *(round(math.exp((byte - 1) / _STEP)) for byte in range(1, 256)))


class _Numbers(dict[str, int]):
    """The numbers of words, `UNSEEN` for one that the table does not have; forgets all when it has grown large."""

    def __init__(self, get: Callable[[str, int], int]) -> None:
        super().__init__()
        self._get = get

    def __missing__(self, word: str) -> int:
        if len(self) >= _MOST_NUMBERS:
            self.clear()
        try:
            number = self._get(word, UNSEEN)
        except UnicodeEncodeError:  # a lone surrogate
            number = UNSEEN
        self[word] = number
        return number


class _Table:
    """A trie of word sequences, each with a byte for every column. Words are looked up as text, sequences as bytes of `ENCODING`."""

    def __init__(self, container: Container, name: str, columns: tuple[str, ...], *, binary: bool) -> None:
        trie = marisa_trie.BinaryTrie() if binary else marisa_trie.Trie()
        trie.map(container.view(f"{name}.trie", verify=False))
        self.columns = [container.view(f"{name}.{column}", verify=False) for column in columns]
        self.trie = trie
        self.get: Callable[[str | bytes], int | None] = trie.get

    def rows(self) -> Iterator[tuple[str, tuple[int, ...]]]:
        """Every sequence with its counts, as far as they are right (4 %)."""
        for key, place in self.trie.iteritems():
            sequence = key.decode(ENCODING) if isinstance(key, bytes) else key
            yield sequence, tuple(_COUNTS[column[place]] for column in self.columns)


class Counts:
    """Counts in the compiled file `path`. Raises CompiledDataError when it is missing or damaged."""

    def __init__(self, path: StrPath = SHIPPED) -> None:
        self.path = path
        self._container = Container(path, KIND)
        totals: dict[str, int] = self._container.json("totals")
        self.total = sum(totals.values())
        self.totals = totals

    @cached_property
    def _words(self) -> _Table:
        return _Table(self._container, "unigrams", SOURCES, binary=False)

    @cached_property
    def number(self) -> Callable[[str], int]:
        """Gives the number of a word in the table of words, `UNSEEN` for one that is not in it; remembers it for a while."""
        return _Numbers(self._words.trie.get).__getitem__

    def numbers(self, words: Iterable[str]) -> list[int | None]:
        """The numbers of many spellings of Arabic letters, None for one that is no word of the table; remembers none."""
        return list(map(self._words.trie.get, words))

    @cached_property
    def _pair_tables(self) -> tuple[Sequence[int], Sequence[int]]:
        array = self._container.array
        return array("bigrams.starts", "I", verify=False), array("bigrams.entries", "I", verify=False)

    @cached_property
    def pairs_by_number(self) -> Pairs:
        """Occurrences of two words in a row, by their numbers."""
        return Pairs(*self._pair_tables, _COUNTS)

    @cached_property
    def _triples(self) -> _Table:
        return _Table(self._container, "trigrams", ("all",), binary=True)

    @cached_property
    def _siblings(self) -> marisa_trie.Trie:
        trie = marisa_trie.Trie()
        trie.map(self._container.view("siblings.trie", verify=False))
        return trie

    def word(self, number: int) -> str:
        """The word of a number."""
        word: str = self._words.trie.restore_key(number)
        return word

    def at(self, number: int) -> tuple[int, int]:
        """Occurrences of the word of a number in clean sources (well-edited news and books), and in all."""
        edited, other, books = self._words.columns
        clean = _COUNTS[edited[number]] + _COUNTS[books[number]]
        return clean, clean + _COUNTS[other[number]]

    def by_source(self, word: str) -> tuple[int, int, int]:
        """Occurrences in well-edited news, in other news and on the web, in books."""
        place = self.number(word)
        if place == UNSEEN:
            return 0, 0, 0
        edited, other, books = self._words.columns
        return _COUNTS[edited[place]], _COUNTS[other[place]], _COUNTS[books[place]]

    def clean(self, word: str) -> int:
        """Occurrences in well-edited news and in books."""
        try:
            place = self._words.get(word)
        except UnicodeEncodeError:  # a lone surrogate
            place = None
        if place is None:
            return 0
        edited, _, books = self._words.columns
        return _COUNTS[edited[place]] + _COUNTS[books[place]]

    def unigram(self, word: str) -> int:
        """Occurrences of a word in all sources; 0 when it was seen less than twice."""
        return sum(self.by_source(word))

    def bigram(self, first: str, second: str) -> int:
        """Occurrences of two words in a row; 0 when fewer than the table keeps."""
        return self.pairs_by_number.seen(self.number(first), self.number(second))

    def near(self, ends: Sequence[int], words: Sequence[int], flags: Sequence[int], rivalled: int) -> Near:
        """What `Pairs.better_attested` asks for, with the columns of these counts."""
        edited, other, books = self._words.columns
        return Near(ends, words, flags, edited, other, books, rivalled)

    def trigram(self, first: str, second: str, third: str) -> int:
        """Occurrences of three words in a row; 0 when fewer than the table keeps."""
        table = self._triples
        try:
            place = table.get(f"{first} {second} {third}".encode(ENCODING))
        except UnicodeEncodeError:
            return 0
        return 0 if place is None else _COUNTS[table.columns[0][place]]

    def words(self) -> Iterator[tuple[str, tuple[int, ...]]]:
        """All words with their counts in `SOURCES`."""
        return ((word, counts) for word, counts in self._words.rows() if word != EDGE)

    def pairs(self) -> Iterator[tuple[str, tuple[int, ...]]]:
        """All pairs of words with their count."""
        words = [self.word(number) for number in range(len(self._words.trie))]
        return ((f"{words[first]} {words[second]}", (_COUNTS[step],)) for first, second, step in each(*self._pair_tables))

    def triples(self) -> Iterator[tuple[str, tuple[int, ...]]]:
        """All triples of words with their count."""
        return self._triples.rows()

    def siblings(self, folded: str) -> list[str]:
        """The printed words whose `letters.fold` is `folded`, that spelling itself included where it is seen."""
        if not folded or not folded.isalpha():
            return []
        prefix = f"{folded}\t"
        found = [key[len(prefix) :] for key in self._siblings.keys(prefix)]
        return [*found, folded] if self._words.get(folded) is not None else found
