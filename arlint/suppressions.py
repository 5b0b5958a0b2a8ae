"""Suppressions in the text: which findings the writer has asked not to see, and which requests were needless."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from arlint.config import ALL, UnknownSelectorError, check_selectors, matches
from arlint.document import Document
from arlint.document.comments import SCOPES, Directive, read_directives, selector_span, unread
from arlint.errors import ArlintError, Saying, aside, say
from arlint.finding import Finding
from arlint.records import NamedTuple
from arlint.rulefiles.rule import Rule


class Fault(NamedTuple):
    """What is wrong with a directive: a word that arlint does not know, or a selector that no rule answers to, and where it stands."""

    start: int
    end: int
    what: Saying
    remedy: Saying


class FaultySuppressionError(ArlintError):
    """A comment asks arlint for something that there is not; `where` is its file and line."""

    def __init__(self, where: str, fault: Fault) -> None:
        self.details = {"where": where, "what": fault.what, "remedy": aside(fault.remedy)}
        super().__init__("{where}: {what}{remedy}".format_map(self.details))


class Suppression(NamedTuple):
    """A directive and the zero-based lines it covers; `lines` None means the whole file."""

    directive: Directive
    lines: range | None


class Suppressions:
    """All suppressions of a document.

    `unused` is filled by `filter`: directives that hid nothing, of those with several selectors only the ones that hid
    nothing. `faults`: directives that there are not and selectors that no rule answers to.
    """

    def __init__(
        self,
        document: Document,
        all: tuple[Suppression, ...] = (),
        faults: tuple[Fault, ...] = (),
    ) -> None:
        self.document = document
        self.all = all
        self.faults = faults
        self.unused: tuple[Directive, ...] = ()

    def filter(self, findings: Sequence[Finding], rules: Sequence[Rule], ignored: Iterable[str] = ()) -> list[Finding]:
        """The findings that nobody asked not to see; `ignored` are selectors that are off for the whole file."""
        off = tuple(ignored)
        if not self.all and not off:
            return list(findings)
        by_code = {rule.code: rule for rule in rules}
        used: set[tuple[Suppression, str]] = set()
        kept = []
        for finding in findings:
            rule = by_code[finding.code]
            hiding = [(one, selector) for one in self.all for selector in self._hiding(one, finding, rule)]
            used.update(hiding)
            if not hiding and not any(matches(rule, selector) for selector in off):
                kept.append(finding)
        self.unused = tuple(_unused(self.all, used))
        return kept

    def _hiding(self, one: Suppression, finding: Finding, rule: Rule) -> list[str]:
        """The selectors by which a suppression hides a finding; "ALL" for one that has none."""
        if one.lines is not None and self.document.lines.line_of(finding.start) not in one.lines:
            return []
        return [selector for selector in one.directive.selectors or (ALL,) if matches(rule, selector)]


def _unused(suppressions: Iterable[Suppression], used: set[tuple[Suppression, str]]) -> Iterator[Directive]:
    for one in suppressions:
        selectors = one.directive.selectors
        idle = tuple(selector for selector in selectors or (ALL,) if (one, selector) not in used)
        if idle:
            yield one.directive._replace(selectors=idle if selectors else ())


def find_suppressions(document: Document, rules: Sequence[Rule]) -> Suppressions:
    """The suppressions in the document's comments, and what is wrong with them."""
    found: list[Suppression] = []
    faults: list[Fault] = []
    for start, end in document.comments:
        for directive in read_directives(document.text, start, end):
            faults += _unknown_selectors(document, directive, rules)
            found.append(Suppression(directive, _lines(document, directive.scope, start, end)))
        faults += [_unknown_directive(word, at) for word, at in unread(document.text, start, end)]
    return Suppressions(document, tuple(found), tuple(faults))


def _unknown_selectors(document: Document, directive: Directive, rules: Sequence[Rule]) -> Iterator[Fault]:
    for selector in directive.selectors:
        try:
            check_selectors((selector,), rules, directive.scope)
        except UnknownSelectorError as error:
            start, end = selector_span(document.text, directive, selector)
            yield Fault(start, end, say("no rule {selector!r}", selector=selector), error.remedy)


def _unknown_directive(word: str, at: int) -> Fault:
    from arlint.tomlsource import nearest

    return Fault(at, at + len(word), say("no directive {word!r}", word=word), nearest(word, SCOPES))


def _lines(document: Document, scope: str, start: int, end: int) -> range | None:
    """`ignore` covers the comment's own lines, or where the comment stands alone on its line what comes next."""
    first, last = document.lines.line_of(start), document.lines.line_of(end)
    if scope == "ignore-file":
        return None
    line_start, line_end = document.lines.line_span(first)[0], document.lines.line_span(last)[1]
    alone = not (document.text[line_start:start] + document.text[end:line_end]).strip()
    if scope == "ignore-next-line" or alone:
        return _behind(document, last + 1)
    return range(first, last + 1)


def _behind(document: Document, line: int) -> range:
    """A line, or where it is blank, as it must be behind a note in WebVTT, all lines of the paragraph that comes next."""
    if line < len(document.lines) and not document.text[slice(*document.lines.line_span(line))].strip():
        start = document.lines.line_span(line)[0]
        for paragraph in document.paragraphs:
            if paragraph.source.start(0) >= start:
                low, high = paragraph.source.span(0, len(paragraph.text))
                return range(document.lines.line_of(low), document.lines.line_of(high) + 1)
    return range(line, line + 1)
