"""A walk over all files of the open folders. What has not changed since the last walk is not checked again."""

from __future__ import annotations

import asyncio
import logging
from itertools import islice
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from lsprotocol import types
from pygls.uris import from_fs_path

from arlint.errors import ArlintError
from arlint.formats import files
from arlint.formats.discovery import find_files
from arlint.formats.errors import NoTextError
from arlint.lsp.analysis import analyse
from arlint.lsp.environment import Environments
from arlint.lsp.progress import Progress
from arlint.lsp.reporting import Report, items_of, report
from arlint.lsp.textdocument import Text
from arlint.lsp.texts import texts
from arlint.records import NamedTuple

if TYPE_CHECKING:
    from arlint.lsp.server import ArlintServer

logger = logging.getLogger(__name__)

_MOST_FILES = 2000


class _Stamp(NamedTuple):
    """By what a file is known to be the same."""

    generation: int
    modified: int
    size: int


class Sweep:
    """Keeps the report on each file with its stamp. To be used on the event loop only."""

    def __init__(self, server: ArlintServer) -> None:
        self._server = server
        self._known: dict[str, tuple[_Stamp, Report]] = {}

    async def run(self, token: types.ProgressToken | None = None) -> dict[str, Report]:
        """The report on every file by URI; files that are open as the editor holds them. Cancelling stops the work at once."""
        server = self._server
        environments = server.environments
        if not environments.preferences.workspace:
            return {}
        paths = await server.analyst.run(lambda: _files(server.roots, environments))
        stamps = await server.analyst.run(lambda: {path: _stamp(path, environments) for path in paths})
        stale = [path for path in paths if self._known.get(path, (None,))[0] != stamps[path]]
        if stale:
            await self._check(stale, stamps, token)
        self._known = {path: known for path in paths if (known := self._known.get(path))}
        reports = {str(from_fs_path(path)): result for path, (_, result) in self._known.items()}
        return {uri: await report(server, uri) or result for uri, result in reports.items()}

    async def _check(self, paths: list[str], stamps: dict[str, _Stamp], token: types.ProgressToken | None) -> None:
        say = texts(self._server.environments.spoken)
        async with Progress(self._server, say("progress.title"), token) as progress:
            for done, path in enumerate(paths):
                progress.report(say("progress.file", done=done, all=len(paths)), done, len(paths))
                if result := await self._report(path):
                    self._known[path] = stamps[path], result

    async def _report(self, path: str) -> Report | None:
        server = self._server
        stop = Event()
        snapshot = server.snapshot_of(str(from_fs_path(path)), Text(""))

        def work() -> Report | None:
            try:
                encoding = snapshot.environments.for_path(path).settings.encoding
                text = files.read(path, encoding).text
            except ArlintError as error:
                logger.warning("%s", error)
                return None
            analysis = analyse(server.snapshot_of(snapshot.uri, Text(text)), stopped=stop.is_set)
            return Report(items_of(analysis, server.wire), analysis.result_id, None)

        try:
            return await server.analyst.run(work)
        except asyncio.CancelledError:
            stop.set()
            raise


def _files(folders: list[str], environments: Environments) -> list[str]:
    found: dict[str, None] = {}
    for folder in folders:
        try:
            excluded = environments.for_path(str(Path(folder, "-"))).settings.excludes
            found.update(dict.fromkeys(islice(find_files(folder, excluded), _MOST_FILES + 1)))
        except NoTextError:
            continue
        except ArlintError as error:
            logger.warning("%s", error)
    if len(found) > _MOST_FILES:
        logger.warning("%s", texts(environments.spoken)("limit.files", limit=f"{_MOST_FILES:,}"))
    return list(found)[:_MOST_FILES]


def _stamp(path: str, environments: Environments) -> _Stamp:
    try:
        status = Path(path).stat()
    except OSError:
        return _Stamp(environments.generation, 0, -1)
    return _Stamp(environments.generation, status.st_mtime_ns, status.st_size)
