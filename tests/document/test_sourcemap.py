"""Source maps: there is no plain character without a place, and edits keep to what they name."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from arlint.document.sourcemap import Run, SourceMap
from arlint.finding import Edit, apply_edits

# A source of pieces: text as it stands, a gap of markup, or one character written as several.
pieces = st.lists(
    st.tuples(st.just("text"), st.text("ابج ", min_size=1, max_size=5))
    | st.tuples(st.just("gap"), st.sampled_from(["<b>", "**", "]"]))
    | st.tuples(st.just("reference"), st.sampled_from(["&amp;", "&#1575;"])),
    max_size=10,
)


def build(parts: list[tuple[str, str]]) -> tuple[str, str, SourceMap]:
    source = plain = ""
    runs = []
    for kind, text in parts:
        if kind == "text":
            runs.append(Run(len(plain), len(source), len(text), len(text)))
            plain += text
        elif kind == "reference":
            runs.append(Run(len(plain), len(source), 1, len(text)))
            plain += "&"
        source += text
    return source, plain, SourceMap(tuple(runs))


@given(pieces)
def test_every_character_comes_from_where_the_map_says(parts: list[tuple[str, str]]) -> None:
    source, plain, source_map = build(parts)
    for index, char in enumerate(plain):
        start, end = source_map.span(index, index + 1)
        assert source[start:end] == char or source[start:end] in ("&amp;", "&#1575;")


@given(pieces, st.data())
def test_an_edit_changes_its_characters_and_no_markup(parts: list[tuple[str, str]], data: st.DataObject) -> None:
    source, plain, source_map = build(parts)
    if not plain:
        return
    start = data.draw(st.integers(0, len(plain)))
    end = data.draw(st.integers(start, len(plain)))
    moved = source_map.edit(Edit(start, end, "X"))
    swallowed = source[slice(*source_map.span(start, end))]
    if any(mark in swallowed for mark in ("<b>", "**", "]")):
        assert moved is None
    else:
        assert moved is not None
        after = apply_edits(source, [moved])
        assert after.count("X") == 1
        assert len(after) == len(source) - (moved.end - moved.start) + 1
        assert sum(after.count(mark) for mark in ("<b>", "**", "]")) == sum(source.count(mark) for mark in ("<b>", "**", "]"))
