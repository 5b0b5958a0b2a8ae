"""One run of `arlint check`: paths → files → findings → report, fixes, exit code. Start at `Run.run`."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from arlint.cli import terminal
from arlint.cli.group import complain
from arlint.cli.summary import Tally
from arlint.config import Config, UnknownSelectorError
from arlint.configfiles import Configurations, Overrides, Settings
from arlint.configfiles.words import lexicon_for
from arlint.document import Document
from arlint.errors import ArlintError
from arlint.finding import Finding, Severity
from arlint.formats import files
from arlint.formats.catalogue import format_of
from arlint.formats.discovery import find_files
from arlint.formats.encoding import encode
from arlint.formats.files import SourceFile
from arlint.linter import Linter, LintResult
from arlint.messages import Messages, messages
from arlint.reports.protocol import FileReport, Style, load

STANDARD_INPUT = "-"
_MANY_FILES, _MANY_BYTES = 50, 2_000_000  # from here on a run is long enough for a progress bar

Render = Callable[[Iterable[FileReport], Style], Iterator[str]]


class Request(NamedTuple):
    """What the command line asks for; see the options of `arlint check`."""

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
        """Raises ArlintError when the configuration of the first path is faulty: nothing is run half configured."""
        self.request = request
        self.configurations = Configurations(request.overrides)
        first = self.configurations.for_path(self._name(request.paths[0]))
        self.texts = messages(first.config.language) if first.language else texts
        self.tally = Tally()
        self._told: set[str] = set()
        self._linters: dict[Settings, Linter] = {}
        self._guards: dict[Settings, Linter] = {}

    def run(self) -> int:
        """Gives the exit code. Raises OutputClosedError."""
        request = self.request
        paths = self._paths()
        out = sys.stderr if STANDARD_INPUT in paths and request.fix and not request.diff else sys.stdout
        style = Style(self.texts, terminal.shows_colours(out))
        with_bar = sys.stderr.isatty() and _is_long(paths)
        reports = self.tally.counting(self._reports(_with_bar(paths, self.texts) if with_bar else paths))
        chunks: Iterable[str] = _exhausted(reports) if request.diff else self._render()(reports, style)
        terminal.write(list(chunks) if with_bar else chunks, out)
        if request.report in ("text", "grouped"):
            terminal.write([self.tally.summary(self.texts, would_fix=request.diff)], sys.stderr if request.diff else out)
        return self.tally.exit_code(exit_zero=request.exit_zero, would_fix=request.diff)

    def _render(self) -> Render:
        if not self.request.statistics:
            return load(self.request.report).render
        from arlint.reports import statistics

        return statistics.render_json if self.request.report == "json" else statistics.render

    def _paths(self) -> list[str]:
        """The files of all paths, each once, in the order of the paths."""
        found: dict[str, None] = {}
        for path in self.request.paths:
            try:
                files_ = (path,) if path == STANDARD_INPUT else find_files(path, self.configurations.for_path(path).excludes)
                found.update(dict.fromkeys(files_))
            except ArlintError as error:
                self._fail(error)
        return list(found)

    def _reports(self, paths: Iterable[str]) -> Iterator[FileReport]:
        for path in paths:
            try:
                yield self._check(path)
            except terminal.OutputClosedError:
                raise
            except ArlintError as error:
                yield FileReport(self._name(path), Document.plain(""), error=self._fail(error))

    def _check(self, path: str) -> FileReport:
        name = self._name(path)
        settings = self.configurations.for_path(name)
        source = self._read(path, name, settings)
        parse = format_of(name).parse
        linter, inside = self._linter(settings), settings.relative(name)
        if not (self.request.fix or self.request.diff):
            document = parse(source.text)
            return self._report(name, document, linter.examine(document, inside))
        from arlint.fixing import fix

        def lint(text: str) -> Sequence[Finding]:
            return linter.lint_document(parse(text), inside)

        def guard(text: str) -> Sequence[Finding]:
            return self._guard(settings).lint_document(parse(text))

        fixed = fix(source.text, lint, unsafe=self.request.unsafe_fixes, guard=None if _is_wide(settings.config) else guard)
        self._put(path, source, fixed.text)
        document = parse(fixed.text)
        return self._report(name, document, linter.examine(document, inside), fixed.applied)

    def _report(self, name: str, document: Document, result: LintResult, fixed: int = 0) -> FileReport:
        for directive, error in result.suppressions.unknown:
            line = document.lines.line_of(directive.start) + 1
            self._fail(UnknownSelectorError(error.selector, f"{name}:{line}", error.remedy))
        unused = result.suppressions.unused if self.request.unused_suppressions else ()
        return FileReport(name, document, result.findings, fixed, unused)

    def _read(self, path: str, name: str, settings: Settings) -> SourceFile:
        if path == STANDARD_INPUT:
            return files.from_bytes(name, sys.stdin.buffer.read(), settings.encoding)
        return files.read(path, settings.encoding)

    def _put(self, path: str, source: SourceFile, text: str) -> None:
        """The fixed text to where it belongs: a diff to standard output, standard input's text too, a file's into the file."""
        if self.request.diff:
            from arlint.fixing import unified_diff

            terminal.write(unified_diff(source.path, source.text, text))
        elif path == STANDARD_INPUT:
            terminal.write_bytes(encode(source.path, text, source.encoding))
        elif text != source.text:
            files.replace(source, text)

    def _linter(self, settings: Settings) -> Linter:
        if settings not in self._linters:
            self._linters[settings] = Linter(settings.config, lexicon_for(settings))
        return self._linters[settings]

    def _guard(self, settings: Settings) -> Linter:
        """By what is judged whether a fix made a new finding: all default rules, whatever is on in this run."""
        if settings not in self._guards:
            self._guards[settings] = Linter(_widened(settings.config), lexicon_for(settings))
        return self._guards[settings]

    def _name(self, path: str) -> str:
        return self.request.stdin_filename if path == STANDARD_INPUT else path

    def _fail(self, error: ArlintError) -> str:
        """Tell an error, once; the run goes on and ends with 2."""
        text = self.texts.error(error)
        if text not in self._told:
            self._told.add(text)
            complain(text, self.texts)
        self.tally.failed = True
        return text


def _is_wide(config: Config) -> bool:
    """Does the configuration leave all default rules on everywhere?"""
    narrowed = config.select is not None or config.ignore or config.per_file_ignores or config.minimum_severity is not Severity.INFO
    return not narrowed


def _widened(config: Config) -> Config:
    """The configuration with all default rules on beside those that were asked for."""
    more = (*(config.select or ()), *config.extend_select)
    return replace(config, select=None, extend_select=more, ignore=(), per_file_ignores={}, minimum_severity=Severity.INFO)


def _is_long(paths: Sequence[str]) -> bool:
    return len(paths) >= _MANY_FILES or sum(os.path.getsize(path) for path in paths if os.path.isfile(path)) >= _MANY_BYTES


def _with_bar(paths: Sequence[str], texts: Messages) -> Iterator[str]:
    import click

    with click.progressbar(paths, label=texts("progress"), file=sys.stderr) as bar:
        yield from bar


def _exhausted(reports: Iterable[FileReport]) -> Iterator[str]:
    """Go through all reports and write none."""
    for _ in reports:
        yield ""
