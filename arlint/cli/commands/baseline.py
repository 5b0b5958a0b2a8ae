"""`arlint baseline write|update|stats`: known findings, which are not reported."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from arlint.cli import terminal
from arlint.cli.group import Command, Group
from arlint.cli.selection import configuration_options, overrides
from arlint.messages import Messages
from arlint.records import NamedTuple

if TYPE_CHECKING:
    from arlint.baseline import Baseline, Known
    from arlint.finding import Finding

command = Group("baseline")


@command.command("write", cls=Command)
@click.argument("paths", nargs=-1, metavar="[PATH]…")
@configuration_options
@click.pass_obj
def write(texts: Messages, /, paths: tuple[str, ...], **options: Any) -> int:
    """Take all present findings for known; files that are not checked keep what was known of them."""
    from arlint.baseline import recorded

    checked = _check(paths, options, texts)
    baseline = checked.baseline
    files = {**baseline.files, **{path: recorded(findings) for path, findings in checked.findings.items()}}
    return _written(checked, files, texts)


@command.command("update", cls=Command)
@click.argument("paths", nargs=-1, metavar="[PATH]…")
@configuration_options
@click.pass_obj
def update(texts: Messages, /, paths: tuple[str, ...], **options: Any) -> int:
    """Forget known findings that are gone; add none."""
    from arlint.baseline import match, recorded

    checked = _check(paths, options, texts)
    baseline = checked.baseline
    known = {path: recorded(match(baseline.of(checked.full(path)), found).known) for path, found in checked.findings.items()}
    return _written(checked, {**baseline.files, **known}, texts)


@command.command("stats", cls=Command)
@click.argument("paths", nargs=-1, metavar="[PATH]…")
@configuration_options
@click.pass_obj
def stats(texts: Messages, /, paths: tuple[str, ...], **options: Any) -> int:
    """Print for each rule how many findings are known, new and gone."""
    checked = _check(paths, options, texts)
    if not checked.exists:
        terminal.write([texts("baseline.none") + "\n"])
    terminal.write(_table(checked, texts))
    return checked.code


class _Checked(NamedTuple):
    """What a run over everything found: findings by path, as the baseline calls it."""

    baseline: Baseline
    exists: bool
    findings: Mapping[str, Sequence[Finding]]
    code: int

    def full(self, path: str) -> str:
        """A path as the system knows it."""
        return os.path.join(self.baseline.folder, path)


def _check(paths: tuple[str, ...], options: dict[str, Any], texts: Messages) -> _Checked:
    from arlint.baseline import Baseline
    from arlint.cli.checking import Request, Run
    from arlint.configfiles import Configurations
    from arlint.configfiles.baselines import baseline_for

    given = overrides(options, texts)
    paths = paths or (".",)
    found = baseline_for(paths[0])
    folder = Configurations(given).for_path(paths[0]).folder or os.getcwd()
    baseline = found or Baseline(folder)
    run = Run(Request(paths, overrides=given, every_place=True), texts)
    reports = run.tally.counting(run.reports(run.source.paths(run.configurations, run.fail)))
    findings = {baseline.inside(report.path): report.findings for report in reports if not report.error}
    return _Checked(baseline, found is not None, findings, 2 if run.tally.failed else 0)


def _present(files: Mapping[str, Mapping[str, Known]], folder: str) -> dict[str, Mapping[str, Known]]:
    """Files that are gone are forgotten."""
    return {path: known for path, known in files.items() if os.path.exists(os.path.join(folder, path))}


def _written(checked: _Checked, known: Mapping[str, Mapping[str, Known]], texts: Messages) -> int:
    """Write what is known; gives the exit code. A file that cannot be read, of many, is no reason to begin without a baseline."""
    from arlint.baseline import Baseline
    from arlint.configfiles.baselines import write_baseline

    if checked.code and not checked.findings:
        return checked.code
    folder = checked.baseline.folder
    baseline = Baseline(folder, _present(known, folder))
    write_baseline(baseline)
    count = sum(one.times for known in baseline.files.values() for one in known.values())
    files = sum(bool(known) for known in baseline.files.values())
    found = texts.count("baseline.findings", count)
    terminal.write([texts("baseline.written", path=baseline.path, findings=found, files=texts.count("summary.files", files)) + "\n"])
    return checked.code


def _table(checked: _Checked, texts: Messages) -> Iterator[str]:
    from arlint.baseline import match

    known: Counter[str] = Counter()
    new: Counter[str] = Counter()
    gone: Counter[str] = Counter()
    for path, findings in checked.findings.items():
        matched = match(checked.baseline.of(checked.full(path)), findings)
        known.update(one.code for one in matched.known)
        new.update(one.code for one in matched.new)
        if path in checked.baseline.files:
            gone.update(matched.gone)
    gone.update(_of_missing_files(checked))
    yield texts("baseline.head") + "\n"
    for code in sorted({*known, *new, *gone}):
        yield f"{known[code]:>5} | {new[code]:>5} | {gone[code]:>5} | {code}\n"
    yield f"{known.total():>5} | {new.total():>5} | {gone.total():>5} | {texts('baseline.total')}\n"


def _of_missing_files(checked: _Checked) -> Counter[str]:
    """What was known of files that are no more, less what is known again in files that are new."""
    left: Counter[tuple[str, str]] = Counter()
    for path, known in checked.baseline.files.items():
        if not os.path.exists(checked.full(path)):
            left.update({(fingerprint, one.code): one.times for fingerprint, one in known.items()})
    for path, findings in checked.findings.items():
        if path not in checked.baseline.files:
            left.subtract((one.fingerprint, one.code) for one in findings)
    gone: Counter[str] = Counter()
    for (_, code), count in left.items():
        gone[code] += max(count, 0)
    return gone
