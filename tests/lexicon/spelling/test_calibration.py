"""The weights: their form, and that probabilities are probabilities."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arlint.lexicon.errors import CompiledDataError
from arlint.lexicon.spelling.calibration import Calibration, group, row
from arlint.lexicon.spelling.candidates import Edit
from arlint.lexicon.spelling.evidence import Features

WEIGHTS = Path(__file__).parents[3] / "dictionaries" / "calibration" / "weights.json"
WIDTH = len(Features._fields)
CALIBRATION = Calibration()


def test_weights_fit_the_evidence() -> None:
    weights = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    expected = {group(edit, known): len(row(edit, [0.0] * WIDTH)) for edit in Edit for known in (True, False)}
    assert set(weights) <= set(expected)
    assert {name: len(values) for name, values in weights.items()} == {name: expected[name] for name in weights}


@pytest.mark.parametrize("edit", list(Edit))
@given(st.lists(st.floats(-100, 100), min_size=WIDTH, max_size=WIDTH))
def test_a_probability_lies_between_0_and_1(edit: Edit, values: list[float]) -> None:
    assert 0 <= CALIBRATION.probability(edit, False, values) <= 1


def test_missing_weights_are_told(tmp_path: Path) -> None:
    with pytest.raises(CompiledDataError):
        Calibration(tmp_path / "calibration.arl").probability(Edit.TA, False, [0.0] * WIDTH)
