"""arlint as a git hook: a small script in the repository's folder of hooks, before which a hook that was there is still run."""

from __future__ import annotations

import os
import shlex
import shutil
import stat
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from enum import Enum

from arlint.errors import ArlintError, Saying, reason
from arlint.git.repository import Repository
from arlint.records import NamedTuple

KINDS = ("pre-commit", "pre-push")
KEPT = ".before-arlint"
_MARK = "# Written by `arlint hook install`; `arlint hook uninstall` takes it away."
_SKIP = {"pre-commit": "git commit --no-verify", "pre-push": "git push --no-verify"}
# The kept hook is given the arguments and the standard input that git gave; arlint runs only when it agrees.
_SCRIPT = """\
#!/bin/sh
{mark}
kept="$(dirname -- "$0")/{kind}{suffix}"
{before}arlint={command}
if [ ! -x "$arlint" ]; then
    arlint=$(command -v arlint) || {{
        echo "arlint: not found; install it again, or get past this once with: {skip}" >&2
        exit 2
    }}
fi
{run}
"""
_BEFORE = {
    "pre-commit": 'if [ -x "$kept" ]; then "$kept" "$@" || exit $?; fi\n',
    "pre-push": 'refs=$(cat)\nif [ -x "$kept" ]; then printf \'%s\\n\' "$refs" | "$kept" "$@" || exit $?; fi\n',
}
_RUN = {
    "pre-commit": 'exec "$arlint" hook run --pre-commit{options}',
    "pre-push": 'printf \'%s\\n\' "$refs" | "$arlint" hook run --pre-push --remote "$1"{options}',
}


class State(Enum):
    """What stands in a hook's place: nothing, arlint's, another one."""

    NONE = "none"
    OURS = "ours"
    OTHER = "other"


class Hook(NamedTuple):
    """A hook's place and what stands there; kept: where the hook stands that is run before arlint's, "" without one."""

    kind: str
    path: str
    state: State
    kept: str


class TwoHooksError(ArlintError):
    """Another tool has written its hook over arlint's, and the one that arlint kept is still there."""

    def __init__(self, path: str, kept: str) -> None:
        self.details = {"path": path, "kept": kept}
        super().__init__(f"{path}: a hook of another tool, and {kept} is there too; put the two together or remove one, then install again")


class UnwritableHookError(ArlintError):
    """The folder of hooks can't be written."""

    def __init__(self, path: str, reason: Saying) -> None:
        self.details = {"path": path, "reason": reason}
        super().__init__(f"{path}: the hook cannot be written ({reason})")


def hook(repository: Repository, kind: str) -> Hook:
    """What stands in the place of a hook, "pre-commit" or "pre-push"."""
    path = os.path.join(repository.hooks, kind)
    kept = path + KEPT
    return Hook(kind, path, _state(path), kept if os.path.lexists(kept) else "")


def install(repository: Repository, kind: str, command: str, options: Sequence[str] = ()) -> Hook:
    """Write the hook, which runs `command` (a path); an existing hook is kept and run first.

    Installing again renews the script. Raises TwoHooksError, UnwritableHookError.
    """
    found = hook(repository, kind)
    if found.state is State.OTHER and found.kept:
        raise TwoHooksError(found.path, found.kept)
    try:
        os.makedirs(os.path.dirname(found.path), exist_ok=True)
        if found.state is State.OTHER:
            # A copy, so that at no moment there is no hook.
            shutil.copy2(found.path, found.path + KEPT, follow_symlinks=False)
        _write(found.path, script(kind, command, options))
    except OSError as error:
        raise UnwritableHookError(found.path, reason(error)) from None
    return hook(repository, kind)


def uninstall(repository: Repository, kind: str) -> Hook:
    """Take arlint's hook away and put the kept one back; gives what stood there. Raises UnwritableHookError."""
    found = hook(repository, kind)
    if found.state is not State.OURS:
        return found
    try:
        if found.kept:
            os.replace(found.kept, found.path)
        else:
            os.unlink(found.path)
    except OSError as error:
        raise UnwritableHookError(found.path, reason(error)) from None
    return found


def script(kind: str, command: str, options: Sequence[str] = ()) -> str:
    """The hook, for a POSIX shell."""
    run = _RUN[kind].format(options="".join(f" {shlex.quote(option)}" for option in options))
    return _SCRIPT.format(mark=_MARK, kind=kind, suffix=KEPT, before=_BEFORE[kind], command=shlex.quote(command), skip=_SKIP[kind], run=run)


def _state(path: str) -> State:
    if not os.path.lexists(path):
        return State.NONE
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return State.OURS if _MARK in file.read(500) else State.OTHER
    except OSError:
        return State.OTHER


def _write(path: str, text: str) -> None:
    handle, temporary = tempfile.mkstemp(prefix=".arlint-", dir=os.path.dirname(path))
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        os.chmod(temporary, stat.S_IRWXU | stat.S_IRGRP | stat.S_IXGRP | stat.S_IROTH | stat.S_IXOTH)
        os.replace(temporary, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise
