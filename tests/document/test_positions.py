"""Offsets ↔ positions against an oracle that counts character by character."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from arlint.document import LineIndex, Position, Unit

ALPHABET = "ab\u0627\u0644\u064e\u0651\u0640 \u00a0\u200f\u2067\u2028\u2029\u0085\x0b\x0c\x1c\U0001f600\U0001f1f8\ud800\n\r"
texts = st.lists(st.sampled_from([*ALPHABET, "\r\n"]), max_size=40).map("".join)
units = st.sampled_from(list(Unit))


def size(char: str, unit: Unit) -> int:
    if unit is Unit.UTF32:
        return 1
    if unit is Unit.UTF16:
        return 2 if ord(char) > 0xFFFF else 1
    return 1 if ord(char) < 0x80 else 2 if ord(char) < 0x800 else 3 if ord(char) < 0x10000 else 4


def slow_position(text: str, offset: int, unit: Unit) -> Position:
    """Walks over the text; a line ends behind its line break."""
    line = column = index = 0
    while index < offset:
        char = text[index]
        if char == "\n" or (char == "\r" and text[index + 1 : index + 2] != "\n"):
            line, column = line + 1, 0
        else:
            column += size(char, unit)
        index += 1
    return Position(line, column)


@given(texts, units, st.data())
def test_positions_are_the_oracle_s(text: str, unit: Unit, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    assert LineIndex(text).position(offset, unit) == slow_position(text, offset, unit)


@given(texts, units, st.data())
def test_there_and_back(text: str, unit: Unit, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    index = LineIndex(text)
    line = index.line_of(offset)
    inside = min(offset, index.line_span(line)[1])  # between \r and \n there is no position of its own
    assert index.offset(index.position(offset, unit), unit) == inside


@given(texts, units, st.integers(0, 12), st.integers(0, 60))
def test_any_position_is_clamped_into_its_line(text: str, unit: Unit, line: int, column: int) -> None:
    index = LineIndex(text)
    offset = index.offset(Position(line, column), unit)
    if line >= len(index):
        assert offset == len(text)
    else:
        start, end = index.line_span(line)
        assert start <= offset <= end
        assert index.position(offset, unit).column <= column


@given(texts)
def test_lines_split_at_three_breaks_only(text: str) -> None:
    index = LineIndex(text)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert [text[slice(*index.line_span(number))] for number in range(len(index))] == lines
