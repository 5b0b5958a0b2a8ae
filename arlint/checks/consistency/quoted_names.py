"""Names that a document writes now in quotation marks, now without."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from arlint.checks.protocol import Context, Hit, paragraphs
from arlint.document import Fact, Kind, Paragraph
from arlint.document.quotations import inside_quotation, quotations

_ARTICLE = "\u0627\u0644"
_SHORTEST = 4


def _quoted_words(paragraph: Paragraph) -> frozenset[str]:
    """The single words that stand alone between quotation marks, without the article."""
    words = {token.start: token for token in paragraph.tokens if token.kind is Kind.WORD}
    found = set()
    for pair in quotations(paragraph).pairs:
        token = words.get(pair.opening.at + 1)
        if token and token.end == pair.closing.at and len(token.bare) >= _SHORTEST:
            found.add(token.bare.removeprefix(_ARTICLE))
    return frozenset(found)


def _join(parts: Sequence[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*parts)


_QUOTED = Fact("words in quotation marks", _quoted_words, _join)


@paragraphs()
def half_quoted(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """A name without quotation marks that the document elsewhere puts between them."""
    quoted = context.fact(_QUOTED)
    if not quoted:
        return
    for index in paragraph.words:
        token = paragraph.tokens[index]
        if token.bare.startswith(_ARTICLE) and token.bare[2:] in quoted and not inside_quotation(paragraph, token.start):
            yield Hit(token.start, token.end, values={"name": token.bare[2:]})
