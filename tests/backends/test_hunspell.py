"""Hunspell dictionaries through chunspell: Debian's Arabic one, and those a newsroom writes."""

from __future__ import annotations

from pathlib import Path

import pytest

from arlint import Config, Linter
from arlint.backends import hunspell
from arlint.backends.errors import MissingDictionaryError, UnusableDataError
from arlint.backends.hunspell import HunspellBackend
from arlint.lexicon.lexicon import Lexicon
from arlint.syntax.formtable import forms_of

# What the dictionary accepts and is misspelled: hamza on the article's alif or the next one, a word that only affixes build,
# a hamza behind the ya that it stands on.
LET_THROUGH = ["ألذي", "ألعالمي", "ألشركاء", "أحترام", "أنتونتي", "الطواريء"]


@pytest.mark.parametrize("word", LET_THROUGH)
def test_what_the_dictionary_lets_through_is_not_accepted(word: str, system_hunspell: HunspellBackend) -> None:
    assert not Lexicon.default().reviewed([system_hunspell]).adds(word)


@pytest.mark.parametrize("word", ["الوزير", "البلدي", "ذهب"])
def test_a_word_that_arlint_knows_gets_no_free_pass(word: str, system_hunspell: HunspellBackend) -> None:
    """Else its context would no longer be asked."""
    assert not Lexicon.default().reviewed([system_hunspell]).adds(word)


def newsroom_dictionary(folder: Path) -> Path:
    (folder / "paper.aff").write_text("SET UTF-8\nPFX A Y 1\nPFX A 0 و .\n", encoding="utf-8")
    (folder / "paper.dic").write_text("2\nزخرفولة/A\nالمدرسه\n", encoding="utf-8")
    return folder / "paper.dic"


def test_a_configured_dictionary_accepts_its_words(tmp_path: Path) -> None:
    pytest.importorskip("hunspell")
    backend = hunspell.load((str(newsroom_dictionary(tmp_path)),), (), lambda word: 0)
    lexicon = Lexicon.default().reviewed([backend])
    assert lexicon.adds("زخرفولة")
    assert not Lexicon.default().adds("زخرفولة")
    assert not lexicon.adds("زخرفولا")


def knowing(word: str, folder: Path) -> Lexicon:
    """The lexicon with a dictionary of this one word."""
    (folder / "paper.aff").write_text("SET UTF-8\n", encoding="utf-8")
    (folder / "paper.dic").write_text(f"1\n{word}\n", encoding="utf-8")
    return Lexicon.default().reviewed([hunspell.load((str(folder / "paper.dic"),), (), lambda word: 0)])


def codes(lexicon: Lexicon, text: str) -> list[str]:
    return [finding.code for finding in Linter(Config(select=("SPL",)), lexicon).lint(text)]


def test_a_word_of_a_dictionary_is_no_slip_where_it_may_stand(tmp_path: Path) -> None:
    pytest.importorskip("hunspell")
    lexicon = knowing("الفسفاط", tmp_path)
    text = "ارتفعت أسعار الفسفاط هذا العام."
    assert codes(Lexicon.default(), text)
    assert not codes(lexicon, text)


def test_the_context_is_still_asked_of_a_word_that_only_a_dictionary_knows(tmp_path: Path) -> None:
    pytest.importorskip("hunspell")
    lexicon = knowing("المحافضة", tmp_path)
    assert lexicon.adds("المحافضة")
    assert codes(lexicon, "زار الوزير المحافضة أمس.") == ["SPL013"]


def test_a_word_that_only_a_dictionary_knows_is_no_repair(tmp_path: Path) -> None:
    """Else its acceptance would make findings."""
    pytest.importorskip("hunspell")
    backend = hunspell.load((str(newsroom_dictionary(tmp_path)),), (), lambda word: 0)
    lexicon = Lexicon.default().reviewed([backend])
    assert not lexicon.known("زخرفولة")
    assert not lexicon.document_speller.speller.vocabulary.known("زخرفولة")
    assert lexicon.document_speller.speller.vocabulary.entry("زخرفولة").known


def test_a_backend_without_morphology_leaves_the_compiled_forms_in_use(tmp_path: Path) -> None:
    pytest.importorskip("hunspell")
    lexicon = Lexicon.default().reviewed([hunspell.load((str(newsroom_dictionary(tmp_path)),), (), lambda word: 0)])
    assert lexicon.analyser is Lexicon.default().analyser
    assert forms_of(lexicon).lemmas("الوزير") is not None


def test_ha_for_ta_marbuta_is_not_accepted_though_it_is_an_entry(tmp_path: Path) -> None:
    pytest.importorskip("hunspell")
    backend = hunspell.load((str(newsroom_dictionary(tmp_path)),), (), lambda word: 0)
    assert backend.accepts("المدرسه")
    lexicon = Lexicon.default().reviewed([backend])
    assert not lexicon.adds("المدرسه")
    assert [finding.code for finding in Linter(Config(select=("SPL",)), lexicon).lint("زار الوزير المدرسه أمس.")]


def test_the_newsroom_vouches_for_its_personal_dictionary(tmp_path: Path) -> None:
    pytest.importorskip("hunspell")
    personal = tmp_path / "names.dic"
    personal.write_text("2\nالمدرسه/XY\nسُوف\n", encoding="utf-8")
    backend = hunspell.load((str(newsroom_dictionary(tmp_path)),), (str(personal),), lambda word: 0)
    lexicon = Lexicon.default().reviewed([backend])
    assert lexicon.accepts("المدرسه")
    assert Linter(Config(select=("SPL",)), lexicon).lint("زار الوزير المدرسه أمس.") == []


def test_system_dictionaries_are_found_by_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    newsroom_dictionary(tmp_path)
    monkeypatch.setenv("DICPATH", str(tmp_path))
    assert hunspell.find("paper") == tmp_path / "paper.dic"


def test_missing_dictionaries_say_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(MissingDictionaryError, match=r"hunspell-ar"):
        hunspell.find("xx")
    with pytest.raises(UnusableDataError, match=r"none\.dic: cannot be used \(no such file or directory\)$"):
        hunspell.read_personal(str(tmp_path / "none.dic"))
    (tmp_path / "old.dic").write_bytes("سُوف".encode("windows-1256"))
    with pytest.raises(UnusableDataError, match=r"old\.dic: cannot be used \(not UTF-8 at byte 0\)$"):
        hunspell.read_personal(str(tmp_path / "old.dic"))
