"""What a run comes to: the last line of a report, and the exit code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from arlint.messages import Messages
from arlint.reports.protocol import FileReport
from arlint.reports.quoting import sentence


class Tally:
    """Counts, as reports go by."""

    def __init__(self) -> None:
        self.findings = self.files = 0
        self.safe = self.unsafe = self.fixed = 0
        self.unused = self.known = self.gone = 0
        self.failed = False

    def counting(self, reports: Iterable[FileReport]) -> Iterator[FileReport]:
        """The reports as they come, counted."""
        for report in reports:
            self.findings += len(report.findings)
            self.files += bool(report.findings)
            self.fixed += report.fixed
            self.unused += len(report.unused)
            self.known += report.known
            self.gone += report.gone
            self.safe += sum(finding.safe_fix is not None for finding in report.findings)
            self.unsafe += sum(bool(finding.fixes) and finding.safe_fix is None for finding in report.findings)
            yield report

    def summary(self, texts: Messages, *, would_fix: bool = False) -> str:
        """One line: how much was fixed, how much was found, how much of it can be fixed."""
        parts = []
        if self.fixed:
            parts.append(texts.count("summary.would_fix" if would_fix else "summary.fixed", self.fixed))
        if self.findings:
            parts.append(f"{texts.count('summary.findings', self.findings)} {texts.count('summary.files', self.files)}")
        if self.safe:
            parts.append(texts.count("summary.fixable", self.safe))
        if self.unsafe:
            parts.append(texts.count("summary.unsafe" if self.safe else "summary.only_unsafe", self.unsafe))
        if not parts and not self.failed and not self.unused:
            parts.append(texts("summary.none").removesuffix(texts("summary.end")))
        if self.known:
            parts.append(texts.count("summary.known", self.known))
        if self.gone:
            parts.append(texts.count("summary.gone", self.gone))
        if not parts:
            return ""
        line = texts("summary.separator").join(parts) + texts("summary.end")
        return f"{sentence(line) if texts.language == 'ar' else line}\n"

    def exit_code(self, *, exit_zero: bool, would_fix: bool = False) -> int:
        """2 when something could not be run, 1 when something was found and not fixed, else 0."""
        if self.failed:
            return 2
        found = self.findings or self.unused or (would_fix and self.fixed)
        return 1 if found and not exit_zero else 0
