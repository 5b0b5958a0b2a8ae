"""Hunspell dictionaries through chunspell: Debian's Arabic one, and those a newsroom writes."""

from __future__ import annotations

from pathlib import Path

import pytest

from arlint import Config, Linter
from arlint.backends import hunspell
from arlint.backends.errors import MissingDictionaryError, UnusableDataError
from arlint.backends.hunspell import HunspellBackend
from arlint.lexicon.lexicon import Lexicon

# What the dictionary accepts and is misspelled: hamza on the article's alif or the next one, a word that only affixes build.
LET_THROUGH = ["ألذي", "ألعالمي", "ألشركاء", "أحترام", "أنتونتي"]


@pytest.mark.parametrize("word", LET_THROUGH)
def test_what_the_dictionary_lets_through_is_not_accepted(word: str, system_hunspell: HunspellBackend) -> None:
    assert not Lexicon.default().reviewed([system_hunspell]).accepts(word)


@pytest.mark.parametrize("word", ["الوزير", "البلدي", "ذهب"])
def test_a_word_that_arlint_knows_gets_no_free_pass(word: str, system_hunspell: HunspellBackend) -> None:
    """Else its context would no longer be asked."""
    assert not Lexicon.default().reviewed([system_hunspell]).accepts(word)


def newsroom_dictionary(folder: Path) -> Path:
    (folder / "paper.aff").write_text("SET UTF-8\nPFX A Y 1\nPFX A 0 و .\n", encoding="utf-8")
    (folder / "paper.dic").write_text("2\nزخرفولة/A\nالمدرسه\n", encoding="utf-8")
    return folder / "paper.dic"


def test_a_configured_dictionary_accepts_its_words(tmp_path: Path) -> None:
    pytest.importorskip("hunspell")
    backend = hunspell.load((str(newsroom_dictionary(tmp_path)),), (), lambda word: 0)
    lexicon = Lexicon.default().reviewed([backend])
    assert lexicon.accepts("زخرفولة")
    assert not Lexicon.default().known("زخرفولة")
    assert not lexicon.accepts("زخرفولا")


def test_ha_for_ta_marbuta_is_not_accepted_though_it_is_an_entry(tmp_path: Path) -> None:
    pytest.importorskip("hunspell")
    backend = hunspell.load((str(newsroom_dictionary(tmp_path)),), (), lambda word: 0)
    assert backend.accepts("المدرسه")
    lexicon = Lexicon.default().reviewed([backend])
    assert not lexicon.accepts("المدرسه")
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
    with pytest.raises(UnusableDataError, match=r"none\.dic"):
        hunspell.read_personal(str(tmp_path / "none.dic"))
