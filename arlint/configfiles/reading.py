"""The text of a configuration file; what is none is told to be none, with what to do about it."""

from __future__ import annotations

import os

from arlint.configfiles.search import own_file
from arlint.errors import ArlintError, Saying, say
from arlint.formats.errors import (
    BinaryFileError,
    DamagedTextError,
    FileError,
    ForeignFormatError,
    MissingPathError,
    UndecodableError,
)
from arlint.formats.files import read
from arlint.pathnames import shown


class UnusableConfigurationError(ArlintError):
    """There is no configuration file at the path: nothing, a folder, or a file of another kind."""

    def __init__(self, path: str, problem: Saying, remedy: Saying) -> None:
        self.details = {"path": shown(path), "problem": problem, "remedy": remedy}
        super().__init__("{path}: {problem}; {remedy}".format_map(self.details))


def configuration_text(path: str) -> str:
    """What the file at `path` says. Raises UnusableConfigurationError, UnreadableError; for a folder also TwoConfigurationsError."""
    if os.path.isdir(path):
        raise _folder_error(path)
    try:
        return read(path).text
    except FileError as error:
        raise _instead_of(error) from None


def _folder_error(folder: str) -> UnusableConfigurationError:
    inside = own_file(folder)
    if inside:
        remedy = say("name the file in it: {path}", path=shown(inside))
    else:
        remedy = say("name a file, or write one into this folder with 'arlint config init {path}'", path=shown(folder))
    return UnusableConfigurationError(folder, say("this is a folder, not a configuration file"), remedy)


def _instead_of(error: FileError) -> ArlintError:
    """What to say of a configuration file for an error that speaks of copy."""
    if isinstance(error, MissingPathError):
        remedy = say("check the spelling of the path, or write a new one with 'arlint config init'")
        return UnusableConfigurationError(error.path, say("there is no such configuration file"), remedy)
    if isinstance(error, (BinaryFileError, ForeignFormatError)):
        remedy = say("name a TOML file, such as arlint.toml")
        return UnusableConfigurationError(error.path, say("this is no text, and so no configuration file"), remedy)
    if isinstance(error, (UndecodableError, DamagedTextError)):
        problem = say("byte {offset} (0x{byte:02X}) is not {encoding}", **error.details)
        return UnusableConfigurationError(error.path, problem, say("save the file in UTF-8"))
    return error
