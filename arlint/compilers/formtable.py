"""Compiled morphology, word lists and counts → forms.arl: the sums of the readings of the spellings most seen in print."""

from __future__ import annotations

import json
from array import array
from heapq import nlargest
from pathlib import Path

import marisa_trie

from arlint.compilers.counts import rows
from arlint.lexicon.container import write
from arlint.lexicon.lexicon import Lexicon
from arlint.syntax.formtable import FILE, Forms, pack, sizes

OUTPUTS = (FILE,)

# Made from what other compilers have written, so it comes after them.
STAGE = 1

# Enough for nine words in ten of running news text.
_SPELLINGS = 100_000


def build(root: Path, target: Path) -> None:
    """Sum up the usual spellings with the compiled files in `target`."""
    forms = Forms(Lexicon(target))
    made = {text: forms.summed(text) for text in _usual(root / "dictionaries" / "counts" / "unigrams.tsv.xz")}
    trie = marisa_trie.Trie(made)
    ordered = [made[text] for text in sorted(made, key=trie.key_id)]
    lemmas = {lemma: number for number, lemma in enumerate(sorted({lemma for form in ordered for lemma in form.lemmas}))}
    ids, ends = array("I"), array("I", [0])
    for form in ordered:
        ids.extend(lemmas[lemma] for lemma in sorted(form.lemmas))
        ends.append(len(ids))
    sections = {
        "made_from": json.dumps(sizes(target)).encode(),
        "forms": trie.tobytes(),
        "packed": array("Q", (pack(form) for form in ordered)).tobytes(),
        "lemma_ends": ends.tobytes(),
        "lemma_ids": ids.tobytes(),
        "lemmas": json.dumps(list(lemmas), ensure_ascii=False, separators=(",", ":")).encode(),
    }
    write(target / FILE, "forms", sections)


def _usual(path: Path) -> list[str]:
    """The spellings most seen, signs that stand for no word left out."""
    words = ((sum(counts), word) for word, counts in rows(path) if word.isalpha() and not word.isascii())
    return [word for _, word in nlargest(_SPELLINGS, words)]
