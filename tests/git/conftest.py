from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

COMMAND = str(Path(sys.executable).with_name("arlint"))
SLIP = "قال  الوزير إن القرار نهائي.\n"
CLEAN = "قال الوزير إن القرار نهائي.\n"
OTHER = "وصل الوفد إلى العاصمة مساء أمس.\n"


class Outcome(NamedTuple):
    code: int
    out: str
    err: str


def variables(home: Path) -> dict[str, str]:
    """No configuration of the machine, no variables of a hook that runs these tests."""
    own = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "LC_", "LANG"))}
    who = {f"GIT_{role}_{what}": value for role in ("AUTHOR", "COMMITTER") for what, value in (("NAME", "n"), ("EMAIL", "e@x"))}
    settings = {
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home),
        "LC_ALL": "C.UTF-8",
    }
    return {**own, **who, **settings, "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "protocol.file.allow", "GIT_CONFIG_VALUE_0": "always"}


class Repo:
    """A repository with arlint's hook at hand."""

    def __init__(self, path: Path, home: Path) -> None:
        self.path = path
        self.home = home

    def run(self, *command: str, stdin: bytes = b"") -> Outcome:
        done = subprocess.run(command, cwd=self.path, env=variables(self.home), input=stdin, capture_output=True, timeout=240, check=False)
        return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())

    def git(self, *arguments: str) -> str:
        done = self.run("git", *arguments)
        assert done.code == 0, done.err
        return done.out

    def arlint(self, *arguments: str, stdin: bytes = b"") -> Outcome:
        return self.run(COMMAND, *arguments, stdin=stdin)

    def write(self, name: str, text: str | bytes) -> Path:
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    def stage(self, name: str, text: str | bytes) -> Path:
        path = self.write(name, text)
        self.git("add", "--", name)
        return path

    def commit(self, *arguments: str) -> Outcome:
        return self.run("git", "commit", "-qm", "m", *arguments)

    def staged(self, name: str) -> bytes:
        done = subprocess.run(("git", "show", f":{name}"), cwd=self.path, env=variables(self.home), capture_output=True, check=True)
        return done.stdout


MakeRepo = Callable[..., Repo]


@pytest.fixture
def make_repo(tmp_path: Path) -> MakeRepo:
    if not shutil.which("git"):
        pytest.skip("git is not installed")

    def make(name: str = "r", *options: str) -> Repo:
        path = tmp_path / name
        path.mkdir(parents=True)
        repo = Repo(path, tmp_path / "home")
        repo.git("init", "-q", "-b", "main", *options)
        return repo

    return make


@pytest.fixture
def repo(make_repo: MakeRepo) -> Repo:
    """An unborn branch with the hook installed, and one rule on, so that the tests say what they are about."""
    made = make_repo()
    made.write("arlint.toml", 'select = ["TYP018"]\n')
    assert made.arlint("hook", "install").code == 0
    return made
