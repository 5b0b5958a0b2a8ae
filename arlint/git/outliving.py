"""Work that goes on when this process is killed."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Callable
from typing import NoReturn

from arlint.git.process import GitFailedError


def outliving(work: Callable[[], None]) -> None:
    """Do `work` in a process with a session of its own, and wait for it. Whatever stops this process, or the group it is in, does not
    stop the other: the work is done wholly, or was never begun.

    Where a process can't be doubled (Windows; beside threads) it is done here. Raises GitFailedError.
    """
    if not hasattr(os, "fork") or threading.active_count() > 1:
        work()
        return
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        _alone(work, writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read()
    _, status = os.waitpid(child, 0)
    if status:
        raise GitFailedError(**(json.loads(said) if said else {"command": "update-index", "reason": "interrupted"}))


def _alone(work: Callable[[], None], writing: int) -> NoReturn:
    """In the child: nothing of the parent's is flushed or cleaned up twice."""
    code = 1
    try:
        os.setsid()
        work()
        code = 0
    except GitFailedError as error:
        os.write(writing, json.dumps(error.details).encode())
    except Exception as error:
        os.write(writing, json.dumps({"command": "update-index", "reason": str(error)}).encode())
    finally:
        os._exit(code)
