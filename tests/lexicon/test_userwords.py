"""User words: their files, their affixes, and the command that keeps them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from arlint import Config, Linter
from arlint.lexicon.lexicon import Lexicon
from arlint.lexicon.userwords import UserWord, UserWordError, UserWords, parse_words, read_words


def arlint(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "arlint", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)


def test_comments_blank_lines_and_line_ends() -> None:
    words = parse_words("\ufeff# قائمة\r\n\nكُوفِيد # مرض\rأنتوني/name\nحوسبة / اسم\n")
    assert words == [UserWord("كوفيد"), UserWord("أنتوني", "name"), UserWord("حوسبة", "noun")]


@pytest.mark.parametrize("line", ["two words", "كلمتان اثنتان", "كلمة/verb", "/name", "123"])
def test_a_bad_line_is_told_with_its_place(line: str) -> None:
    with pytest.raises(UserWordError, match=r"words\.txt:2"):
        parse_words(f"# head\n{line}\n", "words.txt")


def test_a_file_that_is_not_utf8(tmp_path: Path) -> None:
    path = tmp_path / "words.txt"
    path.write_bytes("كلمة".encode("windows-1256"))
    with pytest.raises(UserWordError, match="UTF-8"):
        read_words(path)


@pytest.mark.parametrize(
    ("entry", "accepted", "refused"),
    [
        ("زمخر", "زمخر وزمخر فزمخر", "بزمخر الزمخر زمخره"),
        ("زمخر/name", "زمخر وزمخر بزمخر ولزمخر كزمخر", "الزمخر زمخره"),
        ("زمخرة/noun", "الزمخرة وبالزمخرة للزمخرة زمخرته زمخرتها لزمخرة", "زمخراتت"),
    ],
)
def test_affix_classes(entry: str, accepted: str, refused: str) -> None:
    words = UserWords(parse_words(entry))
    assert [word for word in accepted.split() if not words.accepts(word)] == []
    assert [word for word in refused.split() if words.accepts(word)] == []


def test_an_accepted_word_is_no_finding() -> None:
    text = "أعلن ان الامر انتهى."
    config = Config(select=("SPL001",))
    strict, lenient = Linter(config), Linter(config, Lexicon.default().extended(UserWords([UserWord("الامر")])))
    assert [text[f.start : f.end] for f in strict.lint(text)] == ["ان", "الامر"]
    assert [text[f.start : f.end] for f in lenient.lint(text)] == ["ان"]


def test_the_command_keeps_a_sorted_list(tmp_path: Path) -> None:
    assert arlint(tmp_path, "words", "add", "كوفيد", "أنتوني/name").returncode == 0
    path = tmp_path / ".arlint" / "words.txt"
    path.write_text("# ours\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    assert arlint(tmp_path, "words", "add", "حوسبة", "--as", "noun").returncode == 0
    assert path.read_text(encoding="utf-8") == "# ours\nأنتوني/name\nحوسبة/noun\nكوفيد\n"
    assert arlint(tmp_path, "words", "list").stdout.split() == ["أنتوني/name", "حوسبة/noun", "كوفيد"]
    assert arlint(tmp_path, "words", "remove", "كوفيد").returncode == 0
    gone = arlint(tmp_path, "words", "remove", "كوفيد", "--lang", "en")
    assert gone.returncode == 2
    assert "not on the list" in gone.stderr


def test_checks_go_by_the_project_list(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("قال ان الخبر صحيح.\n", encoding="utf-8")
    assert "SPL001" in arlint(tmp_path, "check", "--select", "SPL001", "a.txt").stdout
    arlint(tmp_path, "words", "add", "ان")
    assert arlint(tmp_path, "check", "--select", "SPL001", "a.txt").returncode == 0
