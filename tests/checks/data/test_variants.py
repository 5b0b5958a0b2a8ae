"""The data check `variants`: majority, clitics, chosen spellings, names, and groups that must be refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from arlint.tomlsource import TomlError

from .data_checks import hits_of, options_of, slips

AMERICA = 'groups = [["أمريك*", "أميرك*"], ["مئة", "مائة"]]'


def found(tmp_path: Path, options: str, text: str) -> list[tuple[str, list[str]]]:
    return slips("variants", options_of("variants", options, tmp_path), text)


def test_the_rarer_spelling_is_marked_with_its_clitics(tmp_path: Path) -> None:
    text = "أمريكا والأمريكيون\nوللأميركيّين"
    assert found(tmp_path, AMERICA, text) == [("وللأميركيّين", ["وللأمريكيّين"])]


def test_between_equals_the_first_met_stays(tmp_path: Path) -> None:
    assert found(tmp_path, AMERICA, "بأميركا\nبأمريكا") == [("بأمريكا", ["بأميركا"])]


def test_one_spelling_alone_is_silent(tmp_path: Path) -> None:
    assert found(tmp_path, AMERICA, "أميركا وأميركي ومئة") == []


def test_a_closed_spelling_takes_no_ending(tmp_path: Path) -> None:
    assert found(tmp_path, AMERICA, "مائة ومئة ومئوية مائتان") == [("ومئة", ["مائة ومائة ومئوية مائتان"])]


def test_a_chosen_spelling_needs_no_mixture(tmp_path: Path) -> None:
    options = AMERICA + '\nprefer = ["أميرك*"]'
    assert found(tmp_path, options, "الأمريكي") == [("الأمريكي", ["الأميركي"])]
    assert found(tmp_path, options, "مائة") == []


def test_names_keep_their_spelling_and_are_not_counted(tmp_path: Path) -> None:
    options = AMERICA + '\nexcept = ["الجامعة الأميركية"]'
    assert found(tmp_path, options, "الجامعة الأميركية في أمريكا، الجامعة الأميركية") == []


def test_counts_and_spellings_are_told(tmp_path: Path) -> None:
    ((_, hit),) = hits_of("variants", options_of("variants", AMERICA, tmp_path), "أمريكي، أمريكي، بأميركي")
    assert hit.values == {"a": "أمريكي", "b": "أميركي", "n": "2", "m": "1"}


def test_ways_of_writing_are_judged_together(tmp_path: Path) -> None:
    options = 'groups = [["مسؤول*", "مسئول*"], ["شؤون", "شئون"]]\ntogether = true'
    assert found(tmp_path, options, "مسؤولان\nالشئون") == [("الشئون", ["الشؤون"])]
    assert found(tmp_path, options + "\nstandard = true", "شئون\nمسؤولان") == [("شئون", ["شؤون"])]
    assert found(tmp_path, options + '\nprefer = ["مسئول*"]', "شؤون") == [("شؤون", ["شئون"])]


def test_spellings_of_several_words(tmp_path: Path) -> None:
    options = 'groups = [["عبد الله", "عبدالله"]]'
    assert found(tmp_path, options, "وعبد الله\nلعبدالله") == [("لعبدالله", ["لعبد الله"])]
    assert found(tmp_path, options, "عبدالله، عبدالله\nوعبد الله") == [("وعبد الله", ["وعبدالله"])]
    assert found(tmp_path, options, "عبد القادر وعبدالله") == []


def test_two_spellings_that_explain_each_other_are_left_alone(tmp_path: Path) -> None:
    options = 'groups = [["أيار", "مايو"], ["آب", "أغسطس"]]\ntogether = true'
    assert found(tmp_path, options, "في أيار/مايو وفي آب (أغسطس)") == []
    assert found(tmp_path, options, "في أيار/مايو وفي آب\nوفي أغسطس") == [("أغسطس", ["وفي آب"])]


def test_groups_from_a_table(tmp_path: Path) -> None:
    (tmp_path / "spellings.tsv").write_text("a\tb\tc\nإفريقي*\tأفريقي*\tافريقي*\n", encoding="utf-8")
    assert found(tmp_path, 'table = "spellings.tsv"', "إفريقيا\nأفريقيا\nإفريقي") == [("أفريقيا", ["إفريقيا"])]


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ('groups = [["a"]]', "group 1 needs two"),
        ('groups = [["a", "a"]]', "group 1 needs two"),
        ('groups = [["a", "b"], ["b", "c"]]', "two groups"),
        ('groups = ["a"]', "must be lists"),
        ('groups = [["a", "b"]]\nprefer = ["c"]', "in no group"),
        ("", "no group"),
    ],
)
def test_faulty_options_are_refused(tmp_path: Path, options: str, says: str) -> None:
    with pytest.raises(TomlError, match=says):
        options_of("variants", options, tmp_path)
