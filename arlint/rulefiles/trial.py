"""Running the examples of rule files: is each marked slip found and repaired, and each right example silent?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from arlint.config import Config
from arlint.document import Document
from arlint.errors import Saying, say
from arlint.finding import Finding, apply_edits
from arlint.linter import Linter
from arlint.records import NamedTuple
from arlint.rulefiles.examples import Example, parse_example
from arlint.rulefiles.reader import Entry

_NO_FIX = 'no example shows a repair, but fix is not "none"'
_UNFIXED = 'an example shows a repair, but fix is "none"'


class Failure(NamedTuple):
    """What is not as an example says."""

    code: str
    origin: str
    what: Saying


def try_examples(entries: Iterable[Entry]) -> Iterator[Failure]:
    """The failures of all examples, each rule alone."""
    for entry in entries:
        rule, page = entry
        linter = Linter(Config(select=(rule.code,), rules=(rule,)))
        failures = [fault for notation in page.wrong for fault in _try_wrong(linter, notation)]
        failures += [fault for notation in page.right for fault in _try_right(linter, notation)]
        shows_repair = any(slip.repairs for notation in page.wrong for slip in parse_example(notation).slips)
        if shows_repair != (rule.fix is not None):
            failures.append(Saying(_UNFIXED if shows_repair else _NO_FIX))
        for what in failures:
            yield Failure(rule.code, rule.origin, what)


def _try_right(linter: Linter, notation: str) -> Iterator[Saying]:
    text = parse_example(notation).text
    for finding in linter.examine(Document.plain(text)).findings:
        yield say("«{text}» is found in a right example: {notation}", text=text[finding.start : finding.end], notation=notation)


def _try_wrong(linter: Linter, notation: str) -> Iterator[Saying]:
    example = parse_example(notation)
    found = {(finding.start, finding.end): finding for finding in linter.examine(Document.plain(example.text)).findings}
    marked = {(slip.start, slip.end) for slip in example.slips}
    if marked - found.keys():
        yield say("a marked slip is not found: {notation}", notation=notation)
    for start, end in sorted(found.keys() - marked):
        yield say("«{text}» is found and not marked: {notation}", text=example.text[start:end], notation=notation)
    for slip in example.slips:
        if finding := found.get((slip.start, slip.end)):
            yield from _try_repairs(example, finding, slip.repairs, notation)


def _try_repairs(example: Example, finding: Finding, repairs: tuple[str, ...], notation: str) -> Iterator[Saying]:
    before, slip, after = example.text[: finding.start], example.text[finding.start : finding.end], example.text[finding.end :]
    for number, repair in enumerate(repairs):
        text = apply_edits(example.text, finding.fixes[number].edits) if number < len(finding.fixes) else example.text
        if text != before + repair + after:
            shown = text[len(before) : len(text) - len(after)] if text.startswith(before) and text.endswith(after) else text
            yield say("«{text}» becomes «{found}», not «{wanted}»: {notation}", text=slip, found=shown, wanted=repair, notation=notation)
