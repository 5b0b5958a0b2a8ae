"""Diagnostics put together of pieces are those that the protocol's own types would give."""

from __future__ import annotations

import json

import pytest
from lsprotocol import types
from pygls.protocol import default_converter

from arlint.document.positions import Unit
from arlint.lsp.analysis import analyse
from arlint.lsp.client import Client
from arlint.lsp.diagnostics import diagnostic
from arlint.lsp.environment import Environments, Preferences
from arlint.lsp.snapshot import Snapshot
from arlint.lsp.textdocument import Text
from arlint.lsp.wire import Wire, object_of, written

ARTICLE = (
    "قال محمود الزهراني 😀 إن انشاء الجسر ضروري  .\n"
    "وأضاف محمود الزهراني أن العمل .. يبدأ غدا ..\n"
    "ثم قال محمود الزهراتي .. أن الأمر .. انتهي .. وأن انشاء الجسر تم ..\n"
)
ABLE = Client(related=True, tags=True, links=True, isolates=True)


def snapshot(text: str, unit: Unit, client: Client) -> Snapshot:
    return Snapshot("file:///مقال.txt", 1, "plaintext", Text(text), unit, client, Environments(Preferences()))


@pytest.mark.parametrize("unit", Unit)
@pytest.mark.parametrize("client", [Client(), ABLE])
def test_pieces_make_the_diagnostics_of_the_protocol(unit: Unit, client: Client) -> None:
    wire = Wire(client)
    converter = default_converter()  # type: ignore[no-untyped-call]
    for text in (ARTICLE, "\n" + ARTICLE, ARTICLE + ARTICLE):  # the second and third from pieces of the first
        analysis = analyse(snapshot(text, unit, client))
        items = [json.loads(item) for item in wire.items(analysis)]
        assert items == [converter.unstructure(diagnostic(analysis, finding)) for finding in analysis.findings]
        assert any(finding.related for finding in analysis.findings)
        assert converter.structure(items[0], types.Diagnostic).source == "arlint"


def test_half_a_surrogate_pair_is_no_reason_to_stay_silent() -> None:
    assert json.loads(written("\ud83d قال").encode()) == "\ud83d قال"
    assert written("قال") == '"قال"'


def test_objects_with_and_without_fields_of_their_own() -> None:
    assert json.loads(object_of({}, [])) == {"items": []}
    assert json.loads(object_of({"uri": "a"}, ["1", '{"b":2}'], "diagnostics")) == {"uri": "a", "diagnostics": [1, {"b": 2}]}
