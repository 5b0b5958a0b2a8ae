"""Opening, changing and closing documents and notebooks. Clients that don't ask for diagnostics get them pushed, after a rest."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

from lsprotocol import types

from arlint.lsp.reporting import published, report
from arlint.lsp.server import ArlintServer


def register(server: ArlintServer) -> None:
    """pygls itself keeps the documents; what is left is to push, and to forget."""
    pusher = Pusher(server)
    push = (lambda uris: None) if server.client.pull else pusher.push

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def did_open(params: types.DidOpenTextDocumentParams) -> None:
        push([params.text_document.uri])

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def did_change(params: types.DidChangeTextDocumentParams) -> None:
        push([params.text_document.uri])

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def did_close(params: types.DidCloseTextDocumentParams) -> None:
        pusher.close([params.text_document.uri])

    @server.feature(types.NOTEBOOK_DOCUMENT_DID_OPEN)
    def did_open_notebook(params: types.DidOpenNotebookDocumentParams) -> None:
        push([cell.uri for cell in params.cell_text_documents])

    @server.feature(types.NOTEBOOK_DOCUMENT_DID_CHANGE)
    def did_change_notebook(params: types.DidChangeNotebookDocumentParams) -> None:
        if cells := params.change.cells:
            structure = cells.structure
            opened = structure.did_open or [] if structure else []
            push([cell.uri for cell in opened] + [change.document.uri for change in cells.text_content or []])
            pusher.close([cell.uri for cell in (structure.did_close or [] if structure else [])])

    @server.feature(types.NOTEBOOK_DOCUMENT_DID_CLOSE)
    def did_close_notebook(params: types.DidCloseNotebookDocumentParams) -> None:
        pusher.close([cell.uri for cell in params.cell_text_documents])

    if not server.client.pull:
        server.on_renewal.append(pusher.push_all)


class Pusher:
    """Publishes the diagnostics of documents, each with its version, when the typist rests. On the event loop only."""

    def __init__(self, server: ArlintServer) -> None:
        self._server = server
        self._waiting: dict[str, asyncio.Task[object]] = {}

    def push(self, uris: Iterable[str]) -> None:
        """Publish soon; a further change begins the rest anew."""
        for uri in uris:
            if task := self._waiting.pop(uri, None):
                task.cancel()
            self._waiting[uri] = self._server.spawn(self._publish(uri))

    def push_all(self) -> None:
        """Publish for every open document: the configuration has changed."""
        self.push(list(self._server.documents.text_documents))

    def close(self, uris: Iterable[str]) -> None:
        """The documents are closed: nothing is underlined in them any more."""
        for uri in uris:
            self._server.analyst.forget(uri)
            if task := self._waiting.pop(uri, None):
                task.cancel()
            if not self._server.client.pull:
                self._server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    async def _publish(self, uri: str) -> None:
        await asyncio.sleep(self._server.environments.preferences.debounce / 1000)
        if result := await report(self._server, uri):
            self._server.protocol.publish(published(uri, result))
