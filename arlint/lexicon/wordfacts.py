"""What the speller knows of every printed word before it sees a text: worked out once, when the counts are compiled.

Each fact is what `Vocabulary`, `Candidates` and `Speller` would find themselves, with the word lists that arlint ships and the
counts it ships; so a lexicon with other counts goes without them, and the words of the user are asked for besides.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from zlib import crc32

from arlint.lexicon.container import Container, StrPath, sizes_of
from arlint.lexicon.counts import ENCODING

FILE = "spelling.arl"
# Names the form of the file, so that one of an earlier form is refused.
KIND = "spelling facts 3"
MADE_FROM = ("counts.arl", "morphology.arl", "words.arl")

# The bits of a word's flags: an analyser or a list knows it; it is a slip of no sibling; a sibling can be meant even where it is attested;
# it may be mistaken for a word that was never printed, so that `near` must be found out anew.
KNOWN, ITSELF, RIVALLED, UNPRINTED = 1, 2, 4, 8

# Bits of the set of shortened words (a Bloom filter with two hashes): two million of them set one bit in five.
_SET_BITS = 1 << 24
_LOWER = _SET_BITS - 1


class WordFacts:
    """Facts in the compiled file `path`, by the number of a word in the counts. Raises CompiledDataError when it is missing or damaged."""

    def __init__(self, path: StrPath) -> None:
        container = Container(path, KIND)
        self.made_from: dict[str, int] = container.json("made_from")
        self.flags = container.view("flags", verify=False)
        self._ends = container.array("near.ends", "I", verify=False)
        self._words = container.array("near.words", "I", verify=False)
        self._edits = container.view("near.edits", verify=False)
        self._shortened = container.view("shortened", verify=False)

    def near(self, number: int) -> list[tuple[int, int]]:
        """What a word in use may be mistaken for: the numbers of the words, each with the place of the edit in its enumeration."""
        span = slice(self._ends[number], self._ends[number + 1])
        return list(zip(self._words[span], self._edits[span], strict=True))

    def openings(self, word: str) -> tuple[list[int], list[int]]:
        """The places where another letter may make a word of this one, and those before which one letter more may.

        Right where it leaves a place out, and in one of twenty of the others wrong.
        """
        key, bits, places = word.encode(ENCODING), self._shortened, range(len(word))
        others = [place for place in places if _holds(bits, key[:place] + key[place + 1 :], place)]
        return others, [place for place in (*places, len(word)) if _holds(bits, key, place)]


def shortened(words: Iterable[str]) -> bytes:
    """The set that `WordFacts.openings` asks: every word with each of its letters left out."""
    bits = bytearray(_SET_BITS >> 3)
    for word in words:
        key = word.encode(ENCODING)
        for place in range(len(key)):
            checksum = crc32(key[:place] + key[place + 1 :], place)
            for bit in (checksum & _LOWER, checksum >> 8):
                bits[bit >> 3] |= 1 << (bit & 7)
    return bytes(bits)


def _holds(bits: Sequence[int], key: bytes, place: int) -> bool:
    """Are both bits set of a word that lacks the letter before `place`: those that its checksum's lower and upper 24 bits number?"""
    checksum = crc32(key, place)
    lower, upper = checksum & _LOWER, checksum >> 8
    return bool(bits[lower >> 3] >> (lower & 7) & bits[upper >> 3] >> (upper & 7) & 1)


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
