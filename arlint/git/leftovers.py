"""What a run that was killed leaves behind; apart from `restaging`, so that a run without repairs need not import that."""

from __future__ import annotations

import os
from contextlib import suppress

from arlint.git.repository import Repository

TEMPORARY = ".arlint-"  # how the names of temporary files in git's folder begin


def sweep(repository: Repository) -> None:
    """Remove what an earlier run that was killed has left in git's folder."""
    with suppress(OSError):
        for entry in os.scandir(repository.directory):
            if entry.name.startswith(TEMPORARY):
                os.unlink(entry.path)
