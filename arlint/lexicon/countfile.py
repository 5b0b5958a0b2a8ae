"""Writing compiled counts (`counts.arl`), from the tables of the project or from an archive of one's own."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import marisa_trie

from arlint.lexicon.container import write
from arlint.lexicon.counts import EDGE, ENCODING, FILE, SOURCES, quantised
from arlint.lexicon.letters import fold

__all__ = ["FILE", "compile_counts"]

# A word seen less often than this is not offered as another spelling of one.
_LEAST_SIBLING = 3

Row = tuple[str, tuple[int, ...]]


def compile_counts(words: Iterable[Row], pairs: Iterable[Row], triples: Iterable[Row], path: Path) -> None:
    """Write the compiled counts to `path`.

    words: each with its counts in the three `SOURCES`; pairs, triples: words parted by spaces, with counts that are added up.
    """
    unigrams = dict(words)
    bigrams, trigrams = ({sequence.encode(ENCODING): (sum(counts),) for sequence, counts in table} for table in (pairs, triples))
    totals = {source: sum(counts[place] for counts in unigrams.values()) for place, source in enumerate(SOURCES)}
    sections = {"totals": json.dumps(totals).encode(), "siblings.trie": _sibling_trie(unigrams).tobytes()}
    edges = sum(count for sequence, (count,) in bigrams.items() if sequence.startswith(EDGE.encode() + b" "))
    sections |= _table("unigrams", unigrams | {EDGE: (edges, 0, 0)}, SOURCES)
    sections |= _table("bigrams", bigrams, ("all",)) | _table("trigrams", trigrams, ("all",))
    write(path, "counts", sections)


def _table(name: str, entries: Mapping[Any, tuple[int, ...]], columns: tuple[str, ...]) -> dict[str, bytes]:
    trie = marisa_trie.Trie(entries) if name == "unigrams" else marisa_trie.BinaryTrie(entries)
    filled = [bytearray(len(trie)) for _ in columns]
    for key, counts in entries.items():
        place = trie.key_id(key)
        for column, count in zip(filled, counts, strict=True):
            column[place] = quantised(count)
    sections = {f"{name}.{column}": bytes(content) for column, content in zip(columns, filled, strict=True)}
    return {f"{name}.trie": trie.tobytes(), **sections}


def _sibling_trie(words: Mapping[str, tuple[int, ...]]) -> marisa_trie.Trie:
    """From a fold to the words that have it; a word that is its own fold needs no entry."""
    return marisa_trie.Trie(
        f"{fold(word)}\t{word}" for word, counts in words.items() if sum(counts) >= _LEAST_SIBLING and fold(word) != word
    )
