"""What errors say in detail: every saying in the code has its Arabic, and nothing else has."""

from __future__ import annotations

import ast
import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import arlint
import arlint.messages
from arlint.errors import ArlintError, Saying, aside, say
from arlint.messages import messages
from arlint.tomlsource import TomlError, TomlFile

ROOT = Path(arlint.__file__).parent
ARABIC = json.loads((ROOT / "messages" / "sayings.ar.json").read_text(encoding="utf-8"))
# What takes a saying, or English without names that becomes one, after so many other arguments.
TAKES = {"say": 0, "Saying": 0, "saying": 0, "expected": 2, "_at": 1, "error": 0, "TomlError": 2, "TemplateError": 0, "_wrong": 1}
TAKES |= {"UserWordError": 1, "CompiledDataError": 1, "CompiledRulesError": 1, "BadBaselineError": 1}
HELD = {"what", "remedy", "_NO_FIX", "_UNFIXED", "_LOOSE_BRACE"}


def is_sentence(text: str) -> bool:
    """Are there English words, and not only a key or names of values?"""
    return " " in text and re.search("[a-z]{2}", re.sub("{[^{}]*}", "", text)) is not None


def written() -> Iterator[str]:
    """The sayings as they stand in the code. What is made of others, Python or the system says, is not among them."""
    for path in ROOT.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            for value in values(node):
                assert not isinstance(value, ast.JoinedStr), f"{path}:{value.lineno}: {ast.unparse(value)}"
                for part in ast.walk(value) if isinstance(value, ast.IfExp) else (value,):
                    if isinstance(part, ast.Constant) and isinstance(part.value, str) and is_sentence(part.value):
                        yield part.value


def values(node: ast.AST) -> list[ast.expr]:
    """What a call that takes sayings is given, or what a name that holds one is."""
    if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id in HELD:
        return [node.value]
    if not isinstance(node, ast.Call):
        return []
    name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr if isinstance(node.func, ast.Attribute) else ""
    return node.args[TAKES[name] :] if name in TAKES else []


def names(text: str) -> set[str]:
    return set(re.findall(r"(?<!{){(\w+)", text))


def test_every_saying_has_its_arabic() -> None:
    assert not sorted(set(written()) - ARABIC.keys())


@pytest.mark.parametrize("english", ARABIC)
def test_the_arabic_names_what_the_english_names(english: str) -> None:
    assert names(english) == names(ARABIC[english])


def test_no_arabic_saying_is_written_carelessly() -> None:
    for english, arabic in ARABIC.items():
        assert not re.search(r"[\u0600-\u06ff][,;?]|  |\u0640", arabic), english
        assert re.search(r"[\u0600-\u06ff]", arabic) or not re.search("[a-z]{3}", re.sub("{.*?}", "", english)), english


@pytest.mark.parametrize(
    "text", ["a = ", "a = [1", 'a = "b', "a = 1\na = 2", "[a]\n[a]", "a b", "= 1", "a = 1 b", 'a = "\\q"', "a = {b = 1, b = 2}", "a = \x01"]
)
def test_what_is_no_toml_is_told_in_arabic(text: str) -> None:
    with pytest.raises(tomllib.TOMLDecodeError):
        tomllib.loads(text)
    with pytest.raises(TomlError) as caught:
        TomlFile.parse(Path("paper.toml"), text)
    told = messages("ar").error(caught.value)
    assert not re.search(r"[A-Za-z]{4}", told.replace("paper.toml", "").replace("TOML", "")), told


def test_sayings_hold_others() -> None:
    inner = say("did you mean {word!r}?", word="ignore")
    error = TomlError(Path("a.toml"), 3, say("unknown key {key!r}", key="ignor"), inner)
    assert str(error) == "a.toml:3: unknown key 'ignor' (did you mean 'ignore'?)"
    assert messages("en").error(error) == str(error)
    assert messages("ar").error(error) == "a.toml:3: مفتاح غير معروف 'ignor' (أتقصد 'ignore'؟)"
    assert not aside(Saying(""))


def test_every_error_has_an_arabic_text() -> None:
    unheard = {"FileError", "OutputClosedError", "StoppedError", "WordListError", "ExampleError"}
    known = messages("ar")
    pending, missing = [ArlintError], []
    while pending:
        error = pending.pop()
        pending += error.__subclasses__()
        if error is not ArlintError and error.__module__.startswith("arlint.") and error.__name__ not in unheard:
            missing += [error.__name__] if not known.knows(f"error.{error.__name__}") else []
    assert not missing
