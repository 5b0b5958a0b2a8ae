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
from arlint.backends.errors import MissingDatabaseError
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
    assert camel.find("calima-msa-r13") == path
    with pytest.raises(MissingDatabaseError, match="camel_data -i morphology-db-egy-r13"):
        camel.find("calima-egy-r13")


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


def test_a_stem_that_begins_like_its_proclitic() -> None:
    analysis = {
        "pos": "noun",
        "prc0": "0",
        "prc1": "bi_prep",
        "prc2": "0",
        "prc3": "0",
        "enc0": "0",
        "stem": "بَ",
        "lex": "ب",
        "gen": "m",
        "num": "s",
    }
    found = reading("بب", analysis)
    assert found is not None
    assert (found.prefix, found.stem, found.suffix) == ("ب", "ب", "")
