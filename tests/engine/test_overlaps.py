"""One place, one finding; two where two repairs are both needed."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from arlint.finding import Edit, Finding, Fix, Severity
from arlint.overlaps import Candidate, settle


def candidate(
    code: str, start: int, end: int, *edits: tuple[int, int, str], severity: Severity = Severity.WARNING, over: tuple[str, ...] = ()
) -> Candidate:
    fixes = (Fix(tuple(Edit(*edit) for edit in edits)),) if edits else ()
    return Candidate(Finding(code, code.lower(), severity, "", start, end, fixes), over)


def codes(*candidates: Candidate) -> list[str]:
    return [finding.code for finding in settle(candidates)]


def test_apart() -> None:
    assert codes(candidate("B", 4, 6), candidate("A", 0, 2)) == ["A", "B"]


def test_two_repairs_on_one_place_are_both_kept() -> None:
    direction = candidate("DIR", 5, 6, (5, 6, "x"))
    inside = candidate("INS", 5, 7, (6, 7, ""))
    outside = candidate("OUT", 4, 6, (5, 5, " "))
    assert codes(direction, inside, outside) == ["OUT", "DIR", "INS"]


def test_the_same_repair_is_kept_once() -> None:
    assert codes(candidate("B", 2, 4, (2, 4, " ")), candidate("A", 1, 4, (2, 4, " "))) == ["A"]


def test_two_insertions_at_one_place_clash() -> None:
    assert codes(candidate("A", 0, 2, (1, 1, " ")), candidate("B", 0, 1, (1, 1, "x"))) == ["A"]


def test_over_wins_against_severity() -> None:
    weak = candidate("WEAK", 0, 2, (0, 2, "x"), severity=Severity.STYLE, over=("STRONG",))
    strong = candidate("STRONG", 0, 5, (0, 5, "y"), severity=Severity.ERROR)
    assert codes(weak, strong) == codes(strong, weak) == ["WEAK"]


def test_without_a_fix_spans_decide() -> None:
    assert codes(candidate("A", 0, 5, severity=Severity.ERROR), candidate("B", 3, 4, (3, 4, "x"))) == ["A"]


SPANS = st.tuples(st.integers(0, 30), st.integers(1, 6), st.sampled_from(list(Severity)), st.booleans(), st.integers(0, 99))


@given(st.lists(SPANS, max_size=25))
def test_what_stays_does_not_clash_and_is_in_order(spans: list[tuple[int, int, Severity, bool, int]]) -> None:
    candidates = [
        candidate(f"R{number:02}", start, start + length, *([(start, start + length, "x")] if fixed else []), severity=severity)
        for start, length, severity, fixed, number in spans
    ]
    stayed = settle(candidates)
    assert [f.start for f in stayed] == sorted(f.start for f in stayed)
    assert all(one.end <= other.start for one, other in pairwise(stayed))
    assert bool(stayed) == bool(candidates)
