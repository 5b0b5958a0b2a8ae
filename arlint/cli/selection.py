"""Options that several commands share: which rules, which configuration."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from arlint.configfiles import Overrides
from arlint.finding import Severity
from arlint.messages import LANGUAGES, Messages

Decorator = Callable[[Any], Any]


def configuration_options(command: Any) -> Any:
    """--config, --isolated, --select, --extend-select, --ignore, --severity, --encoding, --lang."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def _selectors(name: str) -> Decorator:
    return click.option(name, multiple=True, metavar="CODE,…", callback=_split)


def _split(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Selectors are separated by commas, Latin or Arabic, or spaces; the option may come several times."""
    return tuple(" ".join(values).replace("\u060c", ",").replace(",", " ").split())


_OPTIONS: tuple[Decorator, ...] = (
    _selectors("--select"),
    _selectors("--extend-select"),
    _selectors("--ignore"),
    click.option("--severity", type=click.Choice([severity.value for severity in Severity])),
    click.option("--config", type=str, metavar="FILE"),
    click.option("--isolated", is_flag=True),
    click.option("--encoding", type=str, metavar="NAME"),
    click.option("--lang", "language", type=click.Choice(LANGUAGES)),
)


def overrides(options: dict[str, Any], texts: Messages) -> Overrides:
    """Takes the options of `configuration_options` out of a command's options."""
    severity = options.pop("severity")
    return Overrides(
        select=options.pop("select") or None,
        extend_select=options.pop("extend_select"),
        ignore=options.pop("ignore"),
        severity=Severity(severity) if severity else None,
        config=options.pop("config"),
        isolated=options.pop("isolated"),
        encoding=options.pop("encoding"),
        language=options.pop("language"),
        fallback_language=texts.language,
    )
