"""The compiled rules: what is missing, damaged or of another version is told, or in a checkout read afresh."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from arlint.compilers import rules
from arlint.rulefiles import store
from arlint.rulefiles.store import CompiledRulesError

ROOT = Path(__file__).parents[2]


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


def test_compiled_rules_are_the_same_however_sets_are_ordered(tmp_path: Path) -> None:
    script = "import sys; from pathlib import Path; from arlint.compilers import rules; rules.build(Path(sys.argv[1]), Path(sys.argv[2]))"
    for seed in ("1", "2"):
        (tmp_path / seed).mkdir()
        environment = os.environ | {"PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-c", script, str(ROOT), str(tmp_path / seed)], check=True, env=environment)
    for name in rules.OUTPUTS:
        assert (tmp_path / "1" / name).read_bytes() == (tmp_path / "2" / name).read_bytes()
