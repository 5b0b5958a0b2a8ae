"""Compiled morphology, word lists and counts → spelling.arl: what the speller would find out about every printed word."""

from __future__ import annotations

import json
from array import array
from collections.abc import Sequence
from pathlib import Path

from arlint.lexicon.container import write
from arlint.lexicon.counts.pairs import UNSEEN
from arlint.lexicon.lexicon import Lexicon
from arlint.lexicon.spelling.candidates import LEAST_AWAY, LONGEST, Candidate, Edit
from arlint.lexicon.spelling.profiles import Profile, rivalled
from arlint.lexicon.spelling.shortened import Shortened
from arlint.lexicon.spelling.speller import Speller
from arlint.lexicon.spelling.vocabulary import Vocabulary
from arlint.lexicon.spelling.wordfacts import FILE, FORESEEN, ITSELF, KIND, KNOWN, LEAST_FORESEEN, RIGHT, RIVALLED, WEIGHED, sizes

OUTPUTS = (FILE,)

# Made from what other compilers have written, so it comes after them.
STAGE = 1


def build(root: Path, target: Path) -> None:
    """Ask the speller about every word of the counts in `target`."""
    (target / FILE).unlink(missing_ok=True)
    lexicon = Lexicon(target)
    speller, number_of = lexicon.document_speller.speller, lexicon.counts.number
    words = {number_of(word): word for word, _ in lexicon.counts.words()}
    lacking = Shortened.of(word for word in words.values() if lexicon.counts.clean(word) >= LEAST_AWAY)
    speller.candidates.openings = lacking.openings
    flags = bytearray(max(words) + 1)
    ends, near, edits = array("I", [0]), array("I"), bytearray()
    order = {edit: place for place, edit in enumerate(Edit)}
    for number in range(len(flags)):
        word = words.get(number, "")
        if not word:
            ends.append(len(near))
            continue
        profile = speller.profiles[word]
        flags[number] = _flags(speller.vocabulary, word, profile)
        if (foreseen := _foreseen(speller, word, profile)) is not None:
            others = [(number_of(other.text), order[other.edit]) for other in foreseen]
            if all(other != UNSEEN for other, _ in others):
                flags[number] |= FORESEEN | WEIGHED * (profile.in_use and not profile.right and not profile.canonical)
                near.extend(other for other, _ in others)
                edits.extend(edit for _, edit in others)
        ends.append(len(near))
    sections = {
        "made_from": json.dumps(sizes(target)).encode(),
        "flags": bytes(flags),
        "near.ends": ends.tobytes(),
        "near.words": near.tobytes(),
        "near.edits": bytes(edits),
        "shortened.lower": bytes(lacking.lower),
        "shortened.upper": bytes(lacking.upper),
    }
    write(target / FILE, KIND, sections)


def _foreseen(speller: Speller, word: str, profile: Profile) -> Sequence[Candidate] | None:
    """What may be meant by a word, None for one that is seldom met."""
    if profile.in_use:
        return profile.near
    entry = speller.vocabulary.entry(word)
    return speller.candidates.away(entry) if not profile.right and entry.total >= LEAST_FORESEEN and len(word) <= LONGEST else None


def _flags(vocabulary: Vocabulary, word: str, profile: Profile) -> int:
    return (
        KNOWN * vocabulary.known(word)
        | ITSELF * (vocabulary.entry(word).canonical == word)
        | RIVALLED * (profile.in_use and rivalled(vocabulary.entry(word), vocabulary))
        | RIGHT * profile.plain
    )
