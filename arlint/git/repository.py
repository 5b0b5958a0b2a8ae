"""Which repository a folder is in."""

from __future__ import annotations

import os

from arlint.errors import ArlintError
from arlint.git.process import GitFailedError, ask, git
from arlint.records import NamedTuple


class NoWorkTreeError(ArlintError):
    """A bare repository, and git's own folder, have no working tree to commit from."""

    def __init__(self, folder: str) -> None:
        self.details = {"folder": folder}
        super().__init__(f"{folder}: there is no working tree here to commit from; go to it, or in a bare repository use the pre-push hook")


class Repository(NamedTuple):
    """directory: git's own folder (of a worktree: the worktree's). top: the uppermost folder of the working tree, "" in a bare one."""

    directory: str
    top: str

    @property
    def folder(self) -> str:
        """Where git runs hooks."""
        return self.top or self.directory

    @property
    def hooks(self) -> str:
        """The folder of hooks, whatever core.hooksPath, worktrees and submodules make of it."""
        path = _line(git("rev-parse", "--git-path", "hooks", folder=self.folder))
        return os.path.join(self.folder, path)

    def has(self, name: str) -> bool:
        """Is there a file of this name in git's folder, such as MERGE_HEAD?"""
        return os.path.exists(os.path.join(self.directory, name))


def repository(folder: str | None = None) -> Repository:
    """The repository of a folder, by default the current one. Raises NoGitError, NotARepositoryError, GitFailedError."""
    said = ask("rev-parse", "--absolute-git-dir", "--show-toplevel", folder=folder)
    if said.code == 0:
        directory, top = os.fsdecode(bytes(said)).rstrip("\n").split("\n", 1)
        return Repository(directory, top)
    if b"\n" in bytes(said):  # the folder was told, a working tree there is none
        return Repository(_line(said), "")
    raise GitFailedError("rev-parse", said.error)


def work_tree(folder: str | None = None) -> Repository:
    """As `repository`. Raises NoWorkTreeError too."""
    found = repository(folder)
    if not found.top:
        raise NoWorkTreeError(found.directory)
    return found


def _line(said: bytes) -> str:
    return os.fsdecode(bytes(said).split(b"\n")[0])
