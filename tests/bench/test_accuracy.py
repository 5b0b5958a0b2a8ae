"""`bench/accuracy.py` as a person runs it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "bench" / "accuracy.py"


def run(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    (folder / "clean.jsonl").write_text('{"text": "وصل الوفد."}\n', encoding="utf-8")
    return subprocess.run((sys.executable, str(SCRIPT), str(folder), *options), capture_output=True, text=True, timeout=240, check=False)


@pytest.mark.parametrize(
    ("configuration", "said"),
    [
        ('[backends.hunspell]\ndictionaries = ["nowhere"]\n', "'nowhere'"),
        ("[backends]\nx = 1\n", "arlint.toml:2: unknown key 'x'"),
        ("x =\n", "arlint.toml:1: not valid TOML"),
    ],
)
def test_a_faulty_configuration_is_told_in_one_line(tmp_path: Path, configuration: str, said: str) -> None:
    (tmp_path / "arlint.toml").write_text(configuration, encoding="utf-8")
    done = run(tmp_path, "--backends", str(tmp_path))
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert said in done.stderr.splitlines()[-1]


def test_a_faulty_selector_is_told_in_one_line(tmp_path: Path) -> None:
    done = run(tmp_path, "--select", "TYPO018")
    assert done.returncode == 2
    assert "no rule 'TYPO018'" in done.stderr.splitlines()[-1]
