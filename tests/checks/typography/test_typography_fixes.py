"""Fixing marks and spaces comes to an end, leaves nothing fixable, and brings in no finding that was not there."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from arlint import Config, Finding, Linter
from arlint.document import Document
from arlint.finding import Edit, apply_edits
from arlint.fixing import fix

CODES = ("TYP011", "TYP012", "TYP013", "TYP014", "TYP015", "TYP016", "TYP017", "TYP018", "TYP019", "TYP022", "TYP024", "TYP029")
LINTER = Linter(Config(select=CODES))
ROUNDS = 12

WORDS = st.sampled_from(["قال", "الوزير", "روسيا", "قراراً", "موسكو", "الأمس", "AFP"])
SPACES = st.sampled_from([" ", " ", " ", "  ", "\u00a0 ", "\n", ""])
CONVENTIONS = st.sampled_from([("“", "”"), ("”", "“"), ("«", "»"), ('"', '"')])


@st.composite
def copy(draw: st.DrawFn) -> str:
    """A clean paragraph that shows the convention, then words with marks of that convention: turned, glued, spaced, lost."""
    opening, closing = draw(CONVENTIONS)
    before = st.sampled_from(["", "", "", opening, f" {opening}", f"{opening} ", f"{closing} ", f"و{opening}", f"لـ{closing}", "(", "و "])
    after = st.sampled_from(["", "", "", closing, f" {closing}", f"{closing}،", f" {closing} .", ")", ".", "،", " ؟", " ،", ":", "\u00a0"])
    pieces = st.lists(st.tuples(before, WORDS, after, SPACES).map("".join), max_size=9)
    return f"قال {opening}نعم{closing} ثم {opening}لا{closing} أمس.\n" + "".join(draw(pieces))


PIECES = st.sampled_from([*"\"“”‘’«»'()[]،؛:.؟!\n\u00a0", "  ", " ", "قال", "الوزير", "و", "ب", "لـ", "الـ", "55", "AFP"])
RUBBLE = st.lists(PIECES, max_size=24).map("".join)


def lint(text: str) -> list[Finding]:
    """Each place for itself, as fixing asks for them."""
    return LINTER.examine(Document.plain(text)).findings


def fix_once(text: str, findings: list[Finding]) -> str:
    """Every safe fix that touches no earlier one."""
    edits: list[Edit] = []
    done = 0
    for one in sorted((finding.safe_fix for finding in findings if finding.safe_fix), key=lambda one: (one.start, one.end)):
        if one.start >= done and one.edits[0] not in edits:
            edits += one.edits
            done = one.end
    return apply_edits(text, edits)


def fix_all(text: str) -> tuple[str, list[Finding]]:
    for _ in range(ROUNDS):
        findings = lint(text)
        if not any(finding.safe_fix for finding in findings):
            return text, findings
        text = fix_once(text, findings)
    raise AssertionError(f"no end in sight: {text!r}")


def codes(findings: list[Finding]) -> Counter[str]:
    return Counter(finding.code for finding in findings)


@settings(max_examples=300, deadline=None)
@given(copy())
def test_fixing_copy_brings_in_nothing_new(text: str) -> None:
    fixed, left = fix_all(text)
    assert codes(left) <= codes(lint(text)), fixed


@settings(max_examples=200, deadline=None)
@given(RUBBLE)
def test_fixing_rubble_ends(text: str) -> None:
    fixed, _ = fix_all(text)
    assert fix_all(fixed)[0] == fixed


@settings(max_examples=200, deadline=None)
@given(RUBBLE)
def test_the_fixer_leaves_nothing_new_in_rubble(text: str) -> None:
    result = fix(text, LINTER.lint)
    assert codes(list(result.findings)) <= codes(lint(text)), result.text
    assert result.findings == lint(result.text)


@settings(max_examples=300, deadline=None)
@given(copy() | RUBBLE)
def test_spans_are_never_empty_and_fixes_stay_in_the_text(text: str) -> None:
    for finding in lint(text):
        assert 0 <= finding.start < finding.end <= len(text)
        for one in finding.fixes:
            assert 0 <= one.start <= one.end <= len(text)
            assert apply_edits(text, one.edits) != text
