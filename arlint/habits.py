"""What a text does throughout is said once: many findings of a rule become one that names how many there are.

A rule's file says from how many places on a slip is a habit, and by which patterns its opposite is known (`[[rule.habit]]`); a
text that does it both ways has slips, not a habit. The one finding stands at the first place, is related to the others and
repairs all of them. Suppressions, baselines and `--fix` deal with the single places: gathering comes last, before a report.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from arlint.digest import digest
from arlint.document import Document, Paragraph
from arlint.document.patterns import lazy
from arlint.finding import Edit, Finding, Fix, Related, Safety, apply_edits
from arlint.records import NamedTuple
from arlint.rulefiles.rule import Habit, Rule

_SENTENCES = 3
_END = lazy("[.!?\u061f\n]")


class _Kind(NamedTuple):
    """A habit of a rule: its code and the number of the habit in its file. text: the slip, where each word is a habit of its own."""

    code: str
    number: int
    text: str


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
        if _prevails(habit, same, document):
            gathered[id(same[0])] = _once(same, kind, habit.message[language], document)
            left_out.update(id(finding) for finding in same[1:])
    return [gathered.get(id(finding), finding) for finding in findings if id(finding) not in left_out]


def _kind(finding: Finding, document: Document, habits: Mapping[str, tuple[Habit, ...]]) -> _Kind | None:
    for number, habit in enumerate(habits[finding.code]):
        if not habit.where or _compiled(habit.where).match(document.text, finding.start):
            return _Kind(finding.code, number, document.text[finding.start : finding.end] if habit.same else "")
    return None


def _sentences(places: Sequence[Finding], text: str) -> int:
    """In how many sentences the places stand, roughly: what is done again and again in one may be one slip of the hand."""
    return 1 + sum(_END.search(text, one.start, other.start) is not None for one, other in pairwise(places))


def _prevails(habit: Habit, places: Sequence[Finding], document: Document) -> bool:
    """Are there enough places, all over the text, and do they outweigh those where the text does it the other way?"""
    count = len(places)
    if count < habit.least:
        return False
    word = _repaired(places[0], document.text) if habit.same else ""
    pattern = rf"(?<!\w){re.escape(word)}(?!\w)" if habit.same else habit.against
    if not pattern:
        return True
    if _sentences(places, document.text) < min(habit.least, _SENTENCES):
        return False
    against, most = 0, count / habit.share - count
    for paragraph in document.paragraphs:
        if word in paragraph.text:
            against += _occurrences(paragraph, pattern)
            if against > most:
                return False
    return True


def _occurrences(paragraph: Paragraph, pattern: str) -> int:
    """How often a pattern matches in a paragraph, counted once."""
    key = _occurrences, pattern
    known: int | None = paragraph.memory.get(key)
    if known is None:
        known = paragraph.memory[key] = len(_compiled(pattern).findall(paragraph.text))
    return known


def _repaired(finding: Finding, text: str) -> str:
    """The slip after its first fix; as it is, where there is none."""
    here = [edit for edit in finding.fixes[0].edits if finding.start <= edit.start and edit.end <= finding.end] if finding.fixes else []
    slip = text[finding.start : finding.end]
    return apply_edits(slip, [Edit(edit.start - finding.start, edit.end - finding.start, edit.replacement) for edit in here])


@lru_cache(maxsize=128)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _once(places: Sequence[Finding], kind: _Kind, message: str, document: Document) -> Finding:
    """The one finding for all places. Its fingerprint is the same wherever they stand: a text has a habit or has it not."""
    first = places[0]
    content = f"{kind.code}\x1fhabit\x1f{kind.number}\x1f{kind.text}"
    slip = document.text[first.start : first.end]
    return Finding(
        code=first.code,
        name=first.name,
        severity=min((place.severity for place in places), key=lambda severity: severity.rank),
        message=message.format(count=len(places), text=slip, fix=_repaired(first, document.text)),
        start=first.start,
        end=first.end,
        fixes=tuple(_fixes(places)),
        confidence=max(place.confidence for place in places),
        fingerprint=digest(content),
        related=tuple(Related(place.start, place.end) for place in places[1:]),
    )


def _fixes(places: Iterable[Finding]) -> Iterator[Fix]:
    """Everything; then, where that is not the same, what may be repaired unseen."""
    first = [place.fixes[0] for place in places if place.fixes]
    safe = [fix for fix in first if fix.safety is Safety.SAFE]
    if len(safe) < len(first):
        yield Fix(_edits(first), Safety.UNSAFE)
    if safe:
        yield Fix(_edits(safe))


def _edits(fixes: Iterable[Fix]) -> tuple[Edit, ...]:
    """The edits of all fixes in order; of two that overlap, the first."""
    kept: list[Edit] = []
    for edit in sorted(edit for fix in fixes for edit in fix.edits):
        if not kept or kept[-1].end <= edit.start:
            kept.append(edit)
    return tuple(kept)
