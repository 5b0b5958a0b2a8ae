"""From what `arlint check` was asked to its run: which files, changed lines, baseline."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from arlint.cli.checking import Request, Run
from arlint.cli.inputs import STANDARD_INPUT, Files
from arlint.document import Document
from arlint.finding import Finding
from arlint.messages import Messages
from arlint.records import NamedTuple

if TYPE_CHECKING:
    from arlint.cli.sieves import FileSieve, Sieve


class Scope(NamedTuple):
    """What of the files a run is about. changed: only lines changed since this commit. force_exclude: excluded files are left out even
    when they are named. baseline: leave out what a baseline knows."""

    changed: str | None = None
    force_exclude: bool = False
    baseline: bool = True


def prepared(request: Request, scope: Scope, texts: Messages) -> Run:
    """The run of a request. Raises ArlintError: not in a repository, an unknown commit, a faulty configuration."""
    if scope.changed is not None:
        return _changed_run(request, scope, texts)
    request = request._replace(paths=request.paths or (".",))
    source = Files(request.paths, request.stdin_filename, force_exclude=scope.force_exclude)
    return Run(request, texts, source, known_sieves(scope))


def known_sieves(scope: Scope) -> Sequence[Sieve]:
    """The sieve of the baseline, when one is wanted."""
    return (known_sieve,) if scope.baseline else ()


def known_sieve(name: str, document: Document) -> FileSieve:
    """Hides what the file's baseline knows."""
    from arlint.configfiles.baselines import baseline_for

    baseline = None if name == STANDARD_INPUT else baseline_for(name)
    if baseline is None:
        return Everything()
    from arlint.baseline import KnownSieve

    return KnownSieve(baseline.of(name), document)


class Everything:
    """The sieve that lets everything through."""

    def __init__(self) -> None:
        self.known = 0
        self.gone: Counter[str] = Counter()

    def keep(self, document: Document, findings: Sequence[Finding]) -> list[Finding]:
        """All findings."""
        return list(findings)


def _changed_run(request: Request, scope: Scope, texts: Messages) -> Run:
    from arlint.cli.sieves import ChangedSieve
    from arlint.git.changes import changed_lines, is_commit
    from arlint.git.repository import work_tree

    found, since, paths = work_tree(), scope.changed or "HEAD", request.paths
    if os.path.exists(since) and not is_commit(since, found.top):
        since, paths = "HEAD", (since, *paths)  # `--changed news/` means a folder, as it would to git
    changes = changed_lines(found, since)

    def sieve(name: str, document: Document) -> ChangedSieve:
        return ChangedSieve(changes, os.path.realpath(name), document)

    request = request._replace(paths=paths or (".",))
    source = Files(
        request.paths,
        request.stdin_filename,
        force_exclude=scope.force_exclude,
        within=lambda path: os.path.realpath(path) in changes,
    )
    return Run(request, texts, source, (*known_sieves(scope), sieve))
