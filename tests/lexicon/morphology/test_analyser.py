"""What the analyser says of words whose analysis no grammar disputes."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arlint.lexicon.lexicon import Lexicon
from arlint.lexicon.morphology.analyser import LONGEST_WORD, Analyser
from arlint.lexicon.morphology.reading import Reading

ARABIC = st.characters(min_codepoint=0x0621, max_codepoint=0x0652)


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    return Lexicon.default().analyser


def some(readings: tuple[Reading, ...], **features: object) -> bool:
    return any(all(getattr(reading, name) == value for name, value in features.items()) for reading in readings)


@pytest.mark.parametrize(
    ("word", "features"),
    [
        ("وزيرة", {"pos": "noun", "gender": "f", "number": "s", "state": "b", "bare_lemma": "وزير"}),
        ("وزراء", {"number": "p", "broken": True, "bare_lemma": "وزير", "singular_gender": "m"}),
        ("البلدين", {"number": "d", "case": "ga", "state": "d", "proclitics": ("ال",)}),
        ("الروسي", {"pos": "adj", "gender": "m", "number": "s", "state": "d"}),
        ("للحظر", {"proclitics": ("ل", "ال"), "state": "d", "stem": "حظر"}),
        ("سيكتبونها", {"proclitics": ("س",), "enclitic": "ها", "enclitic_agreement": "3fs", "number": "p", "mood": "i"}),
        ("والمسؤولون", {"proclitics": ("و", "ال"), "number": "p", "case": "n", "state": "d", "gender": "m"}),
        ("مؤتمرا", {"case": "a", "state": "i", "number": "s"}),
        ("مؤتمرا", {"case": "n", "state": "c", "number": "d"}),
        ("موظفو", {"case": "n", "state": "c", "number": "p"}),
        ("قضاة", {"number": "p", "broken": True, "singular_gender": "m"}),
        ("اجتماعات", {"number": "p", "singular_gender": "m", "gender": "mf"}),
        ("شركات", {"number": "p", "singular_gender": "f", "gender": "f"}),
        ("مدن", {"number": "p", "broken": True, "singular_gender": "f"}),
        ("حرب", {"pos": "noun", "gender": "f", "number": "s"}),
        ("أخرى", {"gender": "f", "number": "s"}),
        ("صحراء", {"gender": "f", "number": "s"}),
        ("كتبت", {"aspect": "p", "person": "3", "gender": "f", "number": "s"}),
        ("كتبت", {"aspect": "p", "person": "1", "number": "s"}),
        ("يقل", {"aspect": "i", "mood": "j", "bare_lemma": "قال"}),
        ("نستطع", {"aspect": "i", "mood": "j", "person": "1", "number": "p"}),
        ("يكتبوا", {"aspect": "i", "mood": "sj", "number": "p"}),
        ("ليكتب", {"proclitics": ("ل",), "mood": "sj", "aspect": "i"}),
        ("تستخدم", {"aspect": "i", "voice": "ap", "person": "3", "gender": "f"}),
        ("كتابه", {"state": "e", "enclitic": "ه", "enclitic_agreement": "3ms"}),
        ("بريطانيا", {"pos": "name", "gender": "f"}),
        ("حوثيين", {"pos": "adj", "number": "p", "case": "ga"}),
    ],
)
def test_has_the_reading(analyser: Analyser, word: str, features: dict[str, object]) -> None:
    assert some(analyser.analyse(word), **features), analyser.analyse(word)


@pytest.mark.parametrize(
    ("word", "pos", "proclitics", "enclitic"),
    [
        ("في", "prep", (), ""),
        ("وفي", "prep", ("و",), ""),
        ("إنه", "conj", (), "ه"),
        ("بأنها", "conj", ("ب",), "ها"),
        ("لأن", "conj", ("ل",), ""),
        ("الذي", "rel", (), ""),
        ("وهذه", "dem", ("و",), ""),
        ("منها", "prep", (), "ها"),
        ("عليهم", "prep", (), "هم"),
        ("ليست", "verb", (), ""),
        ("ثلاثة", "num", (), ""),
        ("والعشرين", "num", ("و", "ال"), ""),
    ],
)
def test_closed_words_override_the_tables(analyser: Analyser, word: str, pos: str, proclitics: tuple[str, ...], enclitic: str) -> None:
    readings = [reading for reading in analyser.analyse(word) if reading.closed]
    assert some(tuple(readings), pos=pos, proclitics=proclitics, enclitic=enclitic), analyser.analyse(word)


def test_fi_is_never_a_noun(analyser: Analyser) -> None:
    assert {reading.pos for word in ("في", "وفي", "ففي") for reading in analyser.analyse(word)} == {"prep"}


def test_bayna_is_a_preposition_and_a_verb(analyser: Analyser) -> None:
    assert {"prep", "verb"} <= {reading.pos for reading in analyser.analyse("بين")}


@pytest.mark.parametrize(
    "word", ["قالوزير", "أنتونتي", "اوباما", "الى", "انه", "اسرائيل", "الاسلحة", "إجتماع", "هاذا", "لاكن", "لالذي", "هذة", "لابد"]
)
def test_slips_are_unknown(analyser: Analyser, word: str) -> None:
    assert not analyser.known(word)
    assert analyser.analyse(word) == ()


@pytest.mark.parametrize("word", ["استراتيجية", "تغريدة", "الحوكمة", "أردوغان", "والناتو", "للاستحواذ", "إقصائه", "متبناة", "قوبلت"])
def test_words_of_todays_news_are_known(analyser: Analyser, word: str) -> None:
    assert analyser.known(word)


def test_marks_narrow_the_readings(analyser: Analyser) -> None:
    assert {reading.pos for reading in analyser.analyse("عِلْم")} == {"noun"}
    assert {reading.pos for reading in analyser.analyse("عَلِمَ")} == {"verb"}
    assert len(analyser.analyse("علم")) > len(analyser.analyse("عِلْم"))


def test_marks_and_tatweel_do_not_make_a_word_unknown(analyser: Analyser) -> None:
    assert analyser.known("وَزِيرَةٌ")
    assert analyser.known("وزيـــرة")
    assert some(analyser.analyse("وزيـــرة"), gender="f")


@pytest.mark.parametrize("word", ["", "abc", "١٢", "\u200f", "\ud800", "ۀ", "٪", "😀"])
def test_what_is_no_word_has_no_reading(analyser: Analyser, word: str) -> None:
    assert analyser.analyse(word) == ()


@pytest.mark.parametrize("word", ["ب" * 10_000, "وال" * 4_000, "كتاب" * 2_500, "ا" * (LONGEST_WORD + 1)])
def test_endless_words_are_unknown(analyser: Analyser, word: str) -> None:
    assert analyser.analyse(word) == ()
    assert not analyser.known(word)


def test_every_unicode_category_is_survived(analyser: Analyser) -> None:
    samples: dict[str, str] = {}
    for point in range(sys.maxunicode + 1):
        samples.setdefault(unicodedata.category(chr(point)), chr(point))
    for character in samples.values():
        for word in (character, f"وزير{character}", f"{character}وزير", f"وز{character}ير"):
            analyser.analyse(word)
            analyser.known(word)


@given(st.text(ARABIC, max_size=14))
def test_known_and_analyse_agree(word: str) -> None:
    analyser = Lexicon.default().analyser
    assert analyser.known(word) == bool(analyser.analyse(word))


@given(st.text(ARABIC, max_size=14))
def test_segments_join_to_the_word(word: str) -> None:
    for reading in Lexicon.default().analyser.analyse(word):
        assert reading.prefix + reading.stem + reading.suffix == "".join(c for c in word if not "\u064b" <= c <= "\u0652" and c != "\u0640")
        assert reading.suffix.endswith(reading.enclitic)
        assert set(reading.gender) <= set("mf")
        assert set(reading.number) <= set("sdp")
        assert set(reading.mood) <= set("isj")


def test_readings_come_without_repetitions(analyser: Analyser) -> None:
    for word in ("كتب", "وزير", "المسؤولين", "أعلن", "بين", "على", "قال"):
        readings = analyser.analyse(word)
        assert len(set(readings)) == len(readings)
