"""From evidence to a probability: logistic weights, one row for each way a word can be wrong.

The weights are fitted by `bench/calibrate.py` on labelled text and kept in dictionaries/calibration/weights.json. Confidence
means what it says there: of findings said to be 0.9 sure, nine in ten are slips.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import cached_property
from operator import mul

from arlint.lexicon.container import Container, StrPath, compiled
from arlint.lexicon.spelling.candidates import Edit
from arlint.records import NamedTuple

FILE = "calibration.arl"
SHIPPED = compiled(FILE)

# Edits that are weighed together; within a group, all but the first differ from it by a constant.
GROUPS = {
    "letter": (Edit.ADDED, Edit.DOTS, Edit.DOUBLED, Edit.DROPPED, Edit.KEY, Edit.REPLACED, Edit.SWAPPED),
    "run-on": (Edit.RUN_ON, Edit.SHARED),
}
# More than any feature is: the natural logarithm of a hundred million.
_MOST = 18.0
_GROUP_OF = {edit: name for name, edits in GROUPS.items() for edit in edits}


def row(edit: Edit, values: Sequence[float]) -> list[float]:
    """The numbers that the weights of the edit's group multiply: a constant, the evidence, one for each further edit of the group."""
    return [1.0, *values, *(float(edit is other) for other in GROUPS.get(_GROUP_OF.get(edit, ""), ())[1:])]


def group(edit: Edit, known: bool) -> str:
    """The name of the weights for an edit of a known or an unknown word."""
    return f"{_GROUP_OF.get(edit, edit.value)}/{'known' if known else 'unknown'}"


class _Scale(NamedTuple):
    constant: float
    weights: tuple[float, ...]


class Calibration:
    """Weights in the compiled file `path`. Raises CompiledDataError when it is missing or damaged."""

    def __init__(self, path: StrPath = SHIPPED) -> None:
        self._path = path

    @cached_property
    def _weights(self) -> Mapping[str, Sequence[float]]:
        weights: Mapping[str, Sequence[float]] = Container(self._path, "calibration").json("weights")
        return weights

    @cached_property
    def _scales(self) -> Mapping[tuple[Edit, bool], _Scale]:
        """The weights of every edit of known and of unknown words, as far as there are any."""
        scales = ((edit, known, self._weights.get(group(edit, known))) for edit in Edit for known in (True, False))
        return {(edit, known): _scale(edit, weights) for edit, known, weights in scales if weights}

    def probability(self, edit: Edit, known: bool, values: Sequence[float], further: float = 0.0) -> float:
        """How likely an editor would make this repair, 0..1; 0 for a group without weights. further: added to the logarithm of the odds."""
        scale = self._scales.get((edit, known))
        return _logistic(scale.constant + sum(map(mul, scale.weights, values)) + further) if scale else 0.0

    def ceiling(self, edit: Edit, known: bool, values: Sequence[float], free: int, further: float = 0.0) -> float:
        """The most that `probability` gives whatever value from 0 to `_MOST` the one at place `free` has, which is 0 here."""
        scale = self._scales.get((edit, known))
        if scale is None:
            return 0.0
        return _logistic(scale.constant + sum(map(mul, scale.weights, values)) + max(0.0, scale.weights[free] * _MOST) + further)


def _scale(edit: Edit, weights: Sequence[float]) -> _Scale:
    """What `row` multiplies with each value, and the sum of what does not depend on them."""
    further = GROUPS.get(_GROUP_OF.get(edit, ""), ())[1:]
    of_edit = weights[len(weights) - len(further) + further.index(edit)] if edit in further else 0.0
    return _Scale(weights[0] + of_edit, tuple(weights[1 : len(weights) - len(further)]))


def _logistic(total: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
