"""The spelling of a whole document, surveyed once for all spelling rules.

A survey is a document fact: each paragraph is looked at by itself, and what was found is weighed by what the document shows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain

from arlint.document import Fact, Kind, Paragraph, Shape
from arlint.document.characters import TATWEEL
from arlint.lexicon.counts.store import EDGE, LATIN, NUMBER
from arlint.lexicon.spelling import kinds
from arlint.lexicon.spelling.leanings import NO_LEANINGS, Leanings, leanings
from arlint.lexicon.spelling.names import NearMiss, near_misses
from arlint.lexicon.spelling.speller import Slip, Speller, Suspect
from arlint.records import NamedTuple

# Slips that are less sure are kept out of the survey altogether; rules ask for more.
LEAST = 0.5

# Of a hundred names found spelled in two ways in edited news, nine in ten were slips.
_NAME_CONFIDENCE = 0.9

_SIGNS = {Kind.NUMBER: NUMBER, Kind.LATIN: LATIN}
_PASSED_OVER = frozenset((Kind.MARK, Kind.BREAK))


class View(NamedTuple):
    """A paragraph as the speller reads it. tokens: for every word, its index among the tokens of the paragraph."""

    words: tuple[str, ...]
    tokens: Sequence[int]


class PlacedSlip(NamedTuple):
    """A slip, the number of its paragraph, and its token there. times: how often the document has the better spelling of a name."""

    paragraph: int
    token: int
    slip: Slip
    times: int = 0


# All slips of a document by kind, in order of place.
Survey = Mapping[kinds.Kind, Sequence[PlacedSlip]]


# Of a document: how often each suspect stands in it, and the writer's leanings.
_Told = tuple[tuple[int, ...], tuple[tuple[tuple[str, str], float], ...]]


class _Part(NamedTuple):
    view: View
    suspects: tuple[Suspect, ...]
    doubtful: tuple[int, ...]  # places of words that may be misspelled names
    judged: dict[_Told, Sequence[Slip]]  # by what the document told of it: the latest judgements, without and with leanings


def view(paragraph: Paragraph) -> View:
    """Bare words, and a sign for every number, Latin word and punctuation mark.

    A word with a tatweel at its end goes with what follows it, and is no word for the speller.
    """
    word, ends = Kind.WORD, str.endswith
    words = [  # a word without marks and tatweel is its own bare form, the same object: that spares most the question how it ends
        shape.bare if shape.kind is word and (shape.bare is shape.text or not ends(shape.text, TATWEEL)) else _SIGNS.get(shape.kind, EDGE)
        for shape in paragraph.shapes
    ]
    if _PASSED_OVER.isdisjoint(paragraph.kinds):
        return View(tuple(words), range(len(words)))
    places = tuple([place for place, shape in enumerate(paragraph.shapes) if shape.kind not in _PASSED_OVER])
    return View(tuple([words[place] for place in places]), places)


def _shapes(paragraph: Paragraph) -> tuple[Shape, ...]:
    return paragraph.shapes


def _count(parts: Sequence[Sequence[Shape]]) -> Counter[str]:
    word = Kind.WORD
    return Counter([shape.bare for shape in chain.from_iterable(parts) if shape.kind is word])


def _agreeing(slip: Slip, miss: NearMiss) -> Slip:
    """The slip, surer where what the document has elsewhere is its repair."""
    return slip._replace(confidence=max(slip.confidence, _NAME_CONFIDENCE)) if slip.repairs[0] == miss.usual else slip


class DocumentSpeller:
    """Holds the facts `survey`, all slips of a document, and `words`, how often each word stands in it, for one speller."""

    def __init__(self, speller: Speller) -> None:
        self.speller = speller
        self.survey: Fact[_Part, Survey] = Fact("spelling", self._collect, self._merge)
        self.words: Fact[Sequence[Shape], Counter[str]] = Fact("words", _shapes, _count)

    def _collect(self, paragraph: Paragraph) -> _Part:
        seen = view(paragraph)
        found = self.speller.look(seen.words, LEAST)
        return _Part(seen, tuple(found.suspects), tuple(found.doubtful), {})

    def _judged(self, part: _Part, repeated: Mapping[str, int], leanings: Leanings = NO_LEANINGS) -> Sequence[Slip]:
        """The slips among the suspects of a paragraph; worked out anew only when the document tells other things of them than before."""
        told = tuple([repeated[suspect.entry.text] for suspect in part.suspects]), tuple(leanings.items())
        slips = part.judged.get(told)
        if slips is None:
            slips = self.speller.judge(part.suspects, repeated, LEAST, leanings)
            if len(part.judged) > 1:
                part.judged.clear()
            part.judged[told] = slips
        return slips

    def _all_judged(self, parts: Sequence[_Part], repeated: Mapping[str, int]) -> list[Sequence[Slip]]:
        """The slips of every paragraph, judged again where they show how the writer leans."""
        judged = [self._judged(part, repeated) for part in parts]
        found = leanings(((slip.kind, slip.confidence) for slips in judged for slip in slips), repeated)
        return [self._judged(part, repeated, found) for part in parts] if found else judged

    def _merge(self, parts: Sequence[_Part]) -> Survey:
        repeated = Counter(chain.from_iterable(part.view.words for part in parts))
        misses = near_misses([(part.view.words, part.doubtful) for part in parts], repeated, self.speller.vocabulary.clean)
        found: dict[kinds.Kind, list[PlacedSlip]] = {}
        for number, (part, judged) in enumerate(zip(parts, self._all_judged(parts, repeated), strict=True)):
            slips = {slip.place: slip for slip in judged}
            for place, miss in misses[number].items():
                if not miss.sure and place in slips:
                    slips[place] = _agreeing(slips[place], miss)
                else:
                    slips[place] = Slip(place, kinds.Kind.NAME, (miss.usual,), _NAME_CONFIDENCE, ((miss.usual, miss.times),))
            for place, slip in sorted(slips.items()):
                times = misses[number][place].times if slip.kind is kinds.Kind.NAME else 0
                found.setdefault(slip.kind, []).append(PlacedSlip(number, part.view.tokens[place], slip, times))
        return found
