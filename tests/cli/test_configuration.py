"""Configuration files: which one counts, what they may say, and what faulty ones get."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from .conftest import Arlint, one_line, write

SLIP = "قال  الوزير إن القرار نهائي.\n"
ON = 'select = ["TYP018"]\n'
OFF = 'select = ["TYP018"]\nignore = ["TYP018"]\n'
RULE = """
[[rule]]
code = "HSE001"
name = "house-space"
severity = "error"
fix = "safe"
check = "spaces.several"
title.ar = "مسافة"
title.en = "A space"
message.ar = "مسافة."
message.en = "A space."
why.ar = "لأنها مسافة."
why.en = "It is one."
wrong = ["رفض الحزب[  ]{ }المقترح."]
right = ["رفض الحزب المقترح."]
"""


def codes(arlint: Arlint, *arguments: str) -> list[str]:
    done = arlint("check", *arguments)
    assert done.err == ""
    return [line.split()[1] for line in done.out.splitlines() if ": " in line]


@pytest.mark.parametrize(
    ("name", "prefix"), [("arlint.toml", ""), (".arlint.toml", ""), ("pyproject.toml", "[tool.other]\n[tool.arlint]\n")]
)
def test_the_nearest_file_upwards(arlint: Arlint, tmp_path: Path, name: str, prefix: str) -> None:
    write(tmp_path, {"a.txt": SLIP, "x/y/b.txt": SLIP, name: prefix + ON, "x/arlint.toml": OFF, "x/y/pyproject.toml": "[tool.other]\n"})
    assert codes(arlint, "a.txt", "x/y/b.txt") == ["TYP018"]
    assert codes(arlint, "x", "--config", name) == ["TYP018"]
    assert codes(arlint, "x", "--isolated", "--select", "TYP018") == ["TYP018"]


def test_the_command_line_goes_before_files(arlint: Arlint, tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": SLIP, "arlint.toml": OFF})
    assert codes(arlint, "a.txt") == []
    assert codes(arlint, "a.txt", "--extend-select", "TYP018") == ["TYP018"]
    assert codes(arlint, "a.txt", "--select", "multiple-spaces") == ["TYP018"]


def test_per_file_ignores_exclude_severity_language(arlint: Arlint, tmp_path: Path) -> None:
    settings = 'language = "ar"\nexclude = ["old/"]\n[per-file-ignores]\n"letters/*.txt" = ["TYP"]\n[severity]\nTYP018 = "error"\n'
    write(tmp_path, dict.fromkeys(("a.txt", "letters/b.txt", "old/c.txt"), SLIP))
    write(tmp_path, {"arlint.toml": ON + settings})
    done = arlint("check", ".")
    assert done.out.splitlines()[0].startswith("a.txt:1:4: TYP018 خطأ ")
    assert done.out.splitlines()[1:] == ["\u2067ملاحظة واحدة في ملف واحد، واحدة يصلحها ‎--fix.\u2069"]
    inside = arlint("check", "../letters/b.txt", "../old/c.txt", cwd=tmp_path / "old")
    assert [line.split()[0] for line in inside.out.splitlines()[:-1]] == ["../old/c.txt:1:4:"]


def test_extends_layers(arlint: Arlint, tmp_path: Path) -> None:
    write(tmp_path, {"base/style.toml": OFF, "arlint.toml": 'extends = ["arlint:news", "base/style.toml"]\n', "a.txt": SLIP})
    assert codes(arlint, "a.txt") == []
    write(tmp_path, {"arlint.toml": 'extends = ["base/style.toml"]\nextend-select = ["TYP018"]\n'})
    assert codes(arlint, "a.txt") == ["TYP018"]


@pytest.mark.parametrize("key", ['rules = ["style/*.toml"]', 'extends = ["arlint:news", "style/house.toml"]'])
def test_house_rules(arlint: Arlint, tmp_path: Path, key: str) -> None:
    write(tmp_path, {"style/house.toml": RULE, "arlint.toml": f'{key}\nselect = ["HSE001"]\n', "a.txt": SLIP})
    assert codes(arlint, "a.txt") == ["HSE001"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('slect = ["TYP"]', "arlint.toml:1: unknown key 'slect' (did you mean 'select'?)"),
        ('\nignore = ["TYPO18"]', "arlint.toml:2: no rule 'TYPO18' (did you mean 'TYP018'?)"),
        (
            '[severity]\nTYP018 = "eror"',
            "arlint.toml:2: TYP018 is 'eror'; expected one of 'error', 'info', 'style', 'warning' (did you mean",
        ),
        ('[severity]\nmultiple-space = "info"', "(did you mean 'multiple-spaces'?)"),
        ('[per-file-ignores]\n"*.md" = ["QQQ"]', "arlint.toml:2: no rule 'QQQ'"),
        ('ignore = ["QQQ"]', "no rule 'QQQ' ('arlint rule --all' lists all rules)"),
        ('[options.TYP018]\nsentences = "yes"', "sentences is 'yes'; expected true or false"),
        ('extends = ["arlint:new"]', "there is no preset 'arlint:new' (did you mean 'arlint:news'?)"),
        ('extends = ["nowhere.toml"]', "there is no file"),
        ('extends = ["arlint.toml"]', "extends itself"),
        ('rules = ["style/*.toml"]', "no rule file at 'style/*.toml'"),
        ("[options.TYP018]\nwidth = 3", "unknown key 'width'"),
        ("[options.TYP]\nwidth = 3", "options are a single rule's"),
        ('encoding = "utf8x"', "no encoding 'utf8x'"),
        ('language = "fr"', "expected one of 'ar', 'en'"),
        ('select = "TYP"', "select is 'TYP'; expected a list of strings"),
        ("select = [", "arlint.toml:1: not valid TOML"),
    ],
)
def test_a_faulty_file_is_one_line_and_nothing_is_run(arlint: Arlint, tmp_path: Path, content: str, said: str) -> None:
    write(tmp_path, {"a.txt": SLIP, "arlint.toml": content + "\n"})
    done = arlint("check", "a.txt")
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert one_line(done.err)


def test_two_files_in_one_folder(arlint: Arlint, tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": SLIP, "arlint.toml": ON, ".arlint.toml": ON})
    done = arlint("check", "a.txt")
    assert done.code == 2
    assert "keep one of them" in done.err


def test_show_tells_where_each_value_comes_from(arlint: Arlint, tmp_path: Path) -> None:
    write(tmp_path, {"arlint.toml": 'language = "ar"\n\n[severity]\nTYP018 = "info"\n', "a.txt": SLIP})
    lines = arlint("config", "show", "a.txt", "--ignore", "TYP016").out.splitlines()
    path = tmp_path / "arlint.toml"
    assert lines[0] == f"# {path}"
    assert f'language = "ar"  # {path}:1' in lines
    assert f'TYP018 = "info"  # {path}:4' in lines
    assert 'ignore = ["TYP016"]  # command line' in lines
    assert 'encoding = "utf-8"  # القيمة الأصلية' in lines or 'encoding = "utf-8"  # default' in lines


@pytest.mark.parametrize("language", ["ar", "en"])
def test_init_writes_a_file_that_counts_and_never_over_another(arlint: Arlint, tmp_path: Path, language: str) -> None:
    assert arlint("config", "init", "--lang", language).code == 0
    text = (tmp_path / "arlint.toml").read_text(encoding="utf-8")
    assert arlint("config", "show").code == 0
    again = arlint("config", "init")
    assert again.code == 2
    assert one_line(again.err)
    assert (tmp_path / "arlint.toml").read_text(encoding="utf-8") == text


@pytest.mark.parametrize("language", ["ar", "en"])
def test_all_that_init_proposes_is_valid(arlint: Arlint, tmp_path: Path, language: str) -> None:
    arlint("config", "init", "--lang", language)
    path = tmp_path / "arlint.toml"
    settings = [line[2:] for line in path.read_text(encoding="utf-8").splitlines() if line.startswith(("# [", '# "')) or " = " in line]
    path.write_text("\n".join(line for line in settings if not line.startswith("rules")), encoding="utf-8")
    done = arlint("config", "show")
    assert (done.code, done.err) == (0, "")
    assert '"letters/*.txt" = ["STY"]' in done.out


def no_configuration(folder: Path) -> None:
    write(
        folder, {"a.txt": SLIP, "conf/arlint.toml": "", "bare/a.txt": "", "two/arlint.toml": "", "two/.arlint.toml": "", "empty.toml": ""}
    )
    (folder / "binary.toml").write_bytes(b"\0\1\2\3")
    (folder / "packed.toml").write_bytes(b"PK\3\4")
    (folder / "foreign.toml").write_bytes("# ملاحظة: لا تعدل هذا الملف\n".encode("cp1256"))


@pytest.mark.parametrize(
    ("name", "english", "arabic"),
    [
        (
            "conf",
            "this is a folder, not a configuration file; name the file in it: conf/arlint.toml",
            "هذا مجلد لا ملف إعداد؛ سمِّ الملف الذي فيه",
        ),
        (
            "bare",
            "this is a folder, not a configuration file; name a file, or write one into this folder with",
            "هذا مجلد لا ملف إعداد؛ سمِّ ملفاً",
        ),
        ("two", "has both arlint.toml and .arlint.toml", "فيه arlint.toml"),
        ("nowhere.toml", "there is no such configuration file; check the spelling", "لا ملف إعداد في هذا المسار؛ تحقق من كتابة المسار"),
        ("a.txt/x.toml", "there is no such configuration file", "لا ملف إعداد في هذا المسار"),
        ("", "there is no such configuration file", "لا ملف إعداد في هذا المسار"),
        ("binary.toml", "no configuration file; name a TOML file", "فليس ملف إعداد؛ سمِّ ملف TOML"),
        ("packed.toml", "no configuration file; name a TOML file", "فليس ملف إعداد؛ سمِّ ملف TOML"),
        ("foreign.toml", "is not UTF-8; save the file in UTF-8", "ليس من UTF-8؛ احفظ الملف بترميز UTF-8"),
    ],
)
def test_what_is_no_configuration_file_is_told_with_what_to_do(
    arlint: Arlint, tmp_path: Path, name: str, english: str, arabic: str
) -> None:
    no_configuration(tmp_path)
    for language, said in (("en", english), ("ar", arabic)):
        done = arlint("check", "a.txt", "--config", name, "--lang", language)
        assert done.code == 2
        assert one_line(done.err)
        assert said in done.err
        told = done.err.split(": ")[2]
        assert told == (name or "''")


def test_an_empty_configuration_file_is_one(arlint: Arlint, tmp_path: Path) -> None:
    no_configuration(tmp_path)
    assert arlint("check", "a.txt", "--config", "empty.toml", "--select", "TYP018").out.startswith("a.txt:1:4: TYP018")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_configuration_file_that_must_not_be_read(arlint: Arlint, tmp_path: Path) -> None:
    no_configuration(tmp_path)
    (tmp_path / "empty.toml").chmod(0)
    assert "empty.toml: cannot be read (permission denied); check its permissions" in arlint("check", "--config", "empty.toml").err
