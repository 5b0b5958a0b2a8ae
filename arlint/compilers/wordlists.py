"""dictionaries/words/*.tsv → words.arl: names in a trie, every other list as JSON that is read when asked for."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path

import marisa_trie

from arlint.compilers._tsv import rows
from arlint.lexicon.container import write
from arlint.lexicon.words import GENDERS, LISTS, NAME_KINDS, NAME_LISTS

OUTPUTS = ("words.arl",)


def build(root: Path, target: Path) -> None:
    """Raises WordListError for a faulty list."""
    folder = root / "dictionaries" / "words"
    sections = _names(folder)
    for name in LISTS:
        entries = [list(row.values()) for row in rows(folder / f"{name}.tsv")]
        sections[name] = json.dumps(entries, ensure_ascii=False, separators=(",", ":")).encode()
    write(target / OUTPUTS[0], "words", sections)


def _names(folder: Path) -> dict[str, bytes]:
    """All names: the trie, and for each of its keys one byte of kinds and one of gender."""
    kinds: dict[str, int] = defaultdict(int)
    genders: dict[str, set[str]] = defaultdict(set)
    for kind, (name, column) in NAME_LISTS.items():
        for row in rows(folder / f"{name}.tsv"):
            kinds[row[column]] |= 1 << NAME_KINDS.index(kind)
            genders[row[column]] |= set(row.get("gender", ""))
    trie = marisa_trie.Trie(kinds)
    spellings = sorted(kinds, key=trie.key_id)
    return {
        "names": trie.tobytes(),
        "name_kinds": bytes(kinds[name] for name in spellings),
        "name_genders": bytes(GENDERS.index("".join(sorted(genders[name], reverse=True))) for name in spellings),
    }
