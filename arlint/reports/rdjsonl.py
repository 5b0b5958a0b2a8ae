"""For reviewdog: its diagnostic format, a JSON object a line (rdjsonl).

https://github.com/reviewdog/reviewdog/tree/master/proto/rdf: lines from 1, columns from 1 in bytes of UTF-8, ends exclusive.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from arlint.document import LineIndex
from arlint.document.patterns import lazy
from arlint.document.positions import Unit
from arlint.finding import Edit, Fix, Severity, apply_edits
from arlint.reports.entries import Entry, entries, posix
from arlint.reports.protocol import FileReport, Style

# What JSON lets stand in a string and some readers of lines take for the end of one.
_LINE_BREAKS = lazy("[\x85\u2028\u2029]")
_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.STYLE: "INFO", Severity.INFO: "INFO"}


def render(files: Iterable[FileReport], style: Style) -> Iterator[str]:
    """A diagnostic a line."""
    for file in files:
        for entry in entries(file, style):
            yield _LINE_BREAKS.sub(_escape, json.dumps(_values(file, entry), ensure_ascii=False)) + "\n"


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def _values(file: FileReport, entry: Entry) -> dict[str, Any]:
    fixes = entry.finding.fixes if entry.finding else ()
    return {
        "message": entry.text,
        "location": {"path": posix(file.path), "range": _range(entry.start, entry.end, file.document.lines)},
        "severity": _SEVERITIES[entry.severity],
        "source": {"name": "arlint"},
        "code": {"value": entry.code},
        "suggestions": [_suggestion(file, fix) for fix in fixes],
    }


def _suggestion(file: FileReport, fix: Fix) -> dict[str, Any]:
    """A fix as one replacement: what stands between its edits is part of it."""
    text = file.document.text[fix.start : fix.end]
    edits = [Edit(start - fix.start, end - fix.start, new) for start, end, new in fix.edits]
    return {"range": _range(fix.start, fix.end, file.document.lines), "text": apply_edits(text, edits)}


def _range(start: int, end: int, lines: LineIndex) -> dict[str, Any]:
    first, last = lines.position(start, Unit.UTF8), lines.position(end, Unit.UTF8)
    return {
        "start": {"line": first.line + 1, "column": first.column + 1},
        "end": {"line": last.line + 1, "column": last.column + 1},
    }
