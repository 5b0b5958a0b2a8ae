"""JUnit's XML, which every continuous integration shows: a file is a suite, a finding a failed test; a clean file passes one test."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from arlint.pathnames import shown
from arlint.reports.entries import FAILED, Entry, entries, posix, xml, xml_path
from arlint.reports.protocol import FileReport, Style


def render(files: Iterable[FileReport], style: Style) -> Iterator[str]:
    """After the schema of Jenkins' xUnit plug-in (junit-10.xsd)."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="arlint">\n'
    for file in files:
        yield _suite(file, list(entries(file, style)))
    yield "</testsuites>\n"


def _suite(file: FileReport, told: list[Entry]) -> str:
    path = xml_path(file.path)
    errors = sum(entry.code == FAILED for entry in told)
    cases = "".join(_case(file, path, entry) for entry in told) or f'    <testcase classname="{path}" name="arlint" time="0"/>\n'
    counts = f'tests="{len(told) or 1}" failures="{len(told) - errors}" errors="{errors}" skipped="0" time="0"'
    return f'  <testsuite name="{path}" {counts}>\n{cases}  </testsuite>\n'


def _case(file: FileReport, path: str, entry: Entry) -> str:
    line, column = file.document.lines.position(entry.start)
    kind = "error" if entry.code == FAILED else "failure"
    name = f"{xml(entry.code)} {line + 1}:{column + 1}"
    text = xml(entry.text)
    inner = f'<{kind} type="{entry.severity}" message="{text}">{xml(shown(posix(file.path)))}:{line + 1}:{column + 1}: {text}</{kind}>'
    return f'    <testcase classname="{path}" name="{name}" time="0">\n      {inner}\n    </testcase>\n'
