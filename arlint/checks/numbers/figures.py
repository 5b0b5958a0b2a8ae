"""Numbers in digits: beside the same number in words, at the head of a sentence, large and unrounded, small enough to spell out."""

from __future__ import annotations

from collections.abc import Iterator

from arlint.checks.protocol import Context, Hit, paragraphs, replace_any
from arlint.document import Kind, Paragraph
from arlint.syntax import numerals
from arlint.syntax.analysis import analyse
from arlint.syntax.numerals import SCALES, singular_gender

_MILLION, _THOUSAND = 1_000_000, 1_000
_MILLION_WORD = list(SCALES)[1]
_SMALL = range(3, 11)
_JOINTS = frozenset("-–—/:.#$€£%٪+")
_ONES = {
    "\u0648\u0627\u062d\u062f": 1,
    "\u0648\u0627\u062d\u062f\u0629": 1,
    "\u0627\u062b\u0646\u0627\u0646": 2,
    "\u0627\u062b\u0646\u064a\u0646": 2,
    "\u0627\u062b\u0646\u062a\u0627\u0646": 2,
    "\u0627\u062b\u0646\u062a\u064a\u0646": 2,
}


@paragraphs(characters="(")
def clash(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """A number in digits and, in brackets after it, another in words."""
    tokens = paragraph.tokens
    for index, token in enumerate(tokens[:-3]):
        if token.kind is not Kind.NUMBER or tokens[index + 1].text != "(" or tokens[index + 3].text != ")":
            continue
        value, words = numerals.integer(token), _value(tokens[index + 2].bare)
        if value is not None and words and value != words:
            yield Hit(token.start, tokens[index + 3].end)


def _value(word: str) -> int:
    """The value of a numeral of one word; 0 for what is none."""
    unit = numerals.UNITS.get(word)
    return unit.value if unit else _ONES.get(word) or numerals.tens(word)


@paragraphs(kinds=(Kind.NUMBER,))
def opening(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """A sentence of the body that begins with digits."""
    tokens = paragraph.tokens
    for sentence in paragraph.sentences if paragraph.role == "body" else ():
        first, second = sentence.first, sentence.first + 1
        if tokens[first].kind is Kind.NUMBER and second < sentence.last and tokens[second].kind is Kind.WORD:
            yield Hit(tokens[first].start, tokens[first].end)


@paragraphs(kinds=(Kind.NUMBER,))
def large(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """A number of seven digits and more, written out."""
    for index, token in enumerate(paragraph.tokens[:-1]):
        value = numerals.integer(token)
        if value is None or value < _MILLION or "," in token.text or paragraph.tokens[index + 1].kind is not Kind.WORD:
            continue
        if paragraph.tokens[index + 1].start == token.end or (index and paragraph.tokens[index - 1].text in _JOINTS):
            continue
        rounded = f"{value / _MILLION:.1f}".removesuffix(".0")
        fixes = replace_any(token.start, token.end, [f"{rounded} {_MILLION_WORD}"]) if value % (_MILLION // 10) == 0 else ()
        yield Hit(token.start, token.end, fixes)


@paragraphs(kinds=(Kind.NUMBER,))
def small(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """Three to ten in digits before the plural they count."""
    analysis = analyse(paragraph, context.lexicon)
    words = {
        (unit.value, unit.gender): unit.word
        for unit in numerals.UNITS.values()
        if not unit.clitic and unit.word != "\u062b\u0645\u0627\u0646"
    }
    for index, token in enumerate(paragraph.tokens[:-1]):
        value, form = numerals.integer(token), analysis.form(index + 1)
        if (
            value is None
            or value not in _SMALL
            or not index
            or analysis.tokens[index - 1].text in _JOINTS
            or analysis.tokens[index + 1].start == token.end
        ):
            continue
        gender = singular_gender(form)
        if gender and form.indefinite and not form.name and not any(reading.proclitics for reading in form.readings):
            yield Hit(token.start, token.end, replace_any(token.start, token.end, [words[value, gender]]))
