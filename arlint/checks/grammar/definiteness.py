"""Adjectives that lack the article of their noun."""

from __future__ import annotations

from collections.abc import Iterator

from arlint.checks.protocol import Context, Hit, paragraphs, replace_any
from arlint.document import Paragraph
from arlint.syntax.analysis import analyse
from arlint.syntax.forms import Tag
from arlint.syntax.inflection import ARTICLE
from arlint.syntax.usage import usage


@paragraphs()
def adjective(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """An adjective without the article behind a noun with it, where print has it with the article and a verb went before."""
    analysis = analyse(paragraph, context.lexicon)
    for index in analysis.having(Tag.ADJECTIVE):
        form, noun = analysis.form(index), analysis.form(index - 1)
        if not form.indefinite or form.verb or not analysis.is_word(index - 1) or not noun.article or not noun.cells & form.adjective:
            continue
        bare = all(reading.state == "b" and not reading.proclitics for reading in analysis.readings(index))
        if not bare or not any(analysis.form(at).verb for at in range(max(0, index - 4), index - 1)) or analysis.closes_clause(index):
            continue
        seen = usage(analysis.lexicon, (noun.text, form.text), (noun.text, ARTICLE + form.text))
        if seen.settles:
            token = analysis.tokens[index]
            fixes = replace_any(token.start, token.end, [ARTICLE + token.text])
            yield Hit(token.start, token.end, fixes, {"adj": token.text}, 0.8, evidence=seen.evidence)
