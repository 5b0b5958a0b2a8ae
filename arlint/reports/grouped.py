"""For people, findings under the name of their file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from arlint.reports.protocol import FileReport, Style
from arlint.reports.text import told


def render(files: Iterable[FileReport], style: Style) -> Iterator[str]:
    """A heading for each file with findings, then a line a finding, then a blank line."""
    for file in files:
        if file.findings:
            yield f"{style.paint(file.path, bold=True)}\n"
            places = [file.document.lines.position(finding.start) for finding in file.findings]
            width = max(len(f"{line + 1}:{column + 1}") for line, column in places)
            for (line, column), finding in zip(places, file.findings, strict=True):
                yield f"  {f'{line + 1}:{column + 1}':>{width}}  {told(file, finding, style)}\n"
            yield "\n"
