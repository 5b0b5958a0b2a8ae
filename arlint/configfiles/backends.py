"""The keys of [backends]: second opinions on words.

[backends.hunspell]
dictionaries = ["ar", "dictionaries/paper.dic"]   language codes of the system's dictionaries, paths of .dic files; "ar" unless said
personal = ["dictionaries/names.dic"]             lists of words that the newsroom vouches for

[backends.camel]
database = "calima-msa-r13"                       as camel_data installs it, or the path of a morphology.db
"""

from __future__ import annotations

import os

from arlint.backends.loading import Hunspell, Wanted
from arlint.tomlsource import Table

SYSTEM_DICTIONARY = "ar"
DATABASE = "calima-msa-r13"


def backends(table: Table, folder: str) -> Wanted:
    """What is wanted; paths become absolute. Raises TomlError for an unknown key, with the nearest that there is."""
    table.only(("hunspell", "camel"))
    return Wanted(
        _hunspell(table.table("hunspell"), folder) if "hunspell" in table.values else None,
        _camel(table.table("camel"), folder) if "camel" in table.values else None,
    )


def _hunspell(table: Table, folder: str) -> Hunspell:
    table.only(("dictionaries", "personal"))
    dictionaries = table.texts("dictionaries", (SYSTEM_DICTIONARY,))
    return Hunspell(
        tuple(_path(name, folder) if _is_path(name, ".dic") else name for name in dictionaries),
        tuple(_path(name, folder) for name in table.texts("personal", ())),
    )


def _camel(table: Table, folder: str) -> str:
    table.only(("database",))
    name = table.text("database", DATABASE)
    return _path(name, folder) if _is_path(name, ".db") else name


def _is_path(name: str, ending: str) -> bool:
    return name.endswith(ending) or "/" in name or os.sep in name


def _path(name: str, folder: str) -> str:
    return os.path.join(folder, os.path.expanduser(name))
