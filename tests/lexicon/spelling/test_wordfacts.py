"""The compiled facts are those that the speller finds without them."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arlint.document import Document
from arlint.lexicon.letters import ALPHABET
from arlint.lexicon.lexicon import Lexicon
from arlint.lexicon.spelling.calibration import Calibration
from arlint.lexicon.spelling.shortened import Shortened
from arlint.lexicon.spelling.speller import Speller
from arlint.lexicon.spelling.survey import view
from arlint.lexicon.spelling.wordfacts import WordFacts, shipped

_LEXICON = Lexicon.default()
ARTICLE = Path(__file__).parents[3] / "examples" / "article.txt"


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
            near = quick.candidates.near(quick.vocabulary.entry(word)) if quickly.weighed else quickly.near
            assert quickly._replace(near=near, weighed=False) == slowly
        else:
            assert quick.candidates.all(word) == slow.candidates.all(word)
    for word in [f"{word}\u0632" for word in words[::10]]:
        if not slow.in_use(word):
            assert quick.candidates.all(word) == slow.candidates.all(word)


def test_with_facts_the_speller_suspects_the_same(facts: WordFacts) -> None:
    weights = Calibration()
    quick, slow = Speller(_LEXICON, _LEXICON.counts, weights, facts), Speller(_LEXICON, _LEXICON.counts, weights)
    paragraphs = Document.plain(ARTICLE.read_text(encoding="utf-8")).paragraphs
    found = [(quick.suspects(view(one).words), slow.suspects(view(one).words)) for one in paragraphs]
    assert all(quickly == slowly for quickly, slowly in found)
    assert sum(len(quickly) for quickly, _ in found) > 5


def test_the_set_of_shortened_words_leaves_no_word_out(facts: WordFacts) -> None:
    word, openings = "\u0645\u062f\u0631\u0633\u0629", facts.shortened.openings
    others, _ = openings(word)
    assert [place for place, _ in others] == list(range(len(word)))
    assert all(word[place] in letters for place, letters in others)
    for place, letter in enumerate(word):
        assert any(at == place and letter in letters for at, letters in openings(word[:place] + word[place + 1 :])[1])
    assert not all(openings("\u0638" * length)[0] for length in range(4, 9))


@given(st.lists(st.text(ALPHABET, min_size=1, max_size=6), min_size=1, max_size=5))
def test_every_letter_of_the_alphabet_can_be_missing(words: list[str]) -> None:
    openings = Shortened.of(words).openings
    for word in words:
        for place, letter in enumerate(word):
            assert any(at == place and letter in letters for at, letters in openings(word)[0])
