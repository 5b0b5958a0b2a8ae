"""What ruins agreement rules: several candidate heads, function words that read as nouns, hidden passives, -at plurals of masculines."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arlint import Config, Linter

GRAMMAR = Linter(Config(select=("GRM",), ignore=("GRM005", "GRM042")))

SEVERAL_HEADS = [
    "رحب وزير الخارجية الروسي بالمبادرة.",
    "انتقد رئيس بلدية المدينة السابق القرار.",
    "قصفت الطائرات مبنى الوزارة الذي أخلي أمس.",
    "باشر أعضاء الحكومة الجديدة الذين أدوا اليمين أعمالهم.",
    "عقد اجتماع في القاهرة مثمر بين الوفدين.",
    "وصل الوزيران المصري والسعودي إلى جدة.",
]
FUNCTION_WORDS = [
    "قال مسؤولون في الخارجية الروسية إن المحادثات مفيدة.",
    "وقع الاتفاق على هامش القمة العربية.",
    "بدأت الجلسة بعد الظهر بمشاركة واسعة.",
    "عاد من المدينة القديمة إلى القرية.",
]
HIDDEN_PASSIVES = [
    "أعلنت نتائج الانتخابات مساء أمس.",
    "عقد اجتماع في الوزارة.",
    "ألقي القبض على المتهمين في المطار.",
    "كتب الكثير عن هذه القصة.",
]
PLURALS_IN_AT = [
    "عقدت ثلاثة اجتماعات مغلقة.",
    "هذه القطارات الجديدة سريعة.",
    "أغلقت المستشفيات الحكومية أبوابها.",
    "فازت بالمطارات الكبرى شركات أجنبية.",
]


@pytest.mark.parametrize("text", [*SEVERAL_HEADS, *FUNCTION_WORDS, *HIDDEN_PASSIVES, *PLURALS_IN_AT])
def test_trap_is_silent(text: str) -> None:
    assert [(finding.code, text[finding.start : finding.end]) for finding in GRAMMAR.lint(text)] == []


def test_one_slip_has_one_finding() -> None:
    """The odd title is told once, not as title, verb and adjective."""
    findings = GRAMMAR.lint("وتابع وزيرة الخارجية الروسي أن المحادثات مستمرة.")
    assert [finding.code for finding in findings] == ["GRM013"]


def test_a_message_quotes_as_its_language_does() -> None:
    english = Linter(Config(select=("GRM013",), language="en"))
    (finding,) = english.lint("وتابع وزيرة الخارجية الروسي أن المحادثات مستمرة.")
    assert finding.message == "The title “وزيرة” does not fit “الروسي”: “وزير”."


def test_marks_and_tatweel_are_kept_in_the_repair() -> None:
    (finding,) = GRAMMAR.lint("انتهت الأزمة الاقتصاديّ في البلاد.")
    assert finding.fixes[0].edits[0].replacement == "الاقتصاديّة"


def test_the_repair_is_no_slip() -> None:
    text = "صدر المرسوم في الوقت التي تتهيأ فيه العاصمة للقمة."
    (finding,) = GRAMMAR.lint(text)
    ((start, end, replacement),) = finding.fixes[0].edits
    assert GRAMMAR.lint(text[:start] + replacement + text[end:]) == []


@pytest.mark.parametrize(
    ("text", "code", "slip", "repair"),
    [
        ("شهدت المدينة مسيرة حاشد تضامناً مع الأسرى.", "GRM004", "حاشد", "حاشدة"),
        ("نال الكاتب جائزة دولي مرموقة هذا العام.", "GRM004", "دولي", "دولية"),
        ("استقبل الأمير الوزيرين السابق في مكتبه.", "GRM006", "السابق", "السابقين"),
        ("ارتفع عدد النازحون إلى مليون.", "GRM022", "النازحون", "النازحين"),
        ("قضي على الاتفاق من قبل الطرفان.", "GRM021", "الطرفان", "الطرفين"),
        ("كان المتظاهرون سلميون في احتجاجهم.", "GRM024", "سلميون", "سلميين"),
        ("لا يزال الحوار بين الطرفين متعثر.", "GRM024", "متعثر", "متعثراً"),
        ("لدى الحكومة مشروعاً لتوسيع الميناء.", "GRM053", "مشروعاً", "مشروع"),
        ("حقق الفريق فوزاً ثمين على ملعبه.", "GRM054", "ثمين", "ثميناً"),
        ("إنهم يطالبوا برحيل المدرب.", "GRM030", "يطالبوا", "يطالبون"),
        ("اعتصم المعلمين أمام الوزارة.", "GRM043", "المعلمين", "المعلمون"),
        ("الجنود الذي شاركوا في العملية عادوا.", "GRM011", "الذي", "الذين"),
    ],
)
def test_slips_in_several_settings(text: str, code: str, slip: str, repair: str) -> None:
    findings = [finding for finding in GRAMMAR.lint(text) if finding.code == code]
    assert [text[finding.start : finding.end] for finding in findings] == [slip]
    assert findings[0].fixes[0].edits[0][2] == repair


SOUND = [
    "إن لدى الحكومة مشروعاً طموحاً.",
    "تغيرت الخطة في الأشهر الثلاث الماضية.",
    "التكنولوجيا سيكون لها تأثير في كل قطاع.",
    "نشرت الوزارة بياناً مؤكدة أن المخزون كاف.",
    "أرسلت الوكالة وفداً رفيع المستوى إلى الخرطوم.",
    "أعلنت الشرطة توقيف خمسة مشتبه بهم.",
    "ويدل على خطورة المهمة أن سامان غونان لقي حتفه.",
    "صُرفت مستحقات الأطر الذين استفادوا من الترقية.",
]


@pytest.mark.parametrize("text", SOUND)
def test_sound_sentences_are_silent(text: str) -> None:
    assert GRAMMAR.lint(text) == []


WORDS = st.sampled_from(
    [
        "الوزير", "الوزيرة", "قالت", "قال", "التي", "الذي", "هذه", "ذلك", "إن", "المسؤولون", "المسؤولين", "كان", "الجديد", "جديدة",
        "بياناً", "مشترك", "في", "من", "،", ".", "«", "»", "٣", "NATO", "أخوه", "ذو", "وزيري", "ممثلون", "القرارا", "مناطقاً", "هناك",
    ]
)  # fmt: skip


@given(st.lists(WORDS, max_size=14).map(" ".join))
@settings(max_examples=150, deadline=None)
def test_any_order_of_words_gives_places_inside_the_text(text: str) -> None:
    for finding in GRAMMAR.lint(text):
        assert 0 <= finding.start < finding.end <= len(text)
        assert all(text[start:end] != replacement for fix in finding.fixes for start, end, replacement in fix.edits)


@given(st.text(max_size=80))
@settings(max_examples=100, deadline=None)
def test_any_text_is_survived(text: str) -> None:
    for finding in GRAMMAR.lint(text):
        assert finding.end <= len(text)
