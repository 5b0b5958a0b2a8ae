"""What a text does throughout is said once: many findings of a rule become one that names how many there are.

A rule's file says from how many places on a slip is a habit, and by which patterns its opposite is known (`[[rule.habit]]`); a
text that does it both ways has slips, not a habit. The one finding stands at the first place, is related to the others and
repairs all of them. Suppressions, baselines and `--fix` deal with the single places: gathering comes last, before a report.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

from arlint.document import Document
from arlint.finding import Edit, Finding, Fix, Related, Safety
from arlint.rulefiles.rule import Habit, Rule


class _Kind(NamedTuple):
    """A habit of a rule: its code and the number of the habit in its file."""

    code: str
    number: int


def gather(findings: Sequence[Finding], document: Document, rules: Iterable[Rule], language: str) -> list[Finding]:
    """The findings in order of place, those that are habits gathered to one each. `language` is that of the messages."""
    habits = {rule.code: rule.habits for rule in rules if rule.habits}
    places: dict[_Kind, list[Finding]] = {}
    for finding in findings:
        if finding.code in habits and (kind := _kind(finding, document, habits)):
            places.setdefault(kind, []).append(finding)
    gathered: dict[int, Finding] = {}
    left_out: set[int] = set()
    for kind, same in places.items():
        habit = habits[kind.code][kind.number]
        if len(same) >= habit.least and _prevails(habit, len(same), document):
            gathered[id(same[0])] = _once(same, kind, habit.message[language])
            left_out.update(id(finding) for finding in same[1:])
    return [gathered.get(id(finding), finding) for finding in findings if id(finding) not in left_out]


def _kind(finding: Finding, document: Document, habits: Mapping[str, tuple[Habit, ...]]) -> _Kind | None:
    for number, habit in enumerate(habits[finding.code]):
        if not habit.where or _compiled(habit.where).match(document.text, finding.start):
            return _Kind(finding.code, number)
    return None


def _prevails(habit: Habit, count: int, document: Document) -> bool:
    """Do the places outweigh those where the text does it the other way?"""
    if not habit.against:
        return True
    pattern = _compiled(habit.against)
    against = sum(1 for paragraph in document.paragraphs for _ in pattern.finditer(paragraph.text))
    return count >= habit.share * (count + against)


@lru_cache(maxsize=128)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _once(places: Sequence[Finding], kind: _Kind, message: str) -> Finding:
    """The one finding for all places. Its fingerprint is the same wherever they stand: a text has a habit or has it not."""
    first = places[0]
    content = f"{kind.code}\x1fhabit\x1f{kind.number}"
    return Finding(
        code=first.code,
        name=first.name,
        severity=min((place.severity for place in places), key=lambda severity: severity.rank),
        message=message.format(count=len(places)),
        start=first.start,
        end=first.end,
        fixes=tuple(_fixes(places)),
        confidence=max(place.confidence for place in places),
        fingerprint=blake2b(content.encode(), digest_size=8).hexdigest(),
        related=tuple(Related(place.start, place.end) for place in places[1:]),
    )


def _fixes(places: Iterable[Finding]) -> Iterator[Fix]:
    """First what may be repaired unseen, then, where that is not all, everything."""
    first = [place.fixes[0] for place in places if place.fixes]
    safe = [fix for fix in first if fix.safety is Safety.SAFE]
    if safe:
        yield Fix(_edits(safe))
    if len(safe) < len(first):
        yield Fix(_edits(first), Safety.UNSAFE)


def _edits(fixes: Iterable[Fix]) -> tuple[Edit, ...]:
    """The edits of all fixes in order; of two that overlap, the first."""
    kept: list[Edit] = []
    for edit in sorted(edit for fix in fixes for edit in fix.edits):
        if not kept or kept[-1].end <= edit.start:
            kept.append(edit)
    return tuple(kept)
