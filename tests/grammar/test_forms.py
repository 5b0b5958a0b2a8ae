"""Forms: what a spelling can be; the compiled table says what the readings say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arlint.lexicon.lexicon import Lexicon
from arlint.syntax.agreement import FP, FS, MP, MS
from arlint.syntax.forms import FIELDS, Form, Tag
from arlint.syntax.formtable import Forms, forms_of, pack, unpack

LEXICON = Lexicon.default()
FORMS = forms_of(LEXICON)
LIVE = Forms(LEXICON)
WORDS = ["الوزارة", "للشركات", "وقالت", "التي", "في", "المسؤولين", "مستشفى", "بياناً"[:-1], "الدول", "أصبح", "ذو", "أنالينا", "وبالوزير"]


@pytest.mark.parametrize("word", WORDS)
def test_the_table_agrees_with_the_readings(word: str) -> None:
    compiled, live = FORMS.get(word), LIVE.get(word)
    assert [getattr(compiled, field) for field in FIELDS] == [getattr(live, field) for field in FIELDS]
    assert (compiled.tags, compiled.lemmas, compiled.readings) == (live.tags, live.lemmas, live.readings)


@pytest.mark.parametrize("word", WORDS)
def test_packing_loses_nothing(word: str) -> None:
    form = LIVE.get(word)
    again = unpack(word, pack(form), LIVE)
    assert [getattr(again, field) for field in (*FIELDS, "tags")] == [getattr(form, field) for field in (*FIELDS, "tags")]


@given(st.text(alphabet="ابتسلمنوهيةىأإء", max_size=9))
def test_any_spelling_has_a_form(word: str) -> None:
    form = FORMS.get(word)
    assert isinstance(form, Form)
    assert pack(form) < 1 << 64


@pytest.mark.parametrize(
    ("word", "cells"), [("الوزارة", FS), ("الدول", FS | FP), ("المسؤولون", MP), ("مستشفى", MS), ("حرب", FS), ("العمال", MP | FP | FS)]
)
def test_what_agrees_with_a_noun(word: str, cells: int) -> None:
    assert FORMS.get(word).cells == cells


def test_an_unknown_word_may_be_a_name() -> None:
    assert FORMS.get("زاخاروفاا").name
    assert not FORMS.get("الوزارة").name


@pytest.mark.parametrize(
    ("word", "tag"), [("هذه", Tag.DEMONSTRATIVE), ("الذي", Tag.RELATIVE), ("قالت", Tag.VERB), ("المسؤولون", Tag.NOMINATIVE)]
)
def test_tags(word: str, tag: str) -> None:
    assert tag in FORMS.get(word).tags
