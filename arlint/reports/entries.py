"""What machines are told of a file, one value an entry, whichever format it is then written in."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

from arlint.finding import Finding, Severity
from arlint.pathnames import shown
from arlint.records import NamedTuple
from arlint.reports.protocol import FileReport, Style
from arlint.reports.quoting import pair, sentence

FAILED, UNUSED = "arlint-failed", "unused-suppression"  # names of entries that no rule gives
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


class Entry(NamedTuple):
    """A finding, a needless suppression, or that the file could not be checked (`finding` is None for the last two).

    start, end: code points. `text` is told on one line, with slip and repair.
    """

    code: str
    name: str
    severity: Severity
    text: str
    start: int = 0
    end: int = 0
    fingerprint: str = ""
    finding: Finding | None = None


def entries(file: FileReport, style: Style) -> Iterator[Entry]:
    """All there is to tell of a file, findings first."""
    if file.error:
        yield Entry(FAILED, FAILED, Severity.ERROR, file.error)
    for one in file.findings:
        text = f"{sentence(one.message)} {pair(file.document.text, one)}"
        yield Entry(one.code, one.name, one.severity, text, one.start, one.end, one.fingerprint, one)
    for directive in file.unused:
        told = f"arlint: {directive.scope} {' '.join(directive.selectors)}".rstrip()
        text = sentence(style.messages("suppression.unused", text=told))
        yield Entry(UNUSED, UNUSED, Severity.WARNING, text, directive.start, directive.end)


def posix(path: str) -> str:
    """A path as machines compare it: "/" between folders, no "./" before it."""
    return path.replace(os.sep, "/").removeprefix("./")


def xml_path(path: str) -> str:
    """A path for an XML attribute; one that XML has no way to write as people read it, so that no two files share a name."""
    return xml(shown(posix(path)) if _NOT_IN_XML.search(path) else posix(path))


def xml(text: str) -> str:
    """Text for an XML attribute or element. What XML 1.0 has no way to write becomes U+FFFD."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return _NOT_IN_XML.sub("\ufffd", escaped.replace("\r", "&#13;").replace("\n", "&#10;").replace("\t", "&#9;"))
