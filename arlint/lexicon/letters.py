"""Classes of letters that are mistaken for one another, and what two spellings differ in.

Sources: the error types of QALB and ARETA for what writers of Arabic confuse; the Arabic 101 keyboard for neighbouring keys.
Words here are bare: no marks, no tatweel.
"""

from __future__ import annotations

from itertools import pairwise

ALEFS = "\u0627\u0623\u0625\u0622"  # bare, hamza above, hamza below, madda
HAMZAS = "\u0621\u0622\u0623\u0624\u0625\u0626"
MADDA, HAMZA_ON_WAW, HAMZA_ON_YA = "\u0622", "\u0624", "\u0626"
ALEF, HAMZA, TEH, TEH_MARBUTA, HEH = "\u0627", "\u0621", "\u062a", "\u0629", "\u0647"
YEH, ALEF_MAQSURA, WAW, NOON, LAM = "\u064a", "\u0649", "\u0648", "\u0646", "\u0644"
ARTICLE = ALEF + LAM

# The thirty-six letters that Arabic words are typed with.
ALPHABET = "".join(chr(code) for code in (*range(0x0621, 0x063B), *range(0x0641, 0x064B)))

_FOLD = str.maketrans("\u0623\u0625\u0622\u0649\u0629", "\u0627\u0627\u0627\u064a\u0647", "\u0621\u0624\u0626")


def fold(word: str) -> str:
    """The word without what everyday spelling leaves open: hamzas and their seats, the dots of final ya and ta marbuta.

    Two words of one fold are called siblings.
    """
    return word.translate(_FOLD)


def _pairs(groups: str) -> frozenset[tuple[str, str]]:
    return frozenset((a, b) for group in groups.split() for a in group for b in group if a != b)


# Letters that sound alike to many writers (Gulf, Iraqi, Maghrebi, Egyptian phonology).
DAD_ZA = _pairs("\u0636\u0638")
SOUND_ALIKE = _pairs("\u0633\u0635 \u062a\u0637 \u062f\u0630 \u062b\u0633 \u062b\u062a \u0642\u0643 \u0642\u063a \u0630\u0632 \u062f\u0636")

# Letters that stand for one foreign sound, by region: g, t, z.
TRANSLITERATED = _pairs("\u062c\u063a\u0642\u0643 \u062a\u0637 \u0633\u0632")

# Letters that stand for vowels, long or foreign, and the endings written with them.
VOWELS = _pairs("\u0627\u0648\u064a\u0649\u0623\u0625\u0622\u0629\u0647")

# Letters of one skeleton that differ in dots only.
SAME_SKELETON = _pairs(
    "\u0628\u062a\u062b\u0646\u064a \u062c\u062d\u062e \u062f\u0630 \u0631\u0632 \u0633\u0634 \u0635\u0636 \u0637\u0638 \u0639\u063a"
    " \u0641\u0642"
)

_KEYBOARD_ROWS = (
    "\u0636\u0635\u062b\u0642\u0641\u063a\u0639\u0647\u062e\u062d\u062c\u062f",
    "\u0634\u0633\u064a\u0628\u0644\u0627\u062a\u0646\u0645\u0643\u0637",
    "\u0626\u0621\u0624\u0631\u0020\u0649\u0629\u0648\u0632\u0638",
)


def _neighbours() -> frozenset[tuple[str, str]]:
    """Keys side by side, and keys one above the other (each row stands half a key to the right of the one above)."""
    found = {pair for row in _KEYBOARD_ROWS for pair in pairwise(row)}
    for upper, lower in pairwise(_KEYBOARD_ROWS):
        for place, letter in enumerate(lower):
            found |= {(letter, key) for key in upper[place : place + 2]}
    return frozenset(pair for a, b in found for pair in ((a, b), (b, a)) if " " not in pair)


NEIGHBOURING_KEYS = _neighbours()


def difference(word: str, repair: str) -> tuple[int, str, str]:
    """Where the words part, and the letters of each up to where they meet again.

    >>> difference("abcd", "abXd")
    (2, 'c', 'X')
    """
    shorter = min(len(word), len(repair))
    start = 0
    while start < shorter and word[start] == repair[start]:
        start += 1
    end = 0
    while end < shorter - start and word[-1 - end] == repair[-1 - end]:
        end += 1
    return start, word[start : len(word) - end], repair[start : len(repair) - end]


def within_one_edit(a: str, b: str) -> bool:
    """Do the words differ by one inserted, dropped or replaced letter, or by two neighbours swapped? (Not: are they the same.)"""
    if a == b or abs(len(a) - len(b)) > 1:
        return False
    _, left, right = difference(a, b)
    return max(len(left), len(right)) <= 1 or (len(left) == len(right) == 2 and left == right[::-1])
