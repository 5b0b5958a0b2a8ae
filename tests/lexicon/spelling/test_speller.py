"""The word checker in sentences: what it repairs, how sure it is, and what it leaves alone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arlint import Config, Finding, Linter
from arlint.lexicon.lexicon import Lexicon
from arlint.lexicon.spelling.candidates import Edit
from arlint.lexicon.spelling.kinds import Kind, kind_of

LINTER = Linter(Config(select=("SPL",), ignore=("SPL015", "SPL036", "SPL042")))


def findings(text: str) -> list[Finding]:
    return LINTER.lint(text)


def only(text: str) -> Finding:
    (finding,) = findings(text)
    return finding


@pytest.mark.parametrize(
    ("text", "slip", "repair", "code"),
    [
        ("أعلنت الشركة نتائجها فيإطار خطتها السنوية.", "فيإطار", "في إطار", "SPL034"),
        ("وصل رئيس مجلس الزراء إلى العاصمة أمس.", "الزراء", "الوزراء", "SPL032"),
        ("بحث الوزيران العلاقات بين البلدي وسبل تعزيزها.", "البلدي", "البلدين", "SPL032"),
        ("قال المتحدث ان الوضع مستقر.", "ان", None, "SPL001"),
        ("انتقل إلي العاصمة قبل يومين.", "إلي", "إلى", "SPL012"),
        ("التقى الرئيس وفدا من وزارة الخاجرية الفرنسية.", "الخاجرية", "الخارجية", "SPL030"),
    ],
)
def test_slips_in_context(text: str, slip: str, repair: str | None, code: str) -> None:
    finding = only(text)
    assert (text[finding.start : finding.end], finding.code) == (slip, code)
    if repair:
        assert finding.fixes[0].edits[0].replacement == repair


def test_evidence_and_confidence_come_with_a_finding() -> None:
    finding = only("بحث الوزيران العلاقات بين البلدي وسبل تعزيزها.")
    assert 0.5 <= finding.confidence <= 1
    assert any(text == "بين البلدين" and seen > 1000 for text, seen in finding.evidence)


def test_slips_beside_slips_are_all_found() -> None:
    text = "واضاف ان الازمة ادت الى اغلاق المدارس."
    assert [text[f.start : f.end] for f in findings(text)] == ["واضاف", "ان", "الازمة", "ادت", "الى", "اغلاق"]


def test_marks_and_tatweel_stay_where_they_are() -> None:
    assert only("هذه هي المدرَسه الجديدة في المدينة.").fixes[0].edits[0].replacement == "المدرَسة"


def test_foreign_names_are_left_alone() -> None:
    assert findings("التقى زولتان كوفاتش مدرب ريكيافيك فالتر بيركنباور في لوزان.") == []


def test_few_suggestions_best_first() -> None:
    for finding in findings("تراجع نمو الاقتاصد الوطني بعد الازمه."):
        assert 1 <= len(finding.fixes) <= 5
        assert len({fix.edits for fix in finding.fixes}) == len(finding.fixes)


def test_a_name_spelled_otherwise_than_in_the_rest_of_the_text() -> None:
    text = "قال زبيغنيف بريجنسكي إن الأمر معقد.\nوأضاف زبيغنيف بريجنسكي أن الحل بعيد.\nوغادر زبيغنيف بريجنيسكي القاعة."
    finding = only(text)
    assert (finding.code, text[finding.start : finding.end]) == ("SPL037", "بريجنيسكي")
    assert finding.fixes[0].edits[0].replacement == "بريجنسكي"


@pytest.mark.parametrize("word", ["ا" * 10_000, "ال" * 5000, "كلمة" * 2500, "aا" * 2000, "ـ" * 1000, "\u0651" * 500, "ڤڤڤڤ", "ﷲ"])
def test_hostile_words_are_no_matter(word: str) -> None:
    assert all(finding.end - finding.start < 40 for finding in findings(f"قال {word} في المدينة."))


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet=st.characters(), max_size=80))
def test_any_text_is_survived(text: str) -> None:
    for finding in findings(text):
        assert 0 <= finding.start < finding.end <= len(text)


def test_known_and_accepted() -> None:
    lexicon = Lexicon.default()
    assert lexicon.known("وزيرة")
    assert not lexicon.known("الاسلحة")
    assert not lexicon.accepts("وزيرة")


@pytest.mark.parametrize(
    ("word", "repair", "edit", "kind"),
    [
        ("اعلن", "أعلن", Edit.HAMZA_DROPPED, Kind.HAMZA_MISSING),
        ("بإحترام", "باحترام", Edit.HAMZA_ADDED, Kind.WASL_AS_QAT),
        ("الأيرادات", "الإيرادات", Edit.HAMZA_SWAPPED, Kind.INITIAL_SEAT),
        ("الأن", "الآن", Edit.HAMZA_SWAPPED, Kind.MADDA),
        ("برائة", "براءة", Edit.SEAT, Kind.MEDIAL_HAMZA),
        ("شيئ", "شيء", Edit.SEAT, Kind.FINAL_HAMZA),
        ("أعضاءه", "أعضائه", Edit.SEAT, Kind.HAMZA_BEFORE_PRONOUN),
        ("الشرطه", "الشرطة", Edit.TA, Kind.TA_AS_HA),
        ("أكدو", "أكدوا", Edit.FARIQA, Kind.FARIQA_MISSING),
        ("يحضى", "يحظى", Edit.LOOKALIKE, Kind.DAD_ZA),
        ("دلك", "ذلك", Edit.LOOKALIKE, Kind.SOUND_ALIKE),
        ("قالوزير", "قال وزير", Edit.SHARED, Kind.RUN_ON),
    ],
)
def test_the_kind_of_a_repair(word: str, repair: str, edit: Edit, kind: Kind) -> None:
    assert kind_of(word, repair, edit, real_word=False) is kind
