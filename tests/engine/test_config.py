"""Which rules are on: selectors, the longer one wins, unknown ones are an error with the nearest name."""

from __future__ import annotations

import pytest

from arlint.config import Config, UnknownSelectorError
from arlint.finding import Severity
from arlint.rulefiles.rule import Rule


def rule(code: str, name: str, default: bool = True) -> Rule:
    words = {"ar": "", "en": ""}
    return Rule(code, name, Severity.WARNING, "spaces.several", words, words, default=default)


RULES = (rule("TYP001", "one"), rule("TYP002", "two", default=False), rule("TYP010", "ten"), rule("SPL001", "word"))


def on(**settings: object) -> list[str]:
    return [one.code for one in Config(rules=RULES, **settings).enabled()]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("settings", "codes"),
    [
        ({}, ["TYP001", "TYP010", "SPL001"]),
        ({"select": ("TYP",)}, ["TYP001", "TYP002", "TYP010"]),
        ({"select": ("ALL",)}, ["TYP001", "TYP002", "TYP010", "SPL001"]),
        ({"select": ("TYP",), "ignore": ("TYP00",)}, ["TYP010"]),
        ({"select": ("two", "SPL001")}, ["TYP002", "SPL001"]),
        ({"extend_select": ("TYP002",)}, ["TYP001", "TYP002", "TYP010", "SPL001"]),
        ({"ignore": ("TYP",), "extend_select": ("TYP002",)}, ["TYP002", "SPL001"]),
        ({"ignore": ("TYP001",), "extend_select": ("TYP",)}, ["TYP002", "TYP010", "SPL001"]),
        ({"ignore": ("ALL",)}, []),
    ],
)
def test_selection(settings: dict[str, object], codes: list[str]) -> None:
    assert on(**settings) == codes


@pytest.mark.parametrize("where", ["select", "ignore", "extend_select"])
def test_an_unknown_selector(where: str) -> None:
    with pytest.raises(UnknownSelectorError, match="did you mean 'TYP001'"):
        on(**{where: ("TYPO001",)})


def test_a_family_is_the_shortest_prefix() -> None:
    with pytest.raises(UnknownSelectorError):
        on(select=("TY",))


def test_severity_of_the_longest_selector() -> None:
    config = Config(rules=RULES, severity={"TYP": Severity.STYLE, "TYP010": Severity.ERROR, "ALL": Severity.INFO})
    assert [one.severity for one in config.enabled()] == [Severity.STYLE, Severity.ERROR, Severity.INFO]


def test_per_file_ignores() -> None:
    config = Config(rules=RULES, per_file_ignores={"archive/*": ("TYP",), "*.md": ("SPL001",)})
    assert config.ignored_for("archive/2019/a.txt") == ("TYP",)
    assert config.ignored_for("archive/a.md") == ("TYP", "SPL001")
    assert config.ignored_for("news/a.txt") == ()
