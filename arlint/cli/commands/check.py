"""`arlint check [PATH…]`: find slips, and fix those that may be fixed."""

from __future__ import annotations

from typing import Any

import click

from arlint.cli.group import Command
from arlint.cli.selection import configuration_options, overrides
from arlint.messages import Messages
from arlint.reports.protocol import names


@click.command("check", cls=Command)
@click.argument("paths", nargs=-1, metavar="[PATH]…")
@click.option("--fix", is_flag=True)
@click.option("--unsafe-fixes", is_flag=True)
@click.option("--diff", is_flag=True)
@configuration_options
@click.option("--format", "report", type=click.Choice(names()), default="text")
@click.option("--statistics", is_flag=True)
@click.option("--unused-suppressions", is_flag=True)
@click.option("--exit-zero", is_flag=True)
@click.option("--stdin-filename", metavar="NAME", default="-")
@click.pass_obj
def command(texts: Messages, /, paths: tuple[str, ...], **options: Any) -> int:
    """Check, and give the exit code."""
    from arlint.cli.checking import Request, Run

    given = overrides(options, texts)
    return Run(Request(paths or (".",), overrides=given, **options), texts).run()
