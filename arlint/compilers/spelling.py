"""Compiled morphology, word lists and counts → spelling.arl: what the speller would find out about every printed word."""

from __future__ import annotations

import json
from array import array
from pathlib import Path

from arlint.lexicon.candidates import LEAST_AWAY, Edit
from arlint.lexicon.container import write
from arlint.lexicon.lexicon import Lexicon
from arlint.lexicon.profiles import rivalled
from arlint.lexicon.spelling import Speller
from arlint.lexicon.wordfacts import FILE, ITSELF, KIND, KNOWN, RIVALLED, UNPRINTED, shortened, sizes

OUTPUTS = (FILE,)

# Made from what other compilers have written, so it comes after them.
STAGE = 1


def build(root: Path, target: Path) -> None:
    """Ask the speller about every word of the counts in `target`."""
    (target / FILE).unlink(missing_ok=True)
    lexicon = Lexicon(target)
    speller, number_of = lexicon.document_speller.speller, lexicon.counts.number
    words = {number: word for word, _ in lexicon.counts.words() if (number := number_of(word)) is not None}
    flags = bytearray(max(words) + 1)
    ends, near, edits = array("I", [0]), array("I"), bytearray()
    order = {edit: place for place, edit in enumerate(Edit)}
    for number in range(len(flags)):
        word = words.get(number, "")
        flags[number] = _flags(speller, word) if word else 0
        others = (
            [(number_of(other.text), order[other.edit]) for other in speller.candidates.near(speller.vocabulary.entry(word))]
            if speller.in_use(word)
            else []
        )
        if any(other is None for other, _ in others):
            flags[number] |= UNPRINTED
        else:
            near.extend(other for other, _ in others if other is not None)
            edits.extend(edit for _, edit in others)
        ends.append(len(near))
    sections = {
        "made_from": json.dumps(sizes(target)).encode(),
        "flags": bytes(flags),
        "near.ends": ends.tobytes(),
        "near.words": near.tobytes(),
        "near.edits": bytes(edits),
        "shortened": shortened(word for word in words.values() if lexicon.counts.clean(word) >= LEAST_AWAY),
    }
    write(target / FILE, KIND, sections)


def _flags(speller: Speller, word: str) -> int:
    vocabulary = speller.vocabulary
    return (
        KNOWN * vocabulary.known(word)
        | ITSELF * (vocabulary.entry(word).canonical == word)
        | RIVALLED * (speller.in_use(word) and rivalled(vocabulary.entry(word), vocabulary))
    )
