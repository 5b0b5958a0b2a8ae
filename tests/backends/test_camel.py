"""CAMeL Tools' analyzer on a database in its own format."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from arlint.backends import camel
from arlint.backends.camel import CamelBackend
from arlint.backends.camelreadings import analyses_in_this_spelling, persons, reading
from arlint.backends.errors import MissingDatabaseError, UnusableDataError
from arlint.lexicon.lexicon import Lexicon


def test_functional_gender_number_and_rationality(camel_backend: CamelBackend) -> None:
    (war,) = camel_backend.readings("الحرب")
    assert (war.gender, war.number, war.state, war.proclitics) == ("f", "s", "d", ("ال",))
    (ministers,) = camel_backend.readings("الوزراء")
    assert (ministers.number, ministers.broken, ministers.bare_lemma) == ("p", True, "وزير")
    assert camel_backend.persons("الوزراء") is True
    assert camel_backend.persons("المدارس") is False
    assert camel_backend.persons("كتاب") is None


def test_proclitics_and_lemma(camel_backend: CamelBackend) -> None:
    (schools,) = camel_backend.readings("والمدارس")
    assert (schools.proclitics, schools.bare_lemma) == (("و", "ال"), "مدرسة")


def test_what_the_database_says_replaces_the_built_in_guess(camel_backend: CamelBackend) -> None:
    lexicon = Lexicon.default().reviewed([camel_backend])
    assert {reading.gender for reading in Lexicon.default().analyser.analyse("المدارس")} == {"mf"}
    assert {reading.gender for reading in lexicon.analyser.analyse("المدارس")} == {"f"}


def letters(lexicon: Lexicon, word: str) -> set[tuple[str, str, str]]:
    nominal = (reading for reading in lexicon.analyser.analyse(word) if reading.nominal)
    return {(reading.lemma, reading.number, reading.state) for reading in nominal}


def test_readings_of_one_spelling_are_not_mixed(camel_backend: CamelBackend) -> None:
    """A singular in the accusative is no dual, a migrant no plural, an elative no masculine singular."""
    lexicon = Lexicon.default().reviewed([camel_backend])
    for word in ("شخصا", "آخر"):
        assert letters(Lexicon.default(), word) <= letters(lexicon, word)
    assert {number for lemma, number, _ in letters(lexicon, "مهاجر") if lemma == "مُهاجِر"} == {"s"}


def test_function_words_stay_the_built_in_lexicons(camel_backend: CamelBackend) -> None:
    lexicon = Lexicon.default().reviewed([camel_backend])
    assert lexicon.analyser.analyse("في") == Lexicon.default().analyser.analyse("في")


@pytest.mark.parametrize("word", ["الى", "اسرائيل", "المدرسه", "قالوزير"])
def test_spelling_variants_are_no_words(word: str, camel_backend: CamelBackend) -> None:
    assert not camel_backend.accepts(word)
    assert not Lexicon.default().reviewed([camel_backend]).adds(word)


def test_a_variant_or_guess_of_the_database_is_passed_over() -> None:
    right = {"source": "lex", "diac": "إِلَى", "pos": "noun", "rat": "r"}
    guess, variant, other = {**right, "source": "backoff"}, {**right, "source": "spvar"}, {**right, "diac": "أَلَى"}
    assert analyses_in_this_spelling("إلى", [guess, variant, other, right]) == (right,)
    assert persons([right, {**right, "rat": "i"}]) is None


def test_a_database_is_found_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "data" / "morphology_db" / "calima-msa-r13" / "morphology.db"
    path.parent.mkdir(parents=True)
    path.touch()
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path))
    assert camel.find("calima-msa-r13") == camel.find("morphology-db-msa-r13") == path


@pytest.mark.parametrize(
    ("name", "package"),
    [
        ("calima-egy-r13", "morphology-db-egy-r13"),
        ("morphology-db-msa-s31", "morphology-db-msa-s31"),
        ("glf-01", "morphology-db-glf-01"),
    ],
)
def test_a_missing_database_names_the_command_that_gets_it(
    name: str, package: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path))
    with pytest.raises(MissingDatabaseError, match=f"'camel_data -i {package}'"):
        camel.find(name)


def test_a_path_that_is_not_there_is_told_as_such(tmp_path: Path) -> None:
    with pytest.raises(UnusableDataError, match=r"morphology\.db: cannot be used \(no such file or directory\)"):
        camel.find(str(tmp_path / "morphology.db"))


def test_loading_uses_no_network_and_makes_no_folder(tmp_path: Path, database: Path) -> None:
    """In a process of its own: sockets are forbidden, the home directory is empty before and after."""
    program = (
        "import socket, sys\n"
        "def refuse(*a, **k): raise AssertionError('network')\n"
        "socket.socket = socket.create_connection = refuse\n"
        "from arlint.backends import camel\n"
        f"assert camel.load({str(database)!r}).accepts('\u0627\u0644\u0648\u0632\u064a\u0631')\n"
        "assert 'camel_tools.data' not in sys.modules and 'torch' not in sys.modules\n"
    )
    environment = {**os.environ, "HOME": str(tmp_path), "USERPROFILE": str(tmp_path)}
    environment.pop("CAMELTOOLS_DATA", None)
    subprocess.run([sys.executable, "-c", program], env=environment, check=True)
    assert list(tmp_path.iterdir()) == []


NOUN = {"pos": "noun", "prc0": "0", "prc1": "0", "prc2": "0", "prc3": "0", "enc0": "0", "gen": "m", "num": "s"}


def test_a_stem_that_begins_like_its_proclitic() -> None:
    found = reading("بب", {**NOUN, "prc1": "bi_prep", "stem": "بَ", "lex": "ب"})
    assert found is not None
    assert (found.prefix, found.stem, found.suffix) == ("ب", "ب", "")


def test_the_letters_before_a_noun_are_its_proclitics() -> None:
    """Else what governs it would be lost: in "to his clients" the preposition."""
    office = {**NOUN, "stem": "مكتب", "lex": "مكتب"}
    with_article = reading("للمكتب", {**office, "prc1": "li_prep", "prc0": "Al_det"})
    assert with_article is not None
    assert (with_article.prefix, with_article.proclitics) == ("لل", ("ل", "ال"))
    assert reading("لمكتب", {**office, "prc1": "li_prep"}) is not None
    assert reading("لمكتب", office) is None
