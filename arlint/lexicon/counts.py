"""How often words, pairs and triples of words are seen in print: the evidence of the context model.

Words are bare (no marks, no tatweel). In pairs and triples three signs stand for what is no Arabic word: EDGE a punctuation
mark or the edge of a paragraph, NUMBER, LATIN. Counts are kept on a scale of logarithms, right to 4 %.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property

import marisa_trie

from arlint.lexicon.container import Container, StrPath, compiled

FILE = "counts.arl"
SHIPPED = compiled(FILE)
EDGE, NUMBER, LATIN = "|", "#", "@"
SOURCES = ("edited", "other", "books")

# Every letter, mark and sign that occurs in the tables is one byte of it, which makes the tries smaller and faster.
ENCODING = "iso8859_6"

_MOST_KEYS = 1 << 15
_STEP = 15.0  # steps of the scale in one unit of the natural logarithm: exp(254 / 15) is 22 million


def quantised(count: int) -> int:
    """The byte that stands for a count: 0 for none, else 1 + 15 ln(count)."""
    return min(255, 1 + round(_STEP * math.log(count))) if count else 0


_COUNTS = (0, *(round(math.exp((byte - 1) / _STEP)) for byte in range(1, 256)))


# No table has a sequence with it.
_NO_WORD = b"\0"


class _Keys(dict[str, bytes]):
    """Words as the tables spell them, `_NO_WORD` for a word with a letter that no table has; forgets all when it has grown large."""

    def __missing__(self, word: str) -> bytes:
        if len(self) >= _MOST_KEYS:
            self.clear()
        try:
            key = word.encode(ENCODING)
        except UnicodeEncodeError:
            key = _NO_WORD
        self[word] = key
        return key


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
        self._container = Container(path, "counts")
        totals: dict[str, int] = self._container.json("totals")
        self.total = sum(totals.values())
        self.totals = totals
        self._keys = _Keys()

    @cached_property
    def _words(self) -> _Table:
        return _Table(self._container, "unigrams", SOURCES, binary=False)

    @cached_property
    def number(self) -> Callable[[str], int | None]:
        """Gives the number of a word in the table of words, None for one that is not in it."""
        get: Callable[[str, None], int | None] = self._words.trie.get

        def number(word: str) -> int | None:
            try:
                return get(word, None)
            except UnicodeEncodeError:  # a lone surrogate
                return None

        return number

    def numbers(self, words: Iterable[str]) -> list[int | None]:
        """The numbers of many words of Arabic letters, as `number` gives them."""
        return list(map(self._words.trie.get, words))

    @cached_property
    def _pairs(self) -> _Table:
        return _Table(self._container, "bigrams", ("all",), binary=True)

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
        if place is None:
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
        keys, table = self._keys, self._pairs
        place = table.get(keys[first] + b" " + keys[second])
        return 0 if place is None else _COUNTS[table.columns[0][place]]

    def adjacent(self, words: Sequence[str], places: Iterable[int]) -> dict[int, int]:
        """Occurrences of the word at each of these places with the next one, as `bigram` gives them."""
        keys, get = list(map(self._keys.__getitem__, words)), self._pairs.get
        (column,) = self._pairs.columns
        found = {place: get(keys[place] + b" " + keys[place + 1]) for place in places}
        return {place: 0 if pair is None else _COUNTS[column[pair]] for place, pair in found.items()}

    def beside(self, before: str, after: str) -> Callable[[str], tuple[int, int]]:
        """Gives occurrences of a word behind `before` and ahead of `after`, as `bigram` does."""
        keys, get, (column,) = self._keys, self._pairs.get, self._pairs.columns
        lead, trail = keys[before] + b" ", b" " + keys[after]

        def occurrences(word: str) -> tuple[int, int]:
            key = keys[word]
            first, second = get(lead + key), get(key + trail)
            return 0 if first is None else _COUNTS[column[first]], 0 if second is None else _COUNTS[column[second]]

        return occurrences

    def trigram(self, first: str, second: str, third: str) -> int:
        """Occurrences of three words in a row; 0 when fewer than the table keeps."""
        keys, table = self._keys, self._triples
        place = table.get(b"%b %b %b" % (keys[first], keys[second], keys[third]))
        return 0 if place is None else _COUNTS[table.columns[0][place]]

    def words(self) -> Iterator[tuple[str, tuple[int, ...]]]:
        """All words with their counts in `SOURCES`."""
        return ((word, counts) for word, counts in self._words.rows() if word != EDGE)

    def pairs(self) -> Iterator[tuple[str, tuple[int, ...]]]:
        """All pairs of words with their count."""
        return self._pairs.rows()

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
