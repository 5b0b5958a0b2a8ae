"""Writing compiled counts (`counts.arl`), from the tables of the project or from an archive of one's own."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import marisa_trie

from arlint.lexicon.container import write
from arlint.lexicon.counts.pairs import rows
from arlint.lexicon.counts.store import EDGE, ENCODING, FILE, KIND, SOURCES, quantised
from arlint.lexicon.letters import fold

__all__ = ["FILE", "compile_counts"]

# A word seen less often than this is not offered as another spelling of one.
_LEAST_SIBLING = 3

Row = tuple[str, tuple[int, ...]]


def compile_counts(words: Iterable[Row], pairs: Iterable[Row], triples: Iterable[Row], path: Path) -> None:
    """Write the compiled counts to `path`.

    words: each with its counts in the three `SOURCES`; pairs, triples: words parted by spaces, with counts that are added up. A pair
    with a word that is not among `words` is left out. Raises ValueError for more than sixteen million words.
    """
    unigrams, bigrams = dict(words), [(sequence, sum(counts)) for sequence, counts in pairs]
    trigrams = {sequence.encode(ENCODING): (sum(counts),) for sequence, counts in triples}
    totals = {source: sum(counts[place] for counts in unigrams.values()) for place, source in enumerate(SOURCES)}
    edges = sum(count for sequence, count in bigrams if sequence.startswith(f"{EDGE} "))
    unigrams[EDGE] = (edges, 0, 0)
    words_trie = marisa_trie.Trie(unigrams)
    sections = {"totals": json.dumps(totals).encode(), "siblings.trie": _sibling_trie(unigrams).tobytes()}
    sections |= _table("unigrams", words_trie, unigrams, SOURCES)
    sections |= _pairs(bigrams, words_trie)
    sections |= _table("trigrams", marisa_trie.BinaryTrie(trigrams), trigrams, ("all",))
    write(path, KIND, sections)


def _table(name: str, trie: Any, entries: Mapping[Any, tuple[int, ...]], columns: tuple[str, ...]) -> dict[str, bytes]:
    filled = [bytearray(len(trie)) for _ in columns]
    for key, counts in entries.items():
        place = trie.key_id(key)
        for column, count in zip(filled, counts, strict=True):
            column[place] = quantised(count)
    sections = {f"{name}.{column}": bytes(content) for column, content in zip(columns, filled, strict=True)}
    return {f"{name}.trie": trie.tobytes(), **sections}


def _pairs(pairs: Iterable[tuple[str, int]], words: marisa_trie.Trie) -> dict[str, bytes]:
    """The tables of pairs of `words`; a pair of others is left out."""
    numbered = ((words.get(first), words.get(second), quantised(count)) for first, second, count in _parted(pairs))
    starts, entries = rows(((a, b, step) for a, b, step in numbered if a is not None and b is not None), len(words))
    return {"bigrams.starts": starts, "bigrams.entries": entries}


def _parted(pairs: Iterable[tuple[str, int]]) -> Iterator[tuple[str, str, int]]:
    for sequence, count in pairs:
        first, _, second = sequence.partition(" ")
        yield first, second, count


def _sibling_trie(words: Mapping[str, tuple[int, ...]]) -> marisa_trie.Trie:
    """From a fold to the words that have it; a word that is its own fold needs no entry."""
    return marisa_trie.Trie(
        f"{fold(word)}\t{word}" for word, counts in words.items() if sum(counts) >= _LEAST_SIBLING and fold(word) != word
    )
