"""Invisible characters: zero-width spaces and joiners, soft hyphens, byte order marks, direction controls.

What does something stays: a direction mark beside a number, a Latin word or punctuation, controls around a Latin stretch,
a joiner that shapes an abbreviation or an emoji, a soft hyphen in a Latin word.
"""

from __future__ import annotations

from collections.abc import Iterator

from arlint.checks.protocol import Context, Hit, paragraphs, replace
from arlint.document import Kind, Paragraph, Token
from arlint.document.characters import INVISIBLE, MARKS, SCRIPT_LETTERS, SPACES, bare
from arlint.document.patterns import lazy

_RUN = lazy(f"[{INVISIBLE}]+")
_LETTER = lazy(f"[{SCRIPT_LETTERS}{MARKS}\u0640]")
_STRONG_LEFT_TO_RIGHT = lazy(r"[0-9\u0660-\u0669\u06f0-\u06f9A-Za-z\u00c0-\u058f]")
_ALL = "\u00ad\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\ufeff" + "".join(
    chr(code) for first, last in ((0x2060, 0x2064), (0x2066, 0x206F)) for code in range(first, last + 1)
)
_NAMES = {
    "\u00ad": "soft hyphen",
    "\u061c": "ALM",
    "\u200b": "zero-width space",
    "\u200c": "ZWNJ",
    "\u200d": "ZWJ",
    "\u200e": "LRM",
    "\u200f": "RLM",
    "\u2060": "word joiner",
    "\ufeff": "BOM",
}
_DIRECTION = frozenset("\u061c\u200e\u200f")
_OPENING, _CLOSING = frozenset("\u202a\u202b\u202d\u202e\u2066\u2067\u2068"), frozenset("\u202c\u2069")
_SOFT_HYPHEN, _JOINER = "\u00ad", "\u200d"
_SEPARATING = frozenset("\u200b\u200c\u2060\ufeff")


@paragraphs(characters=_ALL)
def invisible(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """Characters nobody sees that do nothing in their place; deleted, or made a space where they hold two words apart."""
    text = paragraph.text
    shaping = set(_useful_controls(text))
    for run in _RUN.finditer(text):
        start, end = run.span()
        if any(place in shaping for place in range(start, end)) or _is_useful(text, start, end):
            continue
        token = _token_at(paragraph, start, end)
        if token and token.kind in (Kind.URL, Kind.EMAIL):
            continue
        low, high = (min(start, token.start), max(end, token.end)) if token else (start, end)
        fixes = replace(start, end, _replacement(token, text, start, end, context))
        yield Hit(low, high, fixes, {"name": _name(run[0][0])})


def _name(char: str) -> str:
    code = f"U+{ord(char):04X}"
    return f"{code} {_NAMES[char]}" if char in _NAMES else code


def _useful_controls(text: str) -> Iterator[int]:
    """Places of embeddings, overrides and isolates that are paired and hold a Latin letter or a digit."""
    opened: list[int] = []
    latin = 0
    before: list[int] = []
    for place, char in enumerate(text):
        if char in _OPENING:
            opened.append(place)
            before.append(latin)
        elif char in _CLOSING and opened:
            start, known = opened.pop(), before.pop()
            if latin > known:
                yield start
                yield place
        elif char.isalnum() and _STRONG_LEFT_TO_RIGHT.match(char):
            latin += 1


def _is_useful(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    char = text[start]
    if end - start > 1:
        steering = set(text[start:end]) <= _DIRECTION | _OPENING | _CLOSING
        return steering and len(set(text[start:end])) > 1 and not (_is_plain(text, start - 1, -1) and _is_plain(text, end, 1))
    if char == _SOFT_HYPHEN:
        return before.isalpha() and after.isalpha() and not _LETTER.match(before) and not _LETTER.match(after)
    if char == _JOINER:
        shapes = _LETTER.match(before) and not _LETTER.match(after)
        return bool(shapes) or not (_LETTER.match(before) or _LETTER.match(after) or before.isspace() or not before)
    return char in _DIRECTION and not (_is_plain(text, start - 1, -1) and _is_plain(text, end, 1))


def _is_plain(text: str, at: int, step: int) -> bool:
    """Is the next character that is no space an Arabic letter, or the end of the text?"""
    while 0 <= at < len(text) and text[at] in SPACES:
        at += step
    return not 0 <= at < len(text) or bool(_LETTER.match(text[at]))


def _token_at(paragraph: Paragraph, start: int, end: int) -> Token | None:
    """The token that holds the run, or the word that ends or begins at it."""
    tokens = paragraph.tokens
    first = max(0, paragraph.token_from(start) - 2)
    near = [one for one in tokens[first : first + 6] if one.start <= end and start <= one.end and one.kind is not Kind.MARK]
    holding = [token for token in near if token.start <= start and end <= token.end and token.end - token.start > end - start]
    words = [token for token in near if token.kind is Kind.WORD]
    return next(iter(holding or words), None)


def _replacement(token: Token | None, text: str, start: int, end: int, context: Context) -> str:
    """Nothing, or a space where the run stands between two words that are no word together."""
    if not token or not token.start < start < end < token.end or _SEPARATING.isdisjoint(text[start:end]):
        return ""
    first, second = bare(text[token.start : start]), bare(text[end : token.end])
    known = context.lexicon.analyser.known
    is_word = known(token.bare) or context.lexicon.adds(token.bare)
    return " " if not is_word and len(first) > 1 and len(second) > 1 and known(first) and known(second) else ""
