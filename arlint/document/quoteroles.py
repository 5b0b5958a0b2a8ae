"""Which marks of a paragraph open, which close: the cheapest explanation of all of them together.

Each mark may open, close, or (after a digit) be no quotation mark at all. A role that the neighbours speak against costs,
a mark without a partner costs more, and the cheapest sequence is found by dynamic programming over the depth of
nesting (Viterbi), in time linear in the number of marks. So one lost mark does not turn the rest of the paragraph inside out.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from arlint.document.quotemarks import CLOSING_GLYPHS, OPENING_GLYPHS, Lean, Sighting
from arlint.records import NamedTuple

# Costs, chosen so that two misplaced marks beat two lonely ones, and one nesting beats one misplaced mark.
_MISPLACED = 1.5  # the neighbours speak against the role
_IMPOSSIBLE = 6.5  # they leave no other reading
_ODD_GLYPH = 0.25  # the character is usually used for the other role
_ODD_GUILLEMET = 1.5  # guillemets are seldom turned around
_NESTED = 0.75  # opens while another of its family is open
_LONELY = 3.0  # has no partner
_MEASURE = 1.6  # is no quotation mark
_GLUED_TO_DIGIT = 2.0  # opens right after a digit
_DEEPEST = 2
_AGAINST_OPENING = {Lean.CLOSES: _MISPLACED, Lean.MUST_CLOSE: _IMPOSSIBLE}
_AGAINST_CLOSING = {Lean.OPENS: _MISPLACED, Lean.MUST_OPEN: _IMPOSSIBLE}


class Role(Enum):
    """What a mark does. ABANDON: it opens, and the one that was open before it never closes."""

    OPEN = "open"
    ABANDON = "abandon"
    CLOSE = "close"
    NONE = "none"


class _Step(NamedTuple):
    """The cheapest way to a depth: its cost, the last role, and the depth before it."""

    cost: float
    role: Role
    before: int


class Parse(NamedTuple):
    """The role of each mark, and what the whole explanation costs; 0 when nothing speaks against it."""

    cost: float
    roles: list[Role]


def assign_roles(marks: Sequence[Sighting]) -> Parse:
    """The cheapest roles of marks that may pair with each other, given in order."""
    roles = _alternation(marks)
    return _cheapest(marks) if roles is None else Parse(0.0, roles)


def _alternation(marks: Sequence[Sighting]) -> list[Role] | None:
    """Open, close, open, close …, when no neighbour speaks against it: nearly every paragraph."""
    if len(marks) % 2 or any(mark.lean.closes for mark in marks[::2]) or any(mark.lean.opens for mark in marks[1::2]):
        return None
    if any(mark.measure for mark in marks[::2]):
        return None
    return [Role.OPEN, Role.CLOSE] * (len(marks) // 2)


def _cheapest(marks: Sequence[Sighting]) -> Parse:
    costs = {0: 0.0}
    steps: list[dict[int, _Step]] = []
    for mark in marks:
        step = _advance(costs, mark)
        steps.append(step)
        costs = {depth: best.cost for depth, best in step.items()}
    totals = {depth: cost + depth * _LONELY for depth, cost in costs.items()}
    depth = min(totals, key=lambda depth: totals[depth])
    total = totals[depth]
    roles: list[Role] = []
    for step in reversed(steps):
        roles.append(step[depth].role)
        depth = step[depth].before
    return Parse(total, roles[::-1])


def _oddity(mark: Sighting, glyphs: frozenset[str], misplaced: bool) -> float:
    """What it costs that the character is one of `glyphs`, made for the other role."""
    if mark.char not in glyphs:
        return 0.0
    if mark.char in "\u00ab\u00bb":
        return _IMPOSSIBLE if misplaced else _ODD_GUILLEMET
    return _ODD_GLYPH


def _advance(costs: dict[int, float], mark: Sighting) -> dict[int, _Step]:
    opening = _AGAINST_OPENING.get(mark.lean, 0.0) + _oddity(mark, CLOSING_GLYPHS, mark.lean.closes) + _GLUED_TO_DIGIT * mark.measure
    closing = _AGAINST_CLOSING.get(mark.lean, 0.0) + _oddity(mark, OPENING_GLYPHS, mark.lean.opens)
    best: dict[int, _Step] = {}
    for depth, cost in costs.items():
        ways = [(max(depth - 1, 0), cost + closing + _LONELY * (depth == 0), Role.CLOSE)]
        if depth < _DEEPEST:
            ways.append((depth + 1, cost + opening + _NESTED * depth, Role.OPEN))
        if depth:
            ways.append((depth, cost + opening + _LONELY, Role.ABANDON))
        if mark.measure:
            ways.append((depth, cost + _MEASURE, Role.NONE))
        for after, total, role in ways:
            if after not in best or total < best[after].cost:
                best[after] = _Step(total, role, depth)
    return best
