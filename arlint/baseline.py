"""Known findings, which are not reported: a paper with years of articles starts with them and loses them one by one.

A baseline is `.arlint/baseline.json` in a folder; it counts for the files below that folder. A finding is known by its fingerprint
(rule, slip, two words on either side), so it stays known when lines move, and as often as it stands there.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from arlint.document import Document
from arlint.errors import ArlintError, Saying, say, saying
from arlint.finding import Finding
from arlint.records import NamedTuple

FILE = os.path.join(".arlint", "baseline.json")
_VERSION = 1


class BadBaselineError(ArlintError):
    """The file is no baseline, or one of a later arlint."""

    def __init__(self, path: str, reason: Saying | str) -> None:
        self.details = {"path": path, "reason": saying(reason)}
        super().__init__(f"{path}: no baseline that arlint can read ({reason}); write it anew with 'arlint baseline write'")


class Known(NamedTuple):
    """How often a rule's finding is known."""

    code: str
    times: int


class Baseline(NamedTuple):
    """folder: what the paths are relative to ("/" between folders). files: by path, then by fingerprint."""

    folder: str
    files: Mapping[str, Mapping[str, Known]] = {}

    @property
    def path(self) -> str:
        """Where it is kept."""
        return os.path.join(self.folder, FILE)

    def inside(self, path: str) -> str:
        """A path as the baseline calls it."""
        return os.path.relpath(os.path.abspath(path), self.folder).replace(os.sep, "/")

    def of(self, path: str) -> Mapping[str, Known]:
        """What is known of a file; of one that is new here, what was known of files that are gone, for it may have been renamed."""
        inside = self.inside(path)
        return self.files[inside] if inside in self.files else self._orphans()

    def _orphans(self) -> Mapping[str, Known]:
        gone = (known for path, known in self.files.items() if not os.path.exists(os.path.join(self.folder, path)))
        return {fingerprint: one for known in gone for fingerprint, one in known.items()}


class Matched(NamedTuple):
    """The findings of a file: those that are known, those that are new, and how many known ones of each rule are gone."""

    known: list[Finding]
    new: list[Finding]
    gone: Counter[str]


def match(known: Mapping[str, Known], findings: Sequence[Finding]) -> Matched:
    """Each known finding is used up as often as it is known."""
    left = {fingerprint: one.times for fingerprint, one in known.items()}
    matched = Matched([], [], Counter())
    for finding in findings:
        if left.get(finding.fingerprint, 0):
            left[finding.fingerprint] -= 1
            matched.known.append(finding)
        else:
            matched.new.append(finding)
    for fingerprint, count in left.items():
        if count:
            matched.gone[known[fingerprint].code] += count
    return matched


class KnownSieve:
    """Hides what a baseline knows. A fix beside a known finding changes its surroundings: it stays known by rule and slip."""

    def __init__(self, records: Mapping[str, Known], original: Document) -> None:
        """records: what the baseline knows of the file, whose text is `original`."""
        self.known = 0
        self.gone: Counter[str] = Counter()
        self._records = records
        self._original = original.text
        self._slips: set[tuple[str, str]] = set()

    def keep(self, document: Document, findings: Sequence[Finding]) -> list[Finding]:
        """The findings that are new."""
        matched = match(self._records, findings)
        if document.text != self._original:
            return [one for one in matched.new if (one.code, document.text[one.start : one.end]) not in self._slips]
        self.known, self.gone = len(matched.known), matched.gone
        self._slips = {(one.code, document.text[one.start : one.end]) for one in matched.known}
        return matched.new


def recorded(findings: Iterable[Finding]) -> dict[str, Known]:
    """What there is to know of a file with these findings."""
    counts = Counter((finding.fingerprint, finding.code) for finding in findings)
    return {fingerprint: Known(code, count) for (fingerprint, code), count in counts.items()}


def dumped(files: Mapping[str, Mapping[str, Known]]) -> str:
    """The baseline as JSON, sorted, a finding a line, so that versions of it can be compared and merged."""
    blocks = []
    for path in sorted(path for path, known in files.items() if known):
        rows = sorted(files[path].items(), key=lambda row: (row[1].code, row[0]))
        lines = ",\n".join(f'      "{fingerprint}": {json.dumps(list(known))}' for fingerprint, known in rows)
        blocks.append(f"    {json.dumps(path, ensure_ascii=False)}: {{\n{lines}\n    }}")
    inner = "\n" + ",\n".join(blocks) + "\n  " if blocks else ""
    return f'{{\n  "version": {_VERSION},\n  "files": {{{inner}}}\n}}\n'


def parsed(text: str, folder: str) -> Baseline:
    """The baseline of a JSON text. Raises BadBaselineError."""
    path = os.path.join(folder, FILE)
    try:
        values = json.loads(text)
        if values["version"] != _VERSION:
            raise BadBaselineError(path, say("version {version!r}, not {known}", version=values["version"], known=_VERSION))
        files = {
            str(name): {str(fingerprint): Known(str(code), int(count)) for fingerprint, (code, count) in known.items()}
            for name, known in values["files"].items()
        }
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        line = getattr(error, "lineno", 0)
        raise BadBaselineError(path, say("no JSON at line {line}", line=line) if line else "not of its form") from None
    return Baseline(folder, files)
