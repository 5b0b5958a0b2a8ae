"""`textDocument/diagnostic`: for clients that ask. They coalesce keystrokes themselves, so there is no rest to wait for."""

from __future__ import annotations

from lsprotocol import types

from arlint.lsp.diagnostics import SOURCE
from arlint.lsp.protocol import Encoded
from arlint.lsp.reporting import report
from arlint.lsp.server import ArlintServer
from arlint.lsp.wire import object_of

DiagnosticReport = types.RelatedFullDocumentDiagnosticReport | types.RelatedUnchangedDocumentDiagnosticReport


def register(server: ArlintServer) -> None:
    """Only for clients that can pull; to the others findings are pushed, and never both."""
    if not server.client.pull:
        return
    options = types.DiagnosticOptions(inter_file_dependencies=False, workspace_diagnostics=True, identifier=SOURCE)

    @server.feature(types.TEXT_DOCUMENT_DIAGNOSTIC, options)
    async def pull(params: types.DocumentDiagnosticParams) -> DiagnosticReport | Encoded:
        result = await report(server, params.text_document.uri, params.previous_result_id)
        if result is None:
            return types.RelatedFullDocumentDiagnosticReport(items=[])
        if result.result_id == params.previous_result_id:
            return types.RelatedUnchangedDocumentDiagnosticReport(result_id=result.result_id)
        return Encoded(object_of({"kind": "full", "resultId": result.result_id}, result.items))
