"""For GitLab: a Code Quality report, a JSON list (https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format)."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from typing import Any

from arlint.finding import Severity
from arlint.reports.entries import Entry, entries, posix
from arlint.reports.protocol import FileReport, Style

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.STYLE: "minor", Severity.INFO: "info"}


def render(files: Iterable[FileReport], style: Style) -> Iterator[str]:
    """A list with an object a finding. Fingerprints are unique in the report and survive moved lines."""
    seen: Counter[str] = Counter()
    separator = "["
    for file in files:
        for entry in entries(file, style):
            yield f"{separator}\n{json.dumps(_values(file, entry, seen), ensure_ascii=False)}"
            separator = ","
    yield "\n]\n" if separator == "," else "[]\n"


def _values(file: FileReport, entry: Entry, seen: Counter[str]) -> dict[str, Any]:
    path, lines = posix(file.path), file.document.lines
    base = "\x1f".join((path, entry.code, entry.fingerprint or entry.text))
    seen[base] += 1
    unique = f"{base}\x1f{seen[base]}".encode("utf-8", "surrogatepass")
    return {
        "description": f"{entry.code}: {entry.text}",
        "check_name": entry.name,
        "fingerprint": blake2b(unique, digest_size=16).hexdigest(),
        "severity": _SEVERITIES[entry.severity],
        "location": {"path": path, "lines": {"begin": lines.position(entry.start).line + 1, "end": lines.position(entry.end).line + 1}},
    }
