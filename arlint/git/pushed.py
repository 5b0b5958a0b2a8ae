"""What is about to be pushed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from arlint.git.process import ask, git
from arlint.git.repository import Repository
from arlint.git.staged import TrackedFile, differences


def pushed_files(repository: Repository, remote: str, lines: Iterable[str]) -> list[TrackedFile]:
    """The regular files that a push adds or changes, as the last pushed commit has them.

    `lines` are what git gives a pre-push hook: local ref, local object, remote ref, remote object. `remote` is its name or address.
    """
    found: dict[TrackedFile, None] = {}
    for line in lines:
        fields = line.split()
        if len(fields) == 4 and fields[1].strip("0"):
            found.update(dict.fromkeys(_of_ref(repository, remote, fields[1], fields[3])))
    return list(found)


def _of_ref(repository: Repository, remote: str, local: str, known: str) -> Iterator[TrackedFile]:
    folder = repository.folder
    commit = ask("rev-parse", "--verify", "--quiet", f"{local}^{{commit}}", folder=folder)
    if commit.code:  # a tag of something else than a commit
        return
    tip = commit.decode().strip()
    raw = ("--raw", "-z", "--no-abbrev", "--no-renames", "--diff-filter=ACMT")
    if known.strip("0") and not ask("cat-file", "-e", f"{known}^{{commit}}", folder=folder).code:
        yield from (one.file for one in differences(git("diff", *raw, known, tip, folder=folder)) if one.is_regular)
        return
    there = f"--remotes={remote}" if _is_name(remote) else "--remotes"
    log = git("log", "--format=", "--name-only", "-z", "-m", "--root", "--no-renames", tip, "--not", there, folder=folder)
    paths = {os.fsdecode(path.lstrip(b"\n")) for path in log.split(b"\0")}
    yield from (file for file in _tree(tip, folder) if file.path in paths)


def _is_name(remote: str) -> bool:
    return not any(char in remote for char in "/:\\*?[")


def _tree(commit: str, folder: str) -> Iterator[TrackedFile]:
    """All regular files of a commit."""
    for entry in git("ls-tree", "-r", "-z", "--full-tree", commit, folder=folder).split(b"\0")[:-1]:
        head, _, path = entry.partition(b"\t")
        mode, kind, name = head.decode().split(" ")
        if kind == "blob" and mode.startswith("100"):
            yield TrackedFile(os.fsdecode(path), mode, name)
