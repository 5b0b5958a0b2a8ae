"""Quotation marks: which open, which close, what the document's convention is, and what follows from it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arlint import Config, Linter
from arlint.document import Document
from arlint.document.quotations import CONVENTIONS, inside_quotation, quotations
from arlint.document.quotemarks import ALL_MARKS
from arlint.finding import apply_edits


def ends(text: str) -> list[str]:
    """What stands between the marks of each pair, in order."""
    (paragraph,) = Document.plain(text).paragraphs
    found = quotations(paragraph)
    pairs = sorted((*found.pairs, *found.mixed), key=lambda pair: pair.opening.at)
    return [text[pair.opening.at + 1 : pair.closing.at] for pair in pairs]


def lonely(text: str) -> list[int]:
    (paragraph,) = Document.plain(text).paragraphs
    return [mark.at for mark in quotations(paragraph).lonely]


def found(text: str, code: str) -> list[tuple[int, int]]:
    return [(finding.start, finding.end) for finding in Linter(Config(select=(code,))).lint(text)]


def fixed(text: str, *codes: str) -> str:
    """The text after the first fix of every finding, applied together."""
    findings = Linter(Config(select=codes)).lint(text)
    return apply_edits(text, [edit for finding in findings if finding.fixes for edit in finding.fixes[0].edits])


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("قال: «نعم» ثم «لا».", ["نعم", "لا"]),
        ('قال "نعم" ثم "لا".', ["نعم", "لا"]),
        ("قال الوزير” نعم للحوار” ثم غادر.", [" نعم للحوار"]),
        ("قال ” نعم للحوار”", [" نعم للحوار"]),
        ("أكد أن” الحوار “مفيد” للبلدين”.", [" الحوار “مفيد” للبلدين", "مفيد"]),
        ('الشاشة 55" والأخرى 65" من شركة "سامسونغ".', ["سامسونغ"]),
        ('نظام "ويندوز 11" الجديد', ["ويندوز 11"]),
        ("قال: «رأيت “الحياة” اليوم».", ["رأيت “الحياة” اليوم", "الحياة"]),
        ("صحيفة L'Équipe ومجلة «Pour l’amour»", ["Pour l’amour"]),
        ("قرأ «الكتاب” و“الصحيفة».", ["الكتاب", "الصحيفة"]),
        ("نقل و”الحياة” و”الأهرام” الخبر", ["الحياة", "الأهرام"]),
        ("نص (“مقتبس”) وآخر “(بين قوسين)”.", ["مقتبس", "(بين قوسين)"]),
        ("قال ‘نعم’ للحوار", ["نعم"]),
        ("قال \u200f“نعم”\u200f للحوار", ["نعم"]),
    ],
)
def test_pairs(text: str, quoted: list[str]) -> None:
    assert ends(text) == quoted
    assert lonely(text) == []


def test_one_lost_mark_does_not_turn_the_rest_inside_out() -> None:
    text = 'قال "نعم للحوار وأضاف أن "الأهرام" و"الحياة" نشرتا "الخبر" كله.'
    assert ends(text) == ["الأهرام", "الحياة", "الخبر"]
    assert lonely(text) == [4]


def convention(text: str) -> tuple[str, str] | None:
    return Document.plain(text).fact(CONVENTIONS).curly


def test_convention_is_what_two_thirds_of_the_clear_pairs_do() -> None:
    assert convention("قال “نعم” ثم “لا” ثم ”ربما“.") == ("“", "”")
    assert convention("قال ”نعم“ ثم ”لا“ ثم ”ربما“.") == ("”", "“")
    assert convention("قال “نعم” ثم ”لا“.") is None
    assert convention("قال ”نعم” ثم ”لا”.") is None


def test_convention_of_the_document_judges_every_paragraph() -> None:
    text = "قال “نعم” ثم غادر.\nوانتقد حلف الـ”ناتو” القرار."
    assert found(text, "TYP013") == [(text.index("ـ”") + 1, text.index("ـ”") + 2)]


def test_reversed_convention_is_left_alone() -> None:
    assert found("قال ”نعم“ ثم غادر.\nوقال ”لا“ ثم عاد.", "TYP013") == []


def test_without_evidence_like_marks_get_both_repairs_and_none_is_safe() -> None:
    (finding,) = Linter(Config(select=("TYP013",))).lint("وصفها بأنها ”بناءة” وغادر.")
    assert [fix.edits[0].replacement for fix in finding.fixes] == ["“", "“"]
    assert finding.safe_fix is None


def test_a_turned_mark_with_the_space_on_its_wrong_side() -> None:
    text = "قال “نعم” أولاً.\nوتابع الوزير” روسيا تتحمل المسؤولية”."
    start = text.index("ر” ")
    linter = Linter(Config(select=("TYP",)))
    assert {(f.code, f.start, f.end) for f in linter.lint(text)} >= {
        ("TYP013", start + 1, start + 2),
        ("TYP014", start + 1, start + 3),
    }
    assert fixed(text, "TYP013", "TYP014", "TYP015") == "قال “نعم” أولاً.\nوتابع الوزير “روسيا تتحمل المسؤولية”."


def test_both_kinds_of_space_inside_a_pair_are_one_finding() -> None:
    assert codes("قال “\u00a0 نعم” اليوم.") == ["TYP014"]
    assert codes("قال “ \u00a0نعم” اليوم.") == ["TYP014"]


def codes(text: str) -> list[str]:
    return [finding.code for finding in Linter(Config(select=("TYP014", "TYP018"))).lint(text)]


@pytest.mark.parametrize(
    "text",
    [
        "قال: «نبدأ اليوم.\n«ونمضي غداً.\n«ولن نتوقف».",
        'قال: "نبدأ اليوم.\nونمضي غداً.\nولن نتوقف".',
    ],
)
def test_quotations_of_several_paragraphs_are_balanced(text: str) -> None:
    assert found(text, "TYP012") == []


@pytest.mark.parametrize("text", ['حلف الـ"ناتو" قال', 'قال و"الخبر" صحيح', "نقلاً عن مراسل لـ«الحياة» أمس", 'قال ال"ناتو" أمس'])
def test_proclitics_stand_before_the_mark(text: str) -> None:
    assert found(text, "TYP015") == []


def test_inside_quotation() -> None:
    (paragraph,) = Document.plain("قال «نعم» ثم “لا.").paragraphs
    quoted = [at for at in range(len(paragraph.text)) if inside_quotation(paragraph, at)]
    assert paragraph.text[quoted[0] : quoted[-1] + 1] == "نعم"


def test_a_quotation_that_begins_the_paragraph_may_stay_open() -> None:
    (paragraph,) = Document.plain("«نبدأ اليوم ولا نتوقف.").paragraphs
    assert inside_quotation(paragraph, 5)


MARKS = st.text(st.sampled_from([*sorted(ALL_MARKS), " ", " ", "م", "ن", "5", "،", ".", ":"]), max_size=40)


@given(MARKS)
def test_every_double_mark_is_in_one_pair_or_alone(text: str) -> None:
    for paragraph in Document.plain(text).paragraphs:
        result = quotations(paragraph)
        pairs = [*result.pairs, *result.mixed]
        places = [mark.at for pair in pairs for mark in pair[:2]] + [mark.at for mark in result.lonely]
        assert len(places) == len(set(places))
        assert all(pair.opening.at < pair.closing.at for pair in pairs)
        assert all(pair.opening.opens and not pair.closing.opens for pair in pairs)
