"""Broken configuration files: told once, in the file itself where the editor lets us, and never in the way of checking."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from lsprotocol import types

from arlint.lsp.diagnostics import notice
from arlint.lsp.texts import texts

if TYPE_CHECKING:
    from arlint.lsp.server import ArlintServer

logger = logging.getLogger(__name__)


class Problems:
    """Which problems have been told. To be used on the event loop only."""

    def __init__(self) -> None:
        self._told: dict[str, str] = {}

    def tell(self, server: ArlintServer) -> None:
        """Tell the problems of the present configuration that have not been told yet."""
        for path, error in list(server.environments.problems.items()):
            text = texts(server.environments.spoken).error(error)
            if self._told.get(path) == text:
                continue
            self._told[path] = text
            logger.warning("%s", error)
            server.window_show_message(types.ShowMessageParams(types.MessageType.Warning, text))
            start = types.Position(getattr(error, "line", 1) - 1, 0)
            self._publish(server, path, [notice(text, types.DiagnosticSeverity.Error, types.Range(start, start))])

    def forget(self, server: ArlintServer) -> None:
        """The configuration is read afresh: what was told may no longer be true."""
        for path in self._told:
            self._publish(server, path, [])
        self._told.clear()

    def _publish(self, server: ArlintServer, path: str, items: list[types.Diagnostic]) -> None:
        """In the file itself, for clients that don't ask; one that is open has its diagnostics as any document."""
        if server.client.pull or not Path(path).is_file():
            return
        uri = Path(path).absolute().as_uri()
        if server.documents.open_document(uri) is None:
            server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, items))
