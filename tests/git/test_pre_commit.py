"""The hooks for pre-commit: valid, for all formats, and run by the real pre-commit from a clone."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from arlint.formats.catalogue import formats

from .conftest import CLEAN, SLIP, Repo

ROOT = Path(__file__).parents[2]
MANIFEST = ROOT / ".pre-commit-hooks.yaml"
PRE_COMMIT = (sys.executable, "-m", "pre_commit")


def test_the_manifest_is_valid() -> None:
    pytest.importorskip("pre_commit")
    subprocess.run((*PRE_COMMIT, "validate-manifest", str(MANIFEST)), check=True)


def test_every_format_is_checked() -> None:
    patterns = re.findall(r"^  files: (.+)$", MANIFEST.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(patterns) == 2
    for pattern in patterns:
        assert all(re.search(pattern, f"news/a{suffix}") for one in formats() for suffix in one.SUFFIXES)
        assert not re.search(pattern, "news/a.py")


@pytest.mark.packaging
def test_the_real_pre_commit_runs_both_hooks(repo: Repo, tmp_path: Path) -> None:
    pytest.importorskip("pre_commit")
    repo.arlint("hook", "uninstall")
    clone = tmp_path / "clone"
    subprocess.run(("git", "clone", "-q", "--depth", "1", f"file://{ROOT}", str(clone)), check=True)
    revision = subprocess.run(("git", "rev-parse", "HEAD"), cwd=clone, capture_output=True, check=True, text=True).stdout.strip()
    configuration = "repos:\n- repo: {}\n  rev: {}\n  hooks:\n  - id: {}\n"
    for hook in ("arlint", "arlint-fix"):
        repo.stage(".pre-commit-config.yaml", configuration.format(clone.as_uri(), revision, hook))
        repo.stage("مقال.txt", SLIP)
        stopped = repo.run(*PRE_COMMIT, "run")
        assert stopped.code == 1, stopped
        assert ("TYP018" in stopped.out) == (hook == "arlint"), stopped
    repo.git("add", "مقال.txt")
    assert repo.staged("مقال.txt").decode() == CLEAN
    assert repo.run(*PRE_COMMIT, "run").code == 0
