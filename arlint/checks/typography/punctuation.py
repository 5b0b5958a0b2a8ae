"""Punctuation marks: Latin ones in Arabic text, rows of dots, marks doubled or at odds, dashes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from arlint.checks.protocol import Context, Hit, paragraphs, replace, replace_any
from arlint.document import Kind, Paragraph, Token
from arlint.document.characters import ARABIC_LETTERS, DIGITS, MARKS, SPACES
from arlint.document.patterns import lazy
from arlint.finding import Safety

_COMMA, _SEMICOLON, _QUESTION, _ELLIPSIS = "\u060c", "\u061b", "\u061f", "\u2026"
_ARABIC_MARKS = {",": _COMMA, ";": _SEMICOLON, "?": _QUESTION}
_TO_ARABIC = str.maketrans(_ARABIC_MARKS)
_ARABIC = lazy(f"[{ARABIC_LETTERS}{MARKS}]")
_REACH = 60

_DOTS = lazy(r"(?<!\.)(?:\.{2}|\.{4,6})(?![./\\])")
_END = lazy("[.\u061f!?\u2026:\u061b]['\"\u00bb\u201d\u201c\u2019)\\]]*$")
_FROM_HERE_TO_END = lazy(rf"[{SPACES}'\"\u00bb\u201d\u201c\u2019)\]]*$")

_RUN = lazy(f"[{_COMMA}{_SEMICOLON}{_QUESTION}!.:,;?{_ELLIPSIS}]{{2,}}")
_APART = lazy(rf"(?<![.{_COMMA}{_SEMICOLON}{_QUESTION}{SPACES}])([.{_COMMA}{_SEMICOLON}{_QUESTION}])[{SPACES}]{{1,3}}\1(?![{SPACES}]*[.])")
_ELLIPSES = lazy(f"\\.{{2,}}|{_ELLIPSIS}+")
_TERMINAL = frozenset(f".{_QUESTION}!{_ELLIPSIS}")
_EXCLAIMED = frozenset((_QUESTION + "!", "!" + _QUESTION))
_DASHES = "-\u2013\u2014"
_DIGIT = lazy(f"[{DIGITS}]")
_UNDERSCORE = lazy(rf"(?<=[{DIGITS}])_(?=[{DIGITS}])")


@paragraphs(characters=",;?")
def latin_marks(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """Comma, semicolon and question mark of Latin after or between Arabic words; numbers, Latin stretches and entities keep theirs."""
    text = paragraph.text
    for token in paragraph.tokens:
        if token.kind is Kind.PUNCTUATION and token.text in _ARABIC_MARKS and _is_in_arabic(paragraph, token):
            fixed = _ARABIC_MARKS[token.text]
            yield Hit(token.start, token.end, replace(token.start, token.end, fixed), {"char": text[token.start], "fix": fixed})


def _is_in_arabic(paragraph: Paragraph, token: Token) -> bool:
    text, at = paragraph.text, token.start
    before, after = text[:at][-_REACH:], text[at + 1 : at + 1 + _REACH]
    if _DIGIT.match(before[-1:]) and _DIGIT.match(after.lstrip()[:1]):
        return False
    if after[:1].isalpha() and not _ARABIC.match(after) and not before[-1:].isalnum():
        return False
    if token.text == ";" and (after[:1] in ("-", ")") or re.search(r"&#?\w{1,10}$", before)):
        return False
    if _strong(reversed(before)) is not False:
        return _strong(reversed(before)) is True
    return token.text != "?" and bool(before[-1:].isalnum() and _ARABIC.match(after.lstrip()[:1]))


def _strong(text: Iterator[str]) -> bool | None:
    """Is the first letter met Arabic? None when there is none."""
    for char in text:
        if char.isalpha():
            return bool(_ARABIC.match(char))
    return None


def _after_arabic(text: str, at: int) -> bool:
    return _strong(reversed(text[max(0, at - _REACH) : at])) is True


@paragraphs(contains=("..",), pauses=False)
def dots(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """Two dots, or more than three. Headings, and lines without an end mark, may part their halves by two dots.

    pauses: are two dots reported where the paragraph goes on behind them, as the press writes for a pause?
    """
    text = paragraph.text
    for match in _DOTS.finditer(text):
        start, end = match.span()
        if not _after_arabic(text, start) or (_DIGIT.match(text[start - 1]) and _DIGIT.match(text, end)):
            continue
        last = _FROM_HERE_TO_END.match(text, end) is not None
        if end - start == 2 and not last and not (context.options["pauses"] and _is_running_text(paragraph)):
            continue
        yield Hit(start, end, replace_any(start, end, (_ELLIPSIS, ".") if end - start == 2 else (_ELLIPSIS,)))


def _is_running_text(paragraph: Paragraph) -> bool:
    return paragraph.role != "heading" and _END.search(paragraph.text.rstrip()[-8:]) is not None


@paragraphs(characters=f"{_COMMA}{_SEMICOLON}{_QUESTION}!.:,;?{_ELLIPSIS}", abbreviations=())
def doubled(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """A mark twice, or two marks that cannot stand together; a question mark and an exclamation mark may, and an ellipsis beside a mark.

    abbreviations: words whose full stop is their own, before another mark.
    """
    text = paragraph.text
    for twice in _APART.finditer(text):
        if _after_arabic(text, twice.start()):
            yield Hit(twice.start(), twice.end(), replace(twice.start() + 1, twice.end(), ""))
    for run in _RUN.finditer(text):
        start, end = run.span()
        marks = _ELLIPSES.sub(_ELLIPSIS, run[0].translate(_TO_ARABIC))
        if len(marks) < 2 or marks in _EXCLAIMED or not _after_arabic(text, start) or _is_apart(text, start, marks):
            continue
        if (_ELLIPSIS in marks and marks != _ELLIPSIS + ".") or (marks[0] == "." and _is_abbreviation(text, start, context)):
            continue
        kept = _kept(marks, _FROM_HERE_TO_END.match(text, end) is not None)
        safe = len(kept) == 1 and (len(set(marks)) == 1 or marks == _COMMA + ".")
        yield Hit(start, end, replace_any(start, end, kept, Safety.SAFE if safe else Safety.UNSAFE))


def _kept(marks: str, last: bool) -> list[str]:
    """The marks one of which should stay, the likeliest first."""
    kinds = list(dict.fromkeys(marks))
    if set(kinds) == {_QUESTION, "!"}:
        return [_QUESTION + "!", _QUESTION]
    if _ELLIPSIS in kinds:
        return [_ELLIPSIS]
    if kinds == [_COMMA, "."]:
        return ["."]
    return sorted(kinds, key=lambda mark: (mark in _TERMINAL) != last)


def _is_apart(text: str, start: int, marks: str) -> bool:
    """Do the marks stand in for a word (a blank to be filled), or in brackets of their own?"""
    return set(marks) == {_QUESTION} and len(marks) > 2 and (not start or text[start - 1] in SPACES or text[start - 1] in "([")


def _is_abbreviation(text: str, start: int, context: Context) -> bool:
    """Is the full stop at `start` part of an abbreviation: after a digit, one or two letters, or a word of the list?"""
    word = re.split(rf"[{SPACES}.(\[/]", text[max(0, start - 20) : start])[-1]
    return len(word) < 3 or word in context.options["abbreviations"] or bool(_DIGIT.match(word[-1]))


@paragraphs(characters="_" + _DASHES)
def dashes(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """A pair of dashes of which one hugs the clause and the other does not; an underscore for a hyphen between numbers."""
    for match in _UNDERSCORE.finditer(paragraph.text):
        yield Hit(match.start(), match.end(), replace(match.start(), match.end(), "-", Safety.UNSAFE))
    tokens = paragraph.tokens
    for first, last in paragraph.sentences:
        found = [
            place
            for place in range(max(first, 1), last - 1)
            if tokens[place].text in _DASHES and _spacing(paragraph, place) != (False, False)
        ]
        if len(found) == 2:
            yield from _unbalanced(paragraph, *found)


def _spacing(paragraph: Paragraph, place: int) -> tuple[bool, bool]:
    """Is there a space before it, and after it?"""
    return bool(paragraph.gap(place - 1)), bool(paragraph.gap(place))


def _unbalanced(paragraph: Paragraph, opening: int, closing: int) -> Iterator[Hit]:
    """The dash with a space too many, when its partner hugs the clause."""
    tokens = paragraph.tokens
    shape = _spacing(paragraph, opening), _spacing(paragraph, closing)
    if shape == ((True, False), (True, True)):
        start, end = tokens[closing - 1].end, tokens[closing].end
        yield Hit(start, end, replace(start, end - 1, "", Safety.UNSAFE))
    elif shape == ((True, True), (False, True)):
        start, end = tokens[opening].start, tokens[opening + 1].start
        yield Hit(start, end, replace(start + 1, end, "", Safety.UNSAFE))
