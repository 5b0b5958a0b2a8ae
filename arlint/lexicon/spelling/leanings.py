"""What a writer does again and again: who leaves the dots off one ta marbuta leaves them off most.

A word that may be right as it stands (his ratio, the ratio without its dots) is judged by what the rest of the document shows.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

from arlint.lexicon.letters import ALEF_MAQSURA, HEH, TEH_MARBUTA, YEH
from arlint.lexicon.spelling.candidates import Edit
from arlint.lexicon.spelling.kinds import Kind

# For the slips that are a way of writing: the ending that is written, and the one that is meant.
_ENDINGS = {
    Kind.TA_AS_HA: (HEH, TEH_MARBUTA),
    Kind.MAQSURA_FOR_YA: (ALEF_MAQSURA, YEH),
    Kind.YA_FOR_MAQSURA: (YEH, ALEF_MAQSURA),
}
# So many slips, this sure, are a way of writing; where words with the right ending are twelve times as many, they say nothing further.
_LEAST, _SURE, _RARE = 3, 0.8, 12.0
# The most that is added to the natural logarithm of the odds.
MOST_LEANING = 2.5
# The edits that can be a way of writing.
LEANING = frozenset((Edit.TA, Edit.YA))

# By the ending that is written and the one that is meant, what is added to the natural logarithm of the odds.
Leanings = Mapping[tuple[str, str], float]
NO_LEANINGS: Leanings = {}


def leanings(slips: Iterable[tuple[Kind, float]], words: Mapping[str, int]) -> Leanings:
    """The writer's ways, from all slips of a document with their confidence, and how often each word stands in it."""
    times: dict[Kind, int] = {}
    for kind, confidence in slips:
        if kind in _ENDINGS and confidence >= _SURE:
            times[kind] = times.get(kind, 0) + 1
    found = {}
    for kind, slipped in times.items():
        written, meant = _ENDINGS[kind]
        if slipped >= _LEAST:
            right = sum(count for word, count in words.items() if word.endswith(meant))
            if (added := min(MOST_LEANING, math.log(_RARE * slipped / (right + 1)))) > 0:
                found[written, meant] = added
    return found
