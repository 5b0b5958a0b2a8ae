"""Counts of words, pairs and triples: what the compiled file says, and how it fails."""

from __future__ import annotations

import lzma
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arlint.compilers.counts import rows
from arlint.lexicon.container import COMPILED
from arlint.lexicon.counts.store import EDGE, FILE, Counts, quantised
from arlint.lexicon.counts.writing import compile_counts
from arlint.lexicon.errors import CompiledDataError

TABLES = Path(__file__).parents[3] / "dictionaries" / "counts"


@pytest.fixture(scope="module")
def counts() -> Counts:
    return Counts()


def test_context_decides(counts: Counts) -> None:
    assert counts.bigram("بين", "البلدين") > 1000
    assert counts.bigram("بين", "البلدي") == 0
    assert counts.trigram("في", "الوقت", "الذي") > 100 * max(1, counts.trigram("في", "الوقت", "التي"))


def test_sources_are_kept_apart(counts: Counts) -> None:
    edited, _, books = counts.by_source("مسئول")
    assert books > 10 * edited
    assert counts.clean("مسئول") == edited + books


def test_siblings_of_a_fold(counts: Counts) -> None:
    assert {"إلى", "الى", "إلي"} <= set(counts.siblings("الي"))
    assert counts.siblings("لاوجودلهقط") == []


@pytest.mark.parametrize("word", ["", "x" * 10_000, "ا" * 10_000, "کتاب", "\ud800", "\x00", "a\tb", "كلمة أخرى"])
def test_words_of_any_kind_have_a_count(counts: Counts, word: str) -> None:
    assert counts.unigram(word) == 0
    assert counts.bigram(word, "في") == 0
    assert counts.trigram("في", word, "من") == 0
    assert counts.siblings(word) == []


@given(st.integers(1, 20_000_000), st.integers(1, 20_000_000))
def test_the_scale_keeps_order_and_fits_a_byte(one: int, other: int) -> None:
    assert 1 <= quantised(one) <= 255
    if one <= other:
        assert quantised(one) <= quantised(other)


def test_what_is_compiled_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / FILE
    words = [("قال", (100, 10, 5)), ("الى", (0, 9, 0)), ("إلى", (50, 3, 40))]
    compile_counts(words, [("قال إلى", (7, 2)), (f"{EDGE} قال", (30, 0))], [("قال إلى إلى", (4, 0))], path)
    counts = Counts(path)
    assert list(counts.by_source("إلى")) == pytest.approx([50, 3, 40], rel=0.04)
    assert counts.bigram("قال", "إلى") == 9
    assert counts.trigram("قال", "إلى", "إلى") == 4
    assert counts.bigram("إلى", "قال") == 0
    assert counts.unigram(EDGE) == pytest.approx(30, rel=0.04)
    assert set(counts.siblings("الي")) == {"إلى", "الى"}
    assert {word for word, _ in counts.words()} == {"قال", "الى", "إلى"}
    assert dict(counts.pairs())["قال إلى"] == (9,)


def test_a_missing_file_says_how_to_make_it(tmp_path: Path) -> None:
    with pytest.raises(CompiledDataError, match=r"does not exist.*python -m arlint\.compilers"):
        Counts(tmp_path / FILE)


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / FILE
    path.write_bytes(Path(COMPILED, FILE).read_bytes()[:5000])
    with pytest.raises(CompiledDataError):
        Counts(path).bigram("بين", "البلدين")


@pytest.mark.parametrize(("name", "words", "columns"), [("unigrams", 1, 3), ("bigrams", 2, 2), ("trigrams", 3, 2)])
def test_tables_have_the_form_of_their_readme(name: str, words: int, columns: int) -> None:
    path = TABLES / f"{name}.tsv.xz"
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        head = [next(lines) for _ in range(2000)]
    assert head == sorted(head, key=lambda line: line.split("\t"))
    for sequence, counts in (row for row, _ in zip(rows(path), range(2000), strict=False)):
        assert len(sequence.split(" ")) == words
        assert len(counts) == columns
        assert min(counts) >= 0
        assert sum(counts) >= 2
