"""Linter: text → findings.

`lint_document` is the whole way: each enabled rule's detector is shown the paragraphs it asked for, hits become findings in
source offsets, quotation marks shield, overlaps are settled, suppressions applied. A linter holds no state between
texts and may be shared between threads.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, NamedTuple

from arlint.checks import catalogue
from arlint.checks.protocol import Context, Detector, Hit, Interest, ParagraphDetector, Place
from arlint.config import Config
from arlint.document import Document, Fact, Paragraph
from arlint.document.characters import bare
from arlint.errors import ArlintError
from arlint.finding import Edit, Finding, Fix, Related, Safety, apply_edits
from arlint.lexicon.lexicon import Lexicon
from arlint.overlaps import Candidate, settle
from arlint.rulefiles.rule import Rule
from arlint.shields import shielded
from arlint.suppressions import Suppressions, find_suppressions

_EVERYTHING = Interest()


@dataclass(frozen=True, slots=True, eq=False)
class _ActiveRule:
    """An enabled rule and its detector."""

    rule: Rule
    detector: Detector


class _Answer(NamedTuple):
    """The hits of a rule in a paragraph, and the facts its detector asked with their values then."""

    one: _ActiveRule
    hits: tuple[Hit, ...]
    asked: Mapping[Fact[Any, Any], Any]

    def stands(self, document: Document) -> bool:
        """Are the facts as they were?"""
        return all((now := document.fact(fact)) is value or now == value for fact, value in self.asked.items())


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
        self._active = [_ActiveRule(rule, catalogue.build(rule.check, rule.options)) for rule in self.config.enabled()]

    def lint(self, text: str) -> list[Finding]:
        """The findings in plain text, in order of place; offsets are code points into `text`."""
        return self.lint_document(Document.plain(text))

    def lint_document(self, document: Document, path: str = "") -> list[Finding]:
        """The findings in a document that a format has read; `path` is for per-file ignores."""
        return self.examine(document, path).findings

    def examine(self, document: Document, path: str = "", stopped: Callable[[], bool] = bool) -> LintResult:
        """As `lint_document`, with the suppressions. Raises StoppedError soon after `stopped()` has become true; what has been
        worked out until then is remembered in the document."""
        candidates = list(self._candidates(document, stopped))
        findings = [finding for finding in settle(candidates) if finding.severity.at_least(self.config.minimum_severity)]
        suppressions = find_suppressions(document, self.config.rules)
        ignored = self.config.ignored_for(path) if path else ()
        return LintResult(suppressions.filter(findings, self.config.rules, ignored), suppressions)

    def _candidates(self, document: Document, stopped: Callable[[], bool]) -> Iterator[Candidate]:
        language = self.config.language
        active = [one for one in self._active if document.format not in one.rule.except_formats]
        for paragraph in document.paragraphs:
            for answer in self._answers(paragraph, document, active, stopped):
                for hit in answer.hits:
                    yield _candidate(paragraph, answer.one.rule, hit, language)
        for one in active:
            if isinstance(one.detector, ParagraphDetector):
                continue
            if stopped():
                raise StoppedError
            for hit in one.detector.run(document, Context(document, one.rule.options, self.lexicon)):
                assert hit.paragraph is not None, "a document check names the paragraph of every hit"
                yield _candidate(hit.paragraph, one.rule, hit, language)

    def _answers(
        self, paragraph: Paragraph, document: Document, active: Iterable[_ActiveRule], stopped: Callable[[], bool]
    ) -> tuple[_Answer, ...]:
        """What the rules say of one paragraph. Answers given for an earlier version of the document stand while the facts they
        rest on do; a rule that neither found nor asked anything is not kept."""
        known: tuple[_Answer, ...] | None = paragraph.memory.get(self)
        if known is None:
            fresh = (self._ask(one, paragraph, document, stopped) for one in active if _sees(one, paragraph))
            known = tuple(answer for answer in fresh if answer.hits or answer.asked)
        elif not all(answer.stands(document) for answer in known):
            known = tuple(a if a.stands(document) else self._ask(a.one, paragraph, document, stopped) for a in known)
        paragraph.memory[self] = known
        return known

    def _ask(self, one: _ActiveRule, paragraph: Paragraph, document: Document, stopped: Callable[[], bool]) -> _Answer:
        if stopped():
            raise StoppedError
        assert isinstance(one.detector, ParagraphDetector)
        context = Context(document, one.rule.options, self.lexicon)
        return _Answer(one, tuple(one.detector.run(paragraph, context)), context.asked)


def _sees(one: _ActiveRule, paragraph: Paragraph) -> bool:
    detector = one.detector
    return isinstance(detector, ParagraphDetector) and (detector.interest == _EVERYTHING or detector.interest.sees(paragraph))


def _candidate(paragraph: Paragraph, rule: Rule, hit: Hit, language: str) -> Candidate:
    start, end = paragraph.source.span(hit.start, hit.end)
    fixes = tuple(_source_fixes(paragraph, rule, hit.fixes))
    finding = Finding(
        code=rule.code,
        name=rule.name,
        severity=shielded(rule, hit.severity or rule.severity, paragraph, hit.start),
        message=_message(rule, paragraph, hit, language),
        start=start,
        end=end,
        fixes=fixes,
        confidence=hit.confidence,
        fingerprint=_fingerprint(rule.code, paragraph, hit),
        evidence=hit.evidence,
        related=tuple(_related(paragraph, hit.related)),
    )
    return Candidate(finding, rule.over)


def _source_fixes(paragraph: Paragraph, rule: Rule, fixes: Iterable[Fix]) -> Iterator[Fix]:
    """The fixes in source offsets; one that would swallow markup is dropped. No fix is safer than its rule."""
    for fix in fixes:
        edits = [paragraph.source.edit(edit) for edit in fix.edits]
        if all(edit is not None for edit in edits):
            safety = Safety.SAFE if rule.fix is fix.safety is Safety.SAFE else Safety.UNSAFE
            yield Fix(tuple(edit for edit in edits if edit is not None), safety)


def _related(paragraph: Paragraph, places: Iterable[Place]) -> Iterator[Related]:
    for place in places:
        moved = place.paragraph.memory is paragraph.memory  # a remembered hit: the paragraph may stand elsewhere by now
        source = paragraph.source if moved else place.paragraph.source
        yield Related(*source.span(place.start, place.end))


def _message(rule: Rule, paragraph: Paragraph, hit: Hit, language: str) -> str:
    template = rule.message[language]
    if "{" not in template:
        return template
    values = {"text": paragraph.text[hit.start : hit.end], "fix": repaired(paragraph.text, hit), **hit.values}
    return template.format_map(values)


def repaired(text: str, hit: Hit) -> str:
    """The span of the hit after its first fix; text the fix puts beside the span is included. "" without a fix."""
    if not hit.fixes:
        return ""
    edits = hit.fixes[0].edits
    low, high = min(hit.start, edits[0].start), max(hit.end, edits[-1].end)
    return apply_edits(text[low:high], [Edit(start - low, end - low, new) for start, end, new in edits])


def _fingerprint(code: str, paragraph: Paragraph, hit: Hit) -> str:
    """Rule, slip and up to two words on either side, without marks: the same wherever the sentence moves."""
    before = bare(paragraph.text[max(0, hit.start - 40) : hit.start]).split()[-2:]
    after = bare(paragraph.text[hit.end : hit.end + 40]).split()[:2]
    content = "\x1f".join((code, paragraph.text[hit.start : hit.end], *before, "", *after))
    return blake2b(content.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
