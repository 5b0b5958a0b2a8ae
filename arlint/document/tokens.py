"""One pass over a paragraph: words, numbers, punctuation, Latin runs, links.

Clitics are the lexicon's business. Spaces are no tokens: they are what lies between two tokens, so that
"the next word" is the next token.
"""

from __future__ import annotations

import re
import sys
from enum import Enum

from arlint.document.characters import DIGITS, INVISIBLE, MARKS, SCRIPT_LETTERS, SPACES, TATWEEL, bare
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


# Order matters: words first, for they are most tokens and no link begins as they do; links before the Latin words inside
# them, numbers before punctuation. A word may hold invisible
# characters between its letters (a zero-width space pasted in from elsewhere must not hide the word), but starts
# with a letter or a tatweel. Every alternative begins with a different class or is anchored on literals, so a
# match costs linear time.
_EDGE = f"{INVISIBLE}{MARKS}"
_TOKEN = re.compile(
    rf"""
  (?P<word>[{SCRIPT_LETTERS}{TATWEEL}][{SCRIPT_LETTERS}{MARKS}{TATWEEL}]*(?:[{INVISIBLE}]+[{SCRIPT_LETTERS}{MARKS}{TATWEEL}]+)*)
  | (?P<url>(?:https?://|www\.)[^\s{SPACES}<>«»“”"،؛]+
      | (?<![\w.@-])(?:[a-zA-Z0-9-]{{1,63}}\.){{1,8}}[a-z]{{2,12}}(?![\w@.-])(?:/[^\s{SPACES}<>«»“”"،؛]*)?)
  | (?P<email>(?<![\w.+-])[A-Za-z0-9._%+-]{{1,64}}@(?:[A-Za-z0-9-]{{1,63}}\.){{1,8}}[A-Za-z]{{2,12}})
  | (?P<number>[{DIGITS}]+(?:[.,\u066b\u066c][{DIGITS}]+)*)
  | (?P<mention>@\w+)
  | (?P<hashtag>\#[\w{MARKS}]+)
  | (?P<latin>[^\W\d_{SCRIPT_LETTERS}][^\W_{SCRIPT_LETTERS}]*(?:['\u2019][^\W_{SCRIPT_LETTERS}]+)*)
  | (?P<mark>[{_EDGE}]+)
  | (?P<break>\r\n|\n|\r)
  | (?P<punctuation>[^\s{SPACES}])
    """,
    re.VERBOSE,
)
_KINDS = tuple(Kind(name) for name in _TOKEN.groupindex)


def tokenize(text: str) -> tuple[Token, ...]:
    """The tokens of `text` in order, offsets in code points. What no token covers is space.

    Equal tokens of a long text share their strings.
    """
    word, plain, make = Kind.WORD, bare(text) is text, tuple.__new__  # NamedTuple's own constructor takes twice the time
    tokens = []
    for match in _TOKEN.finditer(text):
        kind, found, (start, end) = _KINDS[(match.lastindex or 0) - 1], sys.intern(match[0]), match.span()
        without = found if plain or kind is not word else sys.intern(bare(found))
        tokens.append(make(Token, (kind, start, end, found, without)))
    return tuple(tokens)
