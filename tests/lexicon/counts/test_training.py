"""Counting an archive, and checking by its counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from arlint.lexicon.counts.store import EDGE, Counts
from arlint.lexicon.counts.training import Tally, compile_archive


def tally(*paragraphs: str) -> Tally:
    counted = Tally()
    for paragraph in paragraphs:
        counted.add(paragraph.split())
    return counted


def test_rare_words_pairs_and_triples_are_left_out() -> None:
    words, pairs, triples = tally("زار الوفد المدينة", "زار الوفد القرية", "زار الوفد الحي").tables()
    assert words == {"زار": 3, "الوفد": 3}
    assert pairs == {f"{EDGE} زار": 3, "زار الوفد": 3}
    assert triples == {f"{EDGE} زار الوفد": 3}


def test_a_paragraph_is_counted_once() -> None:
    assert tally("زار الوفد المدينة", "زار الوفد المدينة").words == 3


def test_a_word_that_the_tables_cannot_spell_is_an_edge() -> None:
    _, pairs, _ = tally("زار چابهار", "رأى چابهار زار چابهار").tables()
    assert pairs[f"زار {EDGE}"] == 2


def test_an_archive_alone(tmp_path: Path) -> None:
    compile_archive(tally("زار الوفد المدينة", "زار الوفد القرية"), tmp_path / "counts.arl", None)
    counts = Counts(tmp_path / "counts.arl")
    assert counts.by_source("زار") == (2, 0, 0)
    assert counts.bigram("زار", "الوفد") == 2
    assert counts.unigram("إلى") == 0


def test_an_archive_is_added_to_other_counts(tmp_path: Path) -> None:
    compile_archive(tally("زار الوفد المدينة", "زار الوفد القرية"), tmp_path / "base.arl", None)
    compile_archive(tally("زار الوفد الحي", "زار الوفد السوق"), tmp_path / "both.arl", Counts(tmp_path / "base.arl"))
    both = Counts(tmp_path / "both.arl")
    assert both.unigram("زار") == pytest.approx(4, rel=0.04)
    assert both.bigram("زار", "الوفد") == pytest.approx(4, rel=0.04)
