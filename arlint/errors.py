"""The root of everything arlint raises on purpose.

Each way to fail has a class of its own, beside the code that fails: what happened, where, what to do.
The command line prints `str(error)` on one line and ends with `exit_code`; no traceback reaches a user.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from arlint.records import NamedTuple

_NONE: Mapping[str, Any] = MappingProxyType({})


class Saying(NamedTuple):
    """Part of what an error says: English with `{names}`, and what they stand for. Messages find other languages by it."""

    english: str
    values: Mapping[str, Any] = _NONE

    def __str__(self) -> str:
        return self.english.format_map(self.values) if self.values else self.english

    def __bool__(self) -> bool:
        return bool(self.english)


def say(english: str, /, **values: object) -> Saying:
    """Words of an error that can be told in another language.

    >>> str(say("unknown key {key!r}", key="a"))
    "unknown key 'a'"
    """
    return Saying(english, values)


def saying(text: Saying | str) -> Saying:
    """Words without names as a saying."""
    return text if isinstance(text, Saying) else Saying(text)


def aside(remedy: Saying) -> Saying:
    """What to do, in brackets behind what is the matter; nothing where there is nothing to say."""
    return say(" ({remedy})", remedy=remedy) if remedy else remedy


def reason(error: Exception) -> Saying:
    """What the system says, without the number."""
    return Saying((getattr(error, "strerror", None) or str(error) or type(error).__name__).lower())


class ArlintError(Exception):
    """Something the person who runs arlint can put right. `str()` is one line in English.

    `details` holds what the message names, for `arlint.messages` to tell it in another language.
    """

    exit_code = 2
    details: Mapping[str, object] = _NONE
