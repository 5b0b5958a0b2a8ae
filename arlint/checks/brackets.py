"""Brackets without a partner, or closed by a bracket of another kind."""

from __future__ import annotations

from collections.abc import Iterator

from arlint.checks.protocol import Context, Hit, documents
from arlint.document import Document, Paragraph
from arlint.document.brackets import OPENERS, Pair, brackets
from arlint.finding import Edit, Fix, Safety

_PARTNERS = {"(": ")", "[": "]", "{": "}", ")": "(", "]": "[", "}": "{"}
_FARTHEST = 3


@documents()
def unbalanced(document: Document, context: Context) -> Iterator[Hit]:
    """A bracket without a partner in its paragraph; what is open may still be closed in one of the next paragraphs."""
    lonely = [(number, at) for number, paragraph in enumerate(document.paragraphs) for at in brackets(paragraph).lonely]
    runs_on: set[int] = set()
    for index, (one, other) in enumerate(zip(lonely, lonely[1:], strict=False)):
        if index not in runs_on and _runs_on(document, one, other):
            runs_on |= {index, index + 1}
    for index, (number, at) in enumerate(lonely):
        paragraph = document.paragraphs[number]
        if index not in runs_on:
            yield Hit(at, at + 1, values={"char": paragraph.text[at]}, paragraph=paragraph)
    for paragraph in document.paragraphs:
        for pair in brackets(paragraph).pairs:
            if not pair.matching:
                yield _mismatch(paragraph, pair)


def _runs_on(document: Document, one: tuple[int, int], other: tuple[int, int]) -> bool:
    opener = document.paragraphs[one[0]].text[one[1]]
    closer = document.paragraphs[other[0]].text[other[1]]
    return opener in OPENERS and closer == _PARTNERS[opener] and 0 < other[0] - one[0] <= _FARTHEST


def _mismatch(paragraph: Paragraph, pair: Pair) -> Hit:
    """Either bracket may take the kind of the other; round ones are the likelier intention."""
    text = paragraph.text
    opening = Edit(pair.start, pair.start + 1, _PARTNERS[text[pair.end]])
    closing = Edit(pair.end, pair.end + 1, _PARTNERS[text[pair.start]])
    at, ways = (pair.end, (closing, opening)) if text[pair.start] == "(" else (pair.start, (opening, closing))
    fixes = tuple(Fix((edit,), Safety.UNSAFE) for edit in ways)
    return Hit(at, at + 1, fixes, {"char": text[at]}, paragraph=paragraph)
