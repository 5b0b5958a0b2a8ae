"""What speaks for a repair of one word in its place: the features that a calibrated judgement weighs."""

from __future__ import annotations

import re
from math import log1p

from arlint.lexicon.counts.pairs import UNSEEN
from arlint.lexicon.spelling.candidates import Candidate
from arlint.lexicon.spelling.context import Around, ContextModel, Place
from arlint.lexicon.spelling.vocabulary import Entry
from arlint.records import NamedTuple


class Features(NamedTuple):
    """Counts and likelihoods are natural logarithms.

    context: how much likelier the repair is in this place. own, other: how often word and repair are seen in clean sources.
    own_before, own_after, before, after: how often word and repair are seen with each neighbour. repeated: how often the word
    stands in the document. length: letters of the word. strangers: how many of the neighbours are unknown words, as names beside names
    are. inflected: does the word carry the article or an ending that foreign names have not? canonical: is the repair the sibling that
    the word is a slip of without any context? unattested: is the word seen with neither neighbour? weaker: the lesser of before and
    after, where the word is unattested. margin: by how much the context prefers the repair to the next best.
    """

    context: float
    own: float
    other: float
    own_before: float
    own_after: float
    before: float
    after: float
    repeated: float
    length: float
    strangers: float
    inflected: float
    canonical: float
    unattested: float
    weaker: float
    margin: float = 0.0


_ARTICLE = "[\u0648\u0641]?(?:[\u0628\u0643]?\u0627\u0644|\u0644\u0644)"
_ENDINGS = "\u0647\u0627|\u0647\u0645|\u0627\u062a|\u0648\u0646|\u064a\u0646|\u064a\u0629|\u0648\u0627"
_INFLECTED = re.compile(f"(?:{_ARTICLE}.{{3}}|.{{3}}(?:{_ENDINGS})$)")


REPEATED = Features._fields.index("repeated")


class Rival(NamedTuple):
    """A candidate in its place: its score, and how often its first and last word are seen with the word before and the word after."""

    candidate: Candidate
    score: float
    beside: tuple[int, int]


def rival(candidate: Candidate, around: Around, place: Place, model: ContextModel) -> Rival:
    """How well a candidate of one or two words fits its place."""
    if candidate.number != UNSEEN:
        beside = place.beside(candidate.number)
        return Rival(candidate, place.score(candidate.text, candidate.total, beside), beside)
    first, _, second = candidate.text.partition(" ")
    before2, before, after, after2 = around
    score = (
        model.log_probability(before2, before, first)
        + model.log_probability(before, first, second)
        + model.log_probability(first, second, after)
        + model.log_probability(second, after, after2)
    )
    return Rival(candidate, score, (model.bigram(before, first), model.bigram(second, after)))


class Evidence:
    """Gathers the features of the rivals of `entry`, which stands once; what is the same for all of them is worked out once.

    own: how often the entry is seen with both neighbours. strangers: as in `Features`.
    """

    __slots__ = ("_canonical", "_inflected", "_length", "_own", "_strangers", "_unattested")

    def __init__(self, entry: Entry, own: tuple[int, int], strangers: int) -> None:
        self._own = log1p(entry.clean), log1p(own[0]), log1p(own[1])
        self._length = float(min(len(entry.text), 10))
        self._strangers = float(strangers)
        self._inflected = float(_INFLECTED.match(entry.text) is not None)
        self._canonical = entry.canonical
        self._unattested = own == (0, 0)

    def of(self, rival: Rival, context: float, margin: float) -> Features:
        """What speaks for a rival; context, margin: as in `Features`."""
        candidate, _, (before, after) = rival
        ahead, behind = log1p(before), log1p(after)
        return Features(
            context,
            self._own[0],
            log1p(candidate.clean),
            *self._own[1:],
            ahead,
            behind,
            repeated=0.0,
            length=self._length,
            strangers=self._strangers,
            inflected=self._inflected,
            canonical=float(candidate.text == self._canonical),
            unattested=float(self._unattested),
            weaker=min(ahead, behind) if self._unattested else 0.0,
            margin=margin,
        )
