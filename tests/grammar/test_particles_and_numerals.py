"""Traps of the rules on particles, mood, government and numerals: what looks like a slip and is none, and slips in every guise."""

from __future__ import annotations

import pytest

from arlint import Config, Linter

SELECTED = (
    "GRM001", "GRM003", "GRM014", "GRM015", "GRM016", "GRM017", "GRM018", "GRM020", "GRM027", "GRM028", "GRM029", "GRM030",
    "GRM031", "GRM044", "GRM045", "GRM051", "GRM055", "GRM058", "GRM059", "NUM",
)  # fmt: skip


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter(Config(select=SELECTED, ignore=("NUM002", "NUM005", "NUM006", "NUM011", "NUM013", "NUM016")))


@pytest.mark.parametrize(
    "text",
    [
        # The particle belongs to a nearer word.
        "قالت المديرة في ردها على سؤال عن احتمال أن تغلق الشركة إنها تدرس الأمر.",
        "قال الطبيب للمريض أن يستريح أسبوعاً.",
        "وقال النائب ذلك رغم أن حزبه يعارض القانون.",
        "ذكر التقرير أن المدير قال إن الأرباح زادت.",
        # Plurals in -at of masculine nouns; feminine nouns without ta marbuta.
        "عقدت اللجنة ثلاثة اجتماعات في أربعة مستشفيات.",
        "جُرحت خمس أصابع وكُسرت ثلاث أسنان.",
        "أقيمت سبعة احتفالات واستمرت ست ليال.",
        # Function words and adverbs that read as nouns.
        "يبيع المصنع ألف قطعة يومياً.",
        "وصل 20 قبل الظهر والباقون بعده.",
        "بلغ الإنتاج مليون برميل تقريباً.",
        # Passives and form II without marks.
        "لم يعين مدير جديد بعد.",
        "لم يغير المدرب تشكيلته.",
        "لم تمس الأموال المودعة.",
        # Prepositions that belong to another word.
        "أعرب على هامش الاجتماع عن تفاؤله.",
        "شدد المسؤول على أهمية الصيانة.",
        "طلبت المحكمة من المكلفين بالتحقيق تقريراً.",
        # Construct after a number, labels and years.
        "أوقف 15 رجل شرطة عن العمل.",
        "شاركت في عام 2012 فرق جديدة.",
        "استضافت القناة 12 خبراء.",
        "لم يحضر أحد الجلسات السابقة.",
    ],
)
def test_what_is_right_stays(linter: Linter, text: str) -> None:
    assert [(found.code, found.message) for found in linter.lint(text)] == []


@pytest.mark.parametrize(
    ("text", "code", "slip", "repair"),
    [
        ("قال المدير في كلمة ألقاها اليوم أمام الموظفين أن الشركة بخير.", None, "", ""),
        ("وقال المدير في كلمة أمام الموظفين أن الشركة بخير.", "GRM001", "أن", "إن"),
        ("وقال المدير أنّهُ سيستقيل.", "GRM001", "أنّهُ", "إنّهُ"),
        ("يظن السكان إن الخطر زال.", "GRM003", "إن", "أن"),
        ("لم تستطيع اللجنة الاجتماع.", "GRM028", "تستطيع", "تستطع"),
        ("لم يكتفي الفريق بالتعادل.", "GRM027", "يكتفي", "يكتف"),
        ("لكي يتمكنون من العودة.", "GRM029", "يتمكنون", "يتمكنوا"),
        ("أُصيب ست عمال.", "GRM014", "ست", "ستة"),
        ("بعد ستة عشر سنة.", "GRM015", "ستة عشر", "ست عشرة"),
        ("زار المعرض 90 طلاب.", "GRM016", "طلاب", "طالباً"),
        ("أُنفق نحو 6 مليار دينار.", "NUM012", "6 مليار", "6 مليارات"),
        ("في إحدى الملاعب المغطاة.", "GRM020", "إحدى", "أحد"),
    ],
)
def test_slips(linter: Linter, text: str, code: str | None, slip: str, repair: str) -> None:
    found = [(one.code, text[one.start : one.end], one.fixes[0].edits[0].replacement) for one in linter.lint(text)]
    assert found == ([(code, slip, repair)] if code else [])
