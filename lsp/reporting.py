"""What an editor underlines in a document, pulled or pushed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arlint.lsp.analysis import Analysis
from arlint.lsp.protocol import Encoded
from arlint.lsp.tomlfiles import toml_diagnostics
from arlint.lsp.wire import Wire, object_of
from arlint.records import NamedTuple

if TYPE_CHECKING:
    from arlint.lsp.server import ArlintServer


class Report(NamedTuple):
    """The diagnostics of one version of a document, each as JSON. Equal `result_id`: equal diagnostics."""

    items: tuple[str, ...]
    result_id: str
    version: int | None


async def report(server: ArlintServer, uri: str, known: str | None = None) -> Report | None:
    """The report on an open document as it is now; None when it isn't open. `known` is a result id whose items are not needed."""
    analysis = await server.latest(uri)
    if analysis is None:
        return None
    wire = server.wire
    items = () if analysis.result_id == known else await server.analyst.run(lambda: items_of(analysis, wire))
    server.problems.tell(server)
    return Report(items, analysis.result_id, analysis.snapshot.version)


def items_of(analysis: Analysis, wire: Wire) -> tuple[str, ...]:
    """The diagnostics of a document, each as JSON: findings in copy, mistakes in a configuration or rule file."""
    if analysis.snapshot.is_toml:
        return tuple([wire.item(one) for one in toml_diagnostics(analysis.snapshot, analysis.environment.language)])
    return wire.items(analysis)


def published(uri: str, result: Report) -> Encoded:
    """The parameters of `textDocument/publishDiagnostics`."""
    version = {} if result.version is None else {"version": result.version}
    return Encoded(object_of({"uri": uri, **version}, result.items, "diagnostics"))
