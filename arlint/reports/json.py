"""For machines: one JSON object, described by docs/findings.schema.json. It is written a file at a time."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from arlint.document import LineIndex
from arlint.document.comments import Directive
from arlint.finding import Finding, Fix
from arlint.reports.protocol import FileReport, Style

FORMAT_VERSION = 1


def render(files: Iterable[FileReport], style: Style) -> Iterator[str]:
    """{"version": 1, "files": [...]}, a file a line."""
    yield f'{{"version": {FORMAT_VERSION}, "files": ['
    for number, file in enumerate(files):
        yield ("," if number else "") + "\n" + json.dumps(file_values(file), ensure_ascii=False)
    yield "\n]}\n"


def file_values(file: FileReport) -> dict[str, Any]:
    """One file with its findings."""
    lines = file.document.lines
    return {
        "path": file.path,
        "format": file.document.format,
        "error": file.error or None,
        "fixed": file.fixed,
        "findings": [finding_values(finding, lines) for finding in file.findings],
        "unused_suppressions": [_directive_values(directive, lines) for directive in file.unused],
    }


def finding_values(finding: Finding, lines: LineIndex) -> dict[str, Any]:
    """One finding."""
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "message": finding.message,
        **_span(finding.start, finding.end, lines),
        "fixes": [_fix_values(fix, lines) for fix in finding.fixes],
        "confidence": round(finding.confidence, 4),
        "fingerprint": finding.fingerprint,
        "evidence": [one._asdict() for one in finding.evidence],
        "related": [_span(*one, lines) for one in finding.related],
    }


def _directive_values(directive: Directive, lines: LineIndex) -> dict[str, Any]:
    return {"scope": directive.scope, "selectors": list(directive.selectors), **_span(directive.start, directive.end, lines)}


def _fix_values(fix: Fix, lines: LineIndex) -> dict[str, Any]:
    edits = [{**_span(edit.start, edit.end, lines), "replacement": edit.replacement} for edit in fix.edits]
    return {"safety": fix.safety.value, "edits": edits}


def _span(start: int, end: int, lines: LineIndex) -> dict[str, Any]:
    """Offsets in code points from 0; lines and columns from 1, columns in code points."""
    first, last = lines.position(start), lines.position(end)
    return {
        "start": start,
        "end": end,
        "start_position": {"line": first.line + 1, "column": first.column + 1},
        "end_position": {"line": last.line + 1, "column": last.column + 1},
    }
