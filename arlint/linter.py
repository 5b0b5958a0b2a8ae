"""Linter: text → findings.

`lint_document` is the whole way: each enabled rule's detector is shown the paragraphs it asked for, hits become findings in
source offsets, quotation marks shield, overlaps are settled, suppressions applied. A linter holds no state between
texts and may be shared between threads.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Any

from arlint.assembly import candidate, shifted, with_related
from arlint.checks import catalogue
from arlint.checks.protocol import Context, Detector, Hit, Interest, ParagraphDetector
from arlint.collecting import collecting_seldom
from arlint.config import Config
from arlint.document import Document, Fact, Paragraph
from arlint.document.sourcemap import SourceMap
from arlint.errors import ArlintError
from arlint.finding import Finding
from arlint.habits import gather
from arlint.lexicon.lexicon import Lexicon
from arlint.overlaps import settle
from arlint.records import NamedTuple
from arlint.routing import Routes
from arlint.rulefiles.rule import Rule
from arlint.suppressions import Suppressions, find_suppressions

# The formats whose routes are remembered: more than there are.
_FORMATS = 32


class _ActiveRule:
    """An enabled rule and its detector, which is made when it is first needed; `interest` None is for the whole document."""

    def __init__(self, rule: Rule) -> None:
        self.rule = rule
        if rule.interest is None:
            detector = self.detector
            self.interest = detector.interest if isinstance(detector, ParagraphDetector) else None
        else:
            self.interest = Interest.from_json(rule.interest) if rule.interest else None

    @cached_property
    def detector(self) -> Detector:
        """Made from what the rule names and its options."""
        return catalogue.build(self.rule.check, self.rule.options)


class _Answer(NamedTuple):
    """The hits of a rule in a paragraph, and the facts its detector asked with their values then."""

    one: _ActiveRule
    hits: tuple[Hit, ...]
    asked: Mapping[Fact[Any, Any], Any]

    def stands(self, document: Document) -> bool:
        """Are the facts as they were?"""
        return all((now := document.fact(fact)) is value or now == value for fact, value in self.asked.items())


_Hits = tuple[tuple[_ActiveRule, Hit], ...]


class _Said(NamedTuple):
    """The answers on a paragraph, their hits, and all the facts that they rest on with their values then."""

    answers: tuple[_Answer, ...]
    hits: _Hits
    asked: Mapping[Fact[Any, Any], Any]

    def stands(self, document: Document) -> bool:
        """Are the facts the very same?"""
        return all(document.fact(fact) is value for fact, value in self.asked.items())


class _Settled(NamedTuple):
    """The findings of a paragraph that stood at `source`, each with the number of its hit, and what they were made of: the hits of
    paragraph checks, and those of document checks without related places."""

    source: SourceMap
    said: _Hits
    told: _Hits
    findings: tuple[tuple[Finding, int], ...]


class StoppedError(ArlintError):
    """Whoever asked for findings no longer wants them."""


class LintResult(NamedTuple):
    """Findings in order of place, and the suppressions found in the text, each knowing whether it was used."""

    findings: list[Finding]
    suppressions: Suppressions


class Linter:
    """Finds slips in Arabic copy.

    >>> [f.code for f in Linter().lint("\\u0642\\u0627\\u0644  \\u0646\\u0639\\u0645.")]
    ['TYP018']
    """

    def __init__(self, config: Config | None = None, lexicon: Lexicon | None = None) -> None:
        """Raises UnknownSelectorError for a configuration that names no rule."""
        self.config = config or Config()
        self.lexicon = lexicon or Lexicon.default()
        self._active = [_ActiveRule(rule) for rule in self.config.enabled()]
        self._routes = lru_cache(_FORMATS)(self._routes_for)

    def lint(self, text: str) -> list[Finding]:
        """The findings in plain text, in order of place; offsets are code points into `text`."""
        return self.lint_document(Document.plain(text))

    def lint_document(self, document: Document, path: str = "") -> list[Finding]:
        """The findings in a document that a format has read, habits said once; `path` is for per-file ignores."""
        return self.gathered(document, self.examine(document, path).findings)

    def gathered(self, document: Document, findings: Sequence[Finding]) -> list[Finding]:
        """The findings with those that are habits of the text gathered to one each: the last thing done before they are reported."""
        return gather(findings, document, self.config.all_rules, self.config.language)

    def examine(self, document: Document, path: str = "", stopped: Callable[[], bool] = bool) -> LintResult:
        """The findings, each place for itself, with the suppressions. Raises StoppedError soon after `stopped()` has become true;
        what has been worked out until then is remembered in the document."""
        with collecting_seldom():
            found = [finding for finding in self._found(document, stopped) if finding.severity.at_least(self.config.minimum_severity)]
        findings = sorted(found, key=lambda finding: (finding.start, finding.end, finding.code))
        suppressions = find_suppressions(document, self.config.all_rules)
        ignored = self.config.ignored_for(path) if path else ()
        return LintResult(suppressions.filter(findings, self.config.all_rules, ignored), suppressions)

    def _found(self, document: Document, stopped: Callable[[], bool]) -> Iterator[Finding]:
        """All findings; overlaps are settled a paragraph at a time, for no finding reaches into another."""
        routes = self._routes(document.format)
        said = [self._said(paragraph, document, routes, stopped).hits for paragraph in document.paragraphs]
        told = self._document_hits(document, stopped)
        for paragraph, hits in zip(document.paragraphs, said, strict=True):
            yield from self._settled(paragraph, hits, tuple(told.get(id(paragraph), ())))

    def _for(self, format: str) -> Iterator[_ActiveRule]:
        return (one for one in self._active if format not in one.rule.except_formats)

    def _routes_for(self, format: str) -> Routes[_ActiveRule]:
        """The rules that look at single paragraphs of a format."""
        return Routes((one, one.interest) for one in self._for(format) if one.interest is not None)

    def _document_hits(self, document: Document, stopped: Callable[[], bool]) -> dict[int, list[tuple[_ActiveRule, Hit]]]:
        """The hits of the checks that are shown the whole document, by the identity of their paragraph."""
        told: dict[int, list[tuple[_ActiveRule, Hit]]] = {}
        for one in self._for(document.format):
            if one.interest is not None or isinstance(one.detector, ParagraphDetector):
                continue
            if stopped():
                raise StoppedError
            for hit in one.detector.run(document, Context(document, one.rule.options, self.lexicon)):
                assert hit.paragraph is not None, "a document check names the paragraph of every hit"
                told.setdefault(id(hit.paragraph), []).append((one, hit._replace(paragraph=None)))
        return told

    def _settled(self, paragraph: Paragraph, said: _Hits, told: _Hits) -> Iterator[Finding]:
        """The findings of one paragraph. Those of an earlier version of the document stand, or move with the paragraph, while
        nothing else is said of it; only places elsewhere that they relate to are looked up again."""
        unrelated = tuple([(one, hit._replace(related=()) if hit.related else hit) for one, hit in told])
        known: _Settled | None = paragraph.memory.get((self, _Settled))
        by = _moved(known.source, paragraph.source) if known and known.said is said and known.told == unrelated else None
        hits = said + told
        if known is None or by is None:
            candidates = [candidate(paragraph, one.rule, hit, self.config.language) for one, hit in hits]
            places = {id(one.finding): number for number, one in enumerate(candidates)}
            findings = tuple([(finding, places[id(finding)]) for finding in settle(candidates)])
            known = paragraph.memory[self, _Settled] = _Settled(paragraph.source, said, unrelated, findings)
            by = 0
        for finding, number in known.findings:
            moved = shifted(finding, by) if by else finding
            yield with_related(moved, paragraph, hits[number][1].related) if hits[number][1].related else moved

    def _said(self, paragraph: Paragraph, document: Document, routes: Routes[_ActiveRule], stopped: Callable[[], bool]) -> _Said:
        """What the rules say of one paragraph. Answers given for an earlier version of the document stand while the facts they
        rest on do; a rule that neither found nor asked anything is not kept."""
        known: _Said | None = paragraph.memory.get(self)
        if known is None:
            fresh = (self._ask(one, paragraph, document, stopped) for one in routes.to(paragraph))
            answers = tuple([answer for answer in fresh if answer.hits or answer.asked])
            paragraph.slim()
        elif known.stands(document):
            return known
        else:
            answers = tuple([a if a.stands(document) else self._ask(a.one, paragraph, document, stopped) for a in known.answers])
        hits = tuple([(answer.one, hit) for answer in answers for hit in answer.hits])
        if known and known.hits == hits:
            hits = known.hits
        said = _Said(answers, hits, {fact: document.fact(fact) for answer in answers for fact in answer.asked})
        paragraph.memory[self] = said
        return said

    def _ask(self, one: _ActiveRule, paragraph: Paragraph, document: Document, stopped: Callable[[], bool]) -> _Answer:
        if stopped():
            raise StoppedError
        assert isinstance(one.detector, ParagraphDetector)
        context = Context(document, one.rule.options, self.lexicon)
        return _Answer(one, tuple(one.detector.run(paragraph, context)), context.asked)


def _moved(before: SourceMap, now: SourceMap) -> int | None:
    """How many code points further on the text stands now; None when markup in it has changed too."""
    if before == now:
        return 0
    if len(before.runs) == len(now.runs) == 1 and before.runs[0].length == before.runs[0].width == now.runs[0].width:
        return now.runs[0].source - before.runs[0].source
    return None
