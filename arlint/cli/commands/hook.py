"""`arlint hook install|uninstall|status|run`: arlint in git, before anything is committed or pushed."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from arlint.cli import terminal
from arlint.cli.group import Command, Group, complain, language_option
from arlint.cli.reporting import report_options, take_outputs
from arlint.cli.selection import configuration_options, overrides
from arlint.errors import ArlintError
from arlint.messages import Messages

if TYPE_CHECKING:
    from arlint.cli.checking import Request
    from arlint.cli.staging import GitRun

command = Group("hook")


def _kinds(command: Any) -> Any:
    """--pre-commit, --pre-push."""
    command = click.option("--pre-push", is_flag=True)(command)
    return click.option("--pre-commit", is_flag=True)(command)


@command.command("install", cls=Command)
@_kinds
@click.option("--fix", is_flag=True)
@click.option("--changed", is_flag=True)
@language_option
@click.pass_obj
def install(texts: Messages, /, pre_commit: bool, pre_push: bool, fix: bool, changed: bool) -> int:
    """Install the hooks that were named, by default the one before commits."""
    from arlint.git import hooks
    from arlint.git.repository import repository, work_tree

    found = work_tree() if pre_commit or not pre_push else repository()
    options = {"pre-commit": [*["--fix"] * fix, *["--changed"] * changed], "pre-push": []}
    for kind in _chosen(pre_commit, pre_push) or ("pre-commit",):
        one = hooks.install(found, kind, _own_command(), options[kind])
        terminal.write([texts("hook.installed", kind=kind, path=one.path) + "\n"])
        if one.kept:
            terminal.write([texts("hook.kept", kind=kind, path=one.kept) + "\n"])
    return 0


@command.command("uninstall", cls=Command)
@_kinds
@language_option
@click.pass_obj
def uninstall(texts: Messages, /, pre_commit: bool, pre_push: bool) -> int:
    """Uninstall the hooks that were named, by default all."""
    from arlint.git import hooks
    from arlint.git.repository import repository

    found = repository()
    for kind in _chosen(pre_commit, pre_push) or hooks.KINDS:
        was = hooks.uninstall(found, kind)
        key = "none" if was.state is not hooks.State.OURS else "restored" if was.kept else "removed"
        terminal.write([texts(f"hook.{key}", kind=kind) + "\n"])
    return 0


@command.command("status", cls=Command)
@language_option
@click.pass_obj
def status(texts: Messages, /) -> int:
    """Tell what is installed."""
    from arlint.git import hooks
    from arlint.git.repository import repository

    found = repository()
    keys = {hooks.State.OURS: "hook.installed", hooks.State.OTHER: "hook.other", hooks.State.NONE: "hook.none"}
    for kind in hooks.KINDS:
        one = hooks.hook(found, kind)
        terminal.write([texts(keys[one.state], kind=kind, path=one.path) + "\n"])
        if one.kept:
            terminal.write([texts("hook.kept", kind=kind, path=one.kept) + "\n"])
    return 0


@command.command("run", cls=Command)
@_kinds
@click.option("--fix", is_flag=True)
@click.option("--changed", is_flag=True)
@click.option("--remote", default="origin", metavar="NAME")
@configuration_options
@report_options
@click.pass_obj
def run(texts: Messages, /, pre_commit: bool, pre_push: bool, remote: str, **options: Any) -> int:
    """Check what is staged, or with --pre-push what is about to be pushed."""
    from arlint.cli.checking import Request

    kind = "pre-push" if pre_push else "pre-commit"
    changed = options.pop("changed")
    given, outputs = overrides(options, texts), take_outputs(options)
    request = Request((".",), overrides=given, outputs=outputs, fix=options["fix"] and not pre_push)
    return _guarded(kind, texts, lambda: _push_run(request, texts, remote) if pre_push else _commit_run(request, texts, changed))


def _guarded(kind: str, texts: Messages, prepare: Callable[[], GitRun | None]) -> int:
    """Carry out a run; what stops git is told with how to get past it."""
    try:
        one = prepare()
        if one is None:
            return 0
        code = one.run()
    except terminal.OutputClosedError:
        raise
    except ArlintError as error:
        code = complain(texts.error(error), texts)
        one = None
    if one:
        texts = one.texts
        for passed in one.contents.passed_over:
            print(f"arlint: {texts('hook.passed_over')}: {texts.error(passed)}", file=sys.stderr)
    if code:
        terminal.flush()
        print(texts(f"hook.{'found' if code == 1 else 'failed'}.{kind}"), file=sys.stderr)
    return code


def _commit_run(request: Request, texts: Messages, changed: bool) -> GitRun | None:
    from arlint.git.leftovers import sweep
    from arlint.git.repository import work_tree
    from arlint.git.staged import staged_files

    found = work_tree()
    tracked = staged_files(found)
    if not tracked:
        return None
    from arlint.cli.preparing import known_sieve
    from arlint.cli.staging import GitRun, changed_sieve

    sweep(found)
    return GitRun(request, texts, found, tracked, known_sieve, *([changed_sieve(found)] if changed else []))


def _push_run(request: Request, texts: Messages, remote: str) -> GitRun | None:
    from arlint.git.pushed import pushed_files
    from arlint.git.repository import repository

    found = repository()
    tracked = pushed_files(found, remote, [] if sys.stdin.isatty() else sys.stdin)
    if not tracked:
        return None
    from arlint.cli.preparing import known_sieve
    from arlint.cli.staging import GitRun

    return GitRun(request, texts, found, tracked, known_sieve)


def _chosen(pre_commit: bool, pre_push: bool) -> tuple[str, ...]:
    return (("pre-commit",) if pre_commit else ()) + (("pre-push",) if pre_push else ())


def _own_command() -> str:
    """The path of this very command; the one on the PATH when arlint runs as a module."""
    import shutil

    beside = os.path.join(os.path.dirname(sys.executable), "arlint")
    candidates = (os.path.abspath(sys.argv[0]) if os.path.basename(sys.argv[0]) == "arlint" else "", beside)
    return next((path for path in candidates if path and os.access(path, os.X_OK)), shutil.which("arlint") or "arlint")
