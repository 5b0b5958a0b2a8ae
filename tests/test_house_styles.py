"""The house styles in examples/: complete, in force, and their own examples right."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from arlint.configfiles import Configurations
from arlint.finding import Finding
from arlint.linter import Linter
from arlint.rulefiles.reader import read_file
from arlint.rulefiles.trial import try_examples

HOUSES = Path(__file__).parents[1] / "examples" / "house-styles"


def found(house: str) -> dict[str, str]:
    """By code, the slip and what it becomes, in the article of the example."""
    path = HOUSES / house / "article.txt"
    text = path.read_text(encoding="utf-8")
    settings = Configurations().for_path(str(path))
    findings = Linter(settings.config).lint(text)
    return {finding.code: f"{text[finding.start : finding.end]} > {repaired(text, finding)}" for finding in findings}


def repaired(text: str, finding: Finding) -> str:
    if not finding.fixes:
        return ""
    edits = finding.fixes[0].edits
    low, high = min(finding.start, edits[0].start), max(finding.end, edits[-1].end)
    for start, end, new in reversed(edits):
        text = text[:start] + new + text[end:]
        high += len(new) - (end - start)
    return text[low:high]


@pytest.mark.parametrize("path", sorted(HOUSES.rglob("style/*.toml")), ids=lambda path: str(path.relative_to(HOUSES)))
def test_the_examples_of_house_rules_are_right(path: Path) -> None:
    assert list(try_examples(read_file(path))) == []


def test_the_levantine_daily() -> None:
    slips = found("levantine-daily")
    assert slips["CON001"] == "الأمريكي > الأميركي"
    assert slips["CON002"] == "جوتيريش > غوتيريش"
    assert slips["CON003"] == '"مستعدة للمشاركة" > «مستعدة للمشاركة»'
    assert slips["CON007"] == "يونيو > حزيران"
    assert slips["STY009"] == "وكافة الأطراف > والأطراف كافة"
    assert slips["LDY001"] == "مدراء > مديري"
    assert slips["LDY003"] == "20.45 > 20:45"


def test_the_gulf_agency() -> None:
    slips = found("gulf-agency")
    assert slips["CON002"] == "غوغل > جوجل"
    assert slips["CON007"] == "تموز > يوليو"
    assert slips["CON010"] == "عبد الله > عبدالله"
    assert slips["CON013"] == "صحافي > صحفي"
    assert slips["AGY001"] == "رئيس الحكومة > رئيس مجلس الوزراء"
    assert slips["AGY002"] == "الايرو > اليورو"
    assert slips["NWS008"] == "-  >  - "


@pytest.mark.parametrize("language", ["ar", "en"])
def test_what_the_documentation_shows_works(language: str, tmp_path: Path) -> None:
    text = (HOUSES.parents[1] / "docs" / f"house-style.{language}.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```toml\n(.*?)```", text, re.DOTALL)
    rule = next(block for block in blocks if block.startswith("[[rule]]"))
    (tmp_path / "house.toml").write_text(rule, encoding="utf-8")
    assert list(try_examples(read_file(tmp_path / "house.toml"))) == []
    for block in blocks:
        if not block.startswith(("[[rule]]", "rules =")):
            (tmp_path / "arlint.toml").write_text(block, encoding="utf-8")
            Configurations().for_path(str(tmp_path)).config.enabled()
