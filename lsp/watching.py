"""Watching the files that configure, for clients that don't: many editors tell of no change outside the documents they have open.

What is looked at are the places where a configuration may come to stand, and everything that the present ones were made of.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from arlint.baseline import FILE as BASELINE
from arlint.configfiles import Settings
from arlint.configfiles.search import NAMES, SHARED
from arlint.configfiles.words import PROJECT_COUNTS, PROJECT_LIST, user_list, word_lists
from arlint.lsp.environment import Environments
from arlint.records import NamedTuple

if TYPE_CHECKING:
    from arlint.lsp.server import ArlintServer

CONFIGURING = (".toml", ".tsv")

_PAUSE = 2.0  # seconds between two looks
_PLACES = (*NAMES, SHARED, BASELINE, PROJECT_LIST, PROJECT_COUNTS)


class _Stamp(NamedTuple):
    """What changes when a file is written: nanoseconds since the epoch, bytes."""

    modified: int
    size: int


_Stamps = dict[Path, _Stamp | None]


async def watch(server: ArlintServer) -> None:
    """Look again and again; start from fresh configuration when a file has come, has changed or is gone."""
    known: _Stamps = {}
    while True:
        environments = server.environments
        now = await server.analyst.run(partial(_look, environments))
        if environments is server.environments and _is_news(now, known, environments.since):
            server.renew()
        known = now
        await asyncio.sleep(_PAUSE)


def _is_news(now: _Stamps, known: _Stamps, since: int) -> bool:
    """Has a file changed since the last look or, where it is the first, since the configurations began to be read?"""
    return any(stamp != known[path] if path in known else stamp is not None and stamp.modified > since for path, stamp in now.items())


def _look(environments: Environments) -> _Stamps:
    return {path: _stamp(path) for path in _places(environments)}


def _stamp(path: Path) -> _Stamp | None:
    """None for a file that isn't there."""
    try:
        status = path.stat()
    except OSError:
        return None
    return _Stamp(status.st_mtime_ns, status.st_size)


def _places(environments: Environments) -> set[Path]:
    """Where what configures stands, or may come to stand."""
    places = {Path(user_list()), *map(Path, environments.problems)}
    for name, environment in environments.used().items():
        folder = Path(name)
        places.update(above / place for above in (folder, *folder.parents) for place in _PLACES)
        places.update(_sources(environment.settings))
    return places


def _sources(settings: Settings) -> Iterator[Path]:
    """The files that settings were made of: layers, house rules and the tables beside them, word lists."""
    yield from map(Path, word_lists(settings))
    if settings.file is None:
        return
    origins = [*settings.origins.values(), *(rule.origin for rule in settings.config.all_rules)]
    files = {Path(settings.file), *(path for origin in origins if (path := Path(origin.rpartition(":")[0])).is_absolute())}
    yield from files
    for folder in {path.parent for path in files}:
        yield from (path for path in folder.glob("*") if path.suffix in CONFIGURING)
