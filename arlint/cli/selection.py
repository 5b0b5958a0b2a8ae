"""Options that several commands share: which rules, which configuration."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from arlint.cli.group import language_option
from arlint.configfiles import Overrides
from arlint.finding import Severity

Decorator = Callable[[Any], Any]


class Selectors(click.ParamType):
    """Selectors separated by commas (Latin or Arabic) or spaces."""

    name = "selectors"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        """A tuple of selectors."""
        return value if isinstance(value, tuple) else tuple(value.replace("\u060c", ",").replace(",", " ").split())


def configuration_options(command: Any) -> Any:
    """--config, --isolated, --select, --extend-select, --ignore, --severity, --encoding, --lang."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def _selectors(name: str) -> Decorator:
    return click.option(name, type=Selectors(), multiple=True, metavar="CODE,…")


_OPTIONS: tuple[Decorator, ...] = (
    _selectors("--select"),
    _selectors("--extend-select"),
    _selectors("--ignore"),
    click.option("--severity", type=click.Choice([severity.value for severity in Severity])),
    click.option("--config", type=str, metavar="FILE"),
    click.option("--isolated", is_flag=True),
    click.option("--encoding", type=str, metavar="NAME"),
    language_option,
)


def overrides(options: dict[str, Any]) -> Overrides:
    """Takes the options of `configuration_options` out of a command's options."""
    select, more, ignore = (tuple(one for group in options.pop(name) for one in group) for name in ("select", "extend_select", "ignore"))
    severity = options.pop("severity")
    return Overrides(
        select=select or None,
        extend_select=more,
        ignore=ignore,
        severity=Severity(severity) if severity else None,
        config=options.pop("config"),
        isolated=options.pop("isolated"),
        encoding=options.pop("encoding"),
    )
