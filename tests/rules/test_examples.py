"""Every example of every rule file is a test: the span, the code, the repair; right examples are silent."""

from __future__ import annotations

import pytest

from arlint import Config, Finding, Linter
from arlint.document import Document
from arlint.finding import apply_edits
from arlint.rulefiles.examples import Example, parse_example
from arlint.rulefiles.rule import Rule
from arlint.rulefiles.store import builtin_pages, builtin_rules

ARABIC = {chr(code) for code in range(0x621, 0x64B)}
RULES = {rule.code: rule for rule in builtin_rules()}
WRONG = [(code, notation) for code, page in builtin_pages().items() for notation in page.wrong]
RIGHT = [(code, notation) for code, page in builtin_pages().items() for notation in page.right]


@pytest.fixture(scope="module")
def default_linter() -> Linter:
    return Linter()


def findings_of(code: str, text: str) -> list[Finding]:
    return Linter(Config(select=(code,))).examine(Document.plain(text)).findings


def repair_of(text: str, finding: Finding, fix: int = 0) -> str:
    """What stands in the finding's span after a fix, with what the fix puts beside it left where it is."""
    return apply_edits(text, finding.fixes[fix].edits)


@pytest.mark.parametrize(("code", "notation"), WRONG)
def test_wrong_example_is_found_and_repaired(code: str, notation: str) -> None:
    example = parse_example(notation)
    findings = findings_of(code, example.text)
    assert [(f.start, f.end) for f in findings] == [(slip.start, slip.end) for slip in example.slips]
    for finding, slip in zip(findings, example.slips, strict=True):
        wanted = [example.text[: slip.start] + repair + example.text[slip.end :] for repair in slip.repairs]
        assert [repair_of(example.text, finding, fix) for fix in range(len(wanted))] == wanted
        assert bool(finding.fixes) == bool(slip.repairs)
        assert "{" not in finding.message
        assert finding.message


@pytest.mark.parametrize(("code", "notation"), RIGHT)
def test_right_example_is_silent(code: str, notation: str, default_linter: Linter) -> None:
    text = parse_example(notation).text
    assert findings_of(code, text) == []
    assert default_linter.lint(text) == []


@pytest.mark.parametrize(("code", "notation"), [(code, n) for code, n in WRONG if RULES[code].default])
def test_default_rules_find_the_example_too(code: str, notation: str, default_linter: Linter) -> None:
    """No other rule takes the place of the one whose example it is."""
    example = parse_example(notation)
    codes = {(f.start, f.end) for f in default_linter.lint(example.text) if f.code == code}
    assert {(slip.start, slip.end) for slip in example.slips} <= codes


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.code)
def test_fix_is_seen_in_the_examples(rule: Rule) -> None:
    examples: list[Example] = [parse_example(notation) for notation in builtin_pages()[rule.code].wrong]
    repaired = any(slip.repairs for example in examples for slip in example.slips)
    assert repaired == (rule.fix is not None)


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.code)
def test_messages_in_both_languages(rule: Rule) -> None:
    text = next(parse_example(notation).text for notation in builtin_pages()[rule.code].wrong)
    for language in ("ar", "en"):
        findings = Linter(Config(select=(rule.code,), language=language)).lint(text)
        assert all(finding.message for finding in findings)
        letters = {letter for letter in rule.title[language] if letter.isalpha()}
        assert letters & ARABIC if language == "ar" else any(letter.isascii() for letter in letters)
