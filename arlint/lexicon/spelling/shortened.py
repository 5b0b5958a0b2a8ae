"""Which letters may be missing from a spelling, or wrong in it: asked of a set of words that each lack a letter.

Most of the thousand spellings one edit away from an unknown word are never made, because the set tells that they are no words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from zlib import crc32

from arlint.lexicon.counts.store import ENCODING
from arlint.records import NamedTuple

# Two tables of bytes tell which letters a shortened word may lack (a Bloom filter with two hashes): the two million shortened words that
# there are set one bit of eight.
_TABLE_BITS = 21
_SLOTS = 1 << _TABLE_BITS
_LOWER, _UPPER = _SLOTS - 1, 32 - _TABLE_BITS

# A bit of a byte stands for a group of letters. The commonest are in different groups, and in the smallest.
_GROUPS = (
    "\u0627\u0622\u0624",
    "\u0644\u0638\u0621\u0626",
    "\u064a\u0632\u063a\u062b\u0630",
    "\u0645\u062e\u0625\u0636\u0635",
    "\u0648\u062d\u0637\u0634\u0649",
    "\u0646\u0641\u0642\u062c\u0623",
    "\u0631\u062f\u0643\u0633",
    "\u062a\u0628\u0629\u0639\u0647",
)
_BIT_OF = {letter.encode(ENCODING)[0]: 1 << bit for bit, group in enumerate(_GROUPS) for letter in group}
_LETTERS = tuple("".join(sorted("".join(group for bit, group in enumerate(_GROUPS) if byte >> bit & 1))) for byte in range(256))

# A place of a word, and the letters that may stand there.
Opening = tuple[int, str]


class Shortened(NamedTuple):
    """The set, as two tables: each has a byte for a hash of a shortened word, whose bits tell the groups of the letters that it lacks."""

    lower: Sequence[int]
    upper: Sequence[int]

    @classmethod
    def of(cls, words: Iterable[str]) -> Shortened:
        """The set for these words."""
        lower, upper = bytearray(_SLOTS), bytearray(_SLOTS)
        for word in words:
            key = word.encode(ENCODING)
            for place, letter in enumerate(key):
                checksum, bit = crc32(key[:place] + key[place + 1 :], place), _BIT_OF.get(letter, 0)
                lower[checksum & _LOWER] |= bit
                upper[checksum >> _UPPER] |= bit
        return cls(bytes(lower), bytes(upper))

    def openings(self, word: str) -> tuple[list[Opening], list[Opening]]:
        """The places where another letter may make a word of this one, and those before which one letter more may, with these letters.

        Right where it leaves a letter out, and in one of sixty of the others wrong.
        """
        key, places = word.encode(ENCODING), range(len(word))
        others = self._lacking([(place, key[:place] + key[place + 1 :]) for place in places])
        return others, self._lacking([(place, key) for place in (*places, len(word))])

    def _lacking(self, shortened: Iterable[tuple[int, bytes]]) -> list[Opening]:
        """The letters that each shortened word may lack before its place, as far as there are any."""
        lower, upper = self
        found = []
        for place, key in shortened:
            checksum = crc32(key, place)
            if groups := lower[checksum & _LOWER] & upper[checksum >> _UPPER]:
                found.append((place, _LETTERS[groups]))
        return found
