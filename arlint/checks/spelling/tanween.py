"""Tanween of the accusative: its place in the document, its alif after hamza, and marks typed for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from arlint.checks.protocol import Context, Hit, documents, paragraphs, replace
from arlint.checks.spelling.spelling import slips
from arlint.document import Document, Fact, Paragraph
from arlint.document.characters import SCRIPT_LETTERS, bare
from arlint.document.patterns import lazy
from arlint.lexicon.spelling.kinds import Kind as SlipKind

FATHATAN, FATHA, ALEF, HAMZA, MADDA = "\u064b", "\u064e", "\u0627", "\u0621", "\u0622"
_ON_ALEF, _BEFORE_ALEF = ALEF + FATHATAN, FATHATAN + ALEF

_ALEF_AFTER_HAMZA = lazy(f"(?<={ALEF}{HAMZA})(?:{ALEF}{FATHATAN}|{FATHATAN}{ALEF})$")
_HAMZA_INSIDE = lazy(f"{HAMZA}[{ALEF}{FATHATAN}]")
_MARKED_END = lazy(f"(?:{ALEF}{FATHA}|{MADDA})(?![{SCRIPT_LETTERS}])")
_NO_ALEF = lazy(f"(?<=[^{ALEF}]){HAMZA}{FATHATAN}$")

# Letters that do not join the one after them: behind these the hamza of tanween stays on the line.
_UNJOINED = "\u0627\u062f\u0630\u0631\u0632\u0648"


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
    for index in paragraph.words:
        if paragraph.shapes[index].text.endswith(rarer):
            token = paragraph.token(index)
            yield Hit(token.start, token.end, replace(token.start, token.end, token.text[:-2] + usual))


@documents(adverbs=())
def after_hamza(document: Document, context: Context) -> Iterator[Hit]:
    """An alif after a hamza that an alif precedes; none after a hamza that asks for one.

    Option adverbs: words in hamza behind alif that a bare alif may follow by mistake; elsewhere it may be a dual.
    """
    adverbs = frozenset(context.options["adverbs"])
    seen = set()
    for number, paragraph in enumerate(document.paragraphs):
        for index, text in paragraph.once(_with_hamza):
            if repair := _with_tanween(text, adverbs):
                token = paragraph.token(index)
                seen.add((number, index))
                fixes = replace(token.start, token.end, repair)
                yield Hit(token.start, token.end, fixes, {"word": token.text}, paragraph=paragraph)
    yield from slips(document, context, (SlipKind.TANWEEN_ALIF,), except_for=seen)


def _with_hamza(paragraph: Paragraph) -> tuple[tuple[int, str], ...]:
    """The words with a hamza before an alif or a fathatan: their places and texts."""
    if not _HAMZA_INSIDE.search(paragraph.text):
        return ()
    found = [(index, paragraph.shapes[index].text) for index in paragraph.words]
    return tuple([(index, text) for index, text in found if _HAMZA_INSIDE.search(text)])


def _with_tanween(text: str, adverbs: frozenset[str]) -> str:
    if match := _ALEF_AFTER_HAMZA.search(text):
        return text[: match.start()] + FATHATAN
    if text.endswith(HAMZA + ALEF) and text[:-1] in adverbs:
        return text[:-1]
    if match := _NO_ALEF.search(text):
        seat = HAMZA if bare(text[: match.start()])[-1:] in _UNJOINED else "\u0626"
        return text[: match.start()] + seat + _ON_ALEF
    return ""


@paragraphs(contains=(ALEF + FATHA, MADDA), adverbs=())
def mark(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """A fatha or a madda at the end of a word in place of alif with fathatan.

    Option adverbs: words, without the alif, on which a madda is typed for it; elsewhere it may be a dual.
    """
    if not _MARKED_END.search(paragraph.text):
        return
    adverbs = frozenset(context.options["adverbs"])
    for index in paragraph.words:
        _, text, form = paragraph.shapes[index]
        wrong = text.endswith(ALEF + FATHA) or (text.endswith(MADDA) and form[:-1] in adverbs)
        if wrong and len(form) > 2:
            token = paragraph.token(index)
            repair = token.text.removesuffix(FATHA)[:-1] + _ON_ALEF
            yield Hit(token.start, token.end, replace(token.start, token.end, repair), {"word": token.text})
