"""Running git."""

from __future__ import annotations

import os

from arlint.errors import ArlintError

_HUGE = 8_000_000  # bytes; more than any text a person writes, and minutes of work


class NoGitError(ArlintError):
    """There is no git on this machine."""

    def __init__(self) -> None:
        super().__init__("git is not installed, or not on the PATH; this command needs it")


class NotARepositoryError(ArlintError):
    """The folder is in no repository."""

    def __init__(self, folder: str) -> None:
        self.details = {"folder": folder}
        super().__init__(f"{folder}: not a git repository, nor is any folder above it; run this inside one, or run 'git init' first")


class GitFailedError(ArlintError):
    """git itself says that something is wrong."""

    def __init__(self, command: str, reason: str) -> None:
        self.details = {"command": command, "reason": reason}
        super().__init__(f"git {command} failed: {reason}")


class Outcome(bytes):
    """What git wrote; `code` is its exit code, `error` the last line of what it complained of."""

    code: int
    error: str


def git(*arguments: str, folder: str | None = None, stdin: bytes = b"", index: str | None = None) -> bytes:
    """What git writes to standard output. `index`: another index file. Raises NoGitError, NotARepositoryError, GitFailedError."""
    done = ask(*arguments, folder=folder, stdin=stdin, index=index)
    if done.code:
        raise GitFailedError(next(one for one in arguments if not one.startswith("-")), done.error)
    return bytes(done)


def ask(*arguments: str, folder: str | None = None, stdin: bytes = b"", index: str | None = None) -> Outcome:
    """As `git`, for commands whose failure says something. Raises NoGitError, NotARepositoryError."""
    import subprocess

    environment = {**os.environ, "LC_ALL": "C", **({"GIT_INDEX_FILE": index} if index else {})}
    try:
        # A session of its own: what interrupts us does not stop git half-way through writing.
        done = subprocess.run(
            ("git", *arguments), input=stdin, capture_output=True, cwd=folder, env=environment, check=False, start_new_session=True
        )
    except FileNotFoundError:
        raise NoGitError from None
    if done.returncode and b"not a git repository" in done.stderr:
        raise NotARepositoryError(folder or os.getcwd())
    outcome = Outcome(done.stdout)
    outcome.code = done.returncode
    said = [line for line in done.stderr.decode("utf-8", "replace").splitlines() if line and not line.startswith(("hint:", "\t"))]
    named = [line for line in said if line.startswith(("fatal: ", "error: "))] or said  # advice may follow the reason
    outcome.error = named[-1].removeprefix("fatal: ").removeprefix("error: ") if named else f"exit code {done.returncode}"
    return outcome


class UnreadableObjectError(ArlintError):
    """git cannot give the content of a file that is staged or being pushed."""

    def __init__(self, path: str, reason: str) -> None:
        self.details = {"path": path, "reason": reason}
        super().__init__(f"{path}: git cannot read its content ({reason}); 'git fsck' tells more, 'git add' it again")


class HugeFileError(ArlintError):
    """More than arlint looks at before a commit."""

    def __init__(self, path: str, size: int) -> None:
        self.details = {"path": path, "size": f"{size:,}"}
        super().__init__(f"{path}: {size:,} bytes, too much to check before a commit; passed over: check it with 'arlint check'")


class Blobs:
    """The contents of objects, read in one go. `contents` holds those that can be read and are not huge, by object name."""

    def __init__(self, names: list[str], folder: str) -> None:
        """Raises NoGitError, NotARepositoryError."""
        self._folder = folder
        self._sizes = self._measure(names)
        self.contents = self._read([name for name in dict.fromkeys(names) if 0 <= self._sizes.get(name, -1) <= _HUGE])

    def content(self, name: str, path: str) -> bytes:
        """The content of an object; `path` is for errors. Raises HugeFileError, UnreadableObjectError."""
        if name in self.contents:
            return self.contents[name]
        if (size := self._sizes.get(name, -1)) > _HUGE:
            raise HugeFileError(path, size)
        raise UnreadableObjectError(path, ask("cat-file", "blob", name, folder=self._folder).error)

    def _measure(self, names: list[str]) -> dict[str, int]:
        if not names:
            return {}
        lines = ask("cat-file", "--batch-check", folder=self._folder, stdin="".join(f"{name}\n" for name in names).encode())
        fields = [line.split() for line in lines.decode().splitlines()]
        return {one[0]: int(one[2]) for one in fields if len(one) == 3 and one[1] == "blob"}

    def _read(self, names: list[str]) -> dict[str, bytes]:
        if not names:
            return {}
        stream = ask("cat-file", "--batch", folder=self._folder, stdin="".join(f"{name}\n" for name in names).encode())
        if stream.code:  # one bad object stops the stream: ask for each alone
            alone = {name: ask("cat-file", "blob", name, folder=self._folder) for name in names}
            return {name: bytes(content) for name, content in alone.items() if not content.code}
        contents, at = {}, 0
        for name in names:
            start = stream.index(b"\n", at) + 1
            contents[name] = bytes(stream[start : start + self._sizes[name]])
            at = start + self._sizes[name] + 1
        return contents
