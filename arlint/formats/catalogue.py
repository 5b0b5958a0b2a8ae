"""Which format a file has, by its suffix. Only the format that is needed is imported."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from functools import cache
from typing import Protocol, cast

from arlint.document import Document
from arlint.modules import module_names

_PACKAGE = "arlint.formats"
_HELPERS = frozenset({"catalogue", "discovery", "encoding", "errors", "files", "inline", "pieces"})
_FIRST = "text"  # asked first, and what a file without a known suffix is


class Format(Protocol):
    """A module of this package that reads a kind of file. Suffixes are lower-case and begin with a dot."""

    NAME: str
    SUFFIXES: tuple[str, ...]

    def parse(self, text: str) -> Document:
        """The document of a text; offsets are into `text` as given. Never fails: what is no markup is text."""


def format_of(path: str) -> Format:
    """The format of a file by its suffix; plain text when no format knows it."""
    return known_format(path) or _load(_FIRST)


def known_format(path: str) -> Format | None:
    """The format whose suffix the path has, or None."""
    name = path.lower()
    return next((one for one in formats() if name.endswith(one.SUFFIXES)), None)


def formats() -> Iterator[Format]:
    """All formats, plain text first."""
    yield _load(_FIRST)
    for name in _names():
        yield _load(name)


@cache
def _names() -> tuple[str, ...]:
    return tuple(name for name in module_names(_PACKAGE) if name not in {*_HELPERS, _FIRST})


@cache
def _load(name: str) -> Format:
    return cast(Format, importlib.import_module(f"{_PACKAGE}.{name}"))
