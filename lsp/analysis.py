"""Findings, worked out away from the event loop: one job a document at a time, stopped as soon as its text is stale.

A job leaves its document behind, finished or not; the next one takes over what is known of the paragraphs that have not changed.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping
from concurrent.futures import Executor, ThreadPoolExecutor
from threading import Event
from typing import TypeVar

from arlint.baseline import Known, match
from arlint.collecting import collect_at_rest
from arlint.document import Document
from arlint.errors import ArlintError
from arlint.finding import Finding
from arlint.linter import StoppedError
from arlint.lsp.environment import Environment
from arlint.lsp.snapshot import Snapshot
from arlint.records import NamedTuple
from arlint.suppressions import Fault

logger = logging.getLogger(__name__)
Result = TypeVar("Result")


class CheckFailedError(ArlintError):
    """A check has failed in a way that nobody foresaw."""

    def __init__(self, error: Exception) -> None:
        self.details = {"reason": f"{type(error).__name__}: {error}"}
        super().__init__(f"arlint itself failed ({type(error).__name__}: {error}); please report it, with the text")


class Analysis(NamedTuple):
    """What is known of a snapshot. `environment` is what it was checked by; `error` says why it could not be checked.
    known: what the baseline knows of the document, and `findings` therefore do not tell. faults: what suppressions
    ask for that there is not."""

    snapshot: Snapshot
    environment: Environment
    document: Document
    findings: tuple[Finding, ...] = ()
    error: ArlintError | None = None
    too_long: bool = False
    known: Mapping[str, Known] = {}
    faults: tuple[Fault, ...] = ()

    @property
    def result_id(self) -> str:
        """Names this result: equal ids mean equal findings."""
        generation, version, content = self.snapshot.key
        return f"{generation}.{version}.{content & 0xFFFFFFFFFFFF:x}"


def analyse(
    snapshot: Snapshot,
    earlier: Document | None = None,
    stopped: Callable[[], bool] = bool,
    keep: Callable[[Document], object] = bool,
) -> Analysis:
    """Check a snapshot; `earlier` is the document before an edit. The new document is given to `keep` before it is checked.

    Raises StoppedError soon after `stopped()` has become true.
    """
    environment = snapshot.environments.for_path(snapshot.path)
    preferences = environment.preferences
    nothing = Analysis(snapshot, environment, Document("", ()))
    if snapshot.is_toml or not preferences.enable:
        return nothing
    if len(snapshot.text.text) > preferences.maximum_length:
        return nothing._replace(too_long=True)
    document = snapshot.format.parse(snapshot.text.text)
    if earlier is not None and earlier.format == document.format:
        document.recall(earlier)
    keep(document)
    try:
        result = environment.linter.examine(document, environment.settings.relative(snapshot.path), stopped)
    except StoppedError:
        raise
    except ArlintError as error:
        return nothing._replace(error=error)
    except Exception as error:  # an editor that shows no findings at all serves its user worse than one that says why
        logger.exception("%s: the check failed", snapshot.uri)
        return nothing._replace(error=CheckFailedError(error))
    known = snapshot.baseline if preferences.baseline else {}
    new = match(known, result.findings).new if known else result.findings
    findings = tuple(environment.linter.gathered(document, new))
    return Analysis(snapshot, environment, document, findings, known=known, faults=result.suppressions.faults)


class _Job:
    """One analysis under way or done, and how many wait for it. `document` is what it leaves behind, finished or not."""

    task: asyncio.Task[Analysis]

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self.stop = Event()
        self.waiting = 0
        self.document: Document | None = None

    def serves(self, snapshot: Snapshot) -> bool:
        """Does it give the analysis of this snapshot, or has it given it?"""
        if self.snapshot.key != snapshot.key:
            return False
        return not self.stop.is_set() if not self.task.done() else self.task.exception() is None

    def keep(self, document: Document) -> None:
        """Called from the thread that works."""
        self.document = document


class Analyst:
    """Keeps the analysis of each open document. To be used on the event loop only."""

    def __init__(self) -> None:
        self._pool: Executor = ThreadPoolExecutor(max_workers=2, thread_name_prefix="arlint")
        self._jobs: dict[str, _Job] = {}

    async def analysis(self, snapshot: Snapshot) -> Analysis:
        """The analysis of a snapshot, from memory if it is known. Raises StoppedError when a newer one has taken its place.

        When all who wait for it are cancelled, the work stops.
        """
        job = self._jobs.get(snapshot.uri)
        if job is None or not job.serves(snapshot):
            job = self._begin(snapshot, job)
        job.waiting += 1
        try:
            return await asyncio.shield(job.task)
        finally:
            job.waiting -= 1
            if job.waiting == 0:
                job.stop.set()

    async def run(self, work: Callable[[], Result]) -> Result:
        """Do other work away from the event loop."""
        return await asyncio.get_running_loop().run_in_executor(self._pool, work)

    def forget(self, uri: str) -> None:
        """The document is closed."""
        if job := self._jobs.pop(uri, None):
            job.stop.set()

    def close(self) -> None:
        """Stop all work."""
        for uri in list(self._jobs):
            self.forget(uri)
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _begin(self, snapshot: Snapshot, before: _Job | None) -> _Job:
        if before:
            before.stop.set()
        job = self._jobs[snapshot.uri] = _Job(snapshot)
        job.task = asyncio.create_task(self._work(job, before))
        job.task.add_done_callback(_retrieve)
        return job

    async def _work(self, job: _Job, before: _Job | None) -> Analysis:
        if before:
            await asyncio.wait([before.task])  # two threads must not work on what paragraphs of both remember
            if before.snapshot.environments is job.snapshot.environments:
                job.document = before.document
        earlier = job.document
        try:
            return await self.run(lambda: analyse(job.snapshot, earlier, job.stop.is_set, job.keep))
        finally:
            collect_at_rest()  # two checks at once may have left it otherwise


def _retrieve(task: asyncio.Task[Analysis]) -> None:
    """Look at the outcome, so that asyncio doesn't complain of a stopped job that nobody waits for."""
    if not task.cancelled():
        task.exception()
