"""Fixing characters, digits, repetition and residue comes to an end, brings in nothing new, and stays in the text."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from arlint import Config, Finding, Linter
from arlint.finding import apply_edits
from arlint.fixing import fix

CODES = (
    *(f"TYP{number:03}" for number in (*range(1, 9), 10, 16, 18, 20, 25, 26, 27, 28, 30)),
    *("DUP001", "DUP002", "DUP003"),
    *(f"MRK{number:03}" for number in (1, 2, 5, 6, 7, 8)),
)
LINTER = Linter(Config(select=CODES))

CLEAN = ["قال", "الوزير", "إن", "المدينة", "هادئة", "في", "الجنوب", "سجل", "هدفين", "12", "2020", "٣٥", "AFP"]
SLIPS = [
    *(
        "الاتحـاد",
        "لـ",
        "ـ",
        "ﻣﺠﻠﺲ",
        "الرئیس",
        "ترکیا",
        "ا\u0654علن",
        "المفا\u200bوضات",
        "\u200f",
        "\u200f\u200f",
        "\ufeff",
        "ً",
        "إنّّ",
        "مسؤولٌُ",
    ),
    *("الرئيسo", "هاتفSamsung", "األمم", "الالزمة", "Ø§Ù„Ø³", "\ufffd", "كبيييراً", "دارالإفتاء", "المدينةالقديمة", "3٥0", "4،5", "1،200"),
    *(",", "?", "؟؟", "،.", "..", "....", "!!", "؟!", "&nbsp;", "&quot;", "&amp;lt;", "&zwnj;", "<br>", "<b>", "</b>", "&lt;br&gt;"),
    *("**عاجل**", "[[جنيف]]", "XX", "؟؟؟", "[الاسم]", "(يراجع الاسم)", "\\n", "\\u0627", "\\ud83d\\ude42", "\\ud83d", "\\u000a", "\\u200f"),
]
COPY = st.lists(
    st.tuples(st.sampled_from(CLEAN + SLIPS), st.sampled_from([" ", " ", " ", "", "\n", "\u00a0"])).map("".join), max_size=14
).map("".join)
LETTERS = st.text(
    st.sampled_from("اأإآللموةىيیک\u0640\u064b\u064e\u0651\u0654\u200b\u200c\u200d\u200f\u202a\u202c\u00ad .,،؟?!&;<>bpr/\\u0627n*[]3٣"),
    max_size=30,
)


def codes(findings: list[Finding]) -> Counter[str]:
    return Counter(finding.code for finding in findings)


@settings(max_examples=300, deadline=None)
@given(COPY | LETTERS)
def test_the_fixer_ends_and_brings_in_nothing_new(text: str) -> None:
    result = fix(text, LINTER.lint)
    # By kind, not by number: an invisible character that is taken out of a word of two scripts leaves a finding on either side.
    assert codes(list(result.findings)).keys() <= codes(LINTER.lint(text)).keys(), result.text
    again = fix(result.text, LINTER.lint)
    assert again.text == result.text


@settings(max_examples=300, deadline=None)
@given(COPY | LETTERS | st.text(max_size=20))
def test_spans_are_never_empty_and_fixes_change_the_text_they_stand_in(text: str) -> None:
    for finding in LINTER.lint(text):
        assert 0 <= finding.start < finding.end <= len(text)
        for one in finding.fixes:
            assert 0 <= one.start <= one.end <= len(text)
            assert apply_edits(text, one.edits) != text


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(CLEAN), st.sampled_from(SLIPS))
def test_a_safe_fix_of_one_slip_is_not_found_again(before: str, slip: str) -> None:
    text = f"{before} {slip} أمس."
    for finding in LINTER.lint(text):
        if finding.safe_fix:
            fixed = apply_edits(text, finding.safe_fix.edits)
            assert codes(LINTER.lint(fixed))[finding.code] < codes(LINTER.lint(text))[finding.code], fixed
