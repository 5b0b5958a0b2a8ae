"""One place, one finding: where two rules report the same slip, the more specific one stays.

Two findings on one place are both kept when two different repairs are both needed, as in `” ` (a closing mark used to
open, and a space inside it): that is, when both have a fix and no edit of one touches an edit of the other.
"""

from __future__ import annotations

from collections.abc import Iterable

from arlint.finding import Edit, Finding
from arlint.records import NamedTuple


class Candidate(NamedTuple):
    """A finding and the codes, or families of codes, that give way to it."""

    finding: Finding
    over: tuple[str, ...] = ()


def settle(candidates: Iterable[Candidate]) -> list[Finding]:
    """The findings that stay, in order of start, end, code.

    Of two that clash, one that names the other's code or family in `over` stays; else the graver, then the one with a fix, then the longer,
    then the one with the lower code.
    """
    settled: list[Candidate] = []
    open_: list[Candidate] = []  # those that one further on may still reach
    for candidate in sorted(candidates, key=_extent):
        start = _extent(candidate)[0]
        settled += [other for other in open_ if _extent(other)[1] < start]
        open_ = [other for other in open_ if _extent(other)[1] >= start]
        rivals = [other for other in open_ if _clash(candidate.finding, other.finding)]
        if all(_wins(candidate, rival) for rival in rivals):
            open_ = [*(other for other in open_ if other not in rivals), candidate]
    findings = [candidate.finding for candidate in settled + open_]
    return sorted(findings, key=lambda finding: (finding.start, finding.end, finding.code))


def _extent(candidate: Candidate) -> tuple[int, int, str]:
    """All that a finding touches: its span and its first fix."""
    finding = candidate.finding
    edits = finding.fixes[0].edits if finding.fixes else ()
    start = min([finding.start, *(edit.start for edit in edits)])
    return start, max([finding.end, *(edit.end for edit in edits)]), finding.code


def _wins(one: Candidate, other: Candidate) -> bool:
    if other.finding.code.startswith(one.over):
        return True
    if one.finding.code.startswith(other.over):
        return False
    return _weight(one.finding) < _weight(other.finding)


def _weight(finding: Finding) -> tuple[int, bool, int, str]:
    return finding.severity.rank, not finding.fixes, finding.start - finding.end, finding.code


def _clash(one: Finding, other: Finding) -> bool:
    if one.fixes and other.fixes:
        return any(_touch(a, b) for a in one.fixes[0].edits for b in other.fixes[0].edits)
    return one.start < other.end and other.start < one.end


def _touch(one: Edit, other: Edit) -> bool:
    """Do two edits overlap? An insertion at the rim of a replacement does not; two at one place do."""
    if one.start == one.end and other.start == other.end:
        return one.start == other.start
    return one.start < other.end and other.start < one.end
