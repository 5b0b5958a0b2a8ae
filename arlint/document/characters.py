"""Classes of characters that several rooms need, by name, so that no invisible one stands in code."""

from __future__ import annotations

import re

TATWEEL = "\u0640"
NO_BREAK_SPACE = "\u00a0"

# Vowel marks, tanween, shadda, sukun, hamza above/below, superscript alef, Qur'anic annotation (Unicode blocks "Arabic").
MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"

# Zero-width and directional characters (general category Cf) that leak into copy; all invisible.
INVISIBLE = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"

# Every horizontal space, for a character class. Line breaks are never among them.
SPACES = " \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"

# The same, one by one.
SPACE_CHARACTERS = frozenset(" \t\u00a0\u1680\u202f\u205f\u3000") | frozenset(map(chr, range(0x2000, 0x200B)))

# Letters of Arabic itself, hamza to ya without tatweel (U+0640).
ARABIC_LETTERS = "\u0621-\u063a\u0641-\u064a"

# All letters of the Arabic script: also Persian and Urdu letters and the presentation forms.
SCRIPT_LETTERS = (
    ARABIC_LETTERS + "\u066e\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06fc\u06ff\u0750-\u077f\u08a0-\u08c9"
    "\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdfb\ufe70-\ufefc"
)

DIGITS = "0-9\u0660-\u0669\u06f0-\u06f9"

_LETTER_BLOCKS = (("\u0621", "\u06ff"), ("\u0750", "\u077f"), ("\u08a0", "\u08c9"), ("\ufb50", "\ufefc"))

_DROPPED = re.compile(f"[{MARKS}{TATWEEL}{INVISIBLE}]+")


def bare(word: str) -> str:
    """The word without marks, tatweel and invisible characters; the same object when it has none.

    >>> bare("\\u0642\\u064e\\u0640\\u0627\\u0644") == "\\u0642\\u0627\\u0644"
    True
    """
    return _DROPPED.sub("", word) if _DROPPED.search(word) else word


def is_script_letter(character: str) -> bool:
    """Is this one character a letter of the Arabic script? Tatweel and marks are none, nor is ""."""
    return character.isalpha() and character != TATWEEL and any(low <= character <= high for low, high in _LETTER_BLOCKS)


def ends_word(character: str) -> bool:
    """Can a word of the Arabic script end with this character: a letter, a mark or a tatweel?"""
    return is_script_letter(character) or character == TATWEEL or "\u064b" <= character <= "\u065f" or character == "\u0670"
