"""dictionaries/counts/*.tsv.xz → counts.arl: tries of words, pairs and triples, with a byte for each count."""

from __future__ import annotations

import json
import lzma
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import marisa_trie

from arlint.lexicon.container import write
from arlint.lexicon.counts import EDGE, ENCODING, FILE, SOURCES, quantised
from arlint.lexicon.letters import fold

OUTPUTS = (FILE,)

# A word seen less often than this is not offered as another spelling of one.
_LEAST_SIBLING = 3


def build(root: Path, target: Path) -> None:
    """Compile the counts of the checkout `root`."""
    folder = root / "dictionaries" / "counts"
    compile_counts({name: _rows(folder / f"{name}.tsv.xz") for name in ("unigrams", "bigrams", "trigrams")}, target / FILE)


def compile_counts(tables: dict[str, Iterable[list[str]]], path: Path) -> None:
    """Write the compiled counts. `tables`: rows of the words and their columns, as dictionaries/counts/README.md describes them."""
    words = {word: (int(edited), int(other), int(books)) for word, edited, other, books in tables["unigrams"]}
    totals = {source: sum(counts[place] for counts in words.values()) for place, source in enumerate(SOURCES)}
    pairs, triples = (
        {sequence.encode(ENCODING): (int(news) + int(books),) for sequence, news, books in tables[name]} for name in ("bigrams", "trigrams")
    )
    edge = EDGE.encode(ENCODING)
    edges = sum(count for sequence, (count,) in pairs.items() if sequence.startswith(edge + b" "))
    entries = words | {EDGE: (edges, 0, 0)}
    sections = {"totals": json.dumps(totals).encode(), "siblings.trie": _sibling_trie(words).tobytes()}
    sections |= _table("unigrams", entries, SOURCES) | _table("bigrams", pairs, ("all",)) | _table("trigrams", triples, ("all",))
    write(path, "counts", sections)


def _table(name: str, entries: Mapping[Any, tuple[int, ...]], columns: tuple[str, ...]) -> dict[str, bytes]:
    trie = marisa_trie.BinaryTrie(entries) if isinstance(next(iter(entries)), bytes) else marisa_trie.Trie(entries)
    filled = [bytearray(len(trie)) for _ in columns]
    for key, counts in entries.items():
        place = trie.key_id(key)
        for column, count in zip(filled, counts, strict=True):
            column[place] = quantised(count)
    sections = {f"{name}.{column}": bytes(content) for column, content in zip(columns, filled, strict=True)}
    return {f"{name}.trie": trie.tobytes(), **sections}


def _sibling_trie(words: dict[str, tuple[int, ...]]) -> marisa_trie.Trie:
    """From a fold to the words that have it; a word that is its own fold needs no entry."""
    keys = (f"{fold(word)}\t{word}" for word, counts in words.items() if sum(counts) >= _LEAST_SIBLING and fold(word) != word)
    return marisa_trie.Trie(keys)


def _rows(path: Path) -> Iterator[list[str]]:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield line.rstrip("\n").split("\t")
