"""One run of `arlint check`: paths → files → findings → report, fixes, exit code."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import NamedTuple

from arlint.cli import terminal
from arlint.cli.group import complain
from arlint.configfiles import Configurations, Overrides, Settings, relative
from arlint.document import Document
from arlint.errors import ArlintError
from arlint.formats import files
from arlint.formats.catalogue import format_of
from arlint.formats.files import SourceFile
from arlint.linter import Linter
from arlint.messages import Messages, messages
from arlint.reports.protocol import FileReport, Style, load

STANDARD_INPUT = "-"


class Request(NamedTuple):
    """What the command line asks for."""

    paths: tuple[str, ...]
    overrides: Overrides
    fix: bool = False
    unsafe_fixes: bool = False
    diff: bool = False
    report: str = "text"
    statistics: bool = False
    unused_suppressions: bool = False
    exit_zero: bool = False
    stdin_filename: str = STANDARD_INPUT


class Run:
    """Checks the files of a request one after the other; the report is written as they are done."""

    def __init__(self, request: Request, texts: Messages) -> None:
        self.request = request
        self.texts = texts
        self.configurations = Configurations(request.overrides)
        self.failed = False
        self._linters: dict[Settings, Linter] = {}

    def run(self) -> int:
        """Gives the exit code. Raises ArlintError when nothing can be run at all."""
        found = 0
        style = Style(self.texts, terminal.shows_colours(sys.stdout))
        terminal.write(load(self.request.report).render(self._reports(), style))
        if self.failed:
            return 2
        return 1 if found and not self.request.exit_zero else 0

    def _reports(self) -> Iterator[FileReport]:
        for path in self.request.paths:
            try:
                yield self._check(path)
            except ArlintError as error:
                self.failed = True
                complain(self.texts.error(error), self.texts)

    def _check(self, path: str) -> FileReport:
        source = files.read(path)
        document = format_of(path).parse(source.text)
        result = self._linter(self.configurations.for_path(path)).examine(document, path)
        return FileReport(path, document, result.findings)

    def _linter(self, settings: Settings) -> Linter:
        if settings not in self._linters:
            self._linters[settings] = Linter(settings.config)
        return self._linters[settings]
