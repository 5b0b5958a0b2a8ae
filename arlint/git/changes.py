"""Which lines have changed since a commit."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

from arlint.errors import ArlintError
from arlint.git.process import ask, git
from arlint.git.repository import Repository
from arlint.git.staged import differences
from arlint.records import NamedTuple

_HUNK = re.compile(rb"@@ -\S+ \+(\d+)(?:,(\d+))? @@")
_PLAIN = ("--no-color", "--no-ext-diff", "--no-textconv", "--submodule=short", "--find-renames", "--diff-filter=ACMRTU")


class UnknownCommitError(ArlintError):
    """There is no such commit, branch or tag."""

    def __init__(self, name: str) -> None:
        self.details = {"name": name}
        super().__init__(f"{name!r} is no commit, branch or tag of this repository; a shallow clone may lack it: fetch it first")


class Lines(NamedTuple):
    """Changed lines of a file as spans [first, last] from 0, in order; lines end at line feeds. None: all of them."""

    spans: tuple[tuple[int, int], ...] | None = None

    def touch(self, first: int, last: int) -> bool:
        """Is one of the lines [first, last] changed?"""
        return self.spans is None or any(low <= last and first <= high for low, high in self.spans)


def is_commit(name: str, folder: str) -> bool:
    """Does the repository know a commit by this name?"""
    return not name.startswith("-") and not ask("rev-parse", "--verify", "--quiet", f"{name}^{{commit}}", folder=folder).code


def changed_lines(repository: Repository, since: str = "HEAD") -> dict[str, Lines]:
    """By absolute path: the lines of the working tree that are not as they were where its branch left `since`; untracked files whole.

    Renames are followed. Raises UnknownCommitError; before the first commit everything has changed.
    """
    top = repository.top
    base = _base(since, top)
    found = _lines(top, base) if base else dict.fromkeys(_listed(top, "--cached"), Lines())
    found.update(dict.fromkeys(_listed(top, "--others", "--exclude-standard"), Lines()))
    return {os.path.join(os.path.realpath(top), path): lines for path, lines in found.items()}


def staged_lines(repository: Repository) -> dict[str, Lines]:
    """By path from the top of the working tree: the staged lines that differ from the last commit."""
    return _lines(repository.top, "--cached")


def _base(since: str, top: str) -> str | None:
    """The commit to compare with; None before the first one."""
    if not is_commit(since, top):
        if since == "HEAD":
            return None
        raise UnknownCommitError(since)
    merge = ask("merge-base", since, "HEAD", folder=top)
    return merge.decode().strip() if not merge.code else since


def _listed(top: str, *which: str) -> Iterator[str]:
    return (os.fsdecode(path) for path in git("ls-files", "-z", *which, folder=top).split(b"\0")[:-1])


def _lines(top: str, since: str) -> dict[str, Lines]:
    """The patch names its files in the order of the raw list, which needs no unquoting; a changed type takes two patches."""
    raw = differences(git("diff", "--raw", "-z", "--no-abbrev", *_PLAIN, since, folder=top))
    patches = _patches(git("diff", "--patch", "--unified=0", *_PLAIN, since, folder=top))
    found: dict[str, Lines] = {}
    for one in raw:
        if one.status == "U":
            found[one.file.path] = Lines()
            continue
        lines = next(patches)
        found[one.file.path] = next(patches) if one.status == "T" else lines
    return found


def _patches(text: bytes) -> Iterator[Lines]:
    """The changed lines of each patch; all lines where git takes the file for binary."""
    for patch in re.split(rb"^diff --git ", text, flags=re.MULTILINE)[1:]:
        is_binary = b"\nBinary files " in patch and b"\n@@ " not in patch
        hunks = (_HUNK.match(line) for line in patch.split(b"\n") if line.startswith(b"@@ "))
        spans = ((int(hunk[1]) - 1, int(hunk[2] or 1)) for hunk in hunks if hunk)
        yield Lines(None if is_binary else tuple((first, first + count - 1) for first, count in spans if count))
