"""What speaks for a repair of one word in its place: the features that a calibrated judgement weighs."""

from __future__ import annotations

import math
import re
from typing import NamedTuple

from arlint.lexicon.candidates import Candidate
from arlint.lexicon.context import Around, ContextModel
from arlint.lexicon.vocabulary import Entry


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


def features(
    entry: Entry, candidate: Candidate, around: Around, own_score: float, model: ContextModel, repeated: int, strangers: int
) -> Features:
    """The evidence for `candidate` instead of `entry`; own_score: the word's own score in its place, log units."""
    first, _, second = candidate.text.partition(" ")
    own_before, own_after = math.log1p(model.bigram(around.before, entry.text)), math.log1p(model.bigram(entry.text, around.after))
    before, after = math.log1p(model.bigram(around.before, first)), math.log1p(model.bigram(second or first, around.after))
    unattested = not own_before and not own_after
    return Features(
        context=score(candidate.text, around, model) - own_score,
        own=math.log1p(entry.clean),
        other=math.log1p(candidate.clean),
        own_before=own_before,
        own_after=own_after,
        before=before,
        after=after,
        repeated=math.log(max(repeated, 1)),
        length=float(min(len(entry.text), 10)),
        strangers=float(strangers),
        inflected=float(_INFLECTED.match(entry.text) is not None),
        canonical=float(candidate.text == entry.canonical),
        unattested=float(unattested),
        weaker=min(before, after) if unattested else 0.0,
    )


def score(text: str, around: Around, model: ContextModel) -> float:
    """The score of a candidate of one or two words in its place."""
    first, _, second = text.partition(" ")
    if not second:
        return model.score(first, around)
    before2, before, after, after2 = around
    return (
        model.log_probability(before2, before, first)
        + model.log_probability(before, first, second)
        + model.log_probability(first, second, after)
        + model.log_probability(second, after, after2)
    )
