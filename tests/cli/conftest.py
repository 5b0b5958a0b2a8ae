from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

COMMAND = str(Path(sys.executable).with_name("arlint"))


class Outcome(NamedTuple):
    code: int
    out: str
    err: str


Arlint = Callable[..., Outcome]


def environment(**extra: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "LC_MESSAGES", "LANGUAGE")}
    return {**kept, "LC_ALL": "C.UTF-8", **extra}


@pytest.fixture
def arlint(tmp_path: Path) -> Arlint:
    """The installed command, run in an empty folder: arlint("check", "a.txt", stdin=..., env={...})."""

    def run(*arguments: str, stdin: bytes | str = b"", env: dict[str, str] | None = None, cwd: Path = tmp_path) -> Outcome:
        content = stdin.encode() if isinstance(stdin, str) else stdin
        variables = environment(**(env or {}))
        done = subprocess.run([COMMAND, *arguments], input=content, capture_output=True, cwd=cwd, env=variables, timeout=240, check=False)
        return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


def one_line(error: str) -> bool:
    return error.count("\n") == 1 and error.endswith("\n") and "Traceback" not in error


def write(folder: Path, files: dict[str, str]) -> Sequence[Path]:
    paths = []
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
        paths.append(path)
    return paths
