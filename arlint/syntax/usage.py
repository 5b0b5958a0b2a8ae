"""What print says of two words in a row: the witness beside grammar."""

from __future__ import annotations

from arlint.finding import Evidence
from arlint.lexicon.lexicon import Lexicon
from arlint.records import NamedTuple

_CONJUNCTIONS = ("\u0648", "\u0641")

# How much oftener the repair must be seen than the slip before print alone decides, and how often at least.
_DECIDES, _AT_LEAST, _SUPPORTS, _COMMON = 20, 5, 2, 40
# Seen so often, and not outweighed by the repair, what looks like a slip is usage.
_USAGE = 3


class Usage(NamedTuple):
    """How often two words are seen in a row as they stand, and repaired."""

    wrong: int
    right: int
    repaired: str

    @property
    def decides(self) -> bool:
        """Does print leave no doubt that the repair is meant?"""
        return self.right >= _AT_LEAST and self.right >= _DECIDES * self.wrong

    @property
    def settles(self) -> bool:
        """Is the repair a common expression, and what stands here none?"""
        return self.right >= _COMMON and self.right >= _COMMON * self.wrong

    @property
    def supports(self) -> bool:
        """Does print know the repair, and hardly what stands here?"""
        return self.right >= _SUPPORTS and self.right >= _DECIDES * self.wrong

    @property
    def contradicts(self) -> bool:
        """Is what looks like a slip in use?"""
        return self.wrong >= _USAGE and self.right < _DECIDES * self.wrong

    def plus(self, other: Usage) -> Usage:
        """The sum of two usages, named as this one."""
        return Usage(self.wrong + other.wrong, self.right + other.right, self.repaired)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """For the finding."""
        return (Evidence(self.repaired, self.right),) if self.right else ()


def usage(lexicon: Lexicon, found: tuple[str, str], repaired: tuple[str, str]) -> Usage:
    """How often both pairs of bare words are seen, with and without a conjunction before the first."""
    return Usage(_seen(lexicon, *found), _seen(lexicon, *repaired), " ".join(repaired))


def _seen(lexicon: Lexicon, first: str, second: str) -> int:
    counts = lexicon.counts
    seen = counts.bigram(first, second)
    if first.startswith(_CONJUNCTIONS) and len(first) > 3:
        return seen + counts.bigram(first[1:], second)
    return seen + counts.bigram(_CONJUNCTIONS[0] + first, second)
