"""The data check `regex`: spans, repairs, exceptions, and the patterns it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from arlint.tomlsource import TomlError

from .data_checks import hits_of, options_of, slips


def found(tmp_path: Path, options: str, text: str) -> list[tuple[str, list[str]]]:
    return slips("regex", options_of("regex", options, tmp_path), text)


def test_the_whole_match_is_reported_without_a_repair(tmp_path: Path) -> None:
    assert found(tmp_path, r"pattern = '\d+ ?كم\.'", "قطع 20 كم. أمس") == [("20 كم.", [])]


def test_groups_go_into_the_repair_and_the_message(tmp_path: Path) -> None:
    options = "pattern = '(?P<number>\\d+) ?(كلم)'\nreplace = '\\g<number> كيلومتراً'"
    assert found(tmp_path, options, "قطع 20كلم أمس") == [("20كلم", ["قطع 20 كيلومتراً أمس"])]
    ((_, hit),) = hits_of("regex", options_of("regex", options, tmp_path), "قطع 20كلم أمس")
    assert hit.values == {"number": "20"}


def test_the_group_slip_alone_is_reported_and_replaced(tmp_path: Path) -> None:
    options = "pattern = 'شركة (?P<slip>ابل)'\nreplace = ['آبل', 'أبل']"
    assert found(tmp_path, options, "أعلنت شركة ابل نتائجها") == [("ابل", ["أعلنت شركة آبل نتائجها", "أعلنت شركة أبل نتائجها"])]


def test_a_group_that_did_not_match_is_empty_in_the_repair(tmp_path: Path) -> None:
    options = "pattern = '<(?P<a>.)>|/(?P<b>.)/'\nreplace = '\\g<a>\\g<b>'"
    assert found(tmp_path, options, "<س> و/ص/") == [("<س>", ["س و/ص/"]), ("/ص/", ["<س> وص"])]


def test_what_overlaps_an_exception_is_silent(tmp_path: Path) -> None:
    options = "pattern = 'XX'\nexcept = 'القرن XX'"
    assert found(tmp_path, options, "القرن XX، ثم XX") == [("XX", [])]


def test_whole_keeps_to_words_and_their_marks(tmp_path: Path) -> None:
    options = "pattern = 'عن'\nwhole = true"
    assert found(tmp_path, options, "عند الباب، تحدث عنه وعَن أخيه عن بعد") == [("عن", [])]


def test_flags(tmp_path: Path) -> None:
    assert found(tmp_path, "pattern = 'tk'\nflags = ['ignorecase']", "عدد TK") == [("TK", [])]


def test_hints_keep_paragraphs_away(tmp_path: Path) -> None:
    assert found(tmp_path, "pattern = '.+'\ncontains = ['سر']", "علن\nسر خطير") == [("سر خطير", [])]
    assert found(tmp_path, "pattern = '.+'\ncharacters = '#'", "علن\nوسم #") == [("وسم #", [])]


def test_a_huge_paragraph_is_searched_to_its_end(tmp_path: Path) -> None:
    text = "كلمة " * 8000 + "سر"
    assert found(tmp_path, "pattern = 'سر'", text) == [("سر", [])]


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ("pattern = '('", "not a regular expression"),
        ("pattern = 'a*'", "may match nothing"),
        (r"pattern = '\b'", "may match nothing"),
        ("pattern = '(?:a+)+b'", "a repeat within a repeat"),
        (r"pattern = '(?:\w+ ?)*x'", "a repeat within a repeat"),
        ("pattern = '(?:a|a)+b'", "a repeat within a repeat"),
        ("pattern = '(?=(?:a+)+b)a'", "a repeat within a repeat"),
        ("pattern = 'a'\nexcept = '(?:a+)+b'", "a repeat within a repeat"),
        ("pattern = 'a'\nreplace = '\\1'", "does not fit the pattern"),
        ("pattern = 'a'\nreplace = '\\g<b>'", "does not fit the pattern"),
        ("pattern = 'a'\nreplace = 1", "expected a list of strings"),
        ("pattern = 'a'\nflags = ['global']", "unknown flag 'global'"),
        ("pattern = 'a'\nreplaced = 'b'", "did you mean 'replace'"),
        ("pattern = '(?P<fix>a)'", "a group cannot be called 'fix'"),
        ("replace = 'b'", "the key 'options.pattern' is missing"),
    ],
)
def test_faulty_options_are_refused_with_their_place(tmp_path: Path, options: str, says: str) -> None:
    with pytest.raises(TomlError, match=says) as caught:
        options_of("regex", options, tmp_path)
    assert f"{tmp_path / 'rule.toml'}:" in str(caught.value)


@pytest.mark.parametrize("pattern", ["(?:ab|cd)+e", "(?:a++b)+c", "(?>a+)+b", r"(?:\w{3} )+x", "a+b+c", "(?:a{2})+b"])
def test_patterns_that_end_are_accepted(tmp_path: Path, pattern: str) -> None:
    assert options_of("regex", f"pattern = '{pattern}'", tmp_path)["pattern"] == pattern
