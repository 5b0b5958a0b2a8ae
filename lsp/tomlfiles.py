"""Diagnostics in arlint.toml and in rule files: what the command line would refuse to run with, in the text as it is being edited."""

from __future__ import annotations

from pathlib import Path

from lsprotocol import types

from arlint.configfiles.layers import validate
from arlint.configfiles.search import NAMES, SHARED
from arlint.errors import ArlintError, aside
from arlint.lsp.diagnostics import notice
from arlint.lsp.snapshot import Snapshot
from arlint.lsp.texts import texts
from arlint.tomlsource import TomlError

_RULE = "[[rule]]"
_SECTION = "[tool.arlint"


def toml_diagnostics(snapshot: Snapshot, language: str) -> list[types.Diagnostic]:
    """The first mistake in a configuration or rule file, which is all that reading it tells; nothing for other TOML files."""
    try:
        _read(snapshot)
    except TomlError as error:
        return [_in_place(snapshot, error, language)]
    except (ArlintError, OSError) as error:
        text = texts(language).error(error) if isinstance(error, ArlintError) else str(error)
        return [notice(text, types.DiagnosticSeverity.Error)]
    return []


def is_configuration(snapshot: Snapshot) -> bool:
    """Is this a file that configures arlint?"""
    name = Path(snapshot.path).name
    return name in NAMES or (name == SHARED and _SECTION in snapshot.text.text)


def is_rule_file(snapshot: Snapshot) -> bool:
    """Does this file hold rules?"""
    return snapshot.is_toml and any(line.strip() == _RULE for line in snapshot.text.text.splitlines())


def _read(snapshot: Snapshot) -> None:
    text = snapshot.text.text
    if is_configuration(snapshot):
        from arlint.configfiles.layers import read_layers
        from arlint.configfiles.settings import all_rules

        layers = read_layers(snapshot.path, text)
        validate(layers, all_rules(layers))
    elif is_rule_file(snapshot):
        from arlint.rulefiles.reader import check_unique, read_file

        check_unique(read_file(Path(snapshot.path), text=text))


def _in_place(snapshot: Snapshot, error: TomlError, language: str) -> types.Diagnostic:
    """The mistake at its line; one in another file, which this one takes in, at the top."""
    if Path(error.path) != Path(snapshot.path):
        return notice(texts(language).error(error), types.DiagnosticSeverity.Error)
    message = texts(language).say(error.what) + texts(language).say(aside(error.remedy))
    start, end = snapshot.text.lines.line_span(min(max(error.line - 1, 0), len(snapshot.text.lines) - 1))
    line = snapshot.text.text[start:end]
    return notice(message, types.DiagnosticSeverity.Error, snapshot.range(end - len(line.lstrip()), end))
