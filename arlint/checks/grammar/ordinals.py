"""Ordinals: in the gender of their noun, as adjectives are; from eleventh to nineteenth with both halves in one gender."""

from __future__ import annotations

from collections.abc import Iterator

from arlint.checks.grammar import agreement
from arlint.checks.protocol import Context, Hit, paragraphs, replace_any
from arlint.document import Paragraph
from arlint.finding import Safety
from arlint.lexicon.morphology.clitics import respell
from arlint.syntax.analysis import Analysis, analyse
from arlint.syntax.numerals import TEH_MARBUTA, TEN_FEMININE, counted_plural

_CLITICS = ("", "\u0648", "\u0628", "\u0644", "\u0643")
_ARTICLE, _WITH_LAM = "\u0627\u0644", "\u0644\u0644"
_STEMS = tuple("حادي ثاني ثالث رابع خامس سادس سابع ثامن تاسع".split())
_MASCULINE = frozenset(clitic + article + stem for stem in _STEMS for clitic in _CLITICS for article in ("", _ARTICLE)) | {
    _WITH_LAM + stem for stem in _STEMS
}
_FEMININE = frozenset(form + TEH_MARBUTA for form in _MASCULINE)
_TEEN = TEN_FEMININE.removesuffix(TEH_MARBUTA)


@paragraphs()
def ordinal(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """An ordinal that agrees with no noun before it, and a teen whose second half does not go with the first."""
    yield from agreement.ordinal.run(paragraph, context)
    if not {_TEEN, TEN_FEMININE}.isdisjoint(paragraph.forms):
        yield from _teens(analyse(paragraph, context.lexicon))


def _teens(analysis: Analysis) -> Iterator[Hit]:
    tokens = analysis.tokens
    for index in range(1, len(tokens)):
        token, unit = tokens[index], tokens[index - 1].bare
        if token.bare == _TEEN and unit in _FEMININE:
            new = TEN_FEMININE
        elif token.bare == TEN_FEMININE and unit in _MASCULINE:
            new = _TEEN
        else:
            continue
        if counted_plural(analysis.form(index + 1)):
            continue  # in the second, ten points behind
        yield Hit(token.start, token.end, replace_any(token.start, token.end, [respell(token.text, new)], Safety.SAFE), {"adj": token.text})
