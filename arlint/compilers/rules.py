"""rules/ → rules.json (what the linter needs) and pages.json (what is told about rules)."""

from __future__ import annotations

import json
from pathlib import Path

from arlint.rulefiles.reader import as_json, read_folder
from arlint.rulefiles.store import PAGES_FILE, RULES_FILE, fingerprint_sources, read_presets

OUTPUTS = (RULES_FILE, PAGES_FILE)


def build(root: Path, target: Path) -> None:
    """Raises TomlError for a faulty rule file."""
    folder = root / "rules"
    rules, pages = [], {}
    for entry in read_folder(folder):
        rule, page = as_json(entry)
        rules.append(rule)
        pages[entry.rule.code] = page
    compiled = {"sources": fingerprint_sources(folder), "presets": read_presets(folder), "rules": rules}
    for name, values in ((RULES_FILE, compiled), (PAGES_FILE, pages)):
        (target / name).write_text(json.dumps(values, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
