"""The `[wrong]{right}` notation of examples."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arlint.rulefiles.examples import Example, ExampleError, Slip, parse_example

PLAIN = st.text(alphabet="ab[]{}|\\ ء", max_size=12)


def escape(text: str) -> str:
    return "".join("\\" + letter if letter in "[]{}|\\" else letter for letter in text)


@pytest.mark.parametrize(
    ("notation", "example"),
    [
        ("abc", Example("abc", ())),
        ("a [b]{c} d", Example("a b d", (Slip(2, 3, ("c",)),))),
        ("a [b]{c|d|}", Example("a b", (Slip(2, 3, ("c", "d", "")),))),
        ("[b]{}", Example("b", (Slip(0, 1, ("",)),))),
        ("[b] c", Example("b c", (Slip(0, 1, ()),))),
        (r"\[WHO\) [b]{\}}", Example(r"[WHO\) b", (Slip(7, 8, ("}",)),))),
        ("a | b", Example("a | b", ())),
    ],
)
def test_notation(notation: str, example: Example) -> None:
    assert parse_example(notation) == example


@pytest.mark.parametrize("notation", ["[a", "a]", "a {b}", "[a]{b", "[a [b]]", "[a] {b}", "[a]{b}{c}", "[a]{b[c]}"])
def test_brackets_that_do_not_match(notation: str) -> None:
    with pytest.raises(ExampleError):
        parse_example(notation)


@given(st.lists(st.tuples(PLAIN, PLAIN, st.lists(PLAIN, max_size=3)), max_size=4), PLAIN)
def test_what_is_written_is_read_back(pieces: list[tuple[str, str, list[str]]], tail: str) -> None:
    notation = "".join(
        f"{escape(text)}[{escape(slip)}]" + (f"{{{'|'.join(map(escape, repairs))}}}" if repairs else "") for text, slip, repairs in pieces
    ) + escape(tail)
    example = parse_example(notation)
    assert example.text == "".join(text + slip for text, slip, _ in pieces) + tail
    assert [example.text[slip.start : slip.end] for slip in example.slips] == [slip for _, slip, _ in pieces]
    assert [slip.repairs for slip in example.slips] == [tuple(repairs) for *_, repairs in pieces]


def test_repaired_takes_the_first_repair_of_each_slip() -> None:
    assert parse_example("a [b]{c|d} [e] [f]{}g").repaired == "a c e g"
