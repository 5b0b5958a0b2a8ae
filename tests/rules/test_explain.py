"""What is told of a rule's options on its page."""

from __future__ import annotations

import pytest

from arlint.rulefiles.explain import markdown
from arlint.rulefiles.store import builtin_pages, builtin_rules


def page(code: str, language: str) -> str:
    rule = next(one for one in builtin_rules() if one.code == code)
    return markdown(rule, builtin_pages()[code], language)


@pytest.mark.parametrize(
    ("language", "label"),
    [("en", "**Options** under `[options.TYP029]`"), ("ar", "**الخيارات** تحت `[options.TYP029]`")],
)
def test_options_are_told_with_their_defaults(language: str, label: str) -> None:
    (told,) = (line for line in page("TYP029", language).splitlines() if line.startswith(label))
    assert "`spaced_numbers = true`" in told
    assert "`labelled`" in told  # a long list is counted


def test_of_a_data_check_what_can_be_tuned_is_told_and_not_its_data() -> None:
    told = page("SPL008", "en")
    assert "`confidence = 0.6`" in told
    assert "kinds" not in told


def test_a_rule_without_options_tells_none() -> None:
    assert "**Options**" not in page("CON009", "en")
