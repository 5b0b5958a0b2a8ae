"""For people, a line a finding: `path:line:column: CODE severity message «slip» ← «repair»`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from arlint.document.comments import Directive
from arlint.finding import Finding
from arlint.pathnames import shown
from arlint.reports.protocol import FileReport, Style
from arlint.reports.quoting import pair, sentence

COLOURS = {"error": "red", "warning": "yellow", "style": "cyan", "info": "blue"}


def render(files: Iterable[FileReport], style: Style) -> Iterator[str]:
    """The findings of each file as they come."""
    for file in files:
        for finding in file.findings:
            line, column = file.document.lines.position(finding.start)
            place = f"{style.paint(shown(file.path), bold=True)}:{line + 1}:{column + 1}:"
            yield f"{place} {told(file, finding, style)}\n"
        for directive in file.unused:
            line, column = file.document.lines.position(directive.start)
            yield f"{style.paint(shown(file.path), bold=True)}:{line + 1}:{column + 1}: {needless(directive, style)}\n"


def told(file: FileReport, finding: Finding, style: Style) -> str:
    """Code, severity, message, slip and repair of one finding."""
    code = style.paint(finding.code, fg=COLOURS[finding.severity.value], bold=True)
    severity = style.messages(f"severity.{finding.severity}")
    return f"{code} {severity} {sentence(finding.message)} {pair(file.document.text, finding)}"


def needless(directive: Directive, style: Style) -> str:
    """What is said of a suppression that hides nothing."""
    selectors = " ".join(directive.selectors)
    return sentence(style.messages("suppression.unused", text=f"arlint: {directive.scope} {selectors}".rstrip()))
