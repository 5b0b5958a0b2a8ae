"""Inflection: the form asked for, clitics kept, and nothing where the word has no such form."""

from __future__ import annotations

import pytest

from arlint.lexicon.lexicon import Lexicon
from arlint.syntax.forms import in_print
from arlint.syntax.inflection import inflected

LEXICON = Lexicon.default()


def forms(word: str, **features: str) -> list[str]:
    return inflected(LEXICON, in_print(LEXICON.analyser.analyse(word)), features)


@pytest.mark.parametrize(
    ("word", "features", "wanted"),
    [
        ("وزيرة", {"gender": "m"}, "وزير"),
        ("الاقتصادي", {"gender": "f"}, "الاقتصادية"),
        ("نفى", {"gender": "f"}, "نفت"),
        ("وقال", {"gender": "f"}, "وقالت"),
        ("طالبوا", {"number": "s"}, "طالب"),
        ("المعتقلون", {"case": "ga", "number": "p"}, "المعتقلين"),
        ("ممثلون", {"state": "c", "number": "p"}, "ممثلو"),
        ("يأتي", {"mood": "j"}, "يأت"),
        ("يستطيع", {"mood": "j"}, "يستطع"),
        ("يتوصلون", {"mood": "s"}, "يتوصلوا"),
        ("يشتكوا", {"mood": "i"}, "يشتكون"),
        ("خلاف", {"case": "a"}, "خلافا"),
        ("للوزير", {"state": "b"}, "لوزير"),
        ("سابق", {"state": "d"}, "السابق"),
    ],
)
def test_the_likeliest_form(word: str, features: dict[str, str], wanted: str) -> None:
    assert forms(word, **features)[0] == wanted


def test_the_attached_pronoun_stays() -> None:
    assert forms("لاعبوه", case="ga", number="p") == ["لاعبيه"]


@pytest.mark.parametrize(("word", "features"), [("في", {"gender": "f"}), ("المستشفى", {"gender": "f"}), ("من", {"mood": "j"})])
def test_no_form_where_there_is_none(word: str, features: dict[str, str]) -> None:
    assert forms(word, **features) == []
