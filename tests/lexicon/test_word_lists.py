"""The form of every list in dictionaries/words, and what the compiled lists answer."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from arlint.compilers._tsv import WordListError, columns, rows
from arlint.document.characters import ARABIC_LETTERS
from arlint.lexicon.lexicon import Lexicon
from arlint.lexicon.morphology.analyser import Analyser
from arlint.lexicon.words import WordLists

FOLDER = Path(__file__).parents[2] / "dictionaries" / "words"
LISTS = sorted(FOLDER.glob("*.tsv"))
CELL = re.compile(f"!?[{ARABIC_LETTERS}]+(?: [{ARABIC_LETTERS}]+)*|[a-z]+(?:-[a-z]+)*|[0-9]+|-")


@pytest.fixture(scope="module")
def words() -> WordLists:
    return Lexicon.default().words


def test_there_are_lists() -> None:
    assert len(LISTS) >= 15


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_header_says_title_columns_provenance_licence(path: Path) -> None:
    header = [line for line in path.read_text(encoding="utf-8").split("\n") if line.startswith("#")]
    keys = [line.split(":")[0].removeprefix("# ") for line in header]
    assert keys[0] == "title"
    assert {"columns", "provenance", "licence"} <= set(keys)
    assert path.read_text(encoding="utf-8").startswith("\n".join(header) + "\n"), "comments stand before all entries"


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_entries_are_sorted_and_unique(path: Path) -> None:
    entries = [tuple(line.split("\t")) for line in path.read_text(encoding="utf-8").split("\n") if line and not line.startswith("#")]
    assert entries
    assert entries == sorted(set(entries))


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_cells_hold_arabic_letters_or_plain_codes(path: Path) -> None:
    for row in rows(path):
        assert tuple(row) == columns(path)
        for name, cell in row.items():
            assert name == "lemma" or CELL.fullmatch(cell or "-"), (path.name, row)


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_genders_are_of_the_known_kind(path: Path) -> None:
    if "gender" in columns(path):
        assert {row["gender"] for row in rows(path)} <= {"m", "f", "mf", ""}


@pytest.mark.parametrize("name", ["given_names", "places", "noun_genders", "organisations", "loan_words", "titles", "nisba"])
def test_no_entry_stands_twice_with_other_facts(name: str) -> None:
    path = FOLDER / f"{name}.tsv"
    keys = [row["variant"] if name == "loan_words" else next(iter(row.values())) for row in rows(path)]
    assert len(keys) == len(set(keys)), sorted(key for key in keys if keys.count(key) > 1)


def test_a_line_of_another_width_is_named(tmp_path: Path) -> None:
    path = tmp_path / "list.tsv"
    path.write_text("# columns: word\tgender\nحرب\tf\nشمس\n", encoding="utf-8")
    with pytest.raises(WordListError, match=r"list\.tsv:3: 1 cells"):
        list(rows(path))


def test_a_list_without_columns_is_named(tmp_path: Path) -> None:
    path = tmp_path / "list.tsv"
    path.write_text("حرب\tf\n", encoding="utf-8")
    with pytest.raises(WordListError, match="columns"):
        list(rows(path))


@pytest.mark.parametrize(
    ("word", "name", "kind"),
    [
        ("لبنان", "لبنان", "place"),
        ("والقاهرة", "القاهرة", "place"),
        ("للقاهرة", "القاهرة", "place"),
        ("بالعراق", "العراق", "place"),
        ("وبريطانيا", "بريطانيا", "place"),
        ("فاطمة", "فاطمة", "given"),
        ("لترامب", "ترامب", "family"),
        ("الولايات المتحدة", "الولايات المتحدة", "place"),
        ("والناتو", "الناتو", "organisation"),
    ],
)
def test_names_are_found_behind_their_proclitics(words: WordLists, word: str, name: str, kind: str) -> None:
    found = words.name(word)
    assert found is not None
    assert found.name == name
    assert kind in found.kinds


@pytest.mark.parametrize("word", ["كتاب", "وزير", "", "و", "ب" * 10_000, "\ud800"])
def test_other_words_are_no_names(words: WordLists, word: str) -> None:
    assert words.name(word) is None


def test_facts_of_the_lists(words: WordLists) -> None:
    assert words.titles["وزير الخارجية"] == "وزيرة الخارجية"
    assert words.feminine_titles["الأمينة العامة"] == "الأمين العام"
    assert words.humans["وزراء"].singular == "وزير"
    assert words.genders["حرب"] == "f"
    assert ("مدينة", "f") in words.plurals["مدن"]
    assert words.counted["دنانير"].singular == "دينار"
    assert words.counted["ليرة"].gender == "f"
    assert ("syriac", 1) in words.months["كانون الثاني"]
    assert words.weekdays["الاثنين"] == 1
    assert words.loan_words["انترنت"].word == "إنترنت"
    assert "روسي" in words.nisba
    assert words.impersonal["منصوص"] == {"على"}


def test_no_spelling_is_both_usual_and_rejected(words: WordLists) -> None:
    usual = {loan.word for loan in words.loan_words.values()}
    assert not usual & {variant for variant, loan in words.loan_words.items() if loan.status == "rejected"}


def test_every_list_of_words_is_known_to_the_analyser() -> None:
    analyser: Analyser = Lexicon.default().analyser
    listed = {
        "human_nouns": "plural",
        "units": "plural",
        "months": "month",
        "weekdays": "day",
        "noun_genders": "noun",
        "supplement": "word",
        "nisba": "nisba",
        "broken_plurals": "plural",
        "given_names": "name",
        "family_names": "name",
        "places": "place",
        "other_names": "name",
    }
    for name, column in listed.items():
        entries = [row[column] for row in rows(FOLDER / f"{name}.tsv") if row[column] and " " not in row[column]]
        assert [entry for entry in entries if not analyser.known(entry)] == [], name
