"""Open documents against a slow oracle: any edits, in any encoding, over any line ends."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from arlint.document.positions import Unit
from arlint.finding import apply_edits
from arlint.lsp.repairs import changes
from arlint.lsp.textdocument import OpenDocument, OpenDocuments

from .editor import units

TEXTS = st.text(alphabet="قال \u064e\u0640\u200f\u2028\u0085\v😀é\n\r", max_size=30)


def position(text: str, offset: int, unit: Unit) -> types.Position:
    lines = re.split(r"\r\n|\n|\r", text[:offset])
    return types.Position(len(lines) - 1, units(lines[-1], unit.value))


def splits_a_line_end(text: str, offset: int) -> bool:
    return text[offset - 1 : offset + 1] == "\r\n"


@given(TEXTS, st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), TEXTS), max_size=6), st.sampled_from(Unit))
def test_edits_land_where_the_client_meant_them(text: str, edits: list[tuple[int, int, str]], unit: Unit) -> None:
    document = OpenDocument("file:///a.txt", text, 1, "plaintext")
    document.unit = unit
    for one, other, new in edits:
        start, end = sorted((min(one, len(text)), min(other, len(text))))
        if splits_a_line_end(text, start) or splits_a_line_end(text, end):
            continue
        range_ = types.Range(position(text, start, unit), position(text, end, unit))
        document.apply_change(types.TextDocumentContentChangePartial(range=range_, text=new))
        text = text[:start] + new + text[end:]
        assert document.source == text


@given(TEXTS, st.integers(0, 40), st.sampled_from(Unit))
def test_positions_there_and_back(text: str, offset: int, unit: Unit) -> None:
    document = OpenDocument("file:///a.txt", text, 1, "plaintext")
    offset = min(offset, len(text))
    if not splits_a_line_end(text, offset):
        assert document.current.position(offset, unit) == position(text, offset, unit)
        assert document.current.offset(position(text, offset, unit), unit) == offset


@pytest.mark.parametrize("place", [(99, 0), (0, 99), (2_147_483_647, 2_147_483_647)])
def test_positions_outside_the_text_mean_the_nearest_place_in_it(place: tuple[int, int]) -> None:
    document = OpenDocument("file:///a.txt", "ab", 1, "plaintext")
    assert document.current.offset(types.Position(*place), Unit.UTF16) == 2


def test_a_whole_text_replaces_the_document() -> None:
    documents = OpenDocuments(None)
    documents.put_text_document(types.TextDocumentItem("file:///a.txt", "plaintext", 1, "قال"))
    identifier = types.VersionedTextDocumentIdentifier(2, "file:///a.txt")
    documents.update_text_document(identifier, types.TextDocumentContentChangeWholeDocument("نعم"))
    document = documents.open_document("file:///a.txt")
    assert document
    assert (document.source, document.version) == ("نعم", 2)
    assert documents.open_document("file:///b.txt") is None


@given(TEXTS, TEXTS)
def test_changes_make_the_one_text_of_the_other(before: str, after: str) -> None:
    assert apply_edits(before, changes(before, after)) == after
