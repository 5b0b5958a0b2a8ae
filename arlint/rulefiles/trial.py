"""Running the examples of rule files: is each marked slip found and repaired, and each right example silent?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from arlint.config import Config
from arlint.document import Document
from arlint.finding import Finding, apply_edits
from arlint.linter import Linter
from arlint.records import NamedTuple
from arlint.rulefiles.examples import Example, parse_example
from arlint.rulefiles.reader import Entry


class Failure(NamedTuple):
    """What is not as an example says. kind: missed, extra, repair, alarm, nofix or unfixed; `values` for its text."""

    code: str
    origin: str
    kind: str
    values: dict[str, str]


def try_examples(entries: Iterable[Entry]) -> Iterator[Failure]:
    """The failures of all examples, each rule alone."""
    for entry in entries:
        rule, page = entry
        linter = Linter(Config(select=(rule.code,), rules=(rule,)))
        failures = [fault for notation in page.wrong for fault in _try_wrong(linter, notation)]
        failures += [fault for notation in page.right for fault in _try_right(linter, notation)]
        shows_repair = any(slip.repairs for notation in page.wrong for slip in parse_example(notation).slips)
        if shows_repair != (rule.fix is not None):
            failures.append(("unfixed" if shows_repair else "nofix", {}))
        for kind, values in failures:
            yield Failure(rule.code, rule.origin, kind, values)


def _try_right(linter: Linter, notation: str) -> Iterator[tuple[str, dict[str, str]]]:
    text = parse_example(notation).text
    for finding in linter.examine(Document.plain(text)).findings:
        yield "alarm", {"text": text[finding.start : finding.end], "notation": notation}


def _try_wrong(linter: Linter, notation: str) -> Iterator[tuple[str, dict[str, str]]]:
    example = parse_example(notation)
    found = {(finding.start, finding.end): finding for finding in linter.examine(Document.plain(example.text)).findings}
    marked = {(slip.start, slip.end) for slip in example.slips}
    if marked - found.keys():
        yield "missed", {"notation": notation}
    for start, end in sorted(found.keys() - marked):
        yield "extra", {"text": example.text[start:end], "notation": notation}
    for slip in example.slips:
        if finding := found.get((slip.start, slip.end)):
            yield from _try_repairs(example, finding, slip.repairs, notation)


def _try_repairs(example: Example, finding: Finding, repairs: tuple[str, ...], notation: str) -> Iterator[tuple[str, dict[str, str]]]:
    before, slip, after = example.text[: finding.start], example.text[finding.start : finding.end], example.text[finding.end :]
    for number, repair in enumerate(repairs):
        text = apply_edits(example.text, finding.fixes[number].edits) if number < len(finding.fixes) else example.text
        if text != before + repair + after:
            shown = text[len(before) : len(text) - len(after)] if text.startswith(before) and text.endswith(after) else text
            yield "repair", {"text": slip, "found": shown, "wanted": repair, "notation": notation}
