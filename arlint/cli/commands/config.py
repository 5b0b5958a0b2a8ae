"""`arlint config show|init`: the configuration in force and where it comes from; a commented file to start with."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import Any

import click

from arlint.cli import terminal
from arlint.cli.group import Command, Group, language_option
from arlint.cli.selection import configuration_options, overrides
from arlint.configfiles import Configurations, Settings
from arlint.errors import ArlintError, Saying, reason
from arlint.messages import Messages
from arlint.pathnames import shown

FILE = "arlint.toml"


class ConfigurationExistsError(ArlintError):
    """`config init` never writes over a file."""

    def __init__(self, path: str) -> None:
        self.details = {"path": path}
        super().__init__(f"{path}: already there; edit it, or remove it first")


class UnwritableFolderError(ArlintError):
    """`config init` can't write where it is asked to."""

    def __init__(self, path: str, reason: Saying) -> None:
        self.details = {"path": path, "reason": reason}
        super().__init__(f"{path}: cannot be written ({reason})")


command = Group("config")


@command.command("show", cls=Command)
@click.argument("path", default=".")
@configuration_options
@click.pass_obj
def show(texts: Messages, /, path: str, **options: Any) -> int:
    """Print the settings for a path as TOML, each with where it comes from."""
    settings = Configurations(overrides(options, texts)).for_path(path)
    settings.config.enabled()
    terminal.write(f"{line}\n" for line in _lines(settings, texts))
    return 0


@command.command("init", cls=Command)
@click.argument("folder", default=".")
@language_option
@click.pass_obj
def init(texts: Messages, /, folder: str) -> int:
    """Write an arlint.toml that says in comments what can be set."""
    path = os.path.join(folder, FILE)
    try:
        with open(path, "x", encoding="utf-8") as file:
            file.write(texts("config.template"))
    except FileExistsError:
        raise ConfigurationExistsError(path) from None
    except OSError as error:
        raise UnwritableFolderError(path, reason(error)) from None
    terminal.write([texts("config.written", path=path), "\n"])
    return 0


def _lines(settings: Settings, texts: Messages) -> Iterator[str]:
    config = settings.config
    default = texts("config.default")

    def said(key: str, value: object) -> str:
        return f"{key.rpartition('.')[2] if '.' in key else key} = {_toml(value)}  # {shown(settings.origins.get(key, default))}"

    yield f"# {shown(settings.file) if settings.file else texts('config.none')}"
    yield said("language", config.language)
    yield said("encoding", settings.encoding or "utf-8")
    yield said("minimum-severity", config.minimum_severity.value)
    if config.select is not None:
        yield said("select", config.select)
    yield said("extend-select", config.extend_select)
    yield said("ignore", config.ignore)
    yield said("exclude", settings.exclude)
    yield said("words", settings.words)
    yield from _backends(settings, default)
    yield from _table("severity", {key: value.value for key, value in config.severity.items()}, settings, default)
    yield from _table("per-file-ignores", config.per_file_ignores, settings, default)
    for code, options in config.options.items():
        yield from _table(f"options.{code}", options, settings, default)
    rules = config.enabled()
    yield ""
    yield f"# {texts.count('config.rules', len(rules))} {' '.join(rule.code for rule in rules)}"


def _backends(settings: Settings, default: str) -> Iterator[str]:
    wanted = settings.backends
    if wanted and wanted.hunspell:
        yield from _table("backends.hunspell", wanted.hunspell._asdict(), settings, default)
    if wanted and wanted.camel:
        yield from _table("backends.camel", {"database": wanted.camel}, settings, default)


def _table(name: str, values: Mapping[str, object], settings: Settings, default: str) -> Iterator[str]:
    if values:
        yield ""
        yield f"[{name}]"
        for key, value in values.items():
            origin = settings.origins.get(f"{name}.{key}") or settings.origins.get(name) or default
            yield f"{_toml(key) if not key.replace('-', '').isalnum() else key} = {_toml(value)}  # {shown(origin)}"


def _toml(value: object) -> str:
    """A value as TOML writes it; strings as in JSON, whose escapes TOML shares."""
    import json

    return json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False)
