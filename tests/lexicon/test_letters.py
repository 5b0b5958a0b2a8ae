"""Letters that are mistaken for one another, and what two spellings differ in."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from arlint.lexicon.letters import ALPHABET, NEIGHBOURING_KEYS, SAME_SKELETON, difference, fold, within_one_edit

WORDS = st.text(alphabet=ALPHABET, max_size=12)
LETTERS = st.sampled_from(ALPHABET)


@given(WORDS)
def test_fold_is_idempotent(word: str) -> None:
    assert fold(fold(word)) == fold(word)


def test_siblings_share_a_fold() -> None:
    for one, other in (("إلى", "الي"), ("المدرسة", "المدرسه"), ("مسؤول", "مسول"), ("شيء", "شي")):
        assert fold(one) == fold(other)


@given(WORDS, WORDS)
def test_difference_puts_both_words_together_again(one: str, other: str) -> None:
    start, left, right = difference(one, other)
    assert one[:start] + left + one[start + len(left) :] == one
    assert one[:start] + right + one[start + len(left) :] == other


@given(WORDS, LETTERS, st.data())
def test_one_edit_is_found_in_both_directions(word: str, letter: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(word)))
    longer = word[:place] + letter + word[place:]
    assert within_one_edit(word, longer)
    assert within_one_edit(longer, word)


@given(WORDS)
def test_a_word_is_no_edit_of_itself(word: str) -> None:
    assert not within_one_edit(word, word)


@given(WORDS, WORDS)
def test_far_words_are_not_one_edit_apart(one: str, other: str) -> None:
    if abs(len(one) - len(other)) > 1:
        assert not within_one_edit(one, other)


def test_swapped_neighbours_are_one_edit() -> None:
    assert within_one_edit("اتفقاية", "اتفاقية")
    assert not within_one_edit("اتفقايات", "اتفاقية")


def test_pairs_hold_both_ways() -> None:
    for pairs in (NEIGHBOURING_KEYS, SAME_SKELETON):
        assert {(b, a) for a, b in pairs} == pairs
    assert ("ن", "م") in NEIGHBOURING_KEYS
    assert ("ش", "ض") in NEIGHBOURING_KEYS
    assert ("ش", "م") not in NEIGHBOURING_KEYS
