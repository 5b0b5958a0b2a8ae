"""Tanween of the accusative: its place in the document, its alif after hamza, and marks typed for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from arlint.checks.protocol import Context, Hit, documents, paragraphs, replace
from arlint.checks.spelling import slips
from arlint.document import Document, Fact, Kind, Paragraph
from arlint.document.characters import bare
from arlint.lexicon.kinds import Kind as SlipKind

FATHATAN, FATHA, ALEF, HAMZA, MADDA = "\u064b", "\u064e", "\u0627", "\u0621", "\u0622"
_ON_ALEF, _BEFORE_ALEF = ALEF + FATHATAN, FATHATAN + ALEF

_ALEF_AFTER_HAMZA = re.compile(f"(?<={ALEF}{HAMZA})(?:{ALEF}{FATHATAN}|{FATHATAN}{ALEF})$")
_NO_ALEF = re.compile(f"(?<=[^{ALEF}]){HAMZA}{FATHATAN}$")

# Letters that do not join the one after them: behind these the hamza of tanween stays on the line.
_UNJOINED = "\u0627\u062f\u0630\u0631\u0632\u0648"

# Adverbs that end in a hamza after alif; elsewhere a bare alif there may be a dual (\u062c\u0627\u0621\u0627).
_ADVERBS = frozenset(
    "\u0628\u0646\u0627\u0621 \u0645\u0633\u0627\u0621 \u0627\u0628\u062a\u062f\u0627\u0621 \u0631\u062c\u0627\u0621 "
    "\u0627\u0633\u062a\u062b\u0646\u0627\u0621 \u0627\u0646\u062a\u0647\u0627\u0621 \u0627\u0642\u062a\u062f\u0627\u0621 \u0634\u062a\u0627\u0621 "
    "\u0648\u0628\u0646\u0627\u0621 \u0648\u0645\u0633\u0627\u0621".split()
)

# Adverbs on which a madda is typed for alif with tanween (without the last letter).
_MADDA_FOR_TANWEEN = frozenset(
    "\u0634\u0643\u0631 \u062c\u062f \u0623\u064a\u0636 \u063a\u062f \u062f\u0627\u0626\u0645 \u0639\u0641\u0648 \u0645\u062b\u0644 \u0637\u0628\u0639 "
    "\u0641\u0648\u0631 \u0623\u0628\u062f \u0623\u062e\u064a\u0631 \u0642\u0631\u064a\u0628 \u062d\u0627\u0644\u064a \u0633\u0627\u0628\u0642 \u0643\u062b\u064a\u0631 "
    "\u062a\u0642\u0631\u064a\u0628 \u062e\u0635\u0648\u0635 \u0645\u0639".split()
)


def _collect_placements(paragraph: Paragraph) -> tuple[int, int]:
    return paragraph.text.count(_ON_ALEF), paragraph.text.count(_BEFORE_ALEF)


def _merge_placements(parts: Sequence[tuple[int, int]]) -> tuple[int, int]:
    return sum(on for on, _ in parts), sum(before for _, before in parts)


PLACEMENTS: Fact[tuple[int, int], tuple[int, int]] = Fact("tanween", _collect_placements, _merge_placements)


@paragraphs(contains=(_ON_ALEF, _BEFORE_ALEF))
def placement(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """The fathatan on the alif where the document mostly has it before, or the reverse."""
    on, before = context.fact(PLACEMENTS)
    if on == before:
        return
    rarer, usual = (_BEFORE_ALEF, _ON_ALEF) if on > before else (_ON_ALEF, _BEFORE_ALEF)
    for token in paragraph.tokens:
        if token.kind is Kind.WORD and token.text.endswith(rarer):
            yield Hit(token.start, token.end, replace(token.start, token.end, token.text[:-2] + usual))


@documents()
def after_hamza(document: Document, context: Context) -> Iterator[Hit]:
    """An alif after a hamza that an alif precedes; none after a hamza that asks for one."""
    seen = set()
    for number, paragraph in enumerate(document.paragraphs):
        if HAMZA in paragraph.characters:
            for index in paragraph.words:
                token = paragraph.tokens[index]
                if repair := _with_tanween(token.text):
                    seen.add((number, index))
                    fixes = replace(token.start, token.end, repair)
                    yield Hit(token.start, token.end, fixes, {"word": token.text}, paragraph=paragraph)
    yield from slips(document, context, (SlipKind.TANWEEN_ALIF,), except_for=seen)


def _with_tanween(text: str) -> str:
    if match := _ALEF_AFTER_HAMZA.search(text):
        return text[: match.start()] + FATHATAN
    if text.endswith(HAMZA + ALEF) and text[:-1] in _ADVERBS:
        return text[:-1]
    if match := _NO_ALEF.search(text):
        seat = HAMZA if bare(text[: match.start()])[-1:] in _UNJOINED else "\u0626"
        return text[: match.start()] + seat + _ON_ALEF
    return ""


@paragraphs(contains=(ALEF + FATHA, MADDA))
def mark(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """A fatha or a madda at the end of a word in place of alif with fathatan."""
    for index in paragraph.words:
        token = paragraph.tokens[index]
        wrong = token.text.endswith(ALEF + FATHA) or (token.text.endswith(MADDA) and token.bare[:-1] in _MADDA_FOR_TANWEEN)
        if wrong and len(token.bare) > 2:
            repair = token.text.removesuffix(FATHA)[:-1] + _ON_ALEF
            yield Hit(token.start, token.end, replace(token.start, token.end, repair), {"word": token.text})
