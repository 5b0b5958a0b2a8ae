"""From the paths a person gives to the files that are checked.

A file named outright is checked whatever it is. A folder is searched for files of known formats; hidden files, folders of tools, what
.gitignore names (also in folders above, up to the repository's) and what the configuration excludes are passed over.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from arlint.errors import reason
from arlint.formats.catalogue import formats, known_format
from arlint.formats.errors import MissingPathError, NoTextError, UnreadableError
from arlint.records import NamedTuple

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_TOOLS = frozenset({"__pycache__", "build", "dist", "node_modules", "site-packages", "venv"})

Excluded = Callable[[str], bool]


class _Ignores(NamedTuple):
    """The patterns of one folder's .gitignore."""

    folder: str
    spec: GitIgnoreSpec


def find_files(path: str, excluded: Excluded = lambda path: False) -> Iterator[str]:
    """The files that a path stands for, in order. Raises MissingPathError, NoTextError and, for a folder, UnreadableError."""
    if not os.path.isdir(path):
        if not os.path.exists(path):
            raise MissingPathError(path)
        yield path
        return
    found = False
    for file in _walk(path, _ignores_above(os.path.abspath(path)), excluded):
        found = True
        yield file
    if not found:
        raise NoTextError(path, suffixes=" ".join(suffix for one in formats() for suffix in one.SUFFIXES))


def _walk(folder: str, ignores: tuple[_Ignores, ...], excluded: Excluded) -> Iterator[str]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        raise UnreadableError(folder, reason=reason(error)) from None
    if any(entry.name == ".gitignore" for entry in entries):
        ignores = (*ignores, *_read_ignores(os.path.abspath(folder)))
    for entry in entries:
        is_folder = entry.is_dir(follow_symlinks=False)
        if entry.name.startswith(".") or (is_folder and entry.name in _TOOLS):
            continue
        path = entry.path.removeprefix(f".{os.sep}")
        if _is_ignored(path, is_folder, ignores) or excluded(path):
            continue
        if is_folder:
            yield from _walk(path, ignores, excluded)
        elif entry.is_file() and known_format(entry.name):
            yield path


def _is_ignored(path: str, is_folder: bool, ignores: tuple[_Ignores, ...]) -> bool:
    """As git decides: the nearest .gitignore with an opinion, in it the last pattern."""
    if not ignores:
        return False
    full = os.path.abspath(path)
    for folder, spec in reversed(ignores):
        inside = os.path.relpath(full, folder).replace(os.sep, "/")
        verdict = spec.check_file(f"{inside}/" if is_folder else inside).include
        if verdict is not None:
            return verdict
    return False


def _ignores_above(folder: str) -> tuple[_Ignores, ...]:
    """What the folders above `folder` ignore, up to the root of its repository, outermost first; nothing outside one."""
    above: list[str] = []
    while not os.path.exists(os.path.join(folder, ".git")):
        parent = os.path.dirname(folder)
        if parent == folder:
            return ()
        above.append(parent)
        folder = parent
    exclude = _read_ignores(folder, os.path.join(".git", "info", "exclude"))
    return (*exclude, *(one for parent in reversed(above) for one in _read_ignores(parent)))


def _read_ignores(folder: str, name: str = ".gitignore") -> tuple[_Ignores, ...]:
    try:
        with open(os.path.join(folder, name), encoding="utf-8", errors="replace") as file:
            lines = file.read().splitlines()
    except OSError:
        return ()
    from pathspec import GitIgnoreSpec

    return (_Ignores(folder, GitIgnoreSpec.from_lines(lines)),)
