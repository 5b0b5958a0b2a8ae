"""Look-ups of pairs by number: the tables, the look-ups in Python, and that those in C give the same answers."""

from __future__ import annotations

from array import array
from importlib.util import find_spec

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arlint.lexicon.counts.pairs import UNSEEN, Near, PlainPairs, each, rows

SCALE = tuple(range(0, 2560, 10))
WORDS = 12

in_c = pytest.mark.skipif(find_spec("arlint.lexicon.counts._pairs") is None, reason="the look-ups in C are not built")

numbers = st.integers(UNSEEN, WORDS + 1)
some_pairs = st.dictionaries(st.tuples(st.integers(0, WORDS - 1), st.integers(0, WORDS - 1)), st.integers(1, 255), max_size=60)
columns = st.lists(st.integers(0, 255), min_size=WORDS, max_size=WORDS)


def tables(pairs: dict[tuple[int, int], int]) -> tuple[memoryview[int], memoryview[int]]:
    starts, entries = rows(((first, second, step) for (first, second), step in pairs.items()), WORDS)
    return memoryview(starts).cast("I"), memoryview(entries).cast("I")


@st.composite
def nears(draw: st.DrawFn) -> Near:
    meant = draw(st.lists(st.lists(st.integers(0, WORDS - 1), max_size=3), min_size=WORDS, max_size=WORDS))
    ends = array("I", [0])
    for one in meant:
        ends.append(ends[-1] + len(one))
    words = array("I", [word for one in meant for word in one])
    flags, edited, other, books = (bytes(draw(columns)) for _ in range(4))
    return Near(ends, words, flags, edited, other, books, 4)


@given(some_pairs, numbers, numbers)
def test_what_is_written_is_found(pairs: dict[tuple[int, int], int], first: int, second: int) -> None:
    starts, entries = tables(pairs)
    assert PlainPairs(starts, entries, SCALE).seen(first, second) == SCALE[pairs.get((first, second), 0)]
    assert {(a, b): step for a, b, step in each(starts, entries)} == pairs


def test_beside_asks_for_both_neighbours() -> None:
    found = PlainPairs(*tables({(1, 2): 3, (2, 5): 4}), SCALE)
    assert found.beside(1, 2, 5) == (30, 40)
    assert found.beside(5, 2, 1) == (0, 0)


@pytest.fixture
def near() -> Near:
    """The word 2 may be meant for 3, and the word 4 for 5; 4 can be a slip even where it is attested."""
    ends, words = array("I", [0, 0, 0, 1, 1, 2, 2, *[2] * WORDS])[: WORDS + 1], array("I", [3, 5])
    often = bytes([200] * WORDS)
    return Near(ends, words, bytes([0, 0, 0, 0, 4, *[0] * WORDS])[:WORDS], often, often, often, 4)


def test_another_word_is_meant_where_it_is_seen_much_more_often(near: Near) -> None:
    pairs = PlainPairs(*tables({(1, 3): 50, (3, 6): 50, (1, 2): 2}), SCALE)
    assert pairs.better_attested([1, 2, 6], [1], near, 4, 1.1) == [(1, [0])]
    assert pairs.better_attested([1, 2, 7], [1], near, 100, 1.1) == []


def test_an_attested_word_is_passed_over_unless_it_is_rivalled(near: Near) -> None:
    seen = {(1, 2): 1, (2, 6): 1, (1, 3): 255, (3, 6): 255, (1, 4): 1, (4, 6): 1, (1, 5): 255, (5, 6): 255}
    pairs = PlainPairs(*tables(seen), SCALE)
    assert pairs.better_attested([1, 2, 6], [1], near, 4, 1.1) == []
    assert pairs.better_attested([1, 4, 6], [1], near, 4, 1.1) == [(1, [1])]


@in_c
@given(some_pairs, nears(), st.lists(numbers, max_size=20), st.integers(0, 10), st.floats(1, 2))
def test_c_gives_the_same_answers(pairs: dict[tuple[int, int], int], near: Near, text: list[int], gain: int, tolerance: float) -> None:
    from arlint.lexicon.counts._pairs import Pairs

    starts, entries = tables(pairs)
    plain, fast = PlainPairs(starts, entries, SCALE), Pairs(starts, entries, SCALE)
    places = list(range(len(text)))
    assert fast.better_attested(text, places, near, gain, tolerance) == plain.better_attested(text, places, near, gain, tolerance)
    for first in range(UNSEEN, WORDS + 2):
        assert [fast.seen(first, second) for second in range(UNSEEN, WORDS + 2)] == [
            plain.seen(first, second) for second in range(UNSEEN, WORDS + 2)
        ]
        assert fast.beside(first, 3, first) == plain.beside(first, 3, first)


@in_c
@given(st.sets(st.integers(0, 999), min_size=30, max_size=400), st.sampled_from(["evenly", "low", "high"]))
def test_c_finds_its_way_in_long_rows(seconds: set[int], spread: str) -> None:
    from arlint.lexicon.counts._pairs import Pairs

    squeezed = {"evenly": seconds, "low": {one // 2 for one in seconds}, "high": {999 - one // 2 for one in seconds}}[spread]
    starts, entries = rows(((7, second, 9) for second in squeezed), 1000)
    fast = Pairs(memoryview(starts).cast("I"), memoryview(entries).cast("I"), SCALE)
    assert [fast.seen(7, second) > 0 for second in range(-1, 1001)] == [second in squeezed for second in range(-1, 1001)]


@in_c
@given(
    st.lists(st.integers(0, 2**32 - 1), max_size=20),
    st.lists(st.integers(0, 2**32 - 1), max_size=20),
    st.lists(st.integers(-(2**63), 2**63 - 1), max_size=8),
)
def test_c_reads_nothing_outside_damaged_tables(starts: list[int], entries: list[int], text: list[int]) -> None:
    from arlint.lexicon.counts._pairs import Pairs

    damaged = array("I", starts), array("I", entries)
    pairs = Pairs(*damaged, SCALE)
    near = Near(*damaged, b"", b"", b"\1", b"", 1)
    for place, meant in pairs.better_attested(text, [*range(-1, len(text) + 1)], near, 0, 1.1):
        assert -1 <= place <= len(text)
        assert all(0 <= one < len(entries) for one in meant)


@in_c
@pytest.mark.parametrize("arguments", [(), (b"", b""), (b"", b"", SCALE[:9]), ("", b"", SCALE), (b"", b"", ["a"] * 256)])
def test_c_refuses_what_are_no_tables(arguments: tuple[object, ...]) -> None:
    from arlint.lexicon.counts import _pairs

    with pytest.raises((TypeError, IndexError)):
        _pairs.Pairs(*arguments)  # type: ignore[arg-type]


@in_c
def test_c_refuses_what_are_no_numbers(near: Near) -> None:
    from arlint.lexicon.counts._pairs import Pairs

    pairs = Pairs(b"", b"", SCALE)
    with pytest.raises(TypeError):
        pairs.better_attested(["a"], [0], near, 4, 1.1)  # type: ignore[list-item]
    with pytest.raises(TypeError):
        pairs.seen("a", "b")  # type: ignore[arg-type]


def test_there_are_not_more_words_than_a_row_has_room_for() -> None:
    with pytest.raises(ValueError, match="more than"):
        rows([], 1 << 25)
