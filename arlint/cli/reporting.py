"""The options that say in which formats a run is reported and where to: `--format`, `--output`."""

from __future__ import annotations

from typing import Any

import click

from arlint.errors import ArlintError, Saying
from arlint.reports.protocol import names

# Reports that others may stand beside: they are read line by line.
_BY_LINE = ("text", "grouped", "github")


class UnknownReportError(ArlintError):
    """There is no report of this name."""

    def __init__(self, name: str, near: Saying) -> None:
        self.details = {"name": name, "near": near}
        super().__init__(f"no format {name!r} ({near})")


class OneOutputError(ArlintError):
    """One file for several reports, or one beside the report's own."""

    def __init__(self) -> None:
        super().__init__("--output is for one format; with several, give each its file: --format sarif=FILE")


class MixedReportsError(ArlintError):
    """A report that programs read whole would share standard output with another one."""

    def __init__(self, name: str) -> None:
        self.details = {"name": name}
        super().__init__(f"two reports on standard output, and {name} must stand alone: give one of them a file: --format {name}=FILE")


def report_options(command: Any) -> Any:
    """--format NAME[=FILE] (several times), --output FILE."""
    command = click.option("--output", metavar="FILE")(command)
    return click.option("--format", "reports", multiple=True, cls=_Reports, callback=_known)(command)


class _Reports(click.Option):
    """`--format`; which reports there are is only looked up for the help."""

    def make_metavar(self, ctx: click.Context | None = None) -> str:  # click 8.1 gives no context
        """The names of all reports, as the help shows them."""
        return f"[{'|'.join(names())}][=FILE]"


def take_outputs(options: dict[str, Any]) -> tuple[Any, ...]:
    """The `Output`s, taken out of a command's options. `--output` is for the one format that names no file of its own."""
    from arlint.cli.checking import Output

    outputs = [Output(name, file) for name, _, file in (said.partition("=") for said in options.pop("reports") or ("text",))]
    file = options.pop("output")
    if file:
        bare = [index for index, output in enumerate(outputs) if not output.file]
        if len(bare) != 1:
            raise OneOutputError
        outputs[bare[0]] = outputs[bare[0]]._replace(file=file)
    written = [output.report for output in outputs if not output.file]
    whole = [name for name in written if name not in _BY_LINE]
    if whole and len(written) > 1:
        raise MixedReportsError(whole[0])
    return tuple(outputs)


def _known(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    for value in values:
        if (name := value.partition("=")[0]) not in names():
            from arlint.tomlsource import nearest

            raise UnknownReportError(name, nearest(name, names()))
    return values
