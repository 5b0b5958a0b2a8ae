"""Killed while it fixes: index and working tree are as they were or as they should be, nothing is lost, and the next run finishes."""

from __future__ import annotations

import random
import signal
import subprocess
import time
from pathlib import Path

import pytest

from .conftest import CLEAN, COMMAND, OTHER, SLIP, MakeRepo, Repo, variables

ROUNDS = 200
NAMES = ("a.txt", "b.txt", "c.txt")
STAGED, FIXED = (OTHER + SLIP).encode(), (OTHER + CLEAN).encode()
TAIL = "لم يُجهز  بعد.\n".encode()
# Fixing without the start of the interpreter and the reading of the texts, so that most kills fall into the writing.
WRITER = """
import sys
from arlint.git.repository import repository
from arlint.git.leftovers import sweep
from arlint.git.restaging import Repair, restage
from arlint.git.staged import staged_files
found = repository()
sweep(found)
before, after = (open(path, "rb").read() for path in sys.argv[1:])
repairs = [Repair(file, before, after) for file in staged_files(found) if file.path.endswith(".txt")]
sys.stdout.write("ready\\n")
sys.stdout.flush()
restage(found, repairs)
"""


@pytest.fixture
def ready(make_repo: MakeRepo, tmp_path: Path) -> Repo:
    repo = make_repo()
    (tmp_path / "before").write_bytes(STAGED)
    (tmp_path / "after").write_bytes(FIXED)
    return repo


def lay_out(repo: Repo) -> None:
    for name in NAMES:
        repo.write(name, STAGED)
    repo.git("add", *NAMES)
    repo.write("c.txt", STAGED + TAIL)  # partially staged


def start(repo: Repo, tmp_path: Path) -> subprocess.Popen[bytes]:
    command = (str(Path(COMMAND).with_name("python")), "-c", WRITER, str(tmp_path / "before"), str(tmp_path / "after"))
    return subprocess.Popen(command, cwd=repo.path, env=variables(repo.home), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)


def duration(repo: Repo, tmp_path: Path) -> float:
    """How long it takes undisturbed, in seconds."""
    lay_out(repo)
    process = start(repo, tmp_path)
    assert process.stdout is not None
    process.stdout.readline()
    begin = time.perf_counter()
    process.communicate()
    return time.perf_counter() - begin


def settle(repo: Repo) -> None:
    """What we started to write outlives us and writes to the end: wait until no process is at work in the repository."""
    if not Path("/proc/self/cwd").exists():
        time.sleep(0.5)
        return
    while any(_is_at_work(process, repo.path) for process in Path("/proc").glob("[0-9]*")):
        time.sleep(0.005)


def _is_at_work(process: Path, folder: Path) -> bool:
    try:
        return (process / "cwd").readlink() == folder
    except OSError:  # ended meanwhile, or another user's
        return False


def test_killed_at_random_points(ready: Repo, tmp_path: Path) -> None:
    chance, seen, whole = random.Random(7), set(), duration(ready, tmp_path)
    for _ in range(ROUNDS):
        lay_out(ready)
        process = start(ready, tmp_path)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(chance.random() * whole)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        settle(ready)
        index = [ready.staged(name) for name in NAMES]
        tree = [(ready.path / name).read_bytes() for name in NAMES]
        assert index in ([STAGED] * 3, [FIXED] * 3)
        ends = (b"", b"", TAIL)
        assert tree == [index[0] + end for end in ends]  # both as they were, or both as they should be
        assert not [path for path in ready.path.iterdir() if path.name.startswith(".arlint")]
        seen.add(index[0] == FIXED)
    assert len(seen) == 2
    lay_out(ready)
    (ready.path / "a.txt").write_bytes(FIXED)  # as after a failure of the machine itself
    finish = start(ready, tmp_path)
    finish.communicate()
    if ready.staged("a.txt") == STAGED:
        pytest.fail("the next run did not finish what was begun")
    assert (ready.path / "c.txt").read_bytes() == FIXED + TAIL


def test_asked_to_end_while_writing(ready: Repo, tmp_path: Path) -> None:
    for pause in (0.0, 0.01, 0.02, 0.03):
        lay_out(ready)
        process = start(ready, tmp_path)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(pause)
        process.terminate()
        process.communicate()
        done = {ready.staged(name) == FIXED for name in NAMES} | {(ready.path / name).read_bytes().startswith(FIXED) for name in NAMES}
        assert len(done) == 1  # all or nothing: signals wait


def test_locked_index(ready: Repo, tmp_path: Path) -> None:
    lay_out(ready)
    (ready.path / ".git" / "index.lock").touch()
    process = start(ready, tmp_path)
    process.communicate()
    assert process.returncode
    assert [ready.staged(name) for name in NAMES] == [STAGED] * 3
    assert [(ready.path / name).read_bytes() for name in NAMES] == [STAGED, STAGED, STAGED + TAIL]
