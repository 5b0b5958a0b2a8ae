"""Checkstyle's XML, which Jenkins and many others read: a `file` element a file, in it an `error` a finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from arlint.finding import Severity
from arlint.reports.entries import Entry, entries, xml, xml_path
from arlint.reports.protocol import FileReport, Style

_SEVERITIES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.STYLE: "info", Severity.INFO: "info"}


def render(files: Iterable[FileReport], style: Style) -> Iterator[str]:
    """Lines and columns (code points) from 1."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n'
    for file in files:
        told = [_error(file, entry) for entry in entries(file, style)]
        if told:
            yield f'  <file name="{xml_path(file.path)}">\n{"".join(told)}  </file>\n'
    yield "</checkstyle>\n"


def _error(file: FileReport, entry: Entry) -> str:
    line, column = file.document.lines.position(entry.start)
    place = f'line="{line + 1}" column="{column + 1}"'
    return f'    <error {place} severity="{_SEVERITIES[entry.severity]}" message="{xml(entry.text)}" source="arlint.{xml(entry.code)}"/>\n'
