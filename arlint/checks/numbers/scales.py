"""Thousands, millions and the like after numbers: plural after three to ten, singular after all others."""

from __future__ import annotations

from collections.abc import Iterator

from arlint.checks.protocol import Context, Hit, paragraphs, replace_any
from arlint.document import Kind, Paragraph
from arlint.finding import Safety
from arlint.syntax import numerals
from arlint.syntax.analysis import analyse
from arlint.syntax.counting import NUMBER_WORDS, PLURAL, count_at
from arlint.syntax.numerals import SCALES


@paragraphs(forms=(*SCALES, *numerals.PLURAL_SCALES), labels=())
def form(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """Thousand, million and the like in the singular after three to ten, or in the plural after other numbers."""
    analysis = analyse(paragraph, context.lexicon)
    for index in paragraph.words:
        text = analysis.tokens[index].bare
        plural = text in numerals.PLURAL_SCALES
        if index == 0 or not (plural or text in SCALES):
            continue
        before = analysis.tokens[index - 1]
        count = (
            count_at(analysis, index - 1, context.options["labels"]) if before.kind is Kind.NUMBER or before.bare in NUMBER_WORDS else None
        )
        if count is None or before.bare in SCALES or before.bare in numerals.PLURAL_SCALES or plural == (count.asks == PLURAL):
            continue
        wanted = numerals.PLURAL_SCALES[text] if plural else SCALES[text]
        start, end = analysis.tokens[count.first].start, analysis.tokens[index].end
        new = paragraph.text[start : analysis.tokens[index].start] + wanted
        yield Hit(start, end, replace_any(start, end, [new], Safety.SAFE), confidence=0.97)
