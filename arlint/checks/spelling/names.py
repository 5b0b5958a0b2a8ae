"""Names of persons as they are written in a row."""

from __future__ import annotations

from collections.abc import Iterator

from arlint.checks.protocol import Context, Hit, paragraphs, replace
from arlint.document import Kind, Paragraph
from arlint.finding import Safety

IBN = "\u0627\u0628\u0646"
_BIN = "\u0628\u0646"
_MARYAM = "\u0645\u0631\u064a\u0645"
_SERVANT = "\u0639\u0628\u062f"


@paragraphs(forms=(IBN,))
def ibn(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """Ibn with its alif between two given names (but Jesus is the son of Mary)."""
    tokens = paragraph.tokens
    for index in paragraph.words:
        token = tokens[index]
        if token.bare != IBN or not 0 < index < len(tokens) - 1:
            continue
        before, after = tokens[index - 1], tokens[index + 1]
        if before.kind is not Kind.WORD or after.kind is not Kind.WORD or after.bare == _MARYAM:
            continue
        if _given(before.bare, context) and (_given(after.bare, context) or after.bare == _SERVANT):
            yield Hit(token.start, token.end, replace(token.start, token.end, _BIN, Safety.UNSAFE))


def _given(word: str, context: Context) -> bool:
    name = context.lexicon.words.name(word)
    return name is not None and "given" in name.kinds
