"""Brackets: pairs, what is no bracket, and what stands alone."""

from __future__ import annotations

import pytest

from arlint import Config, Linter
from arlint.finding import apply_edits

LINTER = Linter(Config(select=("TYP011",)))


def repaired(text: str) -> str:
    return apply_edits(text, [edit for finding in LINTER.lint(text) if finding.fixes for edit in finding.fixes[0].edits])


@pytest.mark.parametrize(
    "text",
    [
        "1) الأمن. 2) الاقتصاد. (3) التعليم.",
        "أ) الإصلاح المالي، ب) الإصلاح الإداري، ج- الرقابة",
        "i) أولاً ii) ثانياً",
        "أراكم قريباً :) وإلى اللقاء ;-)",
        "يا للأسف :( لم نفز",
        "قال: «نص (فيه قوس) كامل» (وانتهى).",
        "بدأ (الحديث\nوانتهى هنا) بعد فقرة.",
        "نص [بين قوسين (داخل قوسين)] انتهى",
    ],
)
def test_balanced(text: str) -> None:
    assert LINTER.lint(text) == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("قال (الوزير نعم", [4]),
        ("قال الوزير) نعم", [10]),
        ("قال (الوزير [نعم) ثم", [12]),
        ("(أول\n\nوثان) وثالث)", [17]),
    ],
)
def test_lonely(text: str, places: list[int]) -> None:
    assert [finding.start for finding in LINTER.lint(text)] == places


def test_turned_and_mismatched_brackets_are_repaired() -> None:
    assert repaired("اتفاقية نافتا )التجارة الحرة( في خطر") == "اتفاقية نافتا (التجارة الحرة) في خطر"
    assert repaired("الرحلة (إم إتش 370( اختفت") == "الرحلة (إم إتش 370) اختفت"
    assert repaired("منظمة الصحة [WHO) اليوم") == "منظمة الصحة (WHO) اليوم"
    assert repaired("قال (ضاحكاً] نعم") == "قال (ضاحكاً) نعم"
