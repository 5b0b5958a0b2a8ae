"""dictionaries/counts/*.tsv.xz → counts.arl: tries of words, pairs and triples, with a byte for each count."""

from __future__ import annotations

import lzma
from collections.abc import Iterator
from pathlib import Path

from arlint.lexicon.counts.writing import FILE, Row, compile_counts

OUTPUTS = (FILE,)


def build(root: Path, target: Path) -> None:
    """Compile the counts of the checkout `root`."""
    folder = root / "dictionaries" / "counts"
    words, pairs, triples = (rows(folder / f"{name}.tsv.xz") for name in ("unigrams", "bigrams", "trigrams"))
    compile_counts(words, pairs, triples, target / FILE)


def rows(path: Path) -> Iterator[Row]:
    """The words of each line and its counts, as dictionaries/counts/README.md describes them."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            sequence, *counts = line.rstrip("\n").split("\t")
            yield sequence, tuple(map(int, counts))
