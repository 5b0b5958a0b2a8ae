"""rules/ → rules.json (what the linter needs) and pages.json (what is told about rules)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from arlint.checks import catalogue
from arlint.checks.protocol import ParagraphDetector
from arlint.rulefiles.reader import as_json, read_folder
from arlint.rulefiles.rule import Rule
from arlint.rulefiles.store import FORM, PAGES_FILE, RULES_FILE, fingerprint_sources, read_presets

OUTPUTS = (RULES_FILE, PAGES_FILE)


def build(root: Path, target: Path) -> None:
    """Raises TomlError for a faulty rule file."""
    folder = root / "rules"
    rules, pages = [], {}
    for entry in read_folder(folder):
        rule, page = as_json(entry)
        rules.append(rule | {"interest": _interest(entry.rule)})
        pages[entry.rule.code] = page
    compiled = {"sources": fingerprint_sources(folder), "presets": read_presets(folder), "rules": rules}
    for name, values in ((RULES_FILE, compiled), (PAGES_FILE, pages)):
        (target / name).write_text(json.dumps([FORM, values], ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _interest(rule: Rule) -> dict[str, Any]:
    """What the rule's detector wants to see, so that a start imports only the checks that have something to look at."""
    detector = catalogue.build(rule.check, rule.options)
    return detector.interest.as_json() if isinstance(detector, ParagraphDetector) else {}
