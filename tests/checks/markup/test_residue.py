"""Traps of characters and residue that a rule's examples cannot show: what has no repair, what the whole document decides."""

from __future__ import annotations

import pytest

from arlint import Config, Finding, Linter
from arlint.document import Document
from arlint.finding import apply_edits


def findings(code: str, text: str) -> list[Finding]:
    return Linter(Config(select=(code,))).lint(text)


def repaired(code: str, text: str) -> str:
    return apply_edits(text, [edit for one in findings(code, text) if one.fixes for edit in one.fixes[0].edits])


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("MRK008", "هنأ زميله \\ud83d على الفوز."),
        ("MRK008", "هنأ زميله \\u0007 على الفوز."),
        ("MRK001", "قال&#xD800; الوزير."),
        ("TYP028", "أعلنت الوزا\ufffdة النتائج."),
    ],
)
def test_what_cannot_be_recovered_is_found_without_a_repair(code: str, text: str) -> None:
    (finding,) = findings(code, text)
    assert finding.fixes == ()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("قال&nbsp;الوزير", "قال الوزير"),
        ("&amp;quot;نعم&amp;quot;", '"نعم"'),
        ("المفا&zwnj;وضات", "المفاوضات"),
        ("قال&#7; الوزير", "قال الوزير"),
        ("&#1606;&#x639;&#1605;", "نعم"),
    ],
)
def test_entities(text: str, wanted: str) -> None:
    assert repaired("MRK001", text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("الخبر <br> العاجل", "الخبر العاجل"),
        ("<p>الخبر العاجل</p>", "الخبر العاجل"),
        ("الخبر &lt;b&gt;العاجل&lt;/b&gt; الآن", "الخبر العاجل الآن"),
        ("الخبر العاجل <br/>", "الخبر العاجل"),
    ],
)
def test_tags_leave_no_space_behind(text: str, wanted: str) -> None:
    assert repaired("MRK002", text) == wanted


def test_markup_is_the_business_of_its_format() -> None:
    text = "الخبر&nbsp;<b>العاجل</b>"
    linter = Linter(Config(select=("MRK",)))
    assert linter.lint_document(Document(text, Document.plain(text).paragraphs, format="html")) == []


def test_an_extracted_document_is_read_with_suspicion() -> None:
    plain, extracted = "وقّعوا اتفاق السالم.", "وقّعوا اتفاق السالم.\nدانت األمم المتحدة الهجوم."
    assert findings("TYP028", plain) == []
    assert repaired("TYP028", extracted) == "وقّعوا اتفاق السلام.\nدانت الأمم المتحدة الهجوم."


def test_the_habit_of_the_document_decides_its_digits() -> None:
    western = "في 2018 و2019 و2020 و2021\n"
    assert repaired("TYP005", western + "ثم ٢٠٢٢.") == western + "ثم 2022."
    assert findings("TYP005", "في 2019\nثم ٢٠٢٢.") == []


def test_a_converted_decimal_takes_the_mark_of_the_document() -> None:
    assert repaired("TYP005", "بلغ ١٢٫٥ مليون و3.5 مليون.") == "بلغ ١٢٫٥ مليون و٣٫٥ مليون."


def test_an_edit_elsewhere_changes_the_judgement_of_a_paragraph() -> None:
    linter = Linter(Config(select=("TYP005",)))
    before = Document.plain("في 2019\nثم ٢٠٢٢.")
    assert linter.lint_document(before) == []
    after = Document.plain("في 2019 و2020 و2021 و2023\nثم ٢٠٢٢.")
    after.recall(before)
    assert [after.text[one.start : one.end] for one in linter.lint_document(after)] == ["٢٠٢٢"]


def test_a_final_ya_is_told_by_its_neighbours() -> None:
    first, second = findings("TYP003", "علی هامش القمة التقى الوزير علی خامنئي.")
    assert first.fixes[0].edits[0].replacement == "على"
    assert second.fixes[0].edits[0].replacement == "علي"


@pytest.mark.parametrize(
    "text",
    [
        "أجرت شبكة سي إن إن مقابلة معه.",
        "راجع النص كلمة كلمة.",
        "مدينة غزة، غزة التي صمدت.",
        "صفقوا طويلاً طويلاً.",
        "بل الكراهية والكراهية والكراهية.",
        "كل من من شأنه المساعدة مدعو.",
        "تمضي الأمور يوماً بعد يوم بعد يوم.",
        "زار تيك توك ثم تيك توك.",
    ],
)
def test_meant_repetition_is_silent(text: str) -> None:
    assert findings("DUP001", text) == findings("DUP002", text) == []


def test_a_word_three_times_is_one_finding() -> None:
    assert repaired("DUP001", "وصل الوفد إلى إلى إلى القاهرة.") == "وصل الوفد إلى القاهرة."


def test_a_repeated_sentence_points_to_the_first() -> None:
    text = "أعلنت الوزارة خطة لزراعة مليون شجرة في الجنوب هذا العام.\nأعلنت الوزارة خطة لزراعة مليون شجرة في الجنوب هذا العام."
    (finding,) = findings("DUP003", text)
    assert finding.start == text.index("\n") + 1
    assert [(one.start, one.end) for one in finding.related] == [(0, text.index("\n"))]
