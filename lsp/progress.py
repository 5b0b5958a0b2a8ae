"""Work-done progress: shown where the client can show it, cancelled where the person cancels it."""

from __future__ import annotations

import asyncio
from types import TracebackType
from typing import TYPE_CHECKING
from uuid import uuid4

from lsprotocol import types

if TYPE_CHECKING:
    from arlint.lsp.server import ArlintServer


class Progress:
    """`async with Progress(server, title, token) as progress:`; `token` is the client's own, if its request brought one.

    Ends the work with asyncio.CancelledError, at the next `report`, when the person has cancelled it.
    """

    def __init__(self, server: ArlintServer, title: str, token: types.ProgressToken | None = None) -> None:
        self._server = server
        self._title = title
        self._token: types.ProgressToken = token or f"arlint-{uuid4()}"
        self._begun = token is not None
        self._asked = token is not None

    async def __aenter__(self) -> Progress:
        progress = self._server.work_done_progress
        if not self._asked and self._server.client.progress:
            try:
                await asyncio.wait_for(progress.create_async(self._token), 5)
                self._begun = True
            except Exception:  # a client that cannot show progress after all is not a reason not to work
                self._begun = False
        if self._begun:
            progress.begin(self._token, types.WorkDoneProgressBegin(self._title, cancellable=True, percentage=0))
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._begun:
            self._server.work_done_progress.end(self._token, types.WorkDoneProgressEnd())
            self._server.work_done_progress.tokens.pop(self._token, None)

    def report(self, message: str, done: int, all_: int) -> None:
        """How far the work is. Raises asyncio.CancelledError when it is no longer wanted."""
        if not self._begun:
            return
        future = self._server.work_done_progress.tokens.get(self._token)
        if future and future.cancelled():
            raise asyncio.CancelledError
        value = types.WorkDoneProgressReport(message=message, percentage=100 * done // max(all_, 1))
        self._server.work_done_progress.report(self._token, value)
