"""Changing a configuration file as a person would: one word put in, everything else left as it stands."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from arlint.configfiles.search import SHARED
from arlint.errors import ArlintError
from arlint.finding import Edit, apply_edits

_HEADER = re.compile(r"^[ \t]*\[", re.MULTILINE)
_SECTION = re.compile(r"^[ \t]*\[[ \t]*tool[ \t]*\.[ \t]*arlint[ \t]*\][^\n]*(?:\n|\Z)", re.MULTILINE)
_IGNORE = re.compile(r"^[ \t]*ignore[ \t]*=[ \t]*\[", re.MULTILINE)


class UneditableConfigurationError(ArlintError):
    """The configuration file is written in a way that a program should not edit."""

    def __init__(self, path: str, code: str) -> None:
        self.details = {"path": path, "code": code}
        super().__init__(f"{path}: can't be edited by a program as it stands; add {code!r} to 'ignore' yourself")


def ignore_rule(path: str, text: str, code: str) -> list[Edit]:
    """The edit that adds a code to `ignore`; none when it is there. Raises UneditableConfigurationError.

    `path` tells whether the keys stand at the top or in [tool.arlint]. The result is read again before it is trusted.
    """
    shared = Path(path).name == SHARED
    try:
        before = _ignored(text, shared)
        if code in before:
            return []
        edit = _edit(text, shared, code)
        if _ignored(apply_edits(text, [edit]), shared) == [code, *before]:
            return [edit]
    except (tomllib.TOMLDecodeError, TypeError, AttributeError, ValueError):
        pass
    raise UneditableConfigurationError(path, code)


def _ignored(text: str, shared: bool) -> list[str]:
    values: dict[str, Any] = tomllib.loads(text.replace("\r\n", "\n"))
    if shared:
        values = values["tool"]["arlint"] if "arlint" in values.get("tool", {}) else {}
    return list(values.get("ignore", []))


def _edit(text: str, shared: bool, code: str) -> Edit:
    break_ = "\r\n" if "\r\n" in text else "\n"
    start, end = _own_keys(text, shared)
    if start is None:
        before = break_ if text and not text.endswith("\n") else ""
        return Edit(len(text), len(text), f'{before}[tool.arlint]{break_}ignore = ["{code}"]{break_}')
    if match := _IGNORE.search(text, start, end):
        empty = text[match.end() :].lstrip().startswith("]")
        return Edit(match.end(), match.end(), f'"{code}"' if empty else f'"{code}", ')
    body = text[start:end].rstrip()
    at = start + len(body)
    return Edit(at, at, f'{break_}ignore = ["{code}"]' if body else f'ignore = ["{code}"]{break_}')


def _own_keys(text: str, shared: bool) -> tuple[int | None, int]:
    """The span of the text that holds arlint's own top keys; its start is None when there is none."""
    start = 0
    if shared:
        section = _SECTION.search(text)
        if section is None:
            return None, 0
        start = section.end()
    following = _HEADER.search(text, start)
    return start, following.start() if following else len(text)
