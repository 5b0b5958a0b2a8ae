"""Our own texts: the same in both languages, none missing."""

from __future__ import annotations

import json
import re
from pathlib import Path

import click
import pytest

import arlint.messages
from arlint.cli.group import arlint as group
from arlint.cli.group import run
from arlint.errors import ArlintError
from arlint.formats import errors
from arlint.messages import LANGUAGES, messages, plural

FOLDER = Path(arlint.messages.__file__).parent
TEXTS = {language: json.loads((FOLDER / f"{language}.json").read_text(encoding="utf-8")) for language in LANGUAGES}

FAULTY = [
    *("chek", "config shw", "config show a b", "rule", "rule new", "check --fixx", "check --fix=1", "check --config", "check nowhere.txt"),
    *("check --severity grave", "check --format xml", "check --select TYPO018", "check --output x --format json --format sarif"),
    *("lsp --tcp --port x", "check --encoding klingon", "check --output /nowhere/x ."),
]
ENGLISH = set(
    "a an any can cannot did does for in is it mean missing more needs no not of option or such than that the there to value".split()
)


def placeholders(text: str | dict[str, str]) -> set[str]:
    whole = text if isinstance(text, str) else text["other"]
    return set(re.findall(r"{(\w+)", whole))


def test_both_languages_say_the_same_things() -> None:
    arabic, english = TEXTS["ar"], TEXTS["en"]
    assert {key for key in arabic if not key.startswith("error.")} == {key for key in english if not key.startswith("error.")}
    for key in arabic.keys() & english.keys():
        assert placeholders(arabic[key]) == placeholders(english[key]), key


def test_arabic_texts_count_as_arabic_counts() -> None:
    assert [plural("ar", number) for number in (0, 1, 2, 3, 10, 11, 99, 100, 102, 103, 111)] == (
        "zero one two few few many many other other few many".split()
    )
    assert messages("ar").count("summary.findings", 2) == "ملاحظتان"
    assert messages("ar").count("summary.files", 3) == "في 3 ملفات"
    assert messages("en").count("summary.files", 1) == "in 1 file"


def test_no_arabic_text_is_written_carelessly() -> None:
    for key, text in TEXTS["ar"].items():
        whole = text if isinstance(text, str) else " ".join(text.values())
        assert not re.search(r"[\u0600-\u06ff][,;?]|  |\u0640", whole), key


@pytest.mark.parametrize(
    "name", [name for name, value in vars(errors).items() if isinstance(value, type) and issubclass(value, ArlintError)]
)
def test_file_errors_have_an_arabic_text(name: str) -> None:
    assert name == "FileError" or name == "ArlintError" or f"error.{name}" in TEXTS["ar"]


def commands(command: click.Command, path: str = "") -> list[tuple[str, click.Command]]:
    found = [(path, command)]
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None
            found += commands(inner, f"{path}.{name}".lstrip("."))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_and_option_has_its_help(language: str) -> None:
    texts = TEXTS[language]
    missing = []
    for path, command in commands(group):
        if f"help.{path}".rstrip(".") not in texts:
            missing.append(path)
        for param in command.params:
            long = max(param.opts, key=len).lstrip("-")
            if isinstance(param, click.Option) and not {f"help.{path}.{param.name}", f"help.option.{long}"} & texts.keys():
                missing.append(f"{path} --{long}")
    assert not missing


@pytest.mark.parametrize(
    "line",
    FAULTY,
)
def test_what_goes_wrong_is_told_in_arabic_alone(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--lang", "ar", *line.split()]) == 2
    told = capsys.readouterr().err
    assert told.startswith("arlint: خطأ: ")
    assert not set(re.findall(r"(?<![\w/.-])[a-z]{2,}(?![\w=/.-])", told)) & ENGLISH, told


def test_a_group_alone_shows_its_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--lang", "en", "words"]) == 2
    assert capsys.readouterr().err.startswith("Usage: arlint words")
