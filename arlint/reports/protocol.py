"""What a report is given, and how one is found by its name."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol, cast

from arlint.document import Document
from arlint.document.comments import Directive
from arlint.finding import Finding
from arlint.messages import Messages
from arlint.modules import module_names
from arlint.records import NamedTuple

_PACKAGE = "arlint.reports"
_HELPERS = frozenset({"entries", "protocol", "quoting", "statistics", "schema"})


class FileReport(NamedTuple):
    """What there is to say of one file. `error` is set when it could not be checked; `fixed` counts applied fixes; `unused` are
    suppressions that hide nothing, when they were asked for; `known` counts findings a baseline knows, `gone` those it knows in vain."""

    path: str
    document: Document
    findings: Sequence[Finding] = ()
    fixed: int = 0
    unused: Sequence[Directive] = ()
    error: str = ""
    known: int = 0
    gone: int = 0


class Style(NamedTuple):
    """How to write: in which language, with colours or without."""

    messages: Messages
    colour: bool = False

    def paint(self, text: str, **style: object) -> str:
        """`text` in click's style, on a terminal that shows colours."""
        if not self.colour:
            return text
        import click

        return click.style(text, **style)  # type: ignore[arg-type]


class Report(Protocol):
    """A module of this package that writes findings. Chunks are whole lines; files come one after the other as they are checked."""

    def render(self, files: Iterable[FileReport], style: Style) -> Iterator[str]:
        """The report, in pieces."""


def names() -> tuple[str, ...]:
    """All reports, found by being there."""
    return tuple(name for name in module_names(_PACKAGE) if name not in _HELPERS)


def load(name: str) -> Report:
    """The report `name`, one of `names()`."""
    return cast(Report, importlib.import_module(f"{_PACKAGE}.{name}"))
