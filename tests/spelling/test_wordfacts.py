"""The compiled facts are those that the speller finds without them."""

from __future__ import annotations

from itertools import islice

import pytest

from arlint.lexicon.calibration import Calibration
from arlint.lexicon.lexicon import Lexicon
from arlint.lexicon.spelling import Speller
from arlint.lexicon.wordfacts import WordFacts, shipped

_LEXICON = Lexicon.default()


@pytest.fixture(scope="module")
def facts() -> WordFacts:
    found = shipped(_LEXICON.folder)
    if found is None:
        pytest.skip("the compiled facts are older than the files they are made from")
    return found


def test_facts_agree_with_the_speller(facts: WordFacts) -> None:
    weights = Calibration()
    quick, slow = Speller(_LEXICON, _LEXICON.counts, weights, facts), Speller(_LEXICON, _LEXICON.counts, weights)
    words = [word for word, _ in islice(_LEXICON.counts.words(), 0, None, 2000)]
    for word in words:
        assert quick.vocabulary.entry(word) == slow.vocabulary.entry(word)
        assert quick.in_use(word) == slow.in_use(word)
        if slow.in_use(word):
            quickly, slowly = quick.profiles[word], slow.profiles[word]
            assert quickly == slowly
    for word in words[::10]:
        assert quick.candidates.all(word + "\u0632") == slow.candidates.all(word + "\u0632")


def test_the_set_of_shortened_words_leaves_no_word_out(facts: WordFacts) -> None:
    word = "\u0645\u062f\u0631\u0633\u0629"
    others, _ = facts.openings(word)
    assert others == list(range(len(word)))
    assert all(place in facts.openings(word[:place] + word[place + 1 :])[1] for place in range(len(word)))
    assert not all(facts.openings("\u0638" * length)[0] for length in range(4, 9))
