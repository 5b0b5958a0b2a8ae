"""Tokens: offsets are code points of the text as given, nothing but space is left over."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arlint.document import Kind
from arlint.document.characters import SPACES, bare
from arlint.document.tokens import ALTERNATIVES, tokenize

ALPHABET = (
    "\u0627\u0644\u0648\u064e\u0651\u0640\u0670\u200f\u200b\u2067\u2069\ufeff"
    " abF1٣.,،؛:\"«»”“'’()\u00a0\u2009\U0001f600\U0001f3fd#@/-_\n\r\u2028\ud800"
)


NAMED = re.compile("|".join(f"(?P<{kind.value}>{pattern})" for kind, pattern in ALTERNATIVES.items()))


@given(st.text(ALPHABET, max_size=60) | st.text(max_size=60) | st.from_regex(NAMED))
def test_the_kind_of_a_token_is_told_by_how_it_begins(text: str) -> None:
    assert [(token.kind.value, token.start, token.end) for token in tokenize(text)] == [
        (match.lastgroup, *match.span()) for match in NAMED.finditer(text)
    ]


@given(st.text(ALPHABET, max_size=60) | st.text(max_size=60))
def test_tokens_cover_all_that_is_no_space(text: str) -> None:
    done = 0
    for token in tokenize(text):
        assert token.start >= done
        assert text[token.start : token.end] == token.text != ""
        assert all(char.isspace() or char in SPACES_SET for char in text[done : token.start])
        done = token.end
    assert all(char.isspace() or char in SPACES_SET for char in text[done:])


SPACES_SET = frozenset(SPACES) | {chr(code) for code in range(0x2000, 0x200B)}


@given(st.text(ALPHABET, max_size=40))
def test_bare_words_have_no_marks(text: str) -> None:
    for token in tokenize(text):
        if token.kind is Kind.WORD:
            assert token.bare == bare(token.text) == bare(token.bare)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("قَالَ", "word"),
        ('الـ"ناتو"', "word punctuation word punctuation"),
        ("12,500 و3.5", "number word number"),
        ("راجع www.example.com/a،", "word url punctuation"),
        ("a.b@example.org @name #وسم_ما", "email mention hashtag"),
        ("F16 وAFP", "latin word latin"),
        ("😀نعم", "punctuation word"),
    ],
)
def test_kinds(text: str, kinds: str) -> None:
    assert [token.kind.value for token in tokenize(text)] == kinds.split()
