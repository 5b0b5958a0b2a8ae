"""Commands that change the project and not the document: switch a rule off, add a word."""

from __future__ import annotations

from collections.abc import Awaitable
from pathlib import Path

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams
from pygls.uris import to_fs_path

from arlint.errors import ArlintError
from arlint.finding import apply_edits
from arlint.formats import files
from arlint.formats.errors import UnwritableError
from arlint.lsp.actions import DISABLE_RULE
from arlint.lsp.documentation import rule_of
from arlint.lsp.environment import Environment
from arlint.lsp.repairs import workspace_edit
from arlint.lsp.server import ArlintServer
from arlint.lsp.snapshot import Snapshot
from arlint.lsp.textdocument import Text
from arlint.lsp.texts import texts
from arlint.lsp.tomledits import ignore_rule

_FILE = "arlint.toml"


def register(server: ArlintServer) -> None:
    """For every client."""

    @server.command(DISABLE_RULE)
    async def disable_rule(uri: str, code: str) -> None:
        await _telling(server, _disable(server, uri, code))


async def _telling(server: ArlintServer, work: Awaitable[None]) -> None:
    """Do the work; what a person can put right is shown in one line."""
    try:
        await work
    except ArlintError as error:
        show(server, types.MessageType.Error, texts(server.environments.spoken).error(error))


def show(server: ArlintServer, kind: types.MessageType, text: str) -> None:
    """A message for the person."""
    server.window_show_message(types.ShowMessageParams(kind, text))


async def _disable(server: ArlintServer, uri: str, code: str) -> None:
    """Add the code to `ignore` in the document's configuration file: in the editor if it is open there, else on disk."""
    snapshot = server.snapshot(uri) or server.snapshot_of(uri, Text(""))
    environment = await server.analyst.run(lambda: snapshot.environments.for_path(snapshot.path))
    rule = rule_of(code, environment)
    if rule is None:
        raise JsonRpcInvalidParams(f"no rule {code!r}")
    path = _configuration_file(server, snapshot, environment)
    open_file = server.snapshot(path.as_uri())
    if open_file and server.client.apply_edit:
        edits = ignore_rule(str(path), open_file.text.text, rule.code)
        await server.workspace_apply_edit_async(types.ApplyWorkspaceEditParams(workspace_edit(open_file, edits)))
    else:
        await server.analyst.run(lambda: _write(path, rule.code))
        server.renew()
    show(server, types.MessageType.Info, texts(environment.language)("done.disabled", code=rule.code, path=path.name))


def _configuration_file(server: ArlintServer, snapshot: Snapshot, environment: Environment) -> Path:
    """The file that configures the document; one yet to be made at the root of its workspace folder, else beside it."""
    if environment.settings.file:
        return Path(environment.settings.file).absolute()
    path = Path(snapshot.path)
    roots = [Path(root) for uri in server.documents.folders if (root := to_fs_path(uri))]
    if server.documents.root_path:
        roots.append(Path(server.documents.root_path))
    above = [root for root in roots if path.is_relative_to(root)]
    return max(above, key=lambda root: len(root.parts), default=path.parent) / _FILE


def _write(path: Path, code: str) -> None:
    """Raises ArlintError when the file can't be read, edited or written."""
    if not path.exists():
        try:
            path.write_text(apply_edits("", ignore_rule(str(path), "", code)), encoding="utf-8")
        except OSError as error:
            raise UnwritableError(str(path), reason=files.reason(error)) from None
        return
    source = files.read(str(path))
    files.replace(source, apply_edits(source.text, ignore_rule(str(path), source.text, code)))
