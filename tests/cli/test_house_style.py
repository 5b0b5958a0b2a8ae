"""House settings, `style learn`, `rule new` and `rule test` through the installed command."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

import pytest

from .conftest import Arlint, one_line, write

TEXT = 'قال الرئيس الأمريكي إن الاتفاق "نهائي" وإنه سيوقع في حزيران أمام ٣ شهود.\n'


def codes(arlint: Arlint, settings: str, folder: Path) -> set[str]:
    write(folder, {"arlint.toml": settings, "a.txt": TEXT})
    done = arlint("check", "a.txt", "--lang", "en")
    assert done.code in (0, 1), done.err
    return {line.split()[1] for line in done.out.splitlines() if line.startswith("a.txt:")}


@pytest.mark.parametrize(
    ("setting", "other", "code"),
    [
        ('quotes = "«»"', "quotes = '\"\"'", "CON003"),
        ('digits = "0123"', 'digits = "٠١٢٣"', "CON004"),
        ('months = "يناير"', 'months = "تموز"', "CON007"),
        ('demonym = "أميركي"', 'demonym = "أمريكي"', "CON001"),
        ('spellings = ["الأميركي"]', 'spellings = ["أمريكا"]', "CON001"),
    ],
)
def test_a_choice_is_enforced(arlint: Arlint, tmp_path: Path, setting: str, other: str, code: str) -> None:
    assert code in codes(arlint, setting, tmp_path)
    assert code not in codes(arlint, other, tmp_path)
    assert code not in codes(arlint, "", tmp_path)


def test_names_as_the_house_writes_them(arlint: Arlint, tmp_path: Path) -> None:
    write(tmp_path, {"arlint.toml": '[transliteration]\n"غوتيريش" = ["جوتيريش"]\n', "a.txt": "وصل جوتيريش أمس.\n"})
    assert "CON002" in arlint("check", "a.txt").out


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ('quotes = "<>"', "arlint.toml:1: quotes is '<>'"),
        ('\nmonths = "يوليوس"', "arlint.toml:2: months is"),
        ('demonym = "بريطاني"', "no word with several spellings"),
        ('tanween = "above"', "'before-alif', 'on-alif'"),
        ('[transliteration]\n"أ" = ["أ"]', "arlint.toml:2: 'أ' needs other spellings"),
        ('[transliteration]\n"أ ب" = ["ج"]', "one word"),
        ('quotess = "«»"', "did you mean 'quotes'"),
    ],
)
def test_a_choice_that_cannot_be_made(arlint: Arlint, tmp_path: Path, settings: str, says: str) -> None:
    write(tmp_path, {"arlint.toml": settings, "a.txt": TEXT})
    done = arlint("check", "a.txt", "--lang", "en")
    assert done.code == 2
    assert says in done.err
    assert one_line(done.err)


def test_a_style_is_learnt_and_can_be_adopted(arlint: Arlint, tmp_path: Path) -> None:
    article = "قال الرئيس الأميركي إن الاتفاق «نهائي» وإنه سيوقع في حزيران أمام 3 شهود، شاكرًا الحاضرين.\n"
    write(tmp_path, {f"archive/{number}.txt": article for number in range(3)})
    done = arlint("style", "learn", "archive", "--lang", "en")
    settings = tomllib.loads(done.out)
    wanted = {"quotes": "«»", "digits": "0123", "months": "تموز", "demonym": "أميركي", "tanween": "before-alif", "final-ya": "dotted"}
    assert {key: settings[key] for key in wanted} == wanted
    assert "«»: 3 of 3 articles, 3 places" in done.out
    assert {"CON001", "CON003", "CON004"} <= codes(arlint, done.out, tmp_path)


def test_shared_names_of_months_are_told_by_the_others(arlint: Arlint, tmp_path: Path) -> None:
    articles = ["وُقع الاتفاق في أغسطس 2015.", "عُقدت القمة في 3 يونيو 2016.", "عاد الوفد في أكتوبر 2017.", "بدأت الحملة في آب 2018."]
    write(tmp_path, {f"archive/{number}.txt": f"{text}\n" for number, text in enumerate([*articles, articles[0]])})
    done = arlint("style", "learn", "archive", "--lang", "en")
    assert tomllib.loads(done.out)["months"] == "يوليو"
    assert "يوليو: 4 of 5 articles" in done.out


def test_nothing_to_learn_from(arlint: Arlint, tmp_path: Path) -> None:
    write(tmp_path, {"archive/a.txt": "نعم.\n"})
    done = arlint("style", "learn", "archive", "--lang", "en")
    assert (done.code, done.err) == (2, "arlint: error: too few articles to learn a style from (1); give a folder of published ones\n")


@pytest.mark.parametrize("check", ["phrase", "regex", "variants", "pattern"])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_new_rule_is_ready_to_run(arlint: Arlint, tmp_path: Path, check: str, language: str) -> None:
    assert arlint("--lang", language, "rule", "new", "own.toml", "--check", check, "--code", "OWN007").code == 0
    comments = [line for line in (tmp_path / "own.toml").read_text(encoding="utf-8").splitlines() if line.lstrip().startswith("#")]
    assert [line for line in comments if any("\u0600" <= char <= "\u06ff" for char in line) != (language == "ar")] == []
    assert arlint("rule", "test", "own.toml", "--lang", "en").out == "All examples are as they should be (rules: 1, examples: 2).\n"
    assert arlint("rule", "new", "own.toml").code == 2
    write(tmp_path, {"arlint.toml": 'rules = ["own.toml"]\n'})
    assert "OWN007" in arlint("config", "show").out


def test_a_skeleton_in_a_file_whose_name_is_unruly(arlint: Arlint, tmp_path: Path) -> None:
    name = os.fsdecode(b"two\nlines\xff.toml")
    assert arlint("rule", "new", name).out == (
        "$'two\\nlines\\xff.toml': written; put your words into it, then run: arlint rule test $'two\\nlines\\xff.toml'\n"
    )
    assert arlint("rule", "test", name).code == 0


def test_a_code_of_ours_is_taken(arlint: Arlint, tmp_path: Path) -> None:
    arlint("rule", "new", "own.toml")
    path = tmp_path / "own.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("HSE001", "TYP018"), encoding="utf-8")
    done = arlint("rule", "test", "own.toml")
    assert (done.code, done.out) == (2, "")
    assert "own.toml:4: TYP018 already stands at" in done.err


def test_our_own_rules_pass_where_they_stand(arlint: Arlint) -> None:
    folder = Path(__file__).parents[2] / "rules" / "duplication"
    if not folder.is_dir():
        pytest.skip("not a checkout")
    assert arlint("rule", "test", str(folder)).code == 0


def test_examples_that_fail_are_told(arlint: Arlint, tmp_path: Path) -> None:
    arlint("rule", "new", "own.toml")
    path = tmp_path / "own.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("{مسرعاً}", "{غداً}").replace('right = ["وصل مسرعاً', 'right = ["وصل على وجه السرعة'), encoding="utf-8")
    done = arlint("rule", "test", ".", "--lang", "en")
    assert done.code == 1
    first, second = done.out.splitlines()
    assert first.startswith("own.toml:4: HSE001 «على وجه السرعة» becomes «مسرعاً», not «غداً»")
    assert second.startswith("own.toml:4: HSE001 «على وجه السرعة» is found in a right example")


def test_a_rule_whose_examples_fail_stops_the_run(arlint: Arlint, tmp_path: Path) -> None:
    arlint("rule", "new", "own.toml")
    path = tmp_path / "own.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("{مسرعاً}", "{غداً}"), encoding="utf-8")
    write(tmp_path, {"arlint.toml": 'rules = ["own.toml"]\n', "a.txt": TEXT})
    done = arlint("check", "a.txt", "--lang", "en")
    assert (done.code, done.out) == (2, "")
    assert "own.toml:4: HSE001: «على وجه السرعة» becomes «مسرعاً», not «غداً»" in done.err
    assert one_line(done.err)


def test_a_folder_without_rules(arlint: Arlint, tmp_path: Path) -> None:
    done = arlint("rule", "test", ".", "--lang", "en")
    assert (done.code, done.err) == (2, "arlint: error: .: no rule file (.toml) here\n")
