"""Spaces around punctuation, at edges and after detached proclitics."""

from __future__ import annotations

import pytest

from arlint import Config, Linter
from arlint.finding import apply_edits

CODES = ("TYP014", "TYP015", "TYP016", "TYP017", "TYP018", "TYP019", "TYP024", "TYP029")
LINTER = Linter(Config(select=CODES))


def repaired(text: str) -> str:
    return apply_edits(text, [edit for finding in LINTER.lint(text) if finding.fixes for edit in finding.fixes[0].edits])


@pytest.mark.parametrize(
    "text",
    [
        "فاز الفريق 2:1 عند الساعة 20:45 وبنسبة 3.5",
        "زوروا www.example.com أو راسلوا a.b@example.org الآن",
        "وسم #وسم_الأخبار.. و@arlint",
        "ثم.. صمت… وقال ... لا شيء … انتهى",
        "د.أحمد ود.سمر وأ.د.خالد وأ.ف.ب ود. ليلى",
        "نسبة .5 ومنصة .NET وملف .pdf",
        "النتيجة 2 : 1 لمصلحة الضيوف",
        "قال: «نعم.» ثم «لا؟» وغادر!",
        "أراكم :) و ;-) قريباً",
        "Que faire ? Rien",
        "« Bonjour » dit-il ( en français ).",
        "بند و فقرة أ و ب",
        "الفئة (و) والدرجة و، ثم و.",
        "فيتامين ب12 وفيتامين ب6 والفئة ب1",
        "و«الوطن» و100 وAFP",
        "الموظف(ة) و(ال)مدينة و f(x)",
        "خانة ( ) فارغة",
        "أول\n ثان\nثالث \nرابع",
        "الحد الأقصى 50\u00a0كلم",
    ],
)
def test_silent(text: str) -> None:
    assert LINTER.lint(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("قال ، ثم سكت .", "قال، ثم سكت."),
        ("كلمة ،ثم كلمة .ثم", "كلمة، ثم كلمة. ثم"),
        ("قال\u00a0: نعم", "قال: نعم"),
        ("قال :«نعم» اليوم", "قال: «نعم» اليوم"),
        ("قال  ؟", "قال؟"),
        ("مصر و السودان", "مصر والسودان"),
        ("مصر و\u00a0 السودان", "مصر والسودان"),
        ('لـ «الوطن» ول"الحياة"', 'لـ«الوطن» ولـ"الحياة"'),
        ("بـ AFP وب100", "بـAFP وبـ100"),
        ("قال” نعم” ثم", "قال ”نعم” ثم"),
        ("قال «نعم»(بحسب الصحيفة) أمس «لا»(2)", "قال «نعم» (بحسب الصحيفة) أمس «لا»(2)"),
        ("أول\n  ثان\nثالث\nرابع", "أول\nثان\nثالث\nرابع"),
    ],
)
def test_repaired(text: str, wanted: str) -> None:
    assert repaired(text) == wanted


def test_spaces_inside_a_pair_are_not_also_doubled_spaces() -> None:
    assert [finding.code for finding in LINTER.lint("قال (  نعم ) ثم")] == ["TYP014", "TYP014"]


def test_several_spaces_before_punctuation_are_one_finding() -> None:
    assert [finding.code for finding in LINTER.lint("قال نعم  ، ثم")] == ["TYP016"]


def test_what_every_paragraph_has_at_its_edge_is_left_alone() -> None:
    assert LINTER.lint(" أول\n ثان\nثالث") == []
    assert LINTER.lint(" أول\nثان\nثالث ") == []


def strict(code: str, option: str, text: str) -> list[str]:
    return [finding.code for finding in Linter(Config(select=(code,), options={code: {option: True}})).lint(text)]


@pytest.mark.parametrize(
    ("code", "option", "text"),
    [
        ("TYP018", "sentences", "انتهى الاجتماع مساء أمس.  وغادر الوفد العاصمة."),
        ("TYP018", "sentences", "قال: «لن نتراجع.»  وغادر القاعة."),
        ("TYP024", "ends", "انتهى الاجتماع مساء أمس.\u00a0\u00a0\nوغادر الوفد العاصمة.\nوعاد اليوم."),
        ("TYP008", "pauses", "تساءل عن مصير المفقودين.. ولم يجبه أحد."),
    ],
)
def test_what_is_harmless_is_told_when_asked_for(code: str, option: str, text: str) -> None:
    assert strict(code, option, text) == [code]
    assert not Linter(Config(select=(code,))).lint(text)


def test_three_spaces_between_sentences_are_too_many() -> None:
    assert [finding.code for finding in LINTER.lint("انتهى الاجتماع مساء أمس.   وغادر الوفد العاصمة.")] == ["TYP018"]


def test_a_space_on_the_wrong_side_of_a_mark_is_moved() -> None:
    assert repaired('أعلن المتحدث:" لا جديد لدينا".') == 'أعلن المتحدث: "لا جديد لدينا".'
    assert repaired("نشرت صحيفة« الوطن »نص الاتفاق.") == "نشرت صحيفة «الوطن» نص الاتفاق."
    assert len(LINTER.lint('أعلن المتحدث:" لا جديد لدينا".')) == 1
