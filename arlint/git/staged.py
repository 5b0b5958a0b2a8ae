"""What is about to be committed."""

from __future__ import annotations

import os
from collections.abc import Iterator

from arlint.errors import ArlintError
from arlint.git.process import git
from arlint.git.repository import Repository
from arlint.records import NamedTuple

_REGULAR = ("100644", "100755")  # neither symbolic links nor submodules


class ConflictError(ArlintError):
    """The index holds an unresolved conflict."""

    def __init__(self, path: str) -> None:
        self.details = {"path": path}
        super().__init__(f"{path}: an unresolved conflict in the index; resolve it and 'git add' the file")


class TrackedFile(NamedTuple):
    """A regular file in the index or in a commit. path: relative to the top of the working tree. name: of its blob."""

    path: str
    mode: str
    name: str


class Difference(NamedTuple):
    """One entry of `git diff --raw`. status: a letter; M modified, T another type, U unmerged, …"""

    status: str
    file: TrackedFile

    @property
    def is_regular(self) -> bool:
        return self.file.mode in _REGULAR


def staged_files(repository: Repository) -> list[TrackedFile]:
    """The regular files that are added or changed in the index. Raises ConflictError.

    In a merge only those that differ from both sides: the rest was committed before.
    """
    found = _staged(repository)
    if repository.has("MERGE_HEAD"):
        theirs = {file.path for file in _staged(repository, "MERGE_HEAD")}
        return [file for file in found if file.path in theirs]
    return found


def differences(raw: bytes) -> Iterator[Difference]:
    """The entries of `git diff --raw -z`; of a rename the new path."""
    fields = iter(raw.split(b"\0"))
    for head in fields:
        if not head.startswith(b":"):
            return
        _, mode, _, name, status = head.decode().split(" ")
        path = next(fields)
        if status[0] in "RC":
            path = next(fields)
        yield Difference(status[0], TrackedFile(os.fsdecode(path), mode, name))


def _staged(repository: Repository, *since: str) -> list[TrackedFile]:
    arguments = ("--cached", "--raw", "-z", "--no-abbrev", "--no-renames", "--diff-filter=ACMTU", *since)
    found = list(differences(git("diff", *arguments, folder=repository.top)))
    for one in found:
        if one.status == "U":
            raise ConflictError(one.file.path)
    return [one.file for one in found if one.is_regular]
