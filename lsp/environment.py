"""What documents are checked by: the configuration of each, and a linter for each configuration.

An `Environments` never changes once it is in use: when a configuration file or a setting of the client changes, a new one takes
its place, and everything worked out with the old one is stale by its `generation`.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import count
from threading import Lock
from time import time_ns
from typing import Any

from pygls.uris import to_fs_path

from arlint.baseline import Known
from arlint.config import Config
from arlint.configfiles import Configurations, Overrides, Settings
from arlint.configfiles.baselines import baseline_for, forget_baselines
from arlint.configfiles.search import nearest_file
from arlint.configfiles.words import lexicon_for
from arlint.errors import ArlintError
from arlint.finding import Severity
from arlint.linter import Linter
from arlint.records import NamedTuple

_generations = count(1)


class SettingError(ArlintError):
    """A setting of the client has a value that means nothing."""

    def __init__(self, key: str, value: object) -> None:
        self.details = {"key": key, "value": value}
        super().__init__(f"arlint.{key}: {value!r} is not a valid value")


@dataclass(frozen=True, slots=True)
class Preferences:
    """The client's settings, section "arlint". None and empty: as the configuration files say.

    maximum_length: code points; longer texts are not checked while one types. debounce: milliseconds of rest before findings are
    pushed. baseline: leave out what the project's baseline knows. workspace: check all files of the folders when the client asks.
    documentation: where rules are explained, with {code}, {family} and {name}; "" for pages made on the spot.
    """

    enable: bool = True
    language: str | None = None
    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    minimum_severity: Severity | None = None
    configuration: str | None = None
    maximum_length: int = 1_000_000
    debounce: int = 150
    baseline: bool = True
    workspace: bool = True
    documentation: str = ""

    @classmethod
    def read(cls, values: object) -> tuple[Preferences, list[SettingError]]:
        """Settings as JSON, keys in camelCase; a wrong value is told and its default kept."""
        known, errors = {}, []
        for key, value in values.items() if isinstance(values, dict) else ():
            name = "".join(f"_{char.lower()}" if char.isupper() else char for char in str(key))
            reader = _READERS.get(name)
            if reader is None or value is None:
                continue
            try:
                known[name] = reader(value)
            except (TypeError, ValueError):
                errors.append(SettingError(key, value))
        return cls(**known), errors

    def overrides(self, spoken: str) -> Overrides:
        """What goes before the configuration files; `spoken` is the language where neither they nor these settings say one."""
        return Overrides(
            select=self.select,
            extend_select=self.extend_select,
            ignore=self.ignore,
            severity=self.minimum_severity,
            config=self.configuration,
            language=self.language,
            fallback_language=spoken,
        )


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _number(value: object) -> int:
    if not isinstance(value, (int, float)) or isinstance(value, bool) or value < 0:
        raise TypeError
    return int(value)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _selectors(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError
    return tuple(_text(item) for item in value)


def _language(value: object) -> str | None:
    if value not in ("ar", "en", "auto", ""):
        raise ValueError
    return str(value) if value in ("ar", "en") else None


_READERS: dict[str, Any] = {
    "enable": _flag,
    "language": _language,
    "select": lambda value: _selectors(value) or None,
    "extend_select": _selectors,
    "ignore": _selectors,
    "minimum_severity": lambda value: Severity(value) if value else None,
    "configuration": lambda value: _text(value) or None,
    "maximum_length": _number,
    "debounce": _number,
    "baseline": _flag,
    "workspace": _flag,
    "documentation": _text,
}


class Environment:
    """The configuration of a path and its linter, which is made when it is first needed."""

    def __init__(self, settings: Settings, preferences: Preferences) -> None:
        self.settings = settings
        self.preferences = preferences
        self._lock = Lock()
        self._linter: Linter | None = None
        self._guard: Linter | None = None

    @property
    def language(self) -> str:
        """Of messages, "ar" or "en"."""
        return self.settings.config.language

    @property
    def linter(self) -> Linter:
        """Raises ArlintError when the configuration names unknown rules."""
        with self._lock:
            if self._linter is None:
                self._linter = Linter(self.settings.config, lexicon_for(self.settings))
            return self._linter

    @property
    def guard(self) -> Linter:
        """What tells whether a fix brings in a slip, as on the command line: all default rules, whatever is on."""
        linter = self.linter
        if self.settings.config.is_wide:
            return linter
        with self._lock:
            if self._guard is None:
                self._guard = Linter(self.settings.config.widened(), linter.lexicon)
            return self._guard


class _Group(NamedTuple):
    """The files under a folder, which share the client's settings."""

    folder: str
    preferences: Preferences
    configurations: Configurations


class Environments:
    """The environments of all paths. Files are read, so call it away from the event loop.

    by_folder: settings for the files under a folder, by its URI. roots: paths of the open folders, where a project's own words are
    when it has no configuration file. `problems` holds, by path of the file at fault, why configurations could not be used; what
    was good before is used instead. since: when reading began, in nanoseconds.
    """

    def __init__(
        self,
        preferences: Preferences,
        locale: str = "",
        before: Environments | None = None,
        by_folder: Mapping[str, Preferences] | None = None,
        roots: Iterable[str] = (),
    ) -> None:
        self.generation = next(_generations)
        self.since = time_ns()
        self.preferences = preferences
        self.by_folder = dict(by_folder or {})
        self.problems: dict[str, ArlintError] = {}
        self.spoken = preferences.language or spoken_language(locale)
        self._before = before
        if before:
            before._before = None  # one step back is enough: what was good then has been found by now
        self._lock = Lock()
        self._known: dict[str, Environment] = {}
        self._baselines: dict[str, Mapping[str, Known]] = {}
        self._made: dict[tuple[Settings, str], Environment] = {}
        self._roots = sorted(roots, key=len, reverse=True)
        nearest_file.cache_clear()
        forget_baselines()
        folders = {path: own for uri, own in self.by_folder.items() if (path := to_fs_path(uri))}
        self._groups = [self._group(folder, folders[folder]) for folder in sorted(folders, key=len, reverse=True)]
        self._common = self._group("", preferences)

    def for_path(self, path: str) -> Environment:
        """The environment of a file."""
        folder = os.path.dirname(path)  # noqa: PTH120
        with self._lock:
            if folder not in self._known:
                self._known[folder] = self._find(path)
            return self._known[folder]

    def used(self) -> dict[str, Environment]:
        """The environments that have been asked for, by the folder of their files."""
        with self._lock:
            return dict(self._known)

    def baseline(self, path: str) -> Mapping[str, Known]:
        """What the project's baseline knows of a file. One that can't be read is a problem; what it said before counts."""
        with self._lock:
            if path not in self._baselines:
                self._baselines[path] = self._read_baseline(path)
            return self._baselines[path]

    def _read_baseline(self, path: str) -> Mapping[str, Known]:
        try:
            found = baseline_for(path)
        except ArlintError as error:
            self.problems[str(error.details.get("path", path))] = error
            return self._before._baselines.get(path, {}) if self._before else {}
        return found.of(path) if found else {}

    def _group(self, folder: str, preferences: Preferences) -> _Group:
        return _Group(folder, preferences, Configurations(preferences.overrides(self.spoken)))

    def _find(self, path: str) -> Environment:
        group = next((one for one in self._groups if path.startswith(os.path.join(one.folder, ""))), self._common)  # noqa: PTH118
        try:
            settings = group.configurations.for_path(path)
            settings.config.enabled()
        except ArlintError as error:
            self.problems[str(getattr(error, "path", "") or path)] = error
            return self._last_good(path, group)
        root = "" if settings.folder else self._root(path)
        if (settings, root) not in self._made:
            self._made[settings, root] = Environment(settings._replace(folder=settings.folder or root), group.preferences)
        return self._made[settings, root]

    def _root(self, path: str) -> str:
        """The open folder that holds a file; its own folder when none does."""
        above = (root for root in self._roots if path.startswith(os.path.join(root, "")))  # noqa: PTH118
        return next(above, os.path.dirname(path))  # noqa: PTH120

    def _last_good(self, path: str, group: _Group) -> Environment:
        known = self._before._known.get(os.path.dirname(path)) if self._before else None  # noqa: PTH120
        return known or Environment(Settings(Config(language=self.spoken)), group.preferences)


def spoken_language(locale: str) -> str:
    """The language of the person by the editor's locale; Arabic when the editor doesn't tell."""
    return "ar" if not locale or locale.lower().startswith("ar") else "en"
