"""Build time: from rules/ and dictionaries/ to the compact read-only files of `arlint/_compiled/`.

One module a kind of source, each with `OUTPUTS` (the files it writes) and `build(root, target)`: root is the
checkout, target the folder of compiled files. One that reads what others have compiled says `STAGE = 1`.
`python -m arlint.compilers [KIND…]` builds in place; the wheel build calls `build_all`. Nothing here is imported when arlint runs.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable
from pathlib import Path

from arlint.modules import module_names


def kinds() -> tuple[str, ...]:
    """The names of all compilers, found by being there."""
    return tuple(module_names(__name__))


def build_all(root: Path, target: Path, only: Iterable[str] = ()) -> list[Path]:
    """Compile everything (or the kinds named) from the checkout `root` into the folder `target`; gives the files written."""
    target.mkdir(parents=True, exist_ok=True)
    written = []
    compilers = [importlib.import_module(f"{__name__}.{kind}") for kind in tuple(only) or kinds()]
    for compiler in sorted(compilers, key=lambda compiler: getattr(compiler, "STAGE", 0)):
        compiler.build(root, target)
        written += [target / name for name in compiler.OUTPUTS]
    return written
