"""Numbers and the nouns behind them: whether a number counts something, and which form it asks of the noun.

Years, labels, hours, scores and fractions count nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from arlint.document import Kind
from arlint.records import NamedTuple
from arlint.syntax import numerals
from arlint.syntax.analysis import Analysis
from arlint.syntax.forms import Form
from arlint.syntax.numerals import SCALES, TEH_MARBUTA, TEN, TEN_FEMININE

# What a number asks of its noun: the plural, the singular in the accusative, the singular in the genitive.
PLURAL, ACCUSATIVE, GENITIVE = "plural", "accusative", "genitive"
_THOUSAND = "\u0623\u0644\u0641"
_TATWEEL = "\u0640"
_YEARS = range(1800, 2200)
_JOINTS = frozenset("-–—/:.#$€£%٪+*")
# Three hundred to nine hundred, written as one word.
_HUNDREDS = frozenset(before + hundred for hundred in numerals.HUNDRED for before in ("", *"ثلاث أربع خمس ست سبع تسع".split()))
NUMBER_WORDS = frozenset((*numerals.UNITS, TEN, TEN_FEMININE, *numerals.tens_forms(), *SCALES, *numerals.PLURAL_SCALES, *_HUNDREDS))


def number_places(analysis: Analysis) -> list[int]:
    """The tokens that are numbers, in digits or words; what stands last counts nothing."""
    return [index for index, token in enumerate(analysis.tokens[:-1]) if token.kind is Kind.NUMBER or token.bare in NUMBER_WORDS]


class Count(NamedTuple):
    """A number that a noun follows. asks: the form of that noun; first: the token it begins with; text: as written."""

    asks: str
    first: int
    text: str


def count_at(analysis: Analysis, index: int, labels: Sequence[str]) -> Count | None:
    """The number whose last word or digits stand at `index`; None when it counts nothing, or asks for a form of its own."""
    token = analysis.tokens[index]
    if token.kind is Kind.NUMBER:
        return _digits(analysis, index, labels)
    text = token.bare
    if text in numerals.PLURAL_SCALES:
        return None
    if text in SCALES or text in _HUNDREDS:
        if text == _THOUSAND and not _counts_thousands(analysis, index - 1) and not _shows_plural(analysis.form(index + 1)):
            return None
        return Count(GENITIVE, index, token.text)
    if analysis.form(index - 1).text in labels:
        return None
    if text in (TEN, TEN_FEMININE) and analysis.form(index - 1).text in numerals.TEEN_UNITS:
        return Count(ACCUSATIVE, index - 1, f"{analysis.tokens[index - 1].text} {token.text}")
    if numerals.tens(text):
        return Count(ACCUSATIVE, index, token.text)
    unit = numerals.UNITS.get(text)
    if unit is None or (index and analysis.tokens[index - 1].kind is Kind.NUMBER):
        return None
    if unit.word in numerals.FRACTIONS and (analysis.form(index + 2).article or not analysis.form(index + 1).text.endswith(TEH_MARBUTA)):
        return None
    return Count(PLURAL, index, token.text)


def _counts_thousands(analysis: Analysis, index: int) -> bool:
    """Does a number stand before the word for thousand, which alone may be a verb or a letter?"""
    return index >= 0 and (analysis.tokens[index].kind is Kind.NUMBER or analysis.form(index).text in NUMBER_WORDS)


def _shows_plural(form: Form) -> bool:
    return bool(form.readings) and all(reading.number == "p" and not reading.case for reading in form.readings)


def _digits(analysis: Analysis, index: int, labels: Sequence[str]) -> Count | None:
    token = analysis.tokens[index]
    value = numerals.integer(token)
    if value is None or (value in _YEARS and "," not in token.text) or not is_count(analysis, index, labels):
        return None
    rest = value % 100
    if rest in (1, 2) or value == 0:
        return None
    return Count(GENITIVE if rest == 0 else PLURAL if rest <= 10 else ACCUSATIVE, index, token.text)


def is_count(analysis: Analysis, index: int, labels: Sequence[str]) -> bool:
    """Do the digits stand by themselves, with no label before them and a word after?"""
    if index + 1 >= len(analysis.tokens) or analysis.tokens[index + 1].start == analysis.tokens[index].end:
        return False
    if not index:
        return False
    before = analysis.tokens[index - 1]
    if before.end == analysis.tokens[index].start and before.kind is Kind.WORD and not before.text.endswith(_TATWEEL):
        return False
    return before.text not in _JOINTS and before.kind not in (Kind.NUMBER, Kind.LATIN, Kind.MARK) and before.bare not in labels
