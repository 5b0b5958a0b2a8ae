"""`textDocument/completion`: rules in comments that silence them, keys and rules in arlint.toml. Nothing in copy itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lsprotocol import types

from arlint.config import ALL
from arlint.configfiles.layers import KEYS
from arlint.lsp.environment import Environment
from arlint.lsp.server import ArlintServer
from arlint.lsp.snapshot import Snapshot
from arlint.lsp.tomlfiles import is_configuration

_TRIGGERS = [":", " ", ",", '"', "["]
_OPTIONS = types.CompletionOptions(trigger_characters=_TRIGGERS)
_SCOPES = ("ignore", "ignore-next-line", "ignore-file")
_COMMENT = re.compile(r"(?:\#|//|<!--)[ \t]*arlint:[ \t]*(?P<scope>[\w-]*)(?P<rest>[ \t:].*)?$")
_WORD = re.compile(r"[\w-]*$")
_KEY = re.compile(r"^[ \t]*[\w-]*$")
_TABLE = re.compile(r"^[ \t]*\[([\w.-]+)\]", re.MULTILINE)
_TABLES = ("severity", "per-file-ignores", "options")
_OPENED_STRING = re.compile(r'^[^"#]*(?:"[^"]*"[^"#]*)*"(?P<word>[^"]*)$')


def register(server: ArlintServer) -> None:
    """For every client."""

    @server.feature(types.TEXT_DOCUMENT_COMPLETION, _OPTIONS)
    async def completion(params: types.CompletionParams) -> list[types.CompletionItem] | None:
        snapshot = server.snapshot(params.text_document.uri)
        return await server.analyst.run(lambda: complete(snapshot, params.position)) if snapshot else None


def complete(snapshot: Snapshot, position: types.Position) -> list[types.CompletionItem]:
    """What may stand at a position."""
    offset = snapshot.offset(position)
    start = snapshot.text.lines.line_span(snapshot.text.lines.line_of(offset))[0]
    before = snapshot.text.text[start:offset]
    if is_configuration(snapshot):
        return list(_in_configuration(snapshot, before, offset))
    if snapshot.is_toml or not (comment := _COMMENT.search(before)):
        return []
    word = _WORD.search(before)
    range_ = snapshot.range(offset - len(word[0]) if word else offset, offset)
    if comment["rest"] is None:
        return [_item(scope, range_, types.CompletionItemKind.Keyword) for scope in _SCOPES]
    return list(_rules(snapshot, range_)) if comment["scope"] in _SCOPES else []


def _in_configuration(snapshot: Snapshot, before: str, offset: int) -> Iterator[types.CompletionItem]:
    headers = _TABLE.findall(snapshot.text.text[: offset - len(before)])
    table = headers[-1].removeprefix("tool.").removeprefix("arlint").lstrip(".") if headers else ""
    if opened := _OPENED_STRING.match(before):
        range_ = snapshot.range(offset - len(opened["word"]), offset)
        if table not in _TABLES[1:] or "=" in before:
            yield from _rules(snapshot, range_, with_all=True)
    elif _KEY.match(before):
        range_ = snapshot.range(offset - len(before.lstrip()), offset)
        if table == "":
            yield from (_item(key, range_, types.CompletionItemKind.Property) for key in KEYS)
        elif table == "severity":
            yield from _rules(snapshot, range_)
    elif before.lstrip().startswith("["):
        range_ = snapshot.range(offset - len(before.lstrip()) + 1, offset)
        yield from (_item(table, range_, types.CompletionItemKind.Module) for table in _TABLES)


def _rules(snapshot: Snapshot, range_: types.Range, *, with_all: bool = False) -> Iterator[types.CompletionItem]:
    """Every rule: by its code, found by its name and title too."""
    environment: Environment = snapshot.environments.for_path(snapshot.path)
    language = environment.language
    rules = environment.settings.config.all_rules
    for rule in rules:
        item = _item(rule.code, range_, types.CompletionItemKind.EnumMember)
        item.detail = f"{rule.name} · {rule.title[language]}"
        item.filter_text = f"{rule.code} {rule.name}"
        yield item
    if with_all:
        for family in (ALL, *sorted({rule.family for rule in rules})):
            yield _item(family, range_, types.CompletionItemKind.Enum)


def _item(label: str, range_: types.Range, kind: types.CompletionItemKind) -> types.CompletionItem:
    return types.CompletionItem(label=label, kind=kind, text_edit=types.TextEdit(range_, label))
