"""Where a file's configuration stands: the nearest folder upwards that has one."""

from __future__ import annotations

import os
from functools import lru_cache

from arlint.errors import ArlintError

NAMES = ("arlint.toml", ".arlint.toml")
SHARED = "pyproject.toml"
_SECTION = b"tool.arlint"


class TwoConfigurationsError(ArlintError):
    """A folder has an arlint.toml and an .arlint.toml; nobody could say which one counts."""

    def __init__(self, folder: str) -> None:
        self.details = {"folder": folder}
        super().__init__(f"{folder}: has both arlint.toml and .arlint.toml; keep one of them")


@lru_cache(4096)
def nearest_file(folder: str) -> str | None:
    """The configuration file of a folder (an absolute path) or of the nearest one above it."""
    while True:
        if own := own_file(folder):
            return own
        parent = os.path.dirname(folder)
        if parent == folder:
            return None
        folder = parent


def own_file(folder: str) -> str | None:
    """The configuration file that stands in this very folder. Raises TwoConfigurationsError."""
    own = [path for name in NAMES if os.path.isfile(path := os.path.join(folder, name))]
    if len(own) > 1:
        raise TwoConfigurationsError(folder)
    if own:
        return own[0]
    shared = os.path.join(folder, SHARED)
    return shared if os.path.isfile(shared) and _speaks_to_us(shared) else None


def _speaks_to_us(path: str) -> bool:
    """Does a pyproject.toml have a section for arlint? Decided without parsing it."""
    try:
        with open(path, "rb") as file:
            return _SECTION in file.read()
    except OSError:
        return False
