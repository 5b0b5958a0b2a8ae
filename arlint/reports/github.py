"""For GitHub Actions: workflow commands, which the runner shows as annotations beside the lines.

https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions (lines and columns from 1).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from arlint.finding import Severity
from arlint.reports.entries import Entry, entries, posix
from arlint.reports.protocol import FileReport, Style

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.STYLE: "notice", Severity.INFO: "notice"}


def render(files: Iterable[FileReport], style: Style) -> Iterator[str]:
    """A command a line."""
    for file in files:
        for entry in entries(file, style):
            yield f"::{_LEVELS[entry.severity]} {_properties(file, entry)}::{_data(entry.text)}\n"


def _properties(file: FileReport, entry: Entry) -> str:
    lines = file.document.lines
    first, last = lines.position(entry.start), lines.position(entry.end)
    values = {"title": f"{entry.code} {entry.name}", "file": posix(file.path), "line": first.line + 1, "endLine": last.line + 1}
    if first.line == last.line:  # the runner refuses columns of an annotation that spans lines
        values |= {"col": first.column + 1, "endColumn": last.column + 1}
    return ",".join(f"{name}={_property(str(value))}" for name, value in values.items())


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
