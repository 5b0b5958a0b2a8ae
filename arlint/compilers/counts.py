"""dictionaries/counts/*.tsv.xz → counts.arl: tries of words, pairs and triples, with a byte for each count."""

from __future__ import annotations

import json
import lzma
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import marisa_trie

from arlint.lexicon.container import write
from arlint.lexicon.counts import ENCODING, FILE, quantised
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
    sources = ("edited", "other", "books")
    totals = {source: sum(counts[place] for counts in words.values()) for place, source in enumerate(sources)}
    sections = {"totals": json.dumps(totals).encode()}
    sections |= _table("unigrams", {word.encode(ENCODING): counts for word, counts in words.items()}, sources)
    sections["siblings.trie"] = _sibling_trie(words).tobytes()
    for name in ("bigrams", "trigrams"):
        entries = {sequence.encode(ENCODING): (int(news) + int(books),) for sequence, news, books in tables[name]}
        sections |= _table(name, entries, ("all",))
    write(path, "counts", sections)


def _table(name: str, entries: dict[bytes, tuple[int, ...]], columns: tuple[str, ...]) -> dict[str, bytes]:
    trie = marisa_trie.BinaryTrie(entries)
    filled = [bytearray(len(trie)) for _ in columns]
    for key, counts in entries.items():
        place = trie.key_id(key)
        for column, count in zip(filled, counts, strict=True):
            column[place] = quantised(count)
    sections = {f"{name}.{column}": bytes(content) for column, content in zip(columns, filled, strict=True)}
    return {f"{name}.trie": trie.tobytes(), **sections}


def _sibling_trie(words: dict[str, tuple[int, ...]]) -> marisa_trie.BinaryTrie:
    groups = defaultdict(list)
    for word, counts in words.items():
        if sum(counts) >= _LEAST_SIBLING:
            groups[fold(word)].append(word)
    keys = (f"{folded}\t{word}" for folded, group in groups.items() if len(group) > 1 for word in group)
    return marisa_trie.BinaryTrie(key.encode(ENCODING) for key in keys)


def _rows(path: Path) -> Iterator[list[str]]:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield line.rstrip("\n").split("\t")
