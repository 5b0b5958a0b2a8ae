"""Faulty patterns are told with the line of their token, what was expected and the nearest valid word."""

from __future__ import annotations

from pathlib import Path

import pytest

from arlint.tomlsource import TomlError

from .data_checks import options_of


def error_of(folder: Path, pattern: str) -> TomlError:
    with pytest.raises(TomlError) as caught:
        options_of("pattern", f"[[options.patterns]]\n{pattern}", folder)
    return caught.value


@pytest.mark.parametrize(
    ("tokens", "words"),
    [
        ('[{ form = "لن", gender = "femenine" }]', ("gender", "did you mean 'feminine'")),
        ('[{ from = "لن" }]', ("unknown key 'from'", "form")),
        ('[{ form = "لَن" }]', ("marks", "لن")),
        ('[{ form = "سوف لن" }]', ("several words", "one token for each")),
        ('[{ form = "لن", pos = "noun", mood = "jussive" }]', ("impossible", "verb")),
        ('[{ form = "لن", mood = "jussive", case = "nominative" }]', ("impossible", "case")),
        ('[{ form = "لن", optional = true }]', ("must be there",)),
        ('[{ pos = "verb" }]', ("nothing to find the pattern by",)),
        ('[{ gap = 2 }, "لن"]', ("gap", "begin and end")),
        ('["لن", { gap = 2, least = 3 }, "لن"]', ("impossible", "least")),
        ('["لن", { edge = "clause" }, "لن"]', ("edge",)),
        ('["لن", { pos = "verb", agrees_with = "subject" }]', ("subject", "no token before it")),
        ('["لن", 3]', ("no token",)),
        ("[]", ("no tokens",)),
        ('["لن", {}]', ("any word",)),
        ('[{ form = "لن", mark = "yes" }]', ("true or false",)),
        ('[{ form = "لن", name = "a" }, { form = "لم", name = "a" }]', ("two tokens",)),
    ],
)
def test_faulty_tokens(tmp_path: Path, tokens: str, words: tuple[str, ...]) -> None:
    error = error_of(tmp_path, f"tokens = {tokens}")
    for word in words:
        assert word in str(error)


@pytest.mark.parametrize(
    ("fix", "words"),
    [
        ("{3}", ("no token 3", "has 2")),
        ("{verb}", ("no token is named 'verb'",)),
        ("{1|gendre=masculine}", ("gendre", "gender")),
        ("{1|gender=male}", ("male",)),
        ("{1", ("brace",)),
    ],
)
def test_faulty_fixes(tmp_path: Path, fix: str, words: tuple[str, ...]) -> None:
    error = error_of(tmp_path, f'tokens = ["سوف", "لن"]\nfix = "{fix}"')
    for word in words:
        assert word in str(error)


def test_the_line_is_that_of_the_token(tmp_path: Path) -> None:
    error = error_of(tmp_path, 'tokens = [\n  "سوف",\n  # a remark\n  { form = "لن", pos = "verbe" },\n]')
    assert error.line == 7


def test_no_pattern_at_all(tmp_path: Path) -> None:
    with pytest.raises(TomlError, match="no pattern"):
        options_of("pattern", "", tmp_path)


def test_unknown_option(tmp_path: Path) -> None:
    assert "did you mean 'tokens'" in str(error_of(tmp_path, 'token = ["لن"]'))
