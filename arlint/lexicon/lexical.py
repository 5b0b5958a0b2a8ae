"""What is worked out of paragraphs with the lexicon of the run: once for each lexicon, however many checks ask."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from typing import Generic, TypeVar, cast

from arlint.document import Fact, Paragraph
from arlint.document.facts import Part, Whole
from arlint.lexicon.lexicon import Lexicon

Result = TypeVar("Result")

_LEXICONS = 4  # more than a process works with at a time


def once(paragraph: Paragraph, work: Callable[[Paragraph, Lexicon], Result], lexicon: Lexicon) -> Result:
    """work(paragraph, lexicon), done once; `work` must be a module-level function."""
    key = work, lexicon
    memory = paragraph.memory
    if key not in memory:
        memory[key] = work(paragraph, lexicon)
    return cast(Result, memory[key])


class LexicalFact(Generic[Part, Whole]):
    """A fact about a document that rests on the lexicon: `of` gives the fact for one. See `Fact`."""

    def __init__(self, name: str, collect: Callable[[Paragraph, Lexicon], Part], merge: Callable[[Sequence[Part]], Whole]) -> None:
        self._parts = name, collect, merge
        self._made = lru_cache(_LEXICONS)(self._make)

    def of(self, lexicon: Lexicon) -> Fact[Part, Whole]:
        """The fact as this lexicon sees it; the same object for the same lexicon."""
        return self._made(lexicon)

    def _make(self, lexicon: Lexicon) -> Fact[Part, Whole]:
        name, collect, merge = self._parts
        return Fact(name, partial(once, work=collect, lexicon=lexicon), merge)
