"""For people, findings under the name of their file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from arlint.pathnames import shown
from arlint.reports.protocol import FileReport, Style
from arlint.reports.text import needless, told


def render(files: Iterable[FileReport], style: Style) -> Iterator[str]:
    """A heading for each file with findings, then a line a finding, then a blank line."""
    for file in files:
        lines = [(finding.start, told(file, finding, style)) for finding in file.findings]
        lines += [(directive.start, needless(directive, style)) for directive in file.unused]
        if lines:
            yield f"{style.paint(shown(file.path), bold=True)}\n"
            yield from _aligned(file, lines)
            yield "\n"


def _aligned(file: FileReport, lines: list[tuple[int, str]]) -> Iterator[str]:
    positions = [file.document.lines.position(start) for start, _ in lines]
    places = [f"{line + 1}:{column + 1}" for line, column in positions]
    width = max(map(len, places))
    for place, (_, told_) in zip(places, lines, strict=True):
        yield f"  {place:>{width}}  {told_}\n"
