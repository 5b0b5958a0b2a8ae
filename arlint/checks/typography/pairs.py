"""Spaces just inside and just outside a pair of quotation marks or brackets.

What opens and what closes is taken from the pairs, never from the character.
"""

from __future__ import annotations

from collections.abc import Iterator

from arlint.checks.protocol import Context, Hit, paragraphs, replace
from arlint.document import Paragraph
from arlint.document.brackets import brackets
from arlint.document.characters import SPACE_CHARACTERS, ends_word, is_script_letter
from arlint.document.quotations import CONVENTIONS, closing_marks, quotations, worded_quotations
from arlint.document.quotemarks import ALL_MARKS, is_proclitic
from arlint.finding import Edit, Fix, Safety
from arlint.records import NamedTuple

_PAIRED = "()[]{}" + "".join(sorted(ALL_MARKS))
# Glued to one of these a mark would read the other way round.
_MARKS = ":\u060c\u061b"
_OPENERS, _CLOSERS = "([{:", ")]}:.!\u060c\u061b\u061f"


class _Pair(NamedTuple):
    """Where a pair opens and closes, code points. safety: of what is repaired around it, for roles may be guesses."""

    start: int
    end: int
    quotes: bool
    safety: Safety


def _pairs(paragraph: Paragraph) -> tuple[_Pair, ...]:
    signs = brackets(paragraph)
    safety = Safety.SAFE if quotations(paragraph).settled else Safety.UNSAFE
    pairs = [_Pair(pair.opening.at, pair.closing.at, True, safety) for pair in worded_quotations(paragraph)]
    safety = Safety.UNSAFE if signs.lonely else Safety.SAFE
    if paragraph.words:
        pairs += [_Pair(pair.start, pair.end, False, safety) for pair in signs.pairs]
    return tuple(sorted(pairs, key=lambda pair: pair.start))


@paragraphs(characters=_PAIRED)
def space_inside(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """Spaces after the opening or before the closing mark; a pair that holds nothing else is a form to fill in.

    A space that is missing on the other side of the mark has been typed on this one: it is moved, which is one slip.
    """
    text = paragraph.text
    for start, end, quotes, safety in paragraph.once(_pairs):
        after, before = _space_after(text, start + 1), _space_before(text, end)
        if after == before == 0 or start + 1 + after >= end:
            continue
        if quotes and text[start] in "\u00ab\u00bb" and context.fact(CONVENTIONS).spaced:
            continue
        if after and text[start + 1 + after] not in _CLOSERS:
            edits = [Edit(start, start, " ")] if _lacks_space_before(paragraph, start, quotes) else []
            edits.append(Edit(start + 1, start + 1 + after, ""))
            yield Hit(start, start + 1 + after, (Fix(tuple(edits), safety),), {"char": text[start]})
        if before and text[end - before - 1] not in _OPENERS:
            edits = [Edit(end - before, end, "")]
            if is_script_letter(text[end + 1 : end + 2]):
                edits.append(Edit(end + 1, end + 1, " "))
            yield Hit(end - before, end + 1, (Fix(tuple(edits), safety),), {"char": text[end]})


def _lacks_space_before(paragraph: Paragraph, start: int, quotes: bool) -> bool:
    """Does the mark that opens stick to the word, or to the comma or colon, before it, so that the space is on its wrong side?"""
    if not start:
        return False
    marked = paragraph.text[start - 1] in _MARKS and ends_word(paragraph.text[start - 2 : start - 1])
    return marked or _needs_space_before(paragraph.text, start, quotes, paragraph.once(closing_marks))


def _space_after(text: str, at: int) -> int:
    end = at
    while text[end : end + 1] in SPACE_CHARACTERS:
        end += 1
    return end - at


def _space_before(text: str, at: int) -> int:
    start = at
    while start and text[start - 1] in SPACE_CHARACTERS:
        start -= 1
    return at - start


@paragraphs(characters=_PAIRED, affixes=())
def space_outside(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """A word glued to the mark that opens after it, or to the mark that closes before it.

    `affixes`: what brackets inside a word hold, an ending or the article of that very word.
    """
    text = paragraph.text
    closing = paragraph.once(closing_marks)
    for start, end, quotes, safety in paragraph.once(_pairs):
        if not quotes and (end - start <= 2 or _inside_word(text, start, end, context)):
            continue
        if start and _needs_space_before(text, start, quotes, closing):
            yield Hit(start - 1, start + 1, replace(start, start, " ", safety), {"char": text[start]})
        if is_script_letter(text[end + 1 : end + 2]) or (quotes and _is_aside(text, end + 1)):
            yield Hit(end - text[end - 1].isalnum(), end + 1, replace(end + 1, end + 1, " ", safety), {"char": text[end]})


def _is_aside(text: str, at: int) -> bool:
    """Does a bracket open here that holds words? Numbers in brackets are notes and may touch the mark."""
    return text[at : at + 1] == "(" and is_script_letter(text[at + 1 : at + 2])


def _inside_word(text: str, start: int, end: int, context: Context) -> bool:
    return end - start < 8 and text[start + 1 : end].strip("\u0640 ") in context.options["affixes"]


def _needs_space_before(text: str, start: int, quotes: bool, closing: frozenset[int]) -> bool:
    if quotes and start - 1 in closing:
        return True
    if not ends_word(text[start - 1]) or is_proclitic(text, start):
        return False
    label = not quotes and is_script_letter(text[start - 1]) and not ends_word(text[start - 2 : start - 1])
    return not label
