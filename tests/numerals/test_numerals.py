"""Numerals in words, numbers in digits, and the calendars behind dates."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arlint.checks.numbers.dates import Date, dates
from arlint.document.tokens import tokenize
from arlint.lexicon.lexicon import Lexicon
from arlint.syntax import numerals


@pytest.mark.parametrize("text", sorted(numerals.TEEN_UNITS))
def test_a_unit_counts_its_own_gender_as_it_stands(text: str) -> None:
    unit = numerals.TEEN_UNITS[text]
    assert unit.counting(unit.gender) == text


@pytest.mark.parametrize("text", sorted(set(numerals.TEEN_UNITS) - {word for word in numerals.UNITS if word.endswith("ثمان")}))
def test_the_other_gender_of_the_other_gender_is_the_word_again(text: str) -> None:
    unit = numerals.TEEN_UNITS[text]
    other = numerals.TEEN_UNITS[unit.counting("f" if unit.gender == "m" else "m")]
    assert other.value == unit.value
    assert other.counting(unit.gender) == text


@given(st.integers(0, 999_999_999))
def test_digits_are_read_with_and_without_groups(value: int) -> None:
    for text in (str(value), f"{value:,}"):
        (token,) = tokenize(text)
        assert numerals.integer(token) == value


@pytest.mark.parametrize("text", ["3.5", "4,5", "12,50", "1,2345", "٣٫٧"])
def test_fractions_are_no_whole_numbers(text: str) -> None:
    (token,) = tokenize(text)
    assert numerals.integer(token) is None


@pytest.mark.parametrize(("text", "value"), [("وعشرين", 20), ("ثمانون", 80), ("بخمسين", 50), ("عشر", 0), ("خمسة", 0)])
def test_tens(text: str, value: int) -> None:
    assert numerals.tens(text) == value


@pytest.mark.parametrize(
    ("hijri", "gregorian"),
    [((1, 1, 1446), (2024, 7, 7)), ((1, 9, 1445), (2024, 3, 11)), ((1, 1, 1400), (1979, 11, 21)), ((10, 12, 1444), (2023, 6, 28))],
)
def test_islamic_dates_are_right_to_the_day(hijri: tuple[int, int, int], gregorian: tuple[int, int, int]) -> None:
    day, month, year = hijri
    found = Date(0, 3, day, month, year, hijri=True).gregorian()
    assert found is not None
    assert abs(found - datetime.date(*gregorian)) <= datetime.timedelta(days=1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("في 2 كانون الثاني 2024", (2, 1, 2024, False)),
        ("في 2 كانون الثاني/يناير 2024", (2, 1, 2024, False)),
        ("في 5 مارس من عام 2021", (5, 3, 2021, False)),
        ("في 9 رمضان 1445", (9, 9, 1445, True)),
        ("في 30 أيلول", (30, 9, 0, False)),
    ],
)
def test_dates_are_read(text: str, expected: tuple[int, int, int, bool]) -> None:
    (date,) = dates(tokenize(text), Lexicon.default().words)
    assert (date.day, date.month, date.year, date.hijri) == expected


@pytest.mark.parametrize("text", ["5-3 مارس", "صدرت 40 مارس", "مارس 2024", "12 شخصاً"])
def test_what_is_no_date(text: str) -> None:
    assert not list(dates(tokenize(text), Lexicon.default().words))
