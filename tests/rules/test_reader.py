"""Faulty rule files: the error names file, line and key, what was expected, and the nearest valid word."""

from __future__ import annotations

from pathlib import Path

import pytest

from arlint.finding import Safety, Severity
from arlint.rulefiles.reader import check_unique, read_file
from arlint.tomlsource import TomlError

GOOD = """\
# a house rule
[[rule]]
code = "MYP001"
name = "doubled-space"
severity = "warning"
fix = "safe"
check = "spaces.several"
title = { ar = "مسافتان", en = "Two spaces" }
message.ar = "مسافتان."
message.en = "Two spaces."
why.ar = "لا حاجة إلى اثنتين."
why.en = "One will do."
wrong = ["نعم[  ]{ }لا"]
right = ["نعم لا"]
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "house.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_good_rule(tmp_path: Path) -> None:
    (entry,) = read_file(write(tmp_path, GOOD))
    assert (entry.rule.code, entry.rule.severity, entry.rule.fix) == ("MYP001", Severity.WARNING, Safety.SAFE)
    assert entry.rule.title["en"] == "Two spaces"
    assert entry.page.wrong == ("نعم[  ]{ }لا",)
    assert entry.rule.origin.endswith("house.toml:2")


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("severity =", "sevrity =", 5, "did you mean 'severity'"),
        ('"warning"', '"warnung"', 5, "did you mean 'warning'"),
        ('"safe"', "true", 6, "expected one of"),
        ("spaces.several", "spaces.sevral", 7, "did you mean 'spaces.several'"),
        ("spaces.several", "spacs.several", 7, "did you mean 'spaces'"),
        ('code = "MYP001"', 'code = "my1"', 3, "three digits"),
        ('name = "doubled-space"', 'name = "Doubled Space"', 4, "hyphens"),
        ('right = ["نعم لا"]', "right = []", 14, "at least one wrong and one right"),
        ('right = ["نعم لا"]', "", 2, "'right' is missing"),
        ('wrong = ["نعم[  ]{ }لا"]', 'wrong = ["نعم[  { }لا"]', 13, "out of place"),
        ('wrong = ["نعم[  ]{ }لا"]', 'wrong = ["نعم  لا"]', 13, "marks no"),
        ('message.en = "Two spaces."', 'message.fr = "Deux espaces."', 10, "'fr'"),
        ('message.en = "Two spaces."', "", 9, "'message.en' is missing"),
        ('check = "spaces.several"', 'check = "spaces.several"\noptions = { maximum = 3 }', 8, "unknown key 'maximum'"),
        ('code = "MYP001"', "code = MYP001", 3, "not valid TOML"),
    ],
)
def test_the_error_points_into_the_file(tmp_path: Path, old: str, new: str, line: int, says: str) -> None:
    with pytest.raises(TomlError) as caught:
        read_file(write(tmp_path, GOOD.replace(old, new)))
    assert says in str(caught.value)
    assert caught.value.line == line
    assert "house.toml" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_an_empty_file(tmp_path: Path) -> None:
    with pytest.raises(TomlError, match="no rule"):
        read_file(write(tmp_path, "# nothing\n"))


def test_a_code_used_twice(tmp_path: Path) -> None:
    path = write(tmp_path, GOOD + GOOD.partition("\n")[2].replace("doubled-space", "two-spaces"))
    with pytest.raises(TomlError) as caught:
        check_unique(read_file(path))
    assert "MYP001 already stands" in str(caught.value)
    assert caught.value.line == 15


def test_the_second_of_several_rules_is_found(tmp_path: Path) -> None:
    second = GOOD.partition("\n")[2].replace("MYP001", "MYP002").replace('"warning"', '"grave"')
    with pytest.raises(TomlError) as caught:
        read_file(write(tmp_path, GOOD + second))
    assert caught.value.line == 18
