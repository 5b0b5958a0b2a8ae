"""One run of `arlint check`: paths → files → findings → report, fixes, exit code. Start at `Run.run`."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TextIO

from arlint.cli import terminal
from arlint.cli.group import complain
from arlint.cli.inputs import STANDARD_INPUT, Files, Input
from arlint.cli.summary import Tally
from arlint.configfiles import Configurations, Overrides, Settings
from arlint.configfiles.words import lexicon_for
from arlint.document import Document
from arlint.errors import ArlintError, Saying, reason
from arlint.finding import Finding
from arlint.formats.catalogue import format_of
from arlint.formats.files import SourceFile
from arlint.linter import Linter, LintResult
from arlint.messages import Messages, messages
from arlint.pathnames import shown
from arlint.records import NamedTuple
from arlint.reports.protocol import FileReport, Style, load
from arlint.suppressions import FaultySuppressionError

if TYPE_CHECKING:
    from arlint.cli.sieves import FileSieve, Sieve

_MANY_FILES, _MANY_BYTES = 50, 2_000_000  # from here on a run is long enough for a progress bar


class UnwritableReportError(ArlintError):
    """A report can't be put where it should go."""

    def __init__(self, path: str, reason: Saying) -> None:
        self.details = {"path": path, "reason": reason}
        super().__init__(f"{path}: the report cannot be written ({reason})")


class Output(NamedTuple):
    """A report and the file it goes to; "" is standard output."""

    report: str = "text"
    file: str = ""


class Request(NamedTuple):
    """What the command line asks for; see the options of `arlint check`. Without outputs: text to standard output.

    every_place: are the places of a text's habits told one by one, and not gathered to one finding?
    """

    paths: tuple[str, ...]
    overrides: Overrides
    fix: bool = False
    unsafe_fixes: bool = False
    diff: bool = False
    outputs: tuple[Output, ...] = ()
    statistics: bool = False
    unused_suppressions: bool = False
    exit_zero: bool = False
    stdin_filename: str = STANDARD_INPUT
    every_place: bool = False


class Run:
    """Checks the files of a request one after the other; the report is written as they are done."""

    def __init__(self, request: Request, texts: Messages, source: Input | None = None, sieves: Sequence[Sieve] = ()) -> None:
        """`source`: where texts come from, the request's paths by default. `sieves`: what the run is about, by default all.

        Raises ArlintError when the configuration of the first path is faulty: nothing is run half configured.
        """
        self.request = request
        self.source = source or Files(request.paths, request.stdin_filename)
        self.sieves = tuple(sieves)
        self.configurations = Configurations(request.overrides)
        first = self.configurations.for_path(self.source.name(request.paths[0]))
        self.texts = messages(first.config.language) if first.language else texts
        self.tally = Tally()
        self._told: set[str] = set()
        self._linters: dict[Settings, Linter] = {}
        self._guards: dict[Settings, Linter] = {}

    def run(self) -> int:
        """Gives the exit code. Raises OutputClosedError, UnwritableError."""
        request = self.request
        paths = self.source.paths(self.configurations, self.fail)
        out = sys.stderr if STANDARD_INPUT in paths and request.fix and not request.diff else sys.stdout
        with_bar = sys.stderr.isatty() and _is_long(paths)
        reports = self.tally.counting(self.reports(_with_bar(paths, self.texts) if with_bar else paths))
        outputs = request.outputs or (Output(),)
        if request.diff:
            terminal.write(_exhausted(reports))
        elif len(outputs) == 1 and not outputs[0].file:
            chunks = self._rendered(outputs[0], reports, out)
            terminal.write(list(chunks) if with_bar else chunks, out)
        else:
            self._write_all(outputs, list(reports), out)
        if any(one.report in ("text", "grouped") and not one.file for one in outputs) or all(one.file for one in outputs):
            terminal.write([self.tally.summary(self.texts, would_fix=request.diff)], sys.stderr if request.diff else out)
        return self.tally.exit_code(exit_zero=request.exit_zero, would_fix=request.diff)

    def _write_all(self, outputs: Iterable[Output], reports: Sequence[FileReport], out: TextIO) -> None:
        for output in outputs:
            chunks = self._rendered(output, reports, None if output.file else out)
            if output.file:
                write_report(output.file, "".join(chunks))
            else:
                terminal.write(chunks, out)

    def _rendered(self, output: Output, reports: Iterable[FileReport], stream: TextIO | None) -> Iterator[str]:
        style = Style(self.texts, stream is not None and terminal.shows_colours(stream))
        if not self.request.statistics:
            return load(output.report).render(reports, style)
        from arlint.reports import statistics

        return (statistics.render_json if output.report == "json" else statistics.render)(reports, style)

    def reports(self, paths: Iterable[str]) -> Iterator[FileReport]:
        """Check the paths, one after the other; what fails is told at once."""
        for path in paths:
            try:
                yield self._check(path)
            except terminal.OutputClosedError:
                raise
            except ArlintError as error:
                yield FileReport(self.source.name(path), Document.plain(""), error=self.fail(error))

    def _check(self, path: str) -> FileReport:
        name = self.source.name(path)
        settings = self.configurations.for_path(name)
        source = self.source.read(path, settings)
        parse = format_of(name).parse
        linter, inside = self._linter(settings), settings.relative(name)
        document = parse(source.text)
        sieves = [sieve(name, document) for sieve in self.sieves]
        if not (self.request.fix or self.request.diff):
            del source  # nothing is written back, and its bytes take as much room as the text
            return self._report(name, document, linter, linter.examine(document, inside), sieves)
        from arlint.fixing import fix

        def lint(text: str) -> Sequence[Finding]:
            version = parse(text)
            return _sifted(sieves, version, linter.examine(version, inside).findings)

        def guard(text: str) -> Sequence[Finding]:
            return self._guard(settings).examine(parse(text)).findings

        # Sieves leave findings out as a narrow selection does: only a wide look tells what a fix has brought in.
        wide = settings.config.is_wide and not sieves
        fixed = fix(source.text, lint, unsafe=self.request.unsafe_fixes, guard=None if wide else guard)
        self._put(source, fixed.text)
        document = parse(fixed.text)
        return self._report(name, document, linter, linter.examine(document, inside), sieves, fixed.applied)

    def _report(
        self, name: str, document: Document, linter: Linter, result: LintResult, sieves: Sequence[FileSieve], fixed: int = 0
    ) -> FileReport:
        for fault in result.suppressions.faults:
            self.fail(FaultySuppressionError(f"{shown(name)}:{document.lines.line_of(fault.start) + 1}", fault))
        unused = result.suppressions.unused if self.request.unused_suppressions else ()
        findings = _sifted(sieves, document, result.findings)
        if not self.request.every_place:
            findings = linter.gathered(document, findings)
        known, gone = sum(one.known for one in sieves), sum(one.gone.total() for one in sieves)
        return FileReport(name, document, findings, fixed, unused, known=known, gone=gone)

    def _put(self, source: SourceFile, text: str) -> None:
        """The fixed text to where it belongs; with --diff only the difference to standard output."""
        if self.request.diff:
            from arlint.fixing import unified_diff

            terminal.write(unified_diff(source.path, source.text, text))
        else:
            self.source.put(source, text)

    def _linter(self, settings: Settings) -> Linter:
        if settings not in self._linters:
            self._linters[settings] = Linter(settings.config, lexicon_for(settings))
        return self._linters[settings]

    def _guard(self, settings: Settings) -> Linter:
        """By what is judged whether a fix made a new finding: all default rules, whatever is on in this run."""
        if settings not in self._guards:
            self._guards[settings] = Linter(settings.config.widened(), lexicon_for(settings))
        return self._guards[settings]

    def fail(self, error: ArlintError) -> str:
        """Tell an error, once; the run goes on and ends with 2."""
        text = self.texts.error(error)
        if text not in self._told:
            self._told.add(text)
            complain(text, self.texts)
        self.tally.failed = True
        return text


def _sifted(sieves: Iterable[FileSieve], document: Document, findings: Sequence[Finding]) -> Sequence[Finding]:
    for sieve in sieves:
        findings = sieve.keep(document, findings)
    return findings


def write_report(path: str, text: str) -> None:
    """Put a report into a file, at one stroke. Raises UnwritableReportError."""
    is_special = os.path.exists(path) and not os.path.isfile(path)  # such as a pipe
    fresh = path if is_special else f"{path}.new"
    try:
        with open(fresh, "w", encoding="utf-8", errors="backslashreplace", newline="") as file:
            file.write(text)
        if not is_special:
            os.replace(fresh, path)
    except OSError as error:
        raise UnwritableReportError(path, reason(error)) from None


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
