"""How reading and writing files fails, a class for each way."""

from __future__ import annotations

from arlint.errors import ArlintError


class FileError(ArlintError):
    """Something is the matter with the file `path`. `template` tells it in English; its names are the keyword arguments."""

    template = "{path}"

    def __init__(self, path: str, **details: object) -> None:
        self.path = path
        self.details = {"path": path, **details}
        super().__init__(self.template.format_map(self.details))


class MissingPathError(FileError):
    """There is nothing at the path."""

    template = "{path}: no such file or folder; check the spelling of the path"


class UnreadableError(FileError):
    """The system does not let arlint read it."""

    template = "{path}: cannot be read ({reason}); check its permissions"


class UnwritableError(FileError):
    """The system does not let arlint replace it."""

    template = "{path}: cannot be written ({reason}); the file is as it was"


class NoTextError(FileError):
    """A folder holds no file of a format arlint reads."""

    template = "{path}: no text in this folder; arlint looks for {suffixes} and passes over hidden and ignored files"


class BinaryFileError(FileError):
    """NUL bytes: this is no text."""

    template = "{path}: not a text file (NUL byte at byte {offset}); leave it out"


class ForeignFormatError(FileError):
    """A document that is read by another program."""

    template = "{path}: this is {kind}, which arlint does not read; save its text as plain text, Markdown or HTML"


class UndecodableError(FileError):
    """The bytes are not in the encoding. `fits` names the encodings that they could be in."""

    template = "{path}: byte {offset} (0x{byte:02X}) is not {encoding}; this file could be {fits}: name it with --encoding"


class DamagedTextError(FileError):
    """The bytes are in no encoding that arlint thinks of."""

    template = "{path}: byte {offset} (0x{byte:02X}) is not {encoding}; UTF-16 and Windows-1256 don't fit: the file seems damaged"


class UnknownEncodingError(ArlintError):
    """Nobody knows an encoding of this name."""

    def __init__(self, name: str) -> None:
        self.details = {"name": name}
        super().__init__(f"there is no encoding {name!r}; valid: utf-8, utf-16, windows-1256 and others that Python knows")


class UnencodableFixError(FileError):
    """A repair needs a character that the file's encoding lacks."""

    template = "{path}: the repaired text does not go into {encoding}; the file is as it was: convert it to UTF-8 first"


class ChangedFileError(FileError):
    """Somebody has written to the file since it was read."""

    template = "{path}: changed while arlint was reading it; nothing was written: run arlint again"
