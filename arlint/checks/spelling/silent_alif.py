"""The silent alif behind the waw of a plural, where it does not belong: after a waw of the root, and in a construct."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from arlint.checks.protocol import Context, Hit, documents, replace
from arlint.checks.spelling.spelling import slips
from arlint.document import Document, Paragraph
from arlint.document.characters import SCRIPT_LETTERS
from arlint.document.patterns import lazy
from arlint.finding import Safety
from arlint.lexicon.morphology.clitics import respell
from arlint.lexicon.spelling.kinds import Kind

_WAW = "\u0648"
_SILENT = _WAW + "\u0627"
_SILENT_AT_END = lazy(f"{_SILENT}(?![{SCRIPT_LETTERS}])")
_PARTICLE_REACH = 4
_FIRST_PERSONS = "\u0646\u0623"


@documents(verbs=(), not_first=(), third=(), particles=())
def extra(document: Document, context: Context) -> Iterator[Hit]:
    """An alif after the radical waw of a verb in the indicative, or after the waw of a plural in construct.

    Options: verbs, not_first, third: the first two radicals of verbs in waw, of which all persons, not the first singular (form IV is
    spelled like it), the third person only (form V is spelled like the second) are meant. particles: of the subjunctive and the
    jussive, after which the plural waw has its alif.
    """
    verb = _final_waw_verb(*(tuple(context.options[name]) for name in ("verbs", "not_first", "third")))
    particles = frozenset(context.options["particles"])
    seen = set()
    for number, paragraph in enumerate(document.paragraphs):
        for index, form in paragraph.once(_silent_alifs):
            if _indicative(paragraph, index, verb.fullmatch(form), particles):
                token = paragraph.token(index)
                seen.add((number, index))
                fixes = replace(token.start, token.end, respell(token.text, token.bare[:-1]), Safety.UNSAFE)
                yield Hit(token.start, token.end, fixes, {"word": token.text}, confidence=0.9, paragraph=paragraph)
    yield from slips(document, context, (Kind.FARIQA_EXTRA,), except_for=seen)


def _silent_alifs(paragraph: Paragraph) -> tuple[tuple[int, str], ...]:
    """The words that end in waw and alif: their places and forms."""
    if not _SILENT_AT_END.search(paragraph.text):
        return ()
    found = [(index, paragraph.shapes[index].bare) for index in paragraph.words]
    return tuple([(index, form) for index, form in found if form.endswith(_SILENT)])


@lru_cache
def _final_waw_verb(verbs: tuple[str, ...], not_first: tuple[str, ...], third: tuple[str, ...]) -> re.Pattern[str]:
    persons = ("[\u064a\u062a\u0646\u0623]", verbs), ("[\u064a\u062a\u0646]", not_first), ("\u064a", third)
    forms = "|".join(f"{prefix}(?:{'|'.join(radicals)})" for prefix, radicals in persons if radicals)
    return re.compile(f"[{_WAW}\u0641]?\u0633?(?P<form>{forms})\u0648\u0627")


def _indicative(paragraph: Paragraph, index: int, match: re.Match[str] | None, particles: frozenset[str]) -> bool:
    """Is it an imperfect of a verb in waw, with no particle before that would make it a plural? match: by `_final_waw_verb`."""
    if match is None:
        return False
    before = [shape.bare for shape in paragraph.shapes[max(0, index - _PARTICLE_REACH) : index]]
    return match["form"][0] in _FIRST_PERSONS or particles.isdisjoint(before)
