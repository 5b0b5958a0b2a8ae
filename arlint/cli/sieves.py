"""Which findings of a file a run is about: only those on changed lines, not those that a baseline knows (`arlint.baseline`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from arlint.document import Document
from arlint.finding import Finding
from arlint.git.changes import Lines


class FileSieve(Protocol):
    """The sieve of one file, made from its text as it was read; while fixes are applied it is asked again and again."""

    known: int
    gone: Counter[str]

    def keep(self, document: Document, findings: Sequence[Finding]) -> list[Finding]:
        """Those of the findings in this version of the text that the run is about."""


Sieve = Callable[[str, Document], FileSieve]


class ChangedSieve:
    """Keeps what touches changed lines; lines end at line feeds, as git counts them."""

    def __init__(self, changes: Mapping[str, Lines], key: str, original: Document) -> None:
        self.known = 0
        self.gone: Counter[str] = Counter()
        self._lines = changes.get(key, Lines(()))
        self._original = original.text

    def keep(self, document: Document, findings: Sequence[Finding]) -> list[Finding]:
        """The findings on changed lines."""
        text = document.text
        origin = _line_origins(self._original, text)

        def line(offset: int) -> int:
            return origin(text.count("\n", 0, offset))

        return [one for one in findings if self._lines.touch(line(one.start), line(max(one.start, one.end - 1)))]


def _line_origins(before: str, after: str) -> Callable[[int], int]:
    """Which line of `before` a line of `after` was."""
    if before.count("\n") == after.count("\n"):
        return lambda line: line
    from difflib import SequenceMatcher

    origins: dict[int, int] = {}
    for _, low, high, new_low, new_high in SequenceMatcher(None, before.split("\n"), after.split("\n"), autojunk=False).get_opcodes():
        origins.update({new: min(low + new - new_low, max(high - 1, low)) for new in range(new_low, new_high)})
    return lambda line: origins.get(line, line)
