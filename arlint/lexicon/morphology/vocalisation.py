"""Do the vowel marks of a written word fit a vocalisation?"""

from __future__ import annotations

from collections.abc import Iterator

_FIRST_MARK, _LAST_MARK, _DAGGER_ALIF = "\u064b", "\u0652", "\u0670"
_SHADDA = "\u0651"
# Marks that say nothing: sukun, which few writers set; tanween, which the tables leave out; the dagger alif.
_SILENT = frozenset("\u0652\u064b\u064c\u064d\u0670")


def fits(written: str, vocalised: str) -> bool:
    """Is every mark of `written` in `vocalised`, letter by letter? Both must have the same letters.

    The vowel of the last letter is its case or mood and is not compared; a letter that `vocalised` leaves bare fits all.
    """
    pairs = list(zip(_letters(written), _letters(vocalised), strict=False))
    last = len(pairs) - 1
    for position, ((letter, marks), (other, allowed)) in enumerate(pairs):
        asked = marks - _SILENT if position < last else marks & {_SHADDA}
        if letter != other or (allowed and not asked <= allowed):
            return False
    return True


def _letters(word: str) -> Iterator[tuple[str, frozenset[str]]]:
    """Each letter with its marks; tatweel and other signs are passed over."""
    letter, marks = "", set[str]()
    for character in word:
        if _FIRST_MARK <= character <= _LAST_MARK or character == _DAGGER_ALIF:
            marks.add(character)
        elif character.isalpha() and character != "\u0640":
            if letter:
                yield letter, frozenset(marks)
            letter, marks = character, set()
    if letter:
        yield letter, frozenset(marks)
