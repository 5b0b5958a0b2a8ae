"""Reading a file, and replacing it at one stroke: either as it was, or with the new text, never between."""

from __future__ import annotations

import os
from contextlib import suppress

from arlint.errors import reason
from arlint.formats.encoding import Encoding, decode, encode
from arlint.formats.errors import ChangedFileError, MissingPathError, UnencodableFixError, UnreadableError, UnwritableError
from arlint.records import NamedTuple


class SourceFile(NamedTuple):
    """A file as it was read. `text` is without byte order mark; its line ends are the file's."""

    path: str
    raw: bytes
    text: str
    encoding: Encoding


def read(path: str, encoding: str | None = None) -> SourceFile:
    """Raises FileErrors: missing, not to be read, binary, in no or another encoding."""
    return from_bytes(path, read_bytes(path), encoding)


def from_bytes(path: str, raw: bytes, encoding: str | None = None) -> SourceFile:
    """Bytes that came from elsewhere, such as standard input; `path` is for errors."""
    return SourceFile(path, raw, *decode(path, raw, encoding))


def read_bytes(path: str) -> bytes:
    """The whole content. Raises MissingPathError, UnreadableError."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except (FileNotFoundError, NotADirectoryError):
        raise MissingPathError(path) from None
    except (OSError, ValueError) as error:
        raise UnreadableError(path, reason=reason(error)) from None


def replace(source: SourceFile, text: str) -> None:
    """Put `text` in place of the file's, in its encoding, its mode and, behind a symbolic link, its place kept.

    Raises ChangedFileError when the file is no longer as it was read, UnencodableFixError, UnwritableError.
    """
    if encode(source.path, source.text, source.encoding) != source.raw:  # this codec can't give the bytes back
        raise UnencodableFixError(source.path, encoding=source.encoding.name)
    content = encode(source.path, text, source.encoding)
    target = os.path.realpath(source.path)
    try:
        _swap(source, target, content)
    except OSError as error:
        raise UnwritableError(source.path, reason=reason(error)) from None


def _swap(source: SourceFile, target: str, content: bytes) -> None:
    import tempfile

    status = os.stat(target)
    if not os.access(target, os.W_OK):
        raise PermissionError(13, os.strerror(13))
    handle, temporary = tempfile.mkstemp(prefix=".arlint-", dir=os.path.dirname(target))
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _take_over(temporary, status)
        if read_bytes(target) != source.raw:
            raise ChangedFileError(source.path)
        os.replace(temporary, target)
    except BaseException:
        os.unlink(temporary)
        raise


def _take_over(temporary: str, status: os.stat_result) -> None:
    """Give the new file the old one's owner, as far as the system lets us, and its mode."""
    if hasattr(os, "chown") and (status.st_uid, status.st_gid) != (os.geteuid(), os.getegid()):
        # Where that is not allowed the file belongs to whoever runs arlint, as with every editor that saves at one stroke.
        with suppress(PermissionError):
            os.chown(temporary, status.st_uid, status.st_gid)
    os.chmod(temporary, status.st_mode & 0o7777)
