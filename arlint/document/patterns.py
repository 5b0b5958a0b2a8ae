"""Regular expressions that are compiled when they are first used: a cold start pays for none that its text does not need."""

from __future__ import annotations

import re
from typing import Any, cast


def lazy(source: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile(source, flags)` gives, to be used like it through its methods. A fault in `source` shows on first use.

    >>> lazy("b+").sub("c", "abb")
    'ac'
    """
    return cast("re.Pattern[str]", _Lazy(source, flags))


class _Lazy:
    """Stands for a pattern; its methods are the pattern's own from their first use on."""

    def __init__(self, source: str, flags: int) -> None:
        self._arguments = source, flags

    def __getattr__(self, name: str) -> Any:
        value = getattr(re.compile(*self._arguments), name)
        self.__dict__[name] = value
        return value
