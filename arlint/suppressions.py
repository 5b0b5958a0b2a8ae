"""Suppressions in the text: which findings the writer has asked not to see, and which requests were needless."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from arlint.config import UnknownSelectorError, check_selectors, matches
from arlint.document import Document
from arlint.document.comments import Directive, read_directives
from arlint.finding import Finding
from arlint.rulefiles.rule import Rule


@dataclass(frozen=True, slots=True)
class Suppression:
    """A directive and the zero-based lines it covers; `lines` None means the whole file."""

    directive: Directive
    lines: range | None


@dataclass(slots=True)
class Suppressions:
    """All suppressions of a document. `unused` is filled by `filter`; `unknown` names selectors that no rule answers to."""

    document: Document
    all: tuple[Suppression, ...] = ()
    unknown: tuple[tuple[Directive, UnknownSelectorError], ...] = ()
    unused: tuple[Suppression, ...] = field(default=())

    def filter(self, findings: Sequence[Finding], rules: Sequence[Rule], ignored: Iterable[str] = ()) -> list[Finding]:
        """The findings that nobody asked not to see; `ignored` are selectors that are off for the whole file."""
        off = tuple(ignored)
        if not self.all and not off:
            return list(findings)
        by_code = {rule.code: rule for rule in rules}
        used: set[Suppression] = set()
        kept = []
        for finding in findings:
            rule = by_code[finding.code]
            hiding = [one for one in self.all if self._hides(one, finding, rule)]
            used.update(hiding)
            if not hiding and not any(matches(rule, selector) for selector in off):
                kept.append(finding)
        self.unused = tuple(one for one in self.all if one not in used)
        return kept

    def _hides(self, one: Suppression, finding: Finding, rule: Rule) -> bool:
        selectors = one.directive.selectors
        if selectors and not any(matches(rule, selector) for selector in selectors):
            return False
        return one.lines is None or self.document.lines.line_of(finding.start) in one.lines


def find_suppressions(document: Document, rules: Sequence[Rule]) -> Suppressions:
    """The suppressions in the document's comments. One with a selector that no rule answers to is kept in `unknown`."""
    found, unknown = [], []
    for start, end in document.comments:
        for directive in read_directives(document.text, start, end):
            try:
                check_selectors(directive.selectors, rules, "arlint: " + directive.scope)
            except UnknownSelectorError as error:
                unknown.append((directive, error))
            found.append(Suppression(directive, _lines(document, directive.scope, start, end)))
    return Suppressions(document, tuple(found), tuple(unknown))


def _lines(document: Document, scope: str, start: int, end: int) -> range | None:
    """`ignore` covers the comment's own lines, or the next one where the comment stands alone on its line."""
    first, last = document.lines.line_of(start), document.lines.line_of(end)
    if scope == "ignore-file":
        return None
    line_start, line_end = document.lines.line_span(first)[0], document.lines.line_span(last)[1]
    alone = not (document.text[line_start:start] + document.text[end:line_end]).strip()
    if scope == "ignore-next-line" or alone:
        return range(last + 1, last + 2)
    return range(first, last + 1)
