"""Diagnostics as they go over the wire: JSON put together of pieces that stay the same from one edit to the next.

A long article has hundreds of findings, and after an edit nearly all of them say what they said before, a few lines further on at
most. So what a diagnostic says is made JSON once, and only where it stands is written anew.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import lru_cache

from lsprotocol import types
from pygls.protocol import default_converter

from arlint.finding import Finding
from arlint.lsp.analysis import Analysis
from arlint.lsp.client import Client
from arlint.lsp.diagnostics import Statement, notices, related_message, statement, unplaced
from arlint.lsp.environment import Environment
from arlint.lsp.snapshot import Snapshot

_PIECES = 1 << 13


class Wire:
    """Writes diagnostics for one client. Shared by threads; made anew with the configuration, so that it keeps no old one alive."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._converter = default_converter()  # type: ignore[no-untyped-call]
        self._piece = lru_cache(_PIECES)(self._piece_of)

    def item(self, one: types.Diagnostic) -> str:
        """A diagnostic as JSON."""
        return written(self._converter.unstructure(one))

    def items(self, analysis: Analysis) -> tuple[str, ...]:
        """What the editor underlines, or why there is nothing, each diagnostic as JSON."""
        said = [self.item(one) for one in notices(analysis)]
        return (*said, *[self._item(analysis, finding) for finding in analysis.findings])

    def _item(self, analysis: Analysis, finding: Finding) -> str:
        snapshot = analysis.snapshot
        place = _range(snapshot, finding.start, finding.end)
        piece = self._piece(statement(finding), analysis.environment)
        if not (finding.related and self._client.related):
            return f'{{"range":{place},{piece}}}'
        others = ",".join(self._others(analysis, finding))
        return f'{{"range":{place},{piece},"relatedInformation":[{others}]}}'

    def _piece_of(self, said: Statement, environment: Environment) -> str:
        """What is said of a finding, without the braces around it."""
        fields = self._converter.unstructure(unplaced(said, environment, self._client))
        del fields["range"]
        return written(fields)[1:-1]

    def _others(self, analysis: Analysis, finding: Finding) -> Iterator[str]:
        """The places that a finding is related to; they often have one text."""
        snapshot = analysis.snapshot
        uri = written(snapshot.uri)
        told: dict[str, str] = {}
        for place in finding.related:
            text = snapshot.text.text[place.start : place.end]
            if text not in told:
                told[text] = written(related_message(text, analysis.environment, self._client))
            yield f'{{"location":{{"uri":{uri},"range":{_range(snapshot, place.start, place.end)}}},"message":{told[text]}}}'


def _range(snapshot: Snapshot, start: int, end: int) -> str:
    position, unit = snapshot.text.lines.position, snapshot.unit
    line, column = position(start, unit)
    last, behind = position(end, unit)
    return f'{{"start":{{"line":{line},"character":{column}}},"end":{{"line":{last},"character":{behind}}}}}'


def written(value: object) -> str:
    """A value as JSON, in Arabic letters unless it holds half a surrogate pair."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(value, separators=(",", ":"))
    return text


def object_of(fields: dict[str, object], items: Iterable[str], name: str = "items") -> str:
    """An object with these fields, and one more by this name with values that are JSON already."""
    before = f"{written(fields)[1:-1]}," if fields else ""
    return f'{{{before}"{name}":[{",".join(items)}]}}'
