"""What a run goes by, for each path: the layers of its configuration file, and what the command line says on top."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from arlint.config import Config
from arlint.configfiles.search import nearest_file
from arlint.finding import Severity
from arlint.records import NamedTuple
from arlint.rulefiles.rule import Rule
from arlint.rulefiles.store import builtin_presets, builtin_rules

if TYPE_CHECKING:
    from arlint.backends.loading import Wanted
    from arlint.configfiles.layers import Layer

COMMAND_LINE = "command line"


class Overrides(NamedTuple):
    """What the command line says. select: only these rules, whatever the files say. config: read this file, whatever else there is.
    isolated: read none. language: of messages; fallback_language where no file says one."""

    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Severity | None = None
    config: str | None = None
    isolated: bool = False
    encoding: str | None = None
    language: str | None = None
    fallback_language: str = "ar"


class Settings(NamedTuple):
    """What a run goes by.

    config: for the linter. file: the configuration file, None without one. folder: its folder, to which globs are relative.
    exclude: patterns, as in .gitignore, of paths that folders are not searched for. encoding: of files without byte order mark. language:
    of messages, None when no file says it. words: word lists. backends: second opinions that
    are configured. origins: where each key's value comes from: "arlint.toml:3".
    Equal is only the same object: linters are kept by it.
    """

    config: Config = Config()
    file: str | None = None
    folder: str = ""
    exclude: tuple[str, ...] = ()
    encoding: str | None = None
    language: str | None = None
    words: tuple[str, ...] = ()
    backends: Wanted | None = None
    origins: Mapping[str, str] = MappingProxyType({})

    def __eq__(self, other: object) -> bool:
        return self is other

    def __hash__(self) -> int:
        return id(self)

    def relative(self, path: str) -> str:
        """A path as globs see it: relative to the configuration's folder, "/" between folders."""
        full = os.path.abspath(path)
        return os.path.relpath(full, self.folder or os.getcwd()).replace(os.sep, "/")

    def excludes(self, path: str) -> bool:
        """Is a path passed over when a folder is searched?"""
        if not self.exclude:
            return False
        from pathspec import GitIgnoreSpec

        inside = self.relative(path)
        spec = GitIgnoreSpec.from_lines(self.exclude)
        return spec.match_file(inside) or spec.match_file(f"{inside}/")


class Configurations:
    """The settings of each path; each file is read once."""

    def __init__(self, overrides: Overrides | None = None) -> None:
        self._overrides = overrides or Overrides()
        self._known: dict[str | None, Settings] = {}

    def for_path(self, path: str) -> Settings:
        """The settings for a file or folder, whether or not it exists. Raises TomlError, UnknownSelectorError and those of
        `configuration_text`."""
        full = os.path.abspath(path)
        file = self._overrides.config
        if file is None and not self._overrides.isolated:
            file = nearest_file(full if os.path.isdir(full) else os.path.dirname(full))
        if file not in self._known:
            self._known[file] = override(load(file), self._overrides)
        return self._known[file]


def load(file: str | None) -> Settings:
    """The settings of a configuration file, or with None those of the default preset. Raises TomlError and
    the errors of `configuration_text`."""
    if file is None and not builtin_presets()["news"]:
        return Settings()
    from arlint.configfiles.layers import preset_layers, read_layers, validate

    layers = preset_layers() if file is None else read_layers(file)
    rules = all_rules(layers)
    validate(layers, rules)
    settings = Settings(Config(rules=rules), file, os.path.dirname(os.path.abspath(file)) if file else "")
    for layer in layers:
        settings = _with_layer(settings, layer)
    return settings


def override(settings: Settings, over: Overrides) -> Settings:
    """The settings with what the command line says."""
    config = settings.config
    if over.select is not None:
        config = config._replace(select=over.select, extend_select=(), ignore=())
    config = _with_selectors(config, over.extend_select, over.ignore)
    config = config._replace(
        minimum_severity=over.severity or config.minimum_severity,
        language=over.language or settings.language or over.fallback_language,
    )
    said = {"select": over.select, "extend-select": over.extend_select, "ignore": over.ignore, "minimum-severity": over.severity}
    origins = {key: COMMAND_LINE for key, value in {**said, "encoding": over.encoding, "language": over.language}.items() if value}
    return settings._replace(config=config, encoding=over.encoding or settings.encoding, origins={**settings.origins, **origins})


def all_rules(layers: Iterable[Layer]) -> tuple[Rule, ...]:
    """The built-in rules and behind them the house rules. Raises TomlError where two share a code or a name."""
    house = [rule for layer in layers for rule in layer.rules]
    if not house:
        return builtin_rules()
    from arlint.configfiles.house import check_unique

    return check_unique(builtin_rules(), house)


def _with_layer(settings: Settings, layer: Layer) -> Settings:
    config = settings.config
    if layer.select is not None:
        config = config._replace(select=layer.select, extend_select=(), ignore=())
    config = _with_selectors(config, layer.extend_select, layer.ignore)
    config = config._replace(
        severity={**config.severity, **layer.severity},
        per_file_ignores={**config.per_file_ignores, **layer.per_file_ignores},
        options=_with_options(config.options, layer.options, config.all_rules),
        minimum_severity=layer.minimum_severity or config.minimum_severity,
    )
    return settings._replace(
        config=config,
        language=layer.language or settings.language,
        encoding=layer.encoding or settings.encoding,
        exclude=(*settings.exclude, *layer.exclude),
        words=(*settings.words, *layer.words),
        backends=layer.backends.over(settings.backends) if layer.backends and settings.backends else layer.backends or settings.backends,
        origins={**settings.origins, **_origins(layer)},
    )


def _with_selectors(config: Config, more: tuple[str, ...], fewer: tuple[str, ...]) -> Config:
    """Selectors on top of those so far; what says the opposite of an earlier one takes its place."""
    return config._replace(
        extend_select=(*(one for one in config.extend_select if one not in fewer), *more),
        ignore=(*(one for one in config.ignore if one not in more), *fewer),
    )


def _with_options(
    known: Mapping[str, Mapping[str, Any]], new: Mapping[str, Mapping[str, Any]], rules: tuple[Rule, ...]
) -> dict[str, Mapping[str, Any]]:
    """Options by code, those of the later layer on top."""
    codes = {rule.name: rule.code for rule in rules}
    merged = dict(known)
    for selector, options in new.items():
        code = codes.get(selector, selector)
        merged[code] = {**merged.get(code, {}), **options}
    return merged


def _origins(layer: Layer) -> dict[str, str]:
    """Where each key of a layer stands; keys of tables one by one: "severity.TYP018"."""
    origins: dict[str, str] = {}
    for key, value in layer.table.values.items():
        for path in [(key, inner) for inner in value] if isinstance(value, dict) else [(key,)]:
            origins[".".join(path)] = layer.origin(*path)
    return origins
