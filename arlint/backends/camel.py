"""CAMeL Tools' morphological analyzer as a backend: readings with functional gender, number and rationality.

`camel_tools.data` fetches a catalogue from the network and makes a folder in the home directory when it is imported. The
analyzer needs nothing of it: while the analyzer's modules are imported, an empty module stands in its place.
"""

from __future__ import annotations

import importlib
import os
import sys
from functools import lru_cache
from pathlib import Path
from threading import Lock
from types import ModuleType
from typing import Any

from arlint.backends.camelreadings import analyses_in_this_spelling, persons, reading
from arlint.backends.errors import MissingBackendError, MissingDatabaseError, UnusableDataError
from arlint.errors import say
from arlint.lexicon.morphology.reading import Reading

_DATA = "camel_tools.data"
_FILE = "morphology.db"
_DATABASE, _PACKAGE = "calima-", "morphology-db-"
_CACHE = 1 << 15
_importing = Lock()


class CamelBackend:
    """Answers from a database of CAMeL Tools. analyzer: one that leaves spellings as they are."""

    has_morphology = True

    def __init__(self, analyzer: Any) -> None:
        self._analyzer = analyzer
        self._analyses = lru_cache(_CACHE)(self._analyse)

    def _analyse(self, word: str) -> tuple[dict[str, Any], ...]:
        return analyses_in_this_spelling(word, self._analyzer.analyze(word)) if word.isalpha() else ()

    def accepts(self, word: str) -> bool:
        """Has it an analysis in this spelling?"""
        return bool(self._analyses(word))

    def readings(self, word: str) -> tuple[Reading, ...]:
        """Its nouns, adjectives, names, numerals and verbs; function words are the built-in lexicon's."""
        found = (reading(word, analysis) for analysis in self._analyses(word))
        return tuple(dict.fromkeys(one for one in found if one is not None))

    def persons(self, word: str) -> bool | None:
        """Is it rational in every nominal analysis, irrational in every one? Else None."""
        return persons(self._analyses(word))

    def trusted(self, word: str) -> bool:
        """No: a database of any size has misspellings."""
        return False


def load(database: str) -> CamelBackend:
    """The backend on a database by name or path. Raises MissingBackendError, MissingDatabaseError, UnusableDataError."""
    try:
        database_module, analyzer_module, charmap = _modules()
    except ImportError as error:
        raise MissingBackendError("camel", "camel-tools", str(error)) from None
    path = find(database)
    try:
        opened = database_module.MorphologyDB(str(path))
        return CamelBackend(analyzer_module.Analyzer(opened, norm_map=charmap.CharMapper({}, None)))
    except Exception as error:  # the parser of databases fails in many ways
        raise UnusableDataError(str(path), f"{type(error).__name__}: {error}") from None


def find(name: str) -> Path:
    """The file of a database. Raises MissingDatabaseError with the command that installs it, UnusableDataError for a path."""
    if os.sep in name or name.endswith(".db"):
        path = Path(name).expanduser()
        path = path / _FILE if path.is_dir() else path
        if path.is_file():
            return path
        raise UnusableDataError(str(path), say("no such file or directory"))
    # Databases and the packages that bring them differ in how their names begin; people give the one for the other.
    bare_name = name.removeprefix(_PACKAGE).removeprefix(_DATABASE)
    for known in (name, _DATABASE + bare_name):
        path = _home() / "data" / "morphology_db" / known / _FILE
        if path.is_file():
            return path
    raise MissingDatabaseError(name, f"camel_data -i {_PACKAGE}{bare_name}")


def _home() -> Path:
    """Where `camel_data` puts what it installs."""
    if named := os.environ.get("CAMELTOOLS_DATA"):
        return Path(named).expanduser()
    return Path.home() / ("AppData/Roaming/camel_tools" if sys.platform == "win32" else ".camel_tools")


def _modules() -> list[ModuleType]:
    names = ("camel_tools.morphology.database", "camel_tools.morphology.analyzer", "camel_tools.utils.charmap")
    with _importing:
        standing_in = _DATA not in sys.modules
        if standing_in:
            stand_in = ModuleType(_DATA)
            stand_in.__dict__["CATALOGUE"] = None
            sys.modules[_DATA] = stand_in
        try:
            return [importlib.import_module(name) for name in names]
        finally:
            if standing_in:
                del sys.modules[_DATA]
