"""Lines broken in the middle of a sentence, as copies from PDF files and mail have them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from arlint.checks.protocol import Context, Hit, documents
from arlint.document import Document, Kind, Paragraph
from arlint.document.characters import SPACES
from arlint.document.patterns import lazy

_OPEN_END = lazy(rf"[\w\u0610-\u065f\u060c][{SPACES}]*$")


@documents(share=0.6, shortest=30, least=3)
def broken_line(document: Document, context: Context) -> Iterator[Hit]:
    """A line that ends in a word or a comma and is followed at once by another, in a text of long lines.

    share: of the median length that both lines must reach; shortest: characters a line must have; least: lines a text must have.
    """
    lines = [paragraph for paragraph in document.paragraphs if paragraph.role == "body"]
    if len(lines) < context.options["least"]:
        return
    median = sorted(len(line.text) for line in lines)[len(lines) // 2]
    floor = max(context.options["shortest"], median * context.options["share"])
    for line, following in pairwise(lines):
        if len(line.text) >= floor and _OPEN_END.search(line.text[-8:]) and _goes_on(document, line, following):
            last = line.tokens[-1]
            yield Hit(last.start, last.end, paragraph=line)


def _goes_on(document: Document, line: Paragraph, following: Paragraph) -> bool:
    """Does the next line follow without an empty one, and begin with a word?"""
    end, start = line.source.span(0, len(line.text))[1], following.source.span(0, 1)[0]
    between = document.text[end:start]
    return between.count("\n") + between.count("\r") <= between.count("\r\n") + 1 and following.tokens[0].kind is Kind.WORD
