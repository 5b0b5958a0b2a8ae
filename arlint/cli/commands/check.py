"""`arlint check [PATH…]`: find slips, and fix those that may be fixed."""

from __future__ import annotations

from typing import Any

import click

from arlint.cli.group import Command
from arlint.cli.reporting import report_options, take_outputs
from arlint.cli.selection import configuration_options, overrides
from arlint.messages import Messages


@click.command("check", cls=Command)
@click.argument("paths", nargs=-1, metavar="[PATH]…")
@click.option("--fix", is_flag=True)
@click.option("--unsafe-fixes", is_flag=True)
@click.option("--diff", is_flag=True)
@click.option("--changed", is_flag=False, flag_value="HEAD", metavar="[REF]")
@click.option("--no-baseline", is_flag=True)
@configuration_options
@report_options
@click.option("--statistics", is_flag=True)
@click.option("--unused-suppressions", is_flag=True)
@click.option("--every-place", is_flag=True)
@click.option("--exit-zero", is_flag=True)
@click.option("--force-exclude", is_flag=True)
@click.option("--stdin-filename", metavar="NAME", default="-")
@click.option("--watch", is_flag=True)
@click.pass_obj
def command(texts: Messages, /, paths: tuple[str, ...], **options: Any) -> int:
    """Check, and give the exit code."""
    from arlint.cli.checking import Request
    from arlint.cli.preparing import Scope, prepared

    given, outputs = overrides(options, texts), take_outputs(options)
    names = ("changed", "no_baseline", "force_exclude", "watch")
    changed, no_baseline, force_exclude, watch = (options.pop(name) for name in names)
    request = Request(paths, overrides=given, outputs=outputs, **options)
    scope = Scope(changed, force_exclude=force_exclude, baseline=not no_baseline)
    if watch:
        from arlint.cli.watching import watched

        return watched(request, scope, texts)
    return prepared(request, scope, texts).run()
