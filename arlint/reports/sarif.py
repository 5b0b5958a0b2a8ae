"""SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), which code hosts read: one log with one run."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from arlint.document import LineIndex
from arlint.finding import Fix, Severity
from arlint.reports.entries import FAILED, Entry, entries, posix
from arlint.reports.protocol import FileReport, Style

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.STYLE: "note", Severity.INFO: "note"}


def render(files: Iterable[FileReport], style: Style) -> Iterator[str]:
    """A result a line; the tool and its rules, known only at the end, follow the results."""
    rules: dict[str, str] = {}
    failures: list[dict[str, Any]] = []
    yield f'{{"$schema": "{_SCHEMA}", "version": "2.1.0", "runs": [{{"columnKind": "unicodeCodePoints", "results": ['
    separator = "\n"
    for file in files:
        for entry in entries(file, style):
            if entry.code == FAILED:
                failures.append({"level": "error", "message": {"text": entry.text}, "locations": [_place(file.path)]})
                continue
            rules.setdefault(entry.code, entry.name)
            yield separator + json.dumps(_result(file, entry, list(rules).index(entry.code)), ensure_ascii=False)
            separator = ",\n"
    invocation = {"executionSuccessful": not failures, "toolExecutionNotifications": failures}
    end = json.dumps({"tool": {"driver": _driver(rules, style)}, "invocations": [invocation]}, ensure_ascii=False)
    yield f"\n], {end[1:]}]}}\n"


def _driver(rules: dict[str, str], style: Style) -> dict[str, Any]:
    from arlint import __version__
    from arlint.rulefiles.store import builtin_rules

    titles = {rule.code: rule.title for rule in builtin_rules()}
    described = []
    for code, name in rules.items():
        title = titles[code][style.messages.language] if code in titles else name
        described.append({"id": code, "name": name, "shortDescription": {"text": title}})
    return {"name": "arlint", "version": __version__, "rules": described}


def _result(file: FileReport, entry: Entry, number: int) -> dict[str, Any]:
    lines = file.document.lines
    values: dict[str, Any] = {
        "ruleId": entry.code,
        "ruleIndex": number,
        "level": _LEVELS[entry.severity],
        "message": {"text": entry.text},
        "locations": [_place(file.path, _region(entry.start, entry.end, lines))],
    }
    if entry.finding:
        values["partialFingerprints"] = {"arlint/v1": entry.fingerprint}
        values["relatedLocations"] = [
            {"id": index, **_place(file.path, _region(*one, lines))} for index, one in enumerate(entry.finding.related)
        ]
        values["fixes"] = [_fix(file, fix) for fix in entry.finding.fixes]
    return values


def _fix(file: FileReport, fix: Fix) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": _region(edit.start, edit.end, file.document.lines), "insertedContent": {"text": edit.replacement}}
        for edit in fix.edits
    ]
    return {"artifactChanges": [{"artifactLocation": {"uri": _uri(file.path)}, "replacements": replacements}]}


def _place(path: str, region: dict[str, int] | None = None) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": _uri(path)}}
    if region:
        place["region"] = region
    return {"physicalLocation": place}


def _region(start: int, end: int, lines: LineIndex) -> dict[str, int]:
    """Lines and columns from 1, columns in code points, the end exclusive; and the offset."""
    first, last = lines.position(start), lines.position(end)
    return {
        "startLine": first.line + 1,
        "startColumn": first.column + 1,
        "endLine": last.line + 1,
        "endColumn": last.column + 1,
        "charOffset": start,
        "charLength": end - start,
    }


def _uri(path: str) -> str:
    """A relative path as a URI; an absolute one as file://."""
    from urllib.parse import quote

    quoted = quote(posix(path).encode("utf-8", "surrogateescape"))
    return f"file://{quoted}" if path.startswith("/") else quoted
