"""A client for end-to-end tests: pytest-lsp's, with the recorded capabilities of an editor, and an oracle for positions."""

from __future__ import annotations

import re
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from lsprotocol import types
from pytest_lsp import LanguageClient, client_capabilities
from pytest_lsp.client import make_test_lsp_client

from arlint import Config, Finding, Linter

EDITORS = ("visual-studio-code", "neovim", "emacs")
ENCODINGS = ("utf-8", "utf-16", "utf-32")
COMMAND = (sys.executable, "-m", "arlint", "lsp")


class Editor:
    """One editor with one server. Documents are kept as the editor would keep them, by means of their own."""

    def __init__(self, client: LanguageClient, result: types.InitializeResult) -> None:
        self.client = client
        self.capabilities = result.capabilities
        self.encoding = str(getattr(result.capabilities.position_encoding, "value", result.capabilities.position_encoding))
        self.versions: dict[str, int] = {}
        self.texts: dict[str, str] = {}
        self.pushed: dict[str, types.PublishDiagnosticsParams] = {}

    def open(self, uri: str, text: str, language: str = "plaintext") -> None:
        self.versions[uri], self.texts[uri] = 1, text
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(types.TextDocumentItem(uri, language, 1, text)))

    def edit(self, uri: str, start: int, end: int, new: str) -> None:
        """Replace text[start:end] (code points)."""
        text = self.texts[uri]
        range_ = types.Range(self.position(text, start), self.position(text, end))
        self.change(uri, types.TextDocumentContentChangePartial(range=range_, text=new))
        self.texts[uri] = text[:start] + new + text[end:]

    def change(self, uri: str, *changes: types.TextDocumentContentChangeEvent) -> None:
        self.versions[uri] += 1
        identifier = types.VersionedTextDocumentIdentifier(self.versions[uri], uri)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(identifier, list(changes)))

    def position(self, text: str, offset: int) -> types.Position:
        """The slow way: cut the lines, encode what stands before."""
        lines = re.split(r"\r\n|\n|\r", text[:offset])
        return types.Position(len(lines) - 1, units(lines[-1], self.encoding))

    def range(self, text: str, start: int, end: int) -> types.Range:
        return types.Range(self.position(text, start), self.position(text, end))

    async def diagnostics(self, uri: str) -> list[types.Diagnostic]:
        """What the editor shows for the document as it now stands, pulled or pushed."""
        if self.capabilities.diagnostic_provider:
            report = await self.client.text_document_diagnostic_async(types.DocumentDiagnosticParams(types.TextDocumentIdentifier(uri)))
            assert isinstance(report, types.RelatedFullDocumentDiagnosticReport)
            return list(report.items)
        while uri not in self.pushed or self.pushed[uri].version != self.versions[uri]:
            await self.client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        return list(self.pushed[uri].diagnostics)

    async def actions(self, uri: str, range_: types.Range, *kinds: str) -> list[types.CodeAction]:
        context = types.CodeActionContext(diagnostics=[], only=list(kinds) or None)
        found = await self.client.text_document_code_action_async(
            types.CodeActionParams(types.TextDocumentIdentifier(uri), range_, context)
        )
        return [action for action in found or [] if isinstance(action, types.CodeAction)]

    async def edit_of(self, action: types.CodeAction) -> types.WorkspaceEdit:
        """The action's edit, resolved if it must be."""
        if action.edit is None:
            action = await self.client.code_action_resolve_async(action)
        assert action.edit is not None
        return action.edit

    def applied(self, uri: str, edit: types.WorkspaceEdit) -> str:
        """The document after a workspace edit, by the oracle."""
        edits = list((edit.changes or {}).get(uri, []))
        for change in edit.document_changes or []:
            assert isinstance(change, types.TextDocumentEdit)
            assert change.text_document.uri == uri
            assert change.text_document.version == self.versions[uri]
            edits += [one for one in change.edits if isinstance(one, types.TextEdit)]
        return self.edited(uri, edits)

    def edited(self, uri: str, edits: list[types.TextEdit]) -> str:
        text = self.texts[uri]
        spans = sorted((self._offset(text, e.range.start), self._offset(text, e.range.end), e.new_text) for e in edits)
        for start, end, new in reversed(spans):
            text = text[:start] + new + text[end:]
        return text

    def _offset(self, text: str, position: types.Position) -> int:
        return next(offset for offset in range(len(text) + 1) if self.position(text, offset) == position)


def units(text: str, encoding: str) -> int:
    """The length of a text in the units of an encoding."""
    if encoding == "utf-32":
        return len(text)
    return len(text.encode()) if encoding == "utf-8" else len(text.encode("utf-16-le")) // 2


@asynccontextmanager
async def editor(
    name: str = "neovim",
    *,
    encoding: str = "",
    pull: bool | None = None,
    folder: Path | None = None,
    settings: dict[str, Any] | None = None,
    options: dict[str, Any] | None = None,
    locale: str = "ar",
    watchers: bool = True,
) -> AsyncIterator[Editor]:
    """A server started for an editor. encoding, pull: other than what was recorded. settings: section "arlint".
    watchers: it watches files when it is asked to."""
    capabilities = client_capabilities(name)
    if encoding:
        capabilities.general = capabilities.general or types.GeneralClientCapabilities()
        capabilities.general.position_encodings = [types.PositionEncodingKind(encoding)]
    assert capabilities.text_document
    if pull is not None:
        capabilities.text_document.diagnostic = types.DiagnosticClientCapabilities() if pull else None
    if not watchers and capabilities.workspace:
        capabilities.workspace.did_change_watched_files = None
    client = make_test_lsp_client()
    client.set_configuration({"arlint": settings or {}})
    held: list[Editor] = []

    def publish(params: types.PublishDiagnosticsParams) -> None:
        held[0].pushed[params.uri] = params

    client.protocol.fm.features.pop(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(publish)
    await client.start_io(*COMMAND)
    parameters = types.InitializeParams(
        capabilities=capabilities,
        locale=locale,
        root_uri=folder.as_uri() if folder else None,
        workspace_folders=[types.WorkspaceFolder(folder.as_uri(), folder.name)] if folder else None,
        initialization_options=options,
    )
    result = await client.initialize_session(parameters)
    held.append(Editor(client, result))
    try:
        yield held[0]
    finally:
        await client.shutdown_session()
        await client.stop()  # type: ignore[no-untyped-call]


def fresh(text: str, language: str = "ar") -> list[Finding]:
    """What the command line finds in the text."""
    return Linter(Config(language=language)).lint(text)


def shown(diagnostics: list[types.Diagnostic]) -> list[tuple[object, ...]]:
    """Diagnostics as plain values that can be compared."""
    return sorted(_plain(one.range, str(one.code), one.message) for one in diagnostics)


def expected(editor_: Editor, text: str, findings: list[Finding]) -> list[tuple[object, ...]]:
    """What must be shown for these findings."""
    return sorted(_plain(editor_.range(text, one.start, one.end), one.code, one.message) for one in findings)


def _plain(range_: types.Range, code: str, message: str) -> tuple[object, ...]:
    return range_.start.line, range_.start.character, range_.end.line, range_.end.character, code, message
