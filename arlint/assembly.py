"""Hits → findings: from a paragraph's coordinates to the source's, with message, severity and fingerprint."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from arlint.checks.protocol import Hit, Place
from arlint.digest import digest
from arlint.document import Paragraph
from arlint.document.characters import bare
from arlint.finding import Edit, Finding, Fix, Related, Safety, apply_edits
from arlint.overlaps import Candidate
from arlint.rulefiles.rule import Rule
from arlint.shields import shielded


def candidate(paragraph: Paragraph, rule: Rule, hit: Hit, language: str) -> Candidate:
    """The finding of a hit, in source offsets, without related places, and the codes that give way to it."""
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
    )
    return Candidate(finding, rule.over)


def _source_fixes(paragraph: Paragraph, rule: Rule, fixes: Iterable[Fix]) -> Iterator[Fix]:
    """The fixes in source offsets; one that would swallow markup is dropped. No fix is safer than its rule."""
    for fix in fixes:
        edits = [paragraph.source.edit(edit) for edit in fix.edits]
        if all(edit is not None for edit in edits):
            safety = Safety.SAFE if rule.fix is fix.safety is Safety.SAFE else Safety.UNSAFE
            yield Fix(tuple(edit for edit in edits if edit is not None), safety)


def with_related(finding: Finding, paragraph: Paragraph, places: Iterable[Place]) -> Finding:
    """The finding with the places elsewhere that explain it, as they now stand."""
    return finding._replace(related=tuple(_related(paragraph, places)))


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
    return digest(content)


def shifted(finding: Finding, by: int) -> Finding:
    """The finding in a paragraph that stands `by` code points further on than it did. It must have no related places."""
    fixes = tuple([Fix(tuple([Edit(start + by, end + by, new) for start, end, new in fix.edits]), fix.safety) for fix in finding.fixes])
    return Finding(  # an edit moves all findings below it: _replace takes twice as long
        finding.code,
        finding.name,
        finding.severity,
        finding.message,
        finding.start + by,
        finding.end + by,
        fixes,
        finding.confidence,
        finding.fingerprint,
        finding.evidence,
    )
