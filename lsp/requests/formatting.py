"""`textDocument/formatting` and `rangeFormatting`: the safe repairs of typography, as a formatter would make them."""

from __future__ import annotations

from lsprotocol import types

from arlint.lsp.analysis import Analysis
from arlint.lsp.repairs import repair, text_edits
from arlint.lsp.server import ArlintServer

_FAMILY = "TYP"


def register(server: ArlintServer) -> None:
    """For every client."""

    @server.feature(types.TEXT_DOCUMENT_FORMATTING)
    async def formatting(params: types.DocumentFormattingParams) -> list[types.TextEdit] | None:
        return await server.answer(params.text_document.uri, lambda analysis: format_range(analysis, None))

    @server.feature(types.TEXT_DOCUMENT_RANGE_FORMATTING)
    async def range_formatting(params: types.DocumentRangeFormattingParams) -> list[types.TextEdit] | None:
        return await server.answer(params.text_document.uri, lambda analysis: format_range(analysis, params.range))


def format_range(analysis: Analysis, range_: types.Range | None) -> list[types.TextEdit]:
    """The edits that repair typography in a range, or in the whole document."""
    span = analysis.snapshot.span(range_) if range_ else None
    return text_edits(analysis.snapshot, repair(analysis, family=_FAMILY, span=span))
