"""Facts about a whole document: its quotation marks, its digits, its names.

A fact is collected paragraph by paragraph and merged, so that after an edit only the edited paragraph is
read again; checks judge the merge.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from arlint.document.model import Paragraph

Part = TypeVar("Part")
Whole = TypeVar("Whole")


class Fact(Generic[Part, Whole]):
    """How to know one thing. `merge` must give values that compare equal when nothing has changed. Each is itself alone."""

    __slots__ = ("collect", "merge", "name")

    def __init__(self, name: str, collect: Callable[[Paragraph], Part], merge: Callable[[Sequence[Part]], Whole]) -> None:
        self.name = name
        self.collect = collect
        self.merge = merge
