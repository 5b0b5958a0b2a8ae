"""The compiled rules: what is missing, damaged or of another version is told, or in a checkout read afresh."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from arlint.rulefiles import store
from arlint.rulefiles.store import CompiledRulesError


@pytest.fixture
def compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of compiled files of an installed copy: there is no checkout beside it."""
    monkeypatch.setattr(store, "_COMPILED", tmp_path)
    monkeypatch.setattr(store, "_CHECKOUT", tmp_path / "nowhere")
    monkeypatch.setattr(store, "_read", store._read.__wrapped__)
    monkeypatch.setattr(store, "_from_checkout", store._from_checkout.__wrapped__)
    return tmp_path


@pytest.mark.parametrize("content", ["{}", "[1, {}]", "[]", json.dumps({"sources": {}, "presets": {}, "rules": []})])
def test_rules_of_another_version_are_refused(compiled: Path, content: str) -> None:
    (compiled / store.RULES_FILE).write_text(content, encoding="utf-8")
    with pytest.raises(CompiledRulesError, match="another version"):
        store.builtin_rules.__wrapped__()


def test_damaged_rules_are_told(compiled: Path) -> None:
    (compiled / store.RULES_FILE).write_text('[2, {"rules"', encoding="utf-8")
    with pytest.raises(CompiledRulesError, match="damaged"):
        store.builtin_rules.__wrapped__()


def test_missing_rules_are_told(compiled: Path) -> None:
    with pytest.raises(CompiledRulesError, match="missing"):
        store.builtin_rules.__wrapped__()


def test_a_checkout_reads_its_rules_when_the_compiled_ones_are_of_another_version(compiled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "_CHECKOUT", Path(store.__file__).parents[2] / "rules")
    if not Path(store._CHECKOUT).is_dir():
        pytest.skip("not a checkout")
    (compiled / store.RULES_FILE).write_text("{}", encoding="utf-8")
    assert [rule.code for rule in store.builtin_rules.__wrapped__()][:1] == ["CON001"]
