"""Where a file's baseline stands: the nearest folder upwards that has one."""

from __future__ import annotations

import os
from functools import lru_cache

from arlint.baseline import FILE, Baseline, dumped, parsed
from arlint.errors import ArlintError, Saying, reason


class UnwritableBaselineError(ArlintError):
    """The baseline can't be put where it belongs."""

    def __init__(self, path: str, reason: Saying) -> None:
        self.details = {"path": path, "reason": reason}
        super().__init__(f"{path}: the baseline cannot be written ({reason})")


def baseline_for(path: str) -> Baseline | None:
    """The baseline that counts for a file or folder. Raises BadBaselineError, UnreadableError."""
    full = os.path.abspath(path)
    return _nearest(full if os.path.isdir(full) else os.path.dirname(full))


def forget_baselines() -> None:
    """Read them afresh from now on."""
    _nearest.cache_clear()


def write_baseline(baseline: Baseline) -> None:
    """At one stroke. Raises UnwritableBaselineError."""
    path = baseline.path
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        fresh = f"{path}.new"
        with open(fresh, "w", encoding="utf-8", errors="surrogateescape", newline="\n") as file:
            file.write(dumped(baseline.files))
        os.replace(fresh, path)
    except OSError as error:
        raise UnwritableBaselineError(path, reason(error)) from None
    forget_baselines()


@lru_cache(4096)
def _nearest(folder: str) -> Baseline | None:
    while True:
        if os.path.isfile(os.path.join(folder, FILE)):
            return _read(folder)
        parent = os.path.dirname(folder)
        if parent == folder:
            return None
        folder = parent


def _read(folder: str) -> Baseline:
    from arlint.formats.files import read_bytes

    return parsed(read_bytes(os.path.join(folder, FILE)).decode("utf-8", "surrogateescape"), folder)
