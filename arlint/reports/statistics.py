"""How often each rule found something, instead of the findings (`--statistics`)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from arlint.reports.protocol import FileReport, Style
from arlint.reports.quoting import sentence


@dataclass(slots=True)
class Count:
    """What one rule found: how often, and how many of these a safe fix repairs."""

    code: str
    name: str
    count: int = 0
    fixable: int = 0


def render(files: Iterable[FileReport], style: Style) -> Iterator[str]:
    """For people: a line a rule, the most frequent first; `*` marks rules with safe fixes, and a last line says so."""
    counts = count(files)
    width = max((len(str(one.count)) for one in counts), default=0)
    for one in counts:
        yield f"{one.count:>{width}}  {style.paint(one.code, bold=True)} {'*' if one.fixable else ' '} {one.name}\n"
    if any(one.fixable for one in counts):
        legend = style.messages("statistics.fixable")
        yield f"{sentence(legend) if style.messages.language == 'ar' else legend}\n"


def render_json(files: Iterable[FileReport], style: Style) -> Iterator[str]:
    """For machines: a list of objects with code, name, count and fixable."""
    rows = [{"code": one.code, "name": one.name, "count": one.count, "fixable": one.fixable} for one in count(files)]
    yield json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def count(files: Iterable[FileReport]) -> list[Count]:
    """The counts of all files, the most frequent first."""
    counts: dict[str, Count] = {}
    for file in files:
        for finding in file.findings:
            one = counts.setdefault(finding.code, Count(finding.code, finding.name))
            one.count += 1
            one.fixable += finding.safe_fix is not None
    return sorted(counts.values(), key=lambda one: (-one.count, one.code))
