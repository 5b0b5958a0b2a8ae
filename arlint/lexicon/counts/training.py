"""Counting words, pairs and triples in an archive of text, to be added to the counts that arlint ships.

An archive counts as well-edited news: what it has is what its newsroom prints.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from arlint.lexicon.counts.store import EDGE, ENCODING, Counts
from arlint.lexicon.counts.writing import Row, compile_counts

# What is kept of words, pairs and triples: as in the tables that arlint ships.
_LEAST = (2, 2, 3)


class Tally:
    """Counts of one archive. A paragraph that was counted before is passed over: archives repeat themselves."""

    def __init__(self) -> None:
        self._tables: tuple[Counter[str], Counter[str], Counter[str]] = (Counter(), Counter(), Counter())
        self._seen: set[int] = set()
        self.words = 0

    def add(self, words: Sequence[str]) -> None:
        """Count a paragraph: its bare words, and the signs for what is none (see `arlint.lexicon.spelling.survey.view`)."""
        fingerprint = hash(tuple(words))
        if fingerprint in self._seen:
            return
        self._seen.add(fingerprint)
        inside = [word if _spellable(word) else EDGE for word in words]
        self.words += len(inside)
        framed = [EDGE, *inside, EDGE]
        singles, pairs, triples = self._tables
        singles.update(word for word in inside if word != EDGE)
        pairs.update(f"{a} {b}" for a, b in pairwise(framed))
        triples.update(f"{a} {b} {c}" for a, b, c in zip(framed, framed[1:], framed[2:], strict=False))

    def tables(self) -> list[dict[str, int]]:
        """Words, pairs and triples with their counts, as far as they are seen often enough to be kept."""
        return [{key: n for key, n in table.items() if n >= least} for table, least in zip(self._tables, _LEAST, strict=True)]


def compile_archive(tally: Tally, path: Path, base: Counts | None) -> None:
    """Write the archive's counts to `path`, added to those of `base` unless it is None."""
    words, pairs, triples = tally.tables()
    compile_counts(
        _merged(base.words() if base else (), words, 3),
        _merged(base.pairs() if base else (), pairs, 1),
        _merged(base.triples() if base else (), triples, 1),
        path,
    )


def _merged(base: Iterable[Row], own: dict[str, int], columns: int) -> Iterator[Row]:
    """Each row once, the archive's count added to the first column."""
    rest = dict(own)
    for sequence, (first, *others) in base:
        yield sequence, (first + rest.pop(sequence, 0), *others)
    for sequence, count in rest.items():
        yield sequence, (count, *[0] * (columns - 1))


def _spellable(word: str) -> bool:
    try:
        word.encode(ENCODING)
    except UnicodeEncodeError:
        return False
    return True
