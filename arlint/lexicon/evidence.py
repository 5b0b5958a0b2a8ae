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
    the word is a slip of without any context? margin: by how much the context prefers the repair to the next best.
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
    margin: float = 0.0


_INFLECTED = re.compile("(?:[\u0648\u0641]?(?:[\u0628\u0643]?\u0627\u0644|\u0644\u0644).{3}|.{3}(?:\u0647\u0627|\u0647\u0645|\u0627\u062a|\u0648\u0646|\u064a\u0646|\u064a\u0629|\u0648\u0627)$)")


def features(
    entry: Entry, candidate: Candidate, around: Around, own_score: float, model: ContextModel, repeated: int, strangers: int
) -> Features:
    """The evidence for `candidate` instead of `entry`; own_score: the word's own score in its place, log units."""
    first, _, second = candidate.text.partition(" ")
    last = second or first
    return Features(
        score(candidate.text, around, model) - own_score,
        math.log1p(entry.clean),
        math.log1p(candidate.clean),
        math.log1p(model.bigram(around.before, entry.text)),
        math.log1p(model.bigram(entry.text, around.after)),
        math.log1p(model.bigram(around.before, first)),
        math.log1p(model.bigram(last, around.after)),
        math.log(max(repeated, 1)),
        float(min(len(entry.text), 10)),
        float(strangers),
        float(_INFLECTED.match(entry.text) is not None),
        float(candidate.text == entry.canonical),
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
