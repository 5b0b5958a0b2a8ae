"""The options that say in which formats a run is reported and where to: `--format`, `--output`."""

from __future__ import annotations

from typing import Any

import click

from arlint.reports.protocol import names


def report_options(command: Any) -> Any:
    """--format NAME[=FILE] (several times), --output FILE."""
    command = click.option("--output", metavar="FILE")(command)
    return click.option("--format", "reports", multiple=True, metavar=f"[{'|'.join(names())}][=FILE]", callback=_known)(command)


def take_outputs(options: dict[str, Any]) -> tuple[Any, ...]:
    """The `Output`s, taken out of a command's options. `--output` is for the one format that names no file of its own."""
    from arlint.cli.checking import Output

    outputs = [Output(name, file) for name, _, file in (said.partition("=") for said in options.pop("reports") or ("text",))]
    file = options.pop("output")
    if file:
        bare = [index for index, output in enumerate(outputs) if not output.file]
        if len(bare) != 1:
            raise click.UsageError("--output is for one format; with several, give each its file: --format sarif=FILE")
        outputs[bare[0]] = outputs[bare[0]]._replace(file=file)
    return tuple(outputs)


def _known(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    choice = click.Choice(names())
    for value in values:
        choice.convert(value.partition("=")[0], param, ctx)
    return values
