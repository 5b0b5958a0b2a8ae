"""One pass over a paragraph: words, numbers, punctuation, Latin runs, links.

Clitics are the lexicon's business. Spaces are no tokens: they are what lies between two tokens, so that
"the next word" is the next token.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from itertools import chain

from arlint.document.characters import DIGITS, INVISIBLE, MARKS, SCRIPT_LETTERS, SPACES, TATWEEL, bare
from arlint.document.patterns import lazy
from arlint.records import NamedTuple


class Kind(Enum):
    """What a token is."""

    WORD = "word"  # a run of letters of the Arabic script with their marks and tatweel
    NUMBER = "number"  # digits with inner separators: 12,500 3.5 ٣٫٧
    LATIN = "latin"  # a run of letters of another script, digits inside allowed: AFP, F16
    PUNCTUATION = "punctuation"  # one punctuation mark or symbol
    URL = "url"
    EMAIL = "email"
    MENTION = "mention"  # @name
    HASHTAG = "hashtag"  # #word
    MARK = "mark"  # combining marks or invisible characters that belong to no letter
    BREAK = "break"  # a line break inside a paragraph

    # Members are single objects: this tells them apart as well as Enum's own hash does, without a call into Python for each token.
    __hash__ = object.__hash__


class Token(NamedTuple):
    """text == paragraph.text[start:end]; `bare` is the text without marks, tatweel and invisible characters."""

    kind: Kind
    start: int
    end: int
    text: str
    bare: str


class Shape(NamedTuple):
    """What the text of a token tells by itself: its kind, and the text without marks, tatweel and invisible characters."""

    kind: Kind
    text: str
    bare: str


# Order matters: words first, for they are most tokens and no link begins as they do; links before the Latin words inside
# them, numbers before punctuation. A word may hold invisible
# characters between its letters (a zero-width space pasted in from elsewhere must not hide the word), but starts
# with a letter or a tatweel. Every alternative begins with a different class or is anchored on literals, so a
# match costs linear time.
_EDGE = f"{INVISIBLE}{MARKS}"
ALTERNATIVES = {
    Kind.WORD: f"[{SCRIPT_LETTERS}{TATWEEL}][{SCRIPT_LETTERS}{MARKS}{TATWEEL}]*(?:[{INVISIBLE}]+[{SCRIPT_LETTERS}{MARKS}{TATWEEL}]+)*",
    Kind.URL: (
        rf"""(?:https?://|www\.)[^\s{SPACES}<>«»“”"،؛]+"""
        r"""|(?<![\w.@-])(?:[a-zA-Z0-9-]{1,63}\.){1,8}[a-z]{2,12}(?![\w@.-])"""
        rf"""(?:/[^\s{SPACES}<>«»“”"،؛]*)?"""
    ),
    Kind.EMAIL: r"(?<![\w.+-])[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,12}",
    Kind.NUMBER: rf"[{DIGITS}]+(?:[.,\u066b\u066c][{DIGITS}]+)*",
    Kind.MENTION: r"@\w+",
    Kind.HASHTAG: rf"#[\w{MARKS}]+",
    Kind.LATIN: rf"[^\W\d_{SCRIPT_LETTERS}][^\W_{SCRIPT_LETTERS}]*(?:['\u2019][^\W_{SCRIPT_LETTERS}]+)*",
    Kind.MARK: f"[{_EDGE}]+",
    Kind.BREAK: r"\r\n|\n|\r",
    Kind.PUNCTUATION: rf"[^\s{SPACES}]",
}
_TOKEN = re.compile("|".join(ALTERNATIVES.values()))
_WORD_START = lazy(f"[{SCRIPT_LETTERS}{TATWEEL}]")
_DIGIT = lazy(f"[{DIGITS}]")
_MARK_START = lazy(f"[{_EDGE}]")
_ASCII_LETTER = lazy("[A-Za-z]")
_LINKS = ("http://", "https://", "www.")
_FIRST_LETTER, _LAST_LETTER = "\u0621", "\u063a"

# So many token texts are remembered; a long text has more, and forgets them all now and then.
_MOST, _MOST_CHUNKS = 1 << 16, 1 << 16


# Most words are letters alone: one token for sure, and bare.
_PLAIN = frozenset(map(chr, (*range(0x0621, 0x063B), *range(0x0641, 0x064B))))


class _Shapes(dict[str, Shape]):
    """Shapes by the text of a token, worked out when it is first met: the tokens of a long text share their strings."""

    def __missing__(self, text: str) -> Shape:
        if len(self) >= _MOST:
            self.clear()
        plain = _PLAIN.issuperset(text)
        kind = Kind.WORD if plain else _kind(text)
        shape = self[text] = Shape(kind, text, bare(text) if kind is Kind.WORD and not plain else text)
        return shape


_shape_of = _Shapes().__getitem__


class _Chunks(dict[str, tuple[Shape, ...]]):
    """The shapes of what stands between two spaces. No token holds a space, and to all of them it is what an edge of the text is."""

    def __missing__(self, chunk: str) -> tuple[Shape, ...]:
        if len(self) >= _MOST_CHUNKS:
            self.clear()
        found = (_shape_of(chunk),) if chunk and _PLAIN.issuperset(chunk) else tuple(map(_shape_of, _TOKEN.findall(chunk)))
        self[found[0].text if len(found) == 1 and found[0].text == chunk else chunk] = found
        return found


_shapes_of = _Chunks().__getitem__


def shapes(text: str) -> tuple[Shape, ...]:
    """The shapes of the tokens of `text` in order. What no token covers is space."""
    return tuple(chain.from_iterable(map(_shapes_of, text.split(" "))))


def placed(shapes: Iterable[Shape], text: str) -> Iterator[Token]:
    """The tokens with these shapes, which are those of `text`; offsets in code points."""
    make, index, end = tuple.__new__, text.index, 0  # NamedTuple's own constructor takes twice the time
    for kind, found, plain in shapes:
        start = index(found, end)
        end = start + len(found)
        yield make(Token, (kind, start, end, found, plain))


def nth(shapes: Sequence[Shape], text: str, index: int) -> Token:
    """The token at `index` of those that `placed` gives."""
    find, start, end = text.index, 0, 0
    for shape in shapes[: index + 1]:
        start = find(shape.text, end)
        end = start + len(shape.text)
    kind, found, plain = shapes[index]
    return Token(kind, start, end, found, plain)


def tokenize(text: str) -> tuple[Token, ...]:
    """The tokens of `text` in order, offsets in code points."""
    return tuple(placed(shapes(text), text))


def _kind(text: str) -> Kind:
    """The kind of a token: the first of `ALTERNATIVES` that the whole of it matches, told by how it begins."""
    first = text[0]
    if _FIRST_LETTER <= first <= _LAST_LETTER or _WORD_START.match(first):
        return Kind.WORD
    if len(text) > 1 and first in "@#":
        return Kind.MENTION if first == "@" else Kind.HASHTAG
    if text.startswith(_LINKS):
        return Kind.URL
    if "." in text[1:] and _ASCII_LETTER.search(text):
        return Kind.EMAIL if "@" in text and "/" not in text else Kind.URL
    if _DIGIT.match(first):
        return Kind.NUMBER
    if first.isalnum() and not first.isdecimal():
        return Kind.LATIN
    if first in "\r\n":
        return Kind.BREAK
    return Kind.MARK if _MARK_START.match(first) else Kind.PUNCTUATION
