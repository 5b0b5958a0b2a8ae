"""Proclitics and what they join: the conjunction apart from its word, a preposition before a quotation mark or a number."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from arlint.checks.protocol import Context, Hit, paragraphs, replace
from arlint.document import Kind, Paragraph, Token
from arlint.document.characters import TATWEEL
from arlint.document.quotations import opening_marks

_WAW = "\u0648"
_PREPOSITIONS = ("\u0628", "\u0643", "\u0644")
_PROCLITICS = frozenset((_WAW, "\u0641", *_PREPOSITIONS))
_JOINING = frozenset(conjunction + letter for conjunction in ("", "\u0648", "\u0641") for letter in _PREPOSITIONS) | {"\u0641"}
_ARTICLES = frozenset(("\u0627\u0644", "\u0648\u0627\u0644", "\u0628\u0627\u0644", "\u0648\u0628\u0627\u0644", "\u0644\u0644"))
_BEFORE_NUMBERS = _JOINING - {"\u0641", "\u0643"}
_OPENING_BRACKETS = "([{"


@paragraphs(forms=(_WAW,), labelled=())
def detached_waw(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """The conjunction with a space after it. `labelled`: nouns after which a lone letter is a label, as in «section W»."""
    tokens = paragraph.tokens
    for place in paragraph.words:
        token = tokens[place]
        if token.bare != _WAW or place + 1 == len(tokens):
            continue
        after, gap = tokens[place + 1], paragraph.gap(place)
        if after.kind is not Kind.WORD or not gap or not gap.isspace() or len(after.bare) < 2:
            continue
        if place and _is_label(tokens[place - 1], token, context):
            continue
        joined = token.text.rstrip(TATWEEL)
        yield Hit(token.start, after.end, replace(token.start + len(joined), after.start, ""), {"fix": joined + after.text})


def _is_label(before: Token, letter: Token, context: Context) -> bool:
    """A lone letter after `before` names something: a class, an option, an initial."""
    if before.kind is Kind.WORD:
        return len(before.bare) < 2 or _stands_among(before.bare, context.options["labelled"])
    if before.text in _OPENING_BRACKETS:
        return True
    return before.end == letter.start and (before.kind is Kind.NUMBER or before.text in ".-/\u0640")


def _stands_among(word: str, nouns: Collection[str]) -> bool:
    """Is the word, or what a one-letter proclitic leaves of it, among `nouns`?"""
    return word in nouns or (word[:1] in _PROCLITICS and word[1:] in nouns)


@paragraphs(forms=_JOINING | _ARTICLES, labelled=(), spaced_numbers=True)
def proclitic_joint(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """A preposition before a quotation, a number or a Latin word takes a joining tatweel and no space.

    `labelled`: nouns after which a lone letter is a label. `spaced_numbers`: a space before a number is the house's choice.
    """
    tokens = paragraph.tokens
    for place in paragraph.words:
        token = tokens[place]
        if place + 1 == len(tokens) or not (token.bare in _JOINING or token.bare in _ARTICLES):
            continue
        if place and token.bare in _JOINING and _is_label(tokens[place - 1], token, context):
            continue
        gap = paragraph.gap(place)
        if _should_join(paragraph, token, tokens[place + 1], gap, context):
            after = tokens[place + 1]
            joined = token.text.rstrip(TATWEEL)
            edit = replace(token.start + len(joined), after.start, TATWEEL)
            yield Hit(token.start, after.end, edit, {"fix": joined + TATWEEL + after.text})


def _should_join(paragraph: Paragraph, token: Token, after: Token, gap: str, context: Context) -> bool:
    """Is something missing, or too much, between the proclitic and what comes after it?"""
    if gap.strip() or len(token.text) - len(token.text.rstrip(TATWEEL)) > 1:
        return False
    has_tatweel = token.text.endswith(TATWEEL)
    if after.kind is Kind.NUMBER:
        return _joins_number(token, has_tatweel, gap, context)
    if after.kind is Kind.LATIN:
        return bool(gap) if has_tatweel else not gap and token.bare in _JOINING
    if after.start not in paragraph.once(opening_marks):
        return False
    return bool(gap) if has_tatweel else token.bare in _JOINING


def _joins_number(token: Token, has_tatweel: bool, gap: str, context: Context) -> bool:
    if has_tatweel:
        return bool(gap) and not context.options["spaced_numbers"]
    return not gap and token.bare in _BEFORE_NUMBERS
