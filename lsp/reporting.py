"""What an editor underlines in a document, pulled or pushed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from arlint.lsp.analysis import Analysis
from arlint.lsp.diagnostics import diagnostics
from arlint.lsp.tomlfiles import toml_diagnostics
from arlint.records import NamedTuple

if TYPE_CHECKING:
    from arlint.lsp.server import ArlintServer


class Report(NamedTuple):
    """The diagnostics of one version of a document. Equal `result_id`: equal diagnostics."""

    items: list[types.Diagnostic]
    result_id: str
    version: int | None


async def report(server: ArlintServer, uri: str, known: str | None = None) -> Report | None:
    """The report on an open document as it is now; None when it isn't open. `known` is a result id whose items are not needed."""
    analysis = await server.latest(uri)
    if analysis is None:
        return None
    items = [] if analysis.result_id == known else await server.analyst.run(lambda: items_of(analysis))
    server.problems.tell(server)
    return Report(items, analysis.result_id, analysis.snapshot.version)


def items_of(analysis: Analysis) -> list[types.Diagnostic]:
    """The diagnostics of a document: findings in copy, mistakes in a configuration or rule file."""
    if analysis.snapshot.is_toml:
        return toml_diagnostics(analysis.snapshot, analysis.environment.language)
    return diagnostics(analysis)
