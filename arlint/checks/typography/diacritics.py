"""Diacritics where none can stand: apart from their letter, doubled, two vowels on one letter."""

from __future__ import annotations

from collections.abc import Iterator

from arlint.checks.protocol import Context, Hit, paragraphs, replace, replace_any
from arlint.document import Kind, Paragraph, Token
from arlint.document.characters import MARKS
from arlint.document.patterns import lazy
from arlint.finding import Safety

# Fathatan to kasra, and sukun: a letter takes one of them. Shadda, hamza and dagger alef may stand beside it.
_VOWELS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0652"
_SHORT_VOWELS = "\u064e\u064f\u0650\u0652"
_SHADDA = "\u0651"
_CLUSTER = lazy(f"[{MARKS}]{{2,}}")
_ONLY_MARKS = lazy(f"[{MARKS}]+")
_QURANIC = frozenset(map(chr, range(0x06D6, 0x06EE)))


@paragraphs(characters=_VOWELS + _SHADDA)
def stray(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """Marks after a space, marks written twice, two vowels on one letter. Qur'anic spelling has its own rules and is left alone."""
    if not _QURANIC.isdisjoint(paragraph.characters):
        return
    for index, token in enumerate(paragraph.tokens):
        if token.kind is Kind.WORD:
            yield from _in_word(token)
        elif token.kind is Kind.MARK and _ONLY_MARKS.fullmatch(token.text):
            yield from _floating(paragraph, index)


def _in_word(token: Token) -> Iterator[Hit]:
    for cluster in _CLUSTER.finditer(token.text):
        start, end = token.start + cluster.start(), token.start + cluster.end()
        marks = "".join(dict.fromkeys(cluster[0]))
        vowels = [mark for mark in marks if mark in _VOWELS]
        if len(vowels) > 1:
            others = [marks.translate({ord(mark): None for mark in vowels if mark != kept}) for kept in vowels]
            yield Hit(token.start, token.end, replace_any(start, end, others), {"word": token.text})
        elif marks != cluster[0]:
            yield Hit(token.start, token.end, replace(start, end, marks), {"word": token.text})


def _floating(paragraph: Paragraph, index: int) -> Iterator[Hit]:
    """Marks that belong to no letter: to the word they were meant for, or away. In brackets or quotation marks they are named, not used."""
    tokens, text = paragraph.tokens, paragraph.text
    token = tokens[index]
    before = tokens[index - 1] if index else None
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if before and before.kind is Kind.PUNCTUATION and after and after.kind is Kind.PUNCTUATION and before.end == token.start:
        return
    if after and after.kind is Kind.WORD and after.start == token.end and token.text[0] in _SHORT_VOWELS:
        moved = after.text[0] + token.text
        yield Hit(token.start, after.end, replace(token.start, after.start + 1, moved), {"word": text[token.start : after.end]})
        return
    if not before or before.kind is not Kind.WORD or _ONLY_MARKS.match(text, before.end - 1):
        gone = replace(token.start, token.end, "", Safety.UNSAFE)
        yield Hit(token.start, token.end, gone, {"word": token.text})
        return
    joined = token.text + (" " if after and after.start == token.end and after.kind is Kind.WORD else "")
    yield Hit(before.start, token.end, replace(before.end, token.end, joined), {"word": text[before.start : token.end]})
