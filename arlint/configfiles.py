"""Configuration files → what a run goes by. Start at `Configurations.for_path`.

`arlint.toml`, `.arlint.toml` or `[tool.arlint]` in `pyproject.toml`: the nearest one upwards from a file is that file's.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from arlint.config import Config
from arlint.finding import Severity


class Overrides(NamedTuple):
    """What the command line says; it goes before every file."""

    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Severity | None = None
    config: str | None = None
    isolated: bool = False
    encoding: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Settings:
    """What a run goes by.

    config: for the linter. file: the configuration file, None without one. folder: its folder, to which globs are relative.
    exclude: globs of paths that folders are not searched for. encoding: of files without byte order mark. language: of messages, None
    when no file says it. origins: where each key's value comes from, as "file:line".
    """

    config: Config = field(default_factory=Config)
    file: str | None = None
    folder: str = ""
    exclude: tuple[str, ...] = ()
    encoding: str | None = None
    language: str | None = None
    origins: Mapping[str, str] = field(default_factory=dict)


class Configurations:
    """The settings of each path, each file read once."""

    def __init__(self, overrides: Overrides | None = None) -> None:
        self._overrides = overrides or Overrides()
        self._known: dict[str | None, Settings] = {}

    def for_path(self, path: str) -> Settings:
        """The settings for a file or folder. Raises TomlError, UnknownSelectorError."""
        return self._settings(None)

    def _settings(self, file: str | None) -> Settings:
        if file not in self._known:
            self._known[file] = _overridden(Settings(), self._overrides)
        return self._known[file]


def _overridden(settings: Settings, over: Overrides) -> Settings:
    config = settings.config
    if over.select is not None:
        config = replace(config, select=over.select, extend_select=(), ignore=())
    config = replace(
        config,
        extend_select=(*config.extend_select, *over.extend_select),
        ignore=(*config.ignore, *over.ignore),
        minimum_severity=over.severity or config.minimum_severity,
        language=over.language or settings.language or config.language,
    )
    return replace(settings, config=config, encoding=over.encoding or settings.encoding)


def relative(path: str, folder: str) -> str:
    """A path as globs see it: relative to the configuration's folder, "/" between folders."""
    shown = os.path.relpath(path, folder) if folder else path
    return shown.replace(os.sep, "/")
