"""The percent sign: behind its number, and close to it.

A space before the sign is the habit of some houses, as it is of French and of the international system of units. So it is a slip
in a document that also writes the sign without one, or writes it once, and a convention in one that always has it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from arlint.checks.protocol import Context, Hit, paragraphs, replace
from arlint.document import Fact, Paragraph
from arlint.document.patterns import lazy
from arlint.records import NamedTuple

_SIGNS = "%\u066a"
_NUMBER = "[0-9\u0660-\u0669]{1,9}(?:[.,\u066b][0-9\u0660-\u0669]{1,6})?"
_DIGIT, _SPACE = "[0-9\u0660-\u0669]", "[ \u00a0]"
_SPACED = lazy(f"(?P<number>{_NUMBER}){_SPACE}(?P<sign>[{_SIGNS}])(?!{_SPACE}?{_DIGIT})")
_NO_MORE = f"(?!{_DIGIT}|[{_SIGNS}]|[.,\u066b]{_DIGIT}|{_SPACE}[{_SIGNS}])"
_BEFORE = lazy(f"(?<!{_DIGIT})(?<!{_DIGIT} )(?P<sign>[{_SIGNS}]){_SPACE}?(?P<number>{_NUMBER}){_NO_MORE}")
_TIGHT = lazy(f"{_DIGIT}[{_SIGNS}]")
_HABIT = 2  # times that a document must write a space before it is its convention


class Signs(NamedTuple):
    """How often signs stand behind their number with a space and without one."""

    spaced: int
    tight: int

    @property
    def spaced_by_habit(self) -> bool:
        """Does the document always write the space?"""
        return self.spaced >= _HABIT and not self.tight


def _count(paragraph: Paragraph) -> Signs:
    if paragraph.characters.isdisjoint(_SIGNS):
        return Signs(0, 0)
    return Signs(len(_SPACED.findall(paragraph.text)), len(_TIGHT.findall(paragraph.text)))


def _sum(parts: Sequence[Signs]) -> Signs:
    return Signs(sum(part.spaced for part in parts), sum(part.tight for part in parts))


SIGNS: Fact[Signs, Signs] = Fact("percent signs", _count, _sum)


@paragraphs(characters=_SIGNS)
def sign(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """A sign before its number, or parted from it."""
    patterns = (_BEFORE,) if context.fact(SIGNS).spaced_by_habit else (_BEFORE, _SPACED)
    for pattern in patterns:
        for match in pattern.finditer(paragraph.text):
            yield Hit(match.start(), match.end(), replace(match.start(), match.end(), match["number"] + match["sign"]))
