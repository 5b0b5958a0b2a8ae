"""What a writer does again and again tells how an ambiguous word is meant."""

from __future__ import annotations

import pytest

from arlint import Linter
from arlint.lexicon.spelling.kinds import Kind
from arlint.lexicon.spelling.leanings import MOST_LEANING, leanings

WITHOUT_DOTS = "شهدت المدينه الكبيره افتتاح مدرسه جديده.\nوزارت اللجنه المحافظه.\n"
WITH_DOTS = "شهدت المدينة الكبيرة افتتاح مدرسة جديدة.\nوزارت اللجنة المحافظة.\n"
AMBIGUOUS = "وأوضح أن نسبه النمو ارتفعت.\n"


def words_found(text: str) -> list[str]:
    return [text[finding.start : finding.end] for finding in Linter().lint(text) if finding.code == "SPL008"]


def test_who_leaves_the_dots_off_elsewhere_has_left_them_off_here() -> None:
    assert "نسبه" in words_found(WITHOUT_DOTS + AMBIGUOUS)


@pytest.mark.parametrize("before", ["", WITH_DOTS])
def test_who_writes_them_elsewhere_may_mean_a_pronoun(before: str) -> None:
    assert words_found(before + AMBIGUOUS) == []


def test_a_leaning_grows_with_the_slips_and_falls_with_the_words_that_are_right() -> None:
    slips = [(Kind.TA_AS_HA, 0.9)] * 4
    often, seldom = {"مدرسة": 2}, {"مدرسة": 40}
    assert leanings(slips, often) == {("ه", "ة"): MOST_LEANING}
    assert 0 < leanings(slips, seldom)["ه", "ة"] < MOST_LEANING
    assert leanings(slips, {"مدرسة": 400}) == {}


@pytest.mark.parametrize("slips", [[], [(Kind.TA_AS_HA, 0.9)] * 2, [(Kind.TA_AS_HA, 0.7)] * 9, [(Kind.DROPPED, 0.9)] * 9])
def test_a_few_or_doubtful_slips_are_no_leaning(slips: list[tuple[Kind, float]]) -> None:
    assert leanings(slips, {}) == {}
