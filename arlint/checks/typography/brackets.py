"""Brackets without a partner, or closed by a bracket of another kind."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

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
    done: set[int] = set()
    for index, (one, other) in enumerate(pairwise(lonely)):
        if index in done or one[0] != other[0]:
            done |= {index, index + 1} if index not in done and _runs_on(document, one, other) else set()
        elif turned := _turned(document.paragraphs[one[0]], one[1], other[1]):
            done |= {index, index + 1}
            yield from turned
    for index, (number, at) in enumerate(lonely):
        paragraph = document.paragraphs[number]
        if index not in done:
            yield Hit(at, at + 1, values={"char": paragraph.text[at]}, paragraph=paragraph)
    for paragraph in document.paragraphs:
        for pair in brackets(paragraph).pairs:
            if not pair.matching:
                yield _mismatch(paragraph, pair)


def _runs_on(document: Document, one: tuple[int, int], other: tuple[int, int]) -> bool:
    opener = document.paragraphs[one[0]].text[one[1]]
    closer = document.paragraphs[other[0]].text[other[1]]
    return opener in OPENERS and closer == _PARTNERS[opener] and 0 < other[0] - one[0] <= _FARTHEST


def _turned(paragraph: Paragraph, start: int, end: int) -> list[Hit]:
    """Two lonely brackets of one kind that make a pair when one or both are turned around: `)x(`, `(x(`, `)x)`."""
    text = paragraph.text
    wrong = [at for at, opens in ((start, True), (end, False)) if (text[at] in OPENERS) is not opens]
    if text[start] not in (text[end], _PARTNERS[text[end]]) or not wrong or not (_opens(text, start) and _closes(text, end)):
        return []
    edits = {at: Edit(at, at + 1, _PARTNERS[text[at]]) for at in wrong}
    return [Hit(at, at + 1, (Fix((edit,), Safety.UNSAFE),), {"char": text[at]}, paragraph=paragraph) for at, edit in edits.items()]


def _opens(text: str, at: int) -> bool:
    return not text[at - 1 : at].isalnum() and not text[at + 1 : at + 2].isspace()


def _closes(text: str, at: int) -> bool:
    return not text[at + 1 : at + 2].isalnum()


def _mismatch(paragraph: Paragraph, pair: Pair) -> Hit:
    """Either bracket may take the kind of the other; round ones are the likelier intention."""
    text = paragraph.text
    opening = Edit(pair.start, pair.start + 1, _PARTNERS[text[pair.end]])
    closing = Edit(pair.end, pair.end + 1, _PARTNERS[text[pair.start]])
    at, ways = (pair.end, (closing, opening)) if text[pair.start] == "(" else (pair.start, (opening, closing))
    fixes = tuple(Fix((edit,), Safety.UNSAFE) for edit in ways)
    return Hit(at, at + 1, fixes, {"char": text[at]}, paragraph=paragraph)
