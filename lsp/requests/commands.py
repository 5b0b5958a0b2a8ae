"""Commands that change the project and not the document: switch a rule off, add a word."""

from __future__ import annotations

from collections.abc import Awaitable
from pathlib import Path

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams

from arlint.configfiles.words import project_list, user_list
from arlint.errors import ArlintError, reason
from arlint.finding import apply_edits
from arlint.formats import files
from arlint.formats.errors import UnwritableError
from arlint.lexicon.userwords import UserWord, parse_word, parse_words
from arlint.lsp.actions import ADD_WORD, DISABLE_RULE
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

    @server.command(ADD_WORD)
    async def add_word(uri: str, word: str, scope: str) -> None:
        await _telling(server, _add_word(server, uri, word, scope))


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
    path = _configuration_file(snapshot, environment)
    open_file = server.snapshot(path.as_uri())
    if open_file and server.client.apply_edit:
        edits = ignore_rule(str(path), open_file.text.text, rule.code)
        await server.workspace_apply_edit_async(types.ApplyWorkspaceEditParams(workspace_edit(open_file, edits)))
    else:
        await server.analyst.run(lambda: _write(path, rule.code))
        server.renew()
    show(server, types.MessageType.Info, texts(environment.language)("done.disabled", code=rule.code, path=path.name))


async def _add_word(server: ArlintServer, uri: str, word: str, scope: str) -> None:
    """Add a word to the project's list or the user's; spelling rules accept it from then on."""
    snapshot = server.snapshot(uri) or server.snapshot_of(uri, Text(""))
    environment = await server.analyst.run(lambda: snapshot.environments.for_path(snapshot.path))
    path = Path(user_list() if scope == "user" else project_list(environment.settings))
    await server.analyst.run(lambda: _append(path, parse_word(word)))
    server.renew()
    show(server, types.MessageType.Info, texts(environment.language)("done.word", word=word, path=path))


def _append(path: Path, word: UserWord) -> None:
    """Raises ArlintError when the list can't be read or written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        if word not in parse_words(text, str(path)):
            with path.open("a", encoding="utf-8", newline="") as file:
                file.write(("" if not text or text.endswith("\n") else "\n") + f"{word}\n")
    except (OSError, UnicodeDecodeError) as error:
        raise UnwritableError(str(path), reason=reason(error)) from None


def _configuration_file(snapshot: Snapshot, environment: Environment) -> Path:
    """The file that configures the document; one yet to be made at the root of its folder, where it has none."""
    return Path(environment.settings.file or Path(environment.settings.folder or Path(snapshot.path).parent) / _FILE).absolute()


def _write(path: Path, code: str) -> None:
    """Raises ArlintError when the file can't be read, edited or written."""
    if not path.exists():
        try:
            path.write_text(apply_edits("", ignore_rule(str(path), "", code)), encoding="utf-8")
        except OSError as error:
            raise UnwritableError(str(path), reason=reason(error)) from None
        return
    source = files.read(str(path))
    files.replace(source, apply_edits(source.text, ignore_rule(str(path), source.text, code)))
