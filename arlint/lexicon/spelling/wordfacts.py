"""What the speller knows of every printed word before it sees a text: worked out once, when the counts are compiled.

Each fact is what `Vocabulary`, `Candidates` and `Speller` would find themselves, with the word lists that arlint ships and the
counts it ships; so a lexicon with other counts goes without them, and the words of the user are asked for besides.
"""

from __future__ import annotations

import os

from arlint.lexicon.container import Container, StrPath, sizes_of
from arlint.lexicon.spelling.shortened import Shortened

FILE = "spelling.arl"
# Names the form of the file, so that one of an earlier form is refused.
KIND = "spelling facts 5"
MADE_FROM = ("counts.arl", "morphology.arl", "words.arl")

# The bits of a word's flags: an analyser or a list knows it; it is a slip of no sibling; a sibling can be meant even where it is attested;
# `near` tells all that may be meant by it; it is right wherever it stands; it is in use, and wrong only where something that is foreseen is
# better attested.
KNOWN, ITSELF, RIVALLED, FORESEEN, RIGHT, WEIGHED = 1, 2, 4, 8, 16, 32

# Of words that are not in use, those are foreseen that are seen so often in all sources: half of those in a text, and a third of all.
LEAST_FORESEEN = 5


class WordFacts:
    """Facts in the compiled file `path`, by the number of a word in the counts. Raises CompiledDataError when it is missing or damaged."""

    def __init__(self, path: StrPath) -> None:
        container = Container(path, KIND)
        self.made_from: dict[str, int] = container.json("made_from")
        self.flags = container.view("flags", verify=False)
        self.ends = container.array("near.ends", "I", verify=False)
        self.words = container.array("near.words", "I", verify=False)
        self._edits = container.view("near.edits", verify=False)
        self.shortened = Shortened(container.view("shortened.lower", verify=False), container.view("shortened.upper", verify=False))

    def near(self, number: int) -> list[tuple[int, int]]:
        """What may be meant by a foreseen word: the numbers of the words, each with the place of the edit in its enumeration."""
        span = slice(self.ends[number], self.ends[number + 1])
        return list(zip(self.words[span], self._edits[span], strict=True))

    def meant(self, place: int) -> tuple[int, int]:
        """As `near`, at a place of the table of words."""
        return self.words[place], self._edits[place]


def sizes(folder: StrPath) -> dict[str, int]:
    """The sizes in bytes of the files that the facts are made from: enough to notice that one was built anew."""
    return sizes_of(MADE_FROM, folder)


def shipped(folder: StrPath) -> WordFacts | None:
    """The facts in a folder of compiled files, None where there are none or they were made from other files."""
    path = os.path.join(folder, FILE)
    if not os.path.exists(path):
        return None
    facts = WordFacts(path)
    return facts if facts.made_from == sizes(folder) else None
