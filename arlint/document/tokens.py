"""One pass over a paragraph: words, numbers, punctuation, Latin runs, links.

Clitics are the lexicon's business. Spaces are no tokens: they are what lies between two tokens, so that
"the next word" is the next token.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple

from arlint.document.characters import DIGITS, INVISIBLE, MARKS, SCRIPT_LETTERS, SPACES, TATWEEL, bare


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


class Token(NamedTuple):
    """text == paragraph.text[start:end]; `bare` is the text without marks, tatweel and invisible characters."""

    kind: Kind
    start: int
    end: int
    text: str
    bare: str


# Order matters: links before the words inside them, numbers before punctuation. A word may hold invisible
# characters between its letters (a zero-width space pasted in from elsewhere must not hide the word), but starts
# with a letter or a tatweel. Every alternative begins with a different class or is anchored on literals, so a
# match costs linear time.
_EDGE = f"{INVISIBLE}{MARKS}"
_TOKEN = re.compile(
    rf"""
  (?P<url>(?:https?://|www\.)[^\s{SPACES}<>«»“”"،؛]+
      | (?<![\w.@-])(?:[a-zA-Z0-9-]{{1,63}}\.){{1,8}}[a-z]{{2,12}}(?![\w@.-])(?:/[^\s{SPACES}<>«»“”"،؛]*)?)
  | (?P<email>(?<![\w.+-])[A-Za-z0-9._%+-]{{1,64}}@(?:[A-Za-z0-9-]{{1,63}}\.){{1,8}}[A-Za-z]{{2,12}})
  | (?P<word>[{SCRIPT_LETTERS}{TATWEEL}](?:[{SCRIPT_LETTERS}{MARKS}{TATWEEL}]|[{INVISIBLE}]+(?=[{SCRIPT_LETTERS}{MARKS}{TATWEEL}]))*)
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
_KINDS = {kind.value: kind for kind in Kind}


def tokenize(text: str) -> tuple[Token, ...]:
    """The tokens of `text` in order, offsets in code points. What no token covers is space."""
    word = Kind.WORD
    return tuple(
        Token(kind := _KINDS[match.lastgroup or ""], match.start(), match.end(), found := match[0], bare(found) if kind is word else found)
        for match in _TOKEN.finditer(text)
    )
