"""Fixed texts into the index, and into the working tree where it says what the index said.

Whatever interrupts it, nothing is lost, and index and working tree are as they were or as they should be: the new contents
are first stored as objects, which changes nothing; the rest is done by a process that lives on when this one is killed
(`outliving`). It replaces each file of the working tree at one stroke, and last the index, all its entries at one stroke. Even when the
power fails between the two, the slip is still staged: the next run finds and fixes it again, and takes the fixed working tree
for what it is. Signals that ask to end wait for the few milliseconds that this takes.
"""

from __future__ import annotations

import os
import signal
import stat
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any

from arlint.errors import ArlintError
from arlint.git.leftovers import TEMPORARY
from arlint.git.merging import carried_over
from arlint.git.outliving import outliving
from arlint.git.process import GitFailedError, ask, git
from arlint.git.repository import Repository
from arlint.git.staged import TrackedFile
from arlint.records import NamedTuple


class ChangedIndexError(ArlintError):
    """Somebody has staged something else since the file was read."""

    def __init__(self, path: str) -> None:
        self.details = {"path": path}
        super().__init__(f"{path}: staged again while arlint was reading it; nothing was written: run the command again")


class Repair(NamedTuple):
    """A staged file, its content as it is staged, and as it should be."""

    file: TrackedFile
    before: bytes
    after: bytes


class _Replaced(NamedTuple):
    """A file of the working tree as it was."""

    path: str
    content: bytes
    mode: int


def restage(repository: Repository, repairs: Sequence[Repair]) -> None:
    """Put the repaired contents into index and working tree; unstaged changes stay as they are, byte for byte.

    Raises ChangedIndexError, having written nothing, and GitFailedError.
    """
    if not repairs:
        return
    _check_unchanged(repository, repairs)
    entries = b"".join(_entry(repair, _store(repository, repair.after)) for repair in repairs)

    def write() -> None:
        replaced = [one for repair in repairs for one in _repair_working_file(repository, repair)]
        try:
            git("update-index", "-z", "--index-info", folder=repository.top, stdin=entries)
        except GitFailedError:  # such as a lock that another git holds
            for one in replaced:
                _replace(one.path, one.content, one.mode, repository.directory)
            raise
        _repair_kept_index(repository, repairs, entries)

    with _undisturbed():
        outliving(write)
    ask("update-index", "-q", "--refresh", folder=repository.top)


def _check_unchanged(repository: Repository, repairs: Sequence[Repair]) -> None:
    now = _names(git("ls-files", "--stage", "-z", folder=repository.top))
    for repair in repairs:
        if now.get(repair.file.path) != repair.file.name:
            raise ChangedIndexError(repair.file.path)


def _names(stage: bytes) -> dict[str, str]:
    """The blob of each path, of what `git ls-files --stage -z` writes."""
    entries = (entry.partition(b"\t") for entry in stage.split(b"\0")[:-1])
    return {os.fsdecode(path): head.split()[1].decode() for head, _, path in entries}


def _store(repository: Repository, content: bytes) -> str:
    return git("hash-object", "-w", "--stdin", folder=repository.top, stdin=content).decode().strip()


def _entry(repair: Repair, name: str) -> bytes:
    return f"{repair.file.mode} {name}\t".encode() + os.fsencode(repair.file.path) + b"\0"


def _repair_kept_index(repository: Repository, repairs: Sequence[Repair], entries: bytes) -> None:
    """`git commit FILE` commits from an index of its own and keeps the real one, where the file is staged too, for afterwards."""
    own = os.environ.get("GIT_INDEX_FILE", "")
    kept = os.path.join(repository.directory, "index.lock")
    if not os.path.basename(own).startswith("next-index-") or not os.path.isfile(kept):
        return
    now = _names(git("ls-files", "--stage", "-z", folder=repository.top, index=kept))
    same = {os.fsencode(repair.file.path) for repair in repairs if now.get(repair.file.path) == repair.file.name}
    chosen = b"".join(one + b"\0" for one in entries.split(b"\0")[:-1] if one.partition(b"\t")[2] in same)
    git("update-index", "-z", "--index-info", folder=repository.top, stdin=chosen, index=kept)


def _repair_working_file(repository: Repository, repair: Repair) -> Iterator[_Replaced]:
    """Gives what was replaced. A file that is gone, is no regular file any more or can't be written is left alone."""
    path = os.path.join(repository.top, repair.file.path)
    with suppress(OSError):
        status = os.lstat(path)
        if not stat.S_ISREG(status.st_mode):
            return
        with open(path, "rb") as file:
            found = file.read()
        content = carried_over(repair.before, repair.after, found)
        if content != found:
            _replace(path, content, status.st_mode, repository.directory)
            yield _Replaced(path, found, status.st_mode)


def _replace(path: str, content: bytes, mode: int, scratch: str) -> None:
    """The half-written file stands in git's own folder, where nobody minds it; on another file system beside the file."""
    if os.stat(scratch).st_dev != os.stat(os.path.dirname(path)).st_dev:
        scratch = os.path.dirname(path)
    handle, temporary = tempfile.mkstemp(prefix=TEMPORARY, dir=scratch)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, stat.S_IMODE(mode))
        os.replace(temporary, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Signals that ask to end are answered afterwards."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    asked: list[int] = []
    known: dict[int, Any] = {}
    for number in (signal.SIGINT, signal.SIGTERM, *((signal.SIGHUP,) if hasattr(signal, "SIGHUP") else ())):
        known[number] = signal.signal(number, lambda received, _: asked.append(received))
    try:
        yield
    finally:
        for number, handler in known.items():
            signal.signal(number, handler)
        if asked:
            signal.raise_signal(asked[0])
