"""What is left of other formats in plain text: entities, tags, escapes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from arlint.checks.protocol import Context, Hit, paragraphs, replace
from arlint.document import Kind, Paragraph
from arlint.document.characters import INVISIBLE, SPACES
from arlint.document.patterns import lazy

_ENTITY = lazy(r"&(?:amp;){0,3}(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});|&(?:nbsp|quot|amp)(?![A-Za-z0-9;=])")
_INLINE = "a|abbr|b|em|font|i|img|small|span|strong|sub|sup|u"
_BLOCK = "article|blockquote|br|center|div|figcaption|figure|h[1-6]|hr|iframe|li|ol|p|script|section|style|table|tbody|td|th|tr|ul|video"
_TAG = rf"(?:<|&lt;)(?:!--[^<>]{{0,300}}--|/?(?:{_INLINE}|{_BLOCK})(?:\s[^<>]{{0,600}})?/?)(?:>|&gt;)"
_TAGS = lazy(rf"{_TAG}(?:[ \t]*{_TAG})*", re.IGNORECASE)
_IS_BLOCK = lazy(rf"(?:<|&lt;)/?(?:{_BLOCK})\b", re.IGNORECASE)
_ESCAPES = lazy(r"(?:\\u[0-9a-fA-F]{4})+|\\{1,4}[nrt](?![A-Za-z])|\\{1,4}[\"']")
_SILENT = lazy(f"[{INVISIBLE}]+")


@paragraphs(characters="&")
def entity(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """An HTML entity; the character it stands for repairs it, a plain space that of a no-break space."""
    from html import unescape

    text = paragraph.text
    links = {place for token in paragraph.tokens if token.kind is Kind.URL for place in range(token.start, token.end)}
    for match in _ENTITY.finditer(text):
        start, end = match.span()
        if start in links:
            continue
        meant = unescape(unescape(match[0]))
        if meant != match[0] and "&" not in meant[:-1]:
            yield Hit(start, end, replace(start, end, fixed) if (fixed := _printable(meant)) is not None else ())


def _printable(meant: str) -> str | None:
    """What to write for it: a plain space, nothing, itself; None for a control or an undefined character."""
    plain = _SILENT.sub("", " " if meant and meant in SPACES else meant)
    return plain if (plain.isprintable() or not plain) and "\ufffd" not in plain else None


@paragraphs(characters="<", contains=("&lt;",))
def tag(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """An HTML tag, or several in a row; where a block tag alone parts two words, a space takes its place."""
    text = paragraph.text
    for match in _TAGS.finditer(text):
        start, end = match.span()
        before, after = text[start - 1 : start], text[end : end + 1]
        low, high, fixed = start, end, ""
        if not before or before in SPACES:
            high = _skip(text, end)
        if high == len(text):
            low = len(text[:start].rstrip(SPACES))
        if before not in SPACES and after not in SPACES and before.isalnum() and after.isalnum() and _IS_BLOCK.search(match[0]):
            fixed = " "
        yield Hit(start, end, replace(low, high, fixed))


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at] in SPACES:
        at += 1
    return at


@paragraphs(characters="\\")
def escape(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """Escapes of program code: \\uXXXX, also in surrogate pairs, \\n, \\t, an escaped quotation mark."""
    text = paragraph.text
    for match in _ESCAPES.finditer(text):
        start, end = match.span()
        meant = _unescaped(match[0])
        if meant == " ":
            low, high = len(text[:start].rstrip(SPACES)), _skip(text, end)
            yield Hit(start, end, replace(low, high, " " if low and high < len(text) else ""))
        else:
            yield Hit(start, end, replace(start, end, fixed) if (fixed := _printable(meant)) is not None else ())


def _unescaped(escape: str) -> str:
    """The text an escape stands for; a lone surrogate gives U+FFFD."""
    if "u" not in escape:
        return escape[-1] if escape[-1] in "\"'" else " "
    units = bytes.fromhex(escape.replace("\\u", ""))
    return units.decode("utf-16-be", "replace")
