"""Stems that the analyser's tables of 2002 lack, from dictionaries/words/supplement.tsv and the lists of names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from arlint.compilers._tsv import WordListError, rows
from arlint.lexicon.stems import StemClass


def supplement(folder: Path) -> Iterator[tuple[str, str, StemClass, str, str]]:
    """Spelling, category, features, lemma, vocalised form (the bare spelling). Raises WordListError."""
    return iter(())
