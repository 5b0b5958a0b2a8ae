"""Linter: text → findings.

`lint_document` is the whole way: each enabled rule's detector is shown the paragraphs it asked for, hits become findings in
source offsets, quotation marks shield, overlaps are settled, suppressions applied. A linter holds no state between
texts and may be shared between threads.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, NamedTuple

from arlint.checks import catalogue
from arlint.checks.protocol import Context, Detector, Hit, Interest, ParagraphDetector, Place
from arlint.config import Config
from arlint.document import Document, Fact, Paragraph
from arlint.document.characters import bare
from arlint.finding import Edit, Finding, Fix, Related, Safety, apply_edits
from arlint.lexicon.lexicon import Lexicon
from arlint.overlaps import Candidate, settle
from arlint.rulefiles.rule import Rule
from arlint.shields import shielded
from arlint.suppressions import Suppressions, find_suppressions

_EVERYTHING = Interest()


@dataclass(frozen=True, slots=True, eq=False)
class _ActiveRule:
    """An enabled rule and its detector; compared by identity, for it is the key under which hits are remembered."""

    rule: Rule
    detector: Detector


class _Known(NamedTuple):
    """The hits of a detector in a paragraph, and the facts it asked with their values then."""

    hits: tuple[Hit, ...]
    asked: Mapping[Fact[Any, Any], Any]


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

    def examine(self, document: Document, path: str = "") -> LintResult:
        """As `lint_document`, with the suppressions."""
        candidates = self._candidates(document)
        findings = [finding for finding in settle(candidates) if finding.severity.at_least(self.config.minimum_severity)]
        suppressions = find_suppressions(document, self.config.rules)
        ignored = self.config.ignored_for(path) if path else ()
        return LintResult(suppressions.filter(findings, self.config.rules, ignored), suppressions)

    def _candidates(self, document: Document) -> list[Candidate]:
        return [
            _candidate(paragraph, one.rule, hit, self.config.language)
            for one in self._active
            if document.format not in one.rule.except_formats
            for paragraph, hit in self._hits(one, document)
        ]

    def _hits(self, one: _ActiveRule, document: Document) -> Iterator[tuple[Paragraph, Hit]]:
        detector = one.detector
        if not isinstance(detector, ParagraphDetector):
            for hit in detector.run(document, Context(document, one.rule.options, self.lexicon)):
                assert hit.paragraph is not None, "a document check names the paragraph of every hit"
                yield hit.paragraph, hit
            return
        interest = detector.interest
        for paragraph in document.paragraphs:
            if interest == _EVERYTHING or interest.sees(paragraph):
                for hit in self._paragraph_hits(one, detector, paragraph, document):
                    yield paragraph, hit

    def _paragraph_hits(self, one: _ActiveRule, detector: ParagraphDetector, paragraph: Paragraph, document: Document) -> tuple[Hit, ...]:
        """The hits in one paragraph; those of an earlier version of the document stand while the facts they rest on do."""
        known: _Known | None = paragraph.memory.get(one)
        if known and all(document.fact(fact) == value for fact, value in known.asked.items()):
            return known.hits
        context = Context(document, one.rule.options, self.lexicon)
        hits = tuple(detector.run(paragraph, context))
        paragraph.memory[one] = _Known(hits, context.asked)
        return hits


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
