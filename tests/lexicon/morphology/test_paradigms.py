"""Sister forms: asked for a feature, a paradigm gives forms that the analyser reads with it."""

from __future__ import annotations

from typing import Any

import pytest

from arlint.lexicon.lexicon import Lexicon
from arlint.lexicon.morphology.paradigms import Paradigms


@pytest.fixture(scope="module")
def paradigms() -> Paradigms:
    return Paradigms(Lexicon.default().analyser)


@pytest.mark.parametrize(
    ("word", "wanted", "form"),
    [
        ("وزيرة", {"gender": "m"}, "وزير"),
        ("الروسي", {"gender": "f"}, "الروسية"),
        ("كبير", {"gender": "f"}, "كبيرة"),
        ("آخر", {"gender": "f"}, "أخرى"),
        ("الكبرى", {"gender": "m"}, "الأكبر"),
        ("الأولى", {"gender": "m"}, "الأول"),
        ("مسؤولون", {"case": "ga"}, "مسؤولين"),
        ("والمسؤولين", {"case": "n"}, "والمسؤولون"),
        ("كتابان", {"case": "ga"}, "كتابين"),
        ("تقرير", {"case": "a"}, "تقريرا"),
        ("كتاب", {"number": "p"}, "كتب"),
        ("كتاب", {"number": "d"}, "كتابان"),
        ("المدن", {"number": "s"}, "المدينة"),
        ("المدن", {"state": "b"}, "مدن"),
        ("مدينة", {"state": "d"}, "المدينة"),
        ("كتابان", {"state": "c"}, "كتابا"),
        ("للموظفين", {"number": "s"}, "للموظف"),
        ("قال", {"gender": "f"}, "قالت"),
        ("قالت", {"gender": "m"}, "قال"),
        ("قال", {"number": "p"}, "قالوا"),
        ("يكتبون", {"mood": "s"}, "يكتبوا"),
        ("يكتبوا", {"mood": "i"}, "يكتبون"),
        ("يقول", {"mood": "j"}, "يقل"),
        ("يدعو", {"mood": "j"}, "يدع"),
        ("وسيقول", {"gender": "f"}, "وستقول"),
        ("كتابه", {"number": "p"}, "كتبه"),
    ],
)
def test_gives_the_form(paradigms: Paradigms, word: str, wanted: dict[str, Any], form: str) -> None:
    assert form in paradigms.inflect(word, **wanted)


@pytest.mark.parametrize(("word", "wanted", "forms"), [("وزيرة", {"gender": "m"}, ("وزير",)), ("قالت", {"gender": "m"}, ("قال",))])
def test_gives_nothing_else(paradigms: Paradigms, word: str, wanted: dict[str, Any], forms: tuple[str, ...]) -> None:
    assert paradigms.inflect(word, **wanted) == forms


@pytest.mark.parametrize("word", ["وزيرة", "المسؤولين", "كتابان", "قال", "يكتبون", "مدينة", "الأولى", "وسيقول", "كبير"])
@pytest.mark.parametrize("wanted", [{"gender": "f"}, {"number": "p"}, {"number": "d"}, {"case": "n"}, {"mood": "j"}])
def test_every_form_is_known_and_has_the_feature(paradigms: Paradigms, word: str, wanted: dict[str, Any]) -> None:
    analyser = Lexicon.default().analyser
    ((name, value),) = wanted.items()
    for form in paradigms.inflect(word, **wanted):
        features = [getattr(reading, name) for reading in analyser.analyse(form)]
        assert any(not feature or value in feature for feature in features), form


def test_an_unknown_word_has_no_forms(paradigms: Paradigms) -> None:
    assert paradigms.inflect("قالوزير", gender="f") == ()
