"""The server: what it holds (the client, open documents, configuration, analyses) and how requests reach their modules.

Start at `make_server`. Modules of `arlint.lsp.requests` are found by being there; each has `register(server)`.
"""

from __future__ import annotations

import asyncio
import importlib
import logging
import pkgutil
from collections.abc import Callable, Coroutine, Mapping
from typing import Any, TypeVar

from lsprotocol import types
from pygls.exceptions import JsonRpcContentModified, JsonRpcException, JsonRpcParseError
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from arlint import __version__
from arlint.linter import StoppedError
from arlint.lsp.analysis import Analysis, Analyst
from arlint.lsp.client import Client
from arlint.lsp.environment import Environments, Preferences
from arlint.lsp.problems import Problems
from arlint.lsp.protocol import MalformedMessageError, Protocol
from arlint.lsp.snapshot import Snapshot
from arlint.lsp.textdocument import OpenDocuments, Text
from arlint.lsp.wire import Wire

logger = logging.getLogger(__name__)
Answer = TypeVar("Answer")

_CELLS = types.NotebookDocumentFilterWithCells(
    notebook="*", cells=[types.NotebookCellLanguage(language) for language in ("markdown", "plaintext", "html")]
)


class ArlintServer(LanguageServer):
    """The state that requests share. Changed on the event loop only."""

    protocol: Protocol

    def __init__(self) -> None:
        super().__init__(
            "arlint",
            __version__,
            notebook_document_sync=types.NotebookDocumentSyncOptions(notebook_selector=[_CELLS], save=False),
            protocol_cls=Protocol,
        )
        self.client = Client()
        self.analyst = Analyst()
        self.wire = Wire(self.client)
        self.environments = Environments(Preferences())
        self.problems = Problems()
        self.on_renewal: list[Callable[[], None]] = []
        self.background: set[asyncio.Future[object]] = set()
        self.changed = asyncio.Event()  # set, and replaced, whenever something that findings rest on has changed

    @property
    def documents(self) -> OpenDocuments:
        """The documents that the client has open."""
        workspace = self.workspace
        assert isinstance(workspace, OpenDocuments)
        return workspace

    @property
    def roots(self) -> list[str]:
        """The paths of the folders that are open."""
        folders = [path for uri in self.documents.folders if (path := to_fs_path(uri))]
        root = self.documents.root_path
        return folders or ([root] if root else [])

    def begin(self, params: types.InitializeParams) -> None:
        """Take in what `initialize` says."""
        self.client = Client.of(params)
        self.wire = Wire(self.client)
        before = self.workspace
        self.protocol._workspace = OpenDocuments(
            before.root_uri, types.TextDocumentSyncKind.Incremental, params.workspace_folders or [], before.position_encoding
        )
        options = params.initialization_options
        self.environments = Environments(self.read_preferences(options), self.client.locale, roots=self.roots)

    def read_preferences(self, values: object) -> Preferences:
        """The client's settings; wrong ones are told and passed over."""
        if isinstance(values, dict) and isinstance(values.get("arlint"), dict):
            values = values["arlint"]
        preferences, errors = Preferences.read(values)
        for error in errors:
            logger.warning("%s", error)
        return preferences

    def snapshot(self, uri: str) -> Snapshot | None:
        """The open document as it is now; None when it isn't open."""
        document = self.documents.open_document(uri)
        if document is None:
            return None
        return self.snapshot_of(uri, document.current, document.version, document.language_id or "")

    def snapshot_of(self, uri: str, text: Text, version: int | None = None, language_id: str = "") -> Snapshot:
        """A snapshot of any text."""
        return Snapshot(uri, version, language_id, text, self.documents.unit, self.client, self.environments)

    async def latest(self, uri: str) -> Analysis | None:
        """The analysis of the document as it is when the analysis is done: edits meanwhile are taken in. None when it isn't open."""
        while snapshot := self.snapshot(uri):
            try:
                analysis = await self.analyst.analysis(snapshot)
            except StoppedError:
                await asyncio.sleep(0)
                continue
            now = self.snapshot(uri)
            if now and now.key == snapshot.key:
                return analysis
        return None

    async def answer(self, uri: str, work: Callable[[Analysis], Answer]) -> Answer | None:
        """`work` of the document's analysis, done away from the event loop; None when the document isn't open.

        Raises JsonRpcContentModified when the document changes meanwhile: positions the client sent mean nothing any more.
        """
        snapshot = self.snapshot(uri)
        if snapshot is None:
            return None
        try:
            analysis = await self.analyst.analysis(snapshot)
        except StoppedError:
            raise JsonRpcContentModified from None
        return await self.analyst.run(lambda: work(analysis))

    def renew(self, preferences: Preferences | None = None, by_folder: Mapping[str, Preferences] | None = None) -> None:
        """Start from fresh configuration: everything known so far is stale. None: the client's settings are as they were."""
        before = self.environments
        self.problems.forget(self)
        self.wire = Wire(self.client)
        self.environments = Environments(
            preferences or before.preferences,
            self.client.locale,
            before,
            before.by_folder if by_folder is None else by_folder,
            self.roots,
        )
        self.announce()
        if self.client.pull and self.client.refresh:
            self.spawn(self._refresh())
        for push_all in self.on_renewal:
            push_all()

    async def _refresh(self) -> None:
        await self.workspace_diagnostic_refresh_async(None)

    def announce(self) -> None:
        """Wake whoever waits for a change."""
        self.changed.set()
        self.changed = asyncio.Event()

    def report_server_error(self, error: Exception, source: Any) -> None:
        """One line in the log; a message that is no JSON is answered."""
        if isinstance(error, ValueError) and source is JsonRpcException:
            self.protocol._send_response(None, error=JsonRpcParseError(str(error)).to_response_error())  # type: ignore[arg-type]
        level = logging.WARNING if isinstance(error, (MalformedMessageError, ValueError)) else logging.ERROR
        logger.log(level, "%s: %s", type(error).__name__, " ".join(str(error).split()))

    def shutdown(self) -> None:
        """Stop all work and end."""
        for task in self.background:
            task.cancel()
        self.analyst.close()
        super().shutdown()  # type: ignore[no-untyped-call]

    def spawn(self, work: Coroutine[Any, Any, object]) -> asyncio.Task[object]:
        """Do work in the background; what goes wrong is one line in the log."""
        task = asyncio.create_task(work)
        self.background.add(task)
        task.add_done_callback(self._finish)
        return task

    def _finish(self, task: asyncio.Task[object]) -> None:
        self.background.discard(task)
        if not task.cancelled() and (error := task.exception()):
            logger.error("%s: %s", type(error).__name__, error)


def make_server() -> ArlintServer:
    """A server that waits for `initialize`, upon which it registers its requests as the client's abilities ask."""
    server = ArlintServer()
    server.feature(types.INITIALIZE)(_initialize)
    return server


def _initialize(ls: ArlintServer, params: types.InitializeParams) -> None:
    ls.begin(params)
    home = importlib.import_module("arlint.lsp.requests")
    for info in pkgutil.iter_modules(home.__path__):
        importlib.import_module(f"{home.__name__}.{info.name}").register(ls)
