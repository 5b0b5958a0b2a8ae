"""Where the texts of a run come from and where fixed ones go: files and standard input, or what git is about to commit or push."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from arlint.cli import terminal
from arlint.configfiles import Configurations, Settings
from arlint.errors import ArlintError
from arlint.formats import files
from arlint.formats.discovery import find_files
from arlint.formats.encoding import encode
from arlint.formats.files import SourceFile

STANDARD_INPUT = "-"

Fail = Callable[[ArlintError], object]


class ClosedInputError(ArlintError):
    """Text is asked for from a standard input that was closed before arlint began."""

    def __init__(self) -> None:
        super().__init__("standard input is closed; name a file, or give the text with '<' or '|'")


class Input(Protocol):
    """The texts of a run."""

    def paths(self, configurations: Configurations, fail: Fail) -> list[str]:
        """What is to be checked, in order. What can't be is told to `fail`."""

    def name(self, path: str) -> str:
        """What a path is called: in reports, for its format and its configuration."""

    def read(self, path: str, settings: Settings) -> SourceFile:
        """Raises ArlintError."""

    def put(self, source: SourceFile, text: str) -> None:
        """The fixed text to where it belongs. Raises ArlintError."""


class Files:
    """Files, folders, standard input.

    stdin_name: what the text on standard input is called. force_exclude: leave out what the configuration excludes even when it
    is named. within: only these, of all that are found.
    """

    def __init__(
        self,
        paths: Sequence[str],
        stdin_name: str = STANDARD_INPUT,
        *,
        force_exclude: bool = False,
        within: Callable[[str], bool] = lambda path: True,
    ) -> None:
        self._paths = paths
        self._stdin_name = stdin_name
        self._force_exclude = force_exclude
        self._within = within

    def paths(self, configurations: Configurations, fail: Fail) -> list[str]:
        """The files of all paths, each once, in the order of the paths."""
        found: dict[str, None] = {}
        for path in self._paths:
            try:
                found.update(dict.fromkeys(self._files(path, configurations)))
            except ArlintError as error:
                fail(error)
        return [path for path in found if self._within(path)]

    def name(self, path: str) -> str:
        """Standard input has the name it was given."""
        return self._stdin_name if path == STANDARD_INPUT else path

    def read(self, path: str, settings: Settings) -> SourceFile:
        """Raises FileErrors."""
        if path == STANDARD_INPUT:
            return files.from_bytes(self._stdin_name, self._standard_input(), settings.encoding)
        return files.read(path, settings.encoding)

    def _standard_input(self) -> bytes:
        if sys.stdin is None:  # whoever started arlint has closed it
            raise ClosedInputError()
        return sys.stdin.buffer.read()

    def put(self, source: SourceFile, text: str) -> None:
        """Standard input's text to standard output, a file's into the file. Raises FileErrors."""
        if STANDARD_INPUT in self._paths and source.path == self._stdin_name:
            terminal.write_bytes(encode(source.path, text, source.encoding))
        elif text != source.text:
            files.replace(source, text)

    def _files(self, path: str, configurations: Configurations) -> Iterator[str]:
        if path == STANDARD_INPUT:
            yield path
            return
        excludes = configurations.for_path(path).excludes
        found = find_files(path, excludes)
        yield from (one for one in found if not excludes(one)) if self._force_exclude else found
