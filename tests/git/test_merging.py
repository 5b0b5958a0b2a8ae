"""Repairs carried over to a working tree that has unstaged changes: these stay, byte for byte."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arlint.git.merging import carried_over

LINES = st.sampled_from(["two  spaces", "clean", "and  two  more", "", "with a return  here\r"])
OWN = ["unstaged  line", "another"]  # in the working tree only


def fixed(text: bytes) -> bytes:
    return text.replace(b"  ", b" ")


def joined(lines: list[str], end: str) -> bytes:
    return ("\n".join(lines) + end).encode()


@given(st.lists(LINES, max_size=8), st.sampled_from(["", "\n"]), st.sampled_from(["", "\n"]), st.randoms(use_true_random=False))
def test_unstaged_lines_stay_and_staged_ones_are_repaired(lines: list[str], end: str, its_end: str, chance: random.Random) -> None:
    theirs = list(lines)
    for _ in range(chance.randint(0, 4)):
        at = chance.randint(0, len(theirs))
        if chance.random() < 0.6 or not theirs:
            theirs.insert(at, chance.choice(OWN))
        else:
            del theirs[at % len(theirs)]
    before, found = joined(lines, end), joined(theirs, its_end)
    result = carried_over(before, fixed(before), found)
    old, new = found.split(b"\n"), result.split(b"\n")
    assert len(old) == len(new)
    for line, now in zip(old, new, strict=True):
        assert now in ((line, fixed(line)) if line.decode() not in OWN else (line,))
    if all(line not in OWN for line in theirs) and len(theirs) == len(lines) and end == its_end:
        assert result == fixed(before)


@pytest.mark.parametrize(
    ("before", "after", "found", "wanted"),
    [
        ("a\n\n\nb\n", "a\n\nb\n", "a\n\n\nb\nnew  line\n", "a\n\nb\nnew  line\n"),  # a repair that takes a line away
        ("a\n\n\nb\n", "a\n\nb\n", "a\nmine\n\n\nb\n", "a\nmine\n\nb\n"),
        ("a  b\r\nc\r\n", "a b\r\nc\r\n", "a  b\nc\n!\n", "a b\nc\n!\n"),  # line ends of the working tree
        ("a  b\n", "a b\n", "a  b, changed\n", "a  b, changed\n"),  # a line with unstaged changes of its own
        ("a  b\n", "a b\n", "", ""),
    ],
)
def test_line_ends_and_lines_that_go(before: str, after: str, found: str, wanted: str) -> None:
    assert carried_over(before.encode(), after.encode(), found.encode()).decode() == wanted
