"""Quotation marks: without a partner, turned the wrong way, nested in marks of the same kind, and where the full stop goes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from arlint.checks.protocol import Context, Hit, documents, paragraphs, replace
from arlint.document import Document, Paragraph
from arlint.document.quotations import CONVENTIONS, Conventions, Mark, Quotation, quotations
from arlint.document.quotemarks import FAMILIES, Family
from arlint.finding import Edit, Fix, Safety
from arlint.records import NamedTuple

_DIRECTED = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2018\u2019\u201a\u2039\u203a\u2033"
_EVERY = _DIRECTED + "\"'"
_COUNTERPARTS = {"\u201c": "\u201d", "\u201d": "\u201c", "\u2018": "\u2019", "\u2019": "\u2018", "\u201e": "\u201d"}
_FARTHEST = 3
_SINGLE = ("\u2018", "\u2019")
_ENDINGS = frozenset(".\u061f!\u2026")


class _Lonely(NamedTuple):
    """A mark without a partner, the paragraph it stands in and its number."""

    number: int
    paragraph: Paragraph
    mark: Mark


@documents()
def unbalanced(document: Document, context: Context) -> Iterator[Hit]:
    """A mark without a partner in its paragraph, and a pair of two kinds of marks.

    Quotations of several paragraphs are left alone: those that open again with each, and those that simply run on.
    """
    for paragraph in document.paragraphs:
        for pair in quotations(paragraph).mixed:
            yield _mismatch(paragraph, pair)
    lonely = [
        _Lonely(number, paragraph, mark) for number, paragraph in enumerate(document.paragraphs) for mark in quotations(paragraph).lonely
    ]
    runs_on: set[int] = set()
    for index, (one, other) in enumerate(pairwise(lonely)):
        if index not in runs_on and _runs_on(one, other):
            runs_on |= {index, index + 1}
    for index, (number, paragraph, mark) in enumerate(lonely):
        if index not in runs_on and not (_goes_on(document, number, mark) if mark.opens else _has_gone_on(document, mark)):
            yield Hit(mark.at, mark.at + 1, values={"char": mark.char}, paragraph=paragraph)


def _mismatch(paragraph: Paragraph, pair: Quotation) -> Hit:
    """The finding is on the closing mark."""
    closing = pair.closing
    return Hit(closing.at, closing.at + 1, values={"char": closing.char}, paragraph=paragraph)


def _runs_on(one: _Lonely, other: _Lonely) -> bool:
    """Does a quotation run from one paragraph into another?"""
    apart = other.number - one.number
    return one.mark.opens and not other.mark.opens and one.mark.family is other.mark.family and 0 < apart <= _FARTHEST


def _goes_on(document: Document, number: int, mark: Mark) -> bool:
    """Does the next paragraph begin with a mark of the same family? Or is the document one paragraph that begins quoted, an extract?"""
    if len(document.paragraphs) == 1:
        return not document.paragraphs[0].text[: mark.at].strip()
    after = document.paragraphs[number + 1 : number + 2]
    return any(FAMILIES.get(paragraph.text.lstrip()[:1]) is mark.family for paragraph in after)


def _has_gone_on(document: Document, mark: Mark) -> bool:
    """Is the document one paragraph that ends quoted, the mark behind its full stop: the end of a quotation that began before it?"""
    text = document.paragraphs[0].text.rstrip()
    return len(document.paragraphs) == 1 and mark.at == len(text) - 1 and text[mark.at - 1 : mark.at] in _ENDINGS


@paragraphs(characters=_DIRECTED)
def direction(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """A mark that does what its opposite does in the rest of the document; without any evidence, both marks of a pair alike."""
    found = quotations(paragraph)
    if not found.pairs or not paragraph.words:
        return
    conventions = context.fact(CONVENTIONS)
    safety = Safety.SAFE if found.settled else Safety.UNSAFE
    for pair in found.pairs:
        if conventions.expected(pair.opening) is None:
            yield from _undecided(pair)
            continue
        for mark in pair[:2]:
            expected = conventions.expected(mark)
            if expected and mark.char != expected and not _is_low_style(pair, conventions):
                yield Hit(mark.at, mark.at + 1, replace(mark.at, mark.at + 1, expected, safety), {"char": mark.char})


def _undecided(pair: Quotation) -> Iterator[Hit]:
    opening, closing = pair.opening, pair.closing
    other = _COUNTERPARTS.get(opening.char)
    if closing.char == opening.char and other:
        ways = (Edit(opening.at, opening.at + 1, other), Edit(closing.at, closing.at + 1, other))
        fixes = tuple(Fix((edit,), Safety.UNSAFE) for edit in ways)
        yield Hit(opening.at, opening.at + 1, fixes, {"char": opening.char})
    elif other and closing.char == "\u2033":
        yield Hit(closing.at, closing.at + 1, replace(closing.at, closing.at + 1, other), {"char": closing.char})


def _is_low_style(pair: Quotation, conventions: Conventions) -> bool:
    """„…“ in a document of “…” is a foreign habit, but not a mark turned around."""
    return pair.opening.char in "\u201e\u201a\u201f" and pair.closing.char != pair.opening.char


@paragraphs(characters="\u201c\u201d\u00ab\u00bb")
def nested(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """A quotation inside a quotation of the same marks; straight marks do not show which is which."""
    for pair in quotations(paragraph).pairs:
        if not pair.nested or pair.opening.family not in (Family.CURLY, Family.ANGLED):
            continue
        opening, closing = pair.opening.at, pair.closing.at
        curly = context.fact(CONVENTIONS).curly
        inner = _SINGLE[::-1] if curly == ("\u201d", "\u201c") else _SINGLE
        edits = (Edit(opening, opening + 1, inner[0]), Edit(closing, closing + 1, inner[1]))
        yield Hit(opening, closing + 1, (Fix(edits, Safety.UNSAFE),))


@paragraphs(characters=".", place="outside")
def full_stop(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """The full stop and the closing mark. `place`: "outside" (of all but whole sentences) or "inside" (of whole sentences)."""
    text = paragraph.text
    outside = context.options["place"] == "outside"
    for pair in quotations(paragraph).pairs:
        at = pair.closing.at
        whole = _is_whole_sentence(text, pair.opening.at)
        if outside and not whole and text[at - 1] == "." and text[at - 2 : at - 1] != ".":
            stop = "" if text.startswith(".", at + 1) else "."
            safety = Safety.SAFE if not text[at + 1 :].strip(" .") else Safety.UNSAFE
            yield Hit(at - 1, at + 1, replace(at - 1, at + 1, pair.closing.char + stop, safety))
        elif not outside and whole and text.startswith(".", at + 1) and text[at - 1] not in _ENDINGS:
            yield Hit(at, at + 2, replace(at, at + 2, "." + pair.closing.char))


def _is_whole_sentence(text: str, opening: int) -> bool:
    """Does the quotation follow a colon, or begin where a sentence begins?"""
    before = text[max(0, opening - 8) : opening].rstrip()
    return not before or before[-1] == ":" or before[-1] in _ENDINGS
