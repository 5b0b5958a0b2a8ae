"""`arlint check --watch`: files are checked again as they change, until somebody interrupts."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable

from arlint.cli import terminal
from arlint.cli.checking import Request
from arlint.cli.group import complain
from arlint.cli.preparing import Scope, prepared
from arlint.configfiles import Configurations
from arlint.configfiles.search import nearest_file
from arlint.errors import ArlintError
from arlint.formats.discovery import find_files
from arlint.messages import Messages

_PAUSE = 0.3  # seconds between two looks

_Stamp = tuple[int, int]
_ABSENT: _Stamp = (0, 0)


def watched(request: Request, scope: Scope, texts: Messages) -> int:
    """Check everything once, then what has changed; everything again when a configuration has. Ends with 0 when interrupted."""
    request = request._replace(paths=request.paths or (".",))
    seen: dict[str, _Stamp] = {}
    known_configurations: dict[str, _Stamp] = {}
    try:
        while True:
            configurations, files = _look(request)
            if configurations != known_configurations:
                seen = {}
            changed = [path for path, stamp in files.items() if seen.get(path) != stamp]
            if changed:
                _check(request._replace(paths=tuple(changed)), scope, texts)
                files |= _stamps(changed) if request.fix else {}  # our own fixes are no news, but what others write meanwhile is
            seen, known_configurations = files, configurations
            time.sleep(_PAUSE)
    except KeyboardInterrupt:
        return 0


def _check(request: Request, scope: Scope, texts: Messages) -> None:
    """One run; what stops it is told, and watching goes on."""
    try:
        prepared(request, scope, texts).run()
    except terminal.OutputClosedError:
        raise
    except ArlintError as error:
        complain(texts.error(error), texts)
    terminal.flush()


def _look(request: Request) -> tuple[dict[str, _Stamp], dict[str, _Stamp]]:
    """The configuration files and the files to check, each with what changes when it is written."""
    nearest_file.cache_clear()
    configurations = Configurations(request.overrides)
    files: dict[str, _Stamp] = {}
    settings: set[str] = set()
    for path in request.paths:
        try:
            one = configurations.for_path(path)
            settings.update([one.file] if one.file else [])
            files.update(_stamps(find_files(path, one.excludes)))
        except ArlintError:
            files.update(_stamps([path]) or {path: _ABSENT})  # the run tells what is wrong
    return _stamps(settings), files


def _stamps(paths: Iterable[str]) -> dict[str, _Stamp]:
    found: dict[str, _Stamp] = {}
    for path in paths:
        try:
            status = os.stat(path)
        except OSError:
            continue
        found[path] = (status.st_mtime_ns, status.st_size)
    return found
