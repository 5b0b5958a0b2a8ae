"""`arlint check` as a person runs it: what it says, where it looks, how it ends."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from .conftest import COMMAND, Arlint, environment, one_line, write

SLIP = "قال  الوزير إن القرار نهائي.\n"
CLEAN = "قال الوزير إن القرار نهائي.\n"
ONLY = ("--select", "TYP018")


def test_a_finding_is_one_line_with_slip_and_repair_in_isolates(arlint: Arlint, tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": CLEAN + SLIP})
    done = arlint("check", "a.txt", *ONLY, "--lang", "ar")
    assert done.code == 1
    line, summary = done.out.splitlines()
    assert line.startswith("a.txt:2:4: TYP018 تنبيه \u2067أكثر من مسافة")
    assert line.endswith("\u2067\u2068«قال␠␠الوزير»\u2069 ← \u2068«قال الوزير»\u2069\u2069")
    assert summary == "\u2067ملاحظة واحدة في ملف واحد، واحدة يصلحها ‎--fix.\u2069"


def test_nothing_found(arlint: Arlint, tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": CLEAN})
    assert arlint("check", "a.txt", *ONLY) == (0, "Nothing found.\n", "")


@pytest.mark.parametrize(
    ("arguments", "locale", "word"),
    [
        ((), "ar_EG.UTF-8", "تنبيه"),
        ((), "ar", "تنبيه"),
        ((), "fr_FR.UTF-8", "warning"),
        ((), "C", "warning"),
        (("--lang", "en"), "ar_EG.UTF-8", "warning"),
        (("--lang=ar",), "C", "تنبيه"),
    ],
)
def test_the_language_is_asked_for_or_the_locale_s(
    arlint: Arlint, tmp_path: Path, arguments: tuple[str, ...], locale: str, word: str
) -> None:
    write(tmp_path, {"a.txt": SLIP})
    assert f"TYP018 {word} " in arlint("check", "a.txt", *ONLY, *arguments, env={"LC_ALL": locale, "PYTHONUTF8": "1"}).out


def test_standard_input(arlint: Arlint) -> None:
    done = arlint("check", "-", *ONLY, stdin=SLIP)
    assert done.code == 1
    assert done.out.startswith("-:1:4: TYP018 ")
    named = arlint("check", "-", *ONLY, "--stdin-filename", "news/a.md", stdin="```\n" + SLIP + "```\n" + SLIP)
    assert named.out.splitlines()[0].startswith("news/a.md:4:4: ")
    assert len(named.out.splitlines()) == 2


def test_selection(arlint: Arlint, tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": SLIP})
    assert arlint("check", "a.txt", "--select", "multiple-spaces").code == 1
    assert arlint("check", "a.txt", "--select", "TYP", "--ignore", "TYP018").code == 0
    assert arlint("check", "a.txt", "--select", "TYP016", "--extend-select", "TYP018").code == 1
    assert arlint("check", "a.txt", *ONLY, "--severity", "error").code == 0
    assert arlint("check", "a.txt", *ONLY, "--severity", "warning").code == 1
    assert arlint("check", "a.txt", *ONLY, "--exit-zero").code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("check", "--select", "TYPO018"), "did you mean 'TYP018'?"),
        (("check", "--fixx"), "did you mean --fix?"),
        (("chek",), "did you mean 'check'?"),
        (("check", "--format", "xml"), "no format 'xml'"),
        (("check", "--severity", "grave"), "--severity"),
        (("config", "show", "--config"), "--config needs a value"),
        (("config", "shw"), "did you mean 'show'?"),
        (("config", "show", "a", "b"), "'arlint config show --help' tells more"),
        (("rule", "new"), "FILE.toml is missing"),
        (("check", "--encoding", "utf-7x"), "no encoding 'utf-7x'"),
        (("rule", "quotedirection"), "did you mean 'quote-direction'?"),
        (("rule",), "--all"),
    ],
)
def test_what_it_does_not_know_is_one_line_and_code_2(arlint: Arlint, tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    write(tmp_path, {"a.txt": CLEAN})
    done = arlint(*arguments, *(["a.txt"] if arguments[0] == "check" else []))
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert one_line(done.err)


def test_grouped(arlint: Arlint, tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": SLIP, "b.txt": CLEAN, "c.txt": CLEAN * 9 + SLIP + SLIP})
    lines = arlint("check", ".", *ONLY, "--format", "grouped").out.splitlines()
    assert [line[:14] for line in lines] == [
        "a.txt",
        "  1:4  TYP018 ",
        "",
        "c.txt",
        "  10:4  TYP018",
        "  11:4  TYP018",
        "",
        "3 findings in ",
    ]


def test_statistics(arlint: Arlint, tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": SLIP * 3})
    assert arlint("check", "a.txt", *ONLY, "--statistics").out.splitlines()[0] == "3  TYP018 * multiple-spaces"
    assert "* --fix repairs all or some of these" in arlint("check", "a.txt", *ONLY, "--statistics").out.splitlines()
    assert "* ما يصلح الخيار" in arlint("check", "a.txt", *ONLY, "--statistics", "--lang", "ar").out
    assert "*" not in arlint("check", "a.txt", "--select", "TYP017", "--statistics").out
    rows = json.loads(arlint("check", "a.txt", *ONLY, "--statistics", "--format", "json").out)
    assert rows == [{"code": "TYP018", "name": "multiple-spaces", "count": 3, "fixable": 3}]


def test_json(arlint: Arlint, tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": "مرحباً 😀.\r\n" + SLIP, "b.html": f"<p>{SLIP}&nbsp;&amp;"})
    report = json.loads(arlint("check", "a.txt", "b.html", "missing.txt", *ONLY, "--format", "json").out)
    text, page = report["files"]
    [finding] = text["findings"]
    assert (text["path"], text["format"], page["format"]) == ("a.txt", "text", "html")
    assert finding["start_position"] == {"line": 2, "column": 4}
    assert (tmp_path / "a.txt").read_bytes().decode()[finding["start"] : finding["end"]] == "  "
    assert finding["fixes"][0]["edits"][0]["replacement"] == " "


def test_a_habit_is_told_once_or_at_every_place(arlint: Arlint, tmp_path: Path) -> None:
    pauses = "[options.TYP008]\npauses = true\n"
    text = "وصل الوفد أمس.. ثم عاد.\nوغاب الوزير أمس.. ثم حضر.\nونام الطفل أمس.. ثم أفاق.\n"
    write(tmp_path, {"arlint.toml": pauses, "a.txt": text})
    once, each = (arlint("check", "a.txt", "--select", "TYP008", *more).out.splitlines() for more in ((), ("--every-place",)))
    assert [line.split(": ")[0] for line in once[:-1]] == ["a.txt:1:14"]
    assert "3 places" in once[0]
    assert once[0].endswith("\u2067\u2068«أمس..»\u2069 ← \u2068«أمس…»\u2069\u2069")
    assert [line.split(": ")[0] for line in each[:-1]] == ["a.txt:1:14", "a.txt:2:16", "a.txt:3:15"]


def test_suppressions_and_the_needless_ones(arlint: Arlint, tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": f"{SLIP[:-1]}  # arlint: ignore TYP018, TYP016\n{CLEAN}"})
    assert arlint("check", "a.txt", *ONLY).code == 0
    done = arlint("check", "a.txt", *ONLY, "--unused-suppressions")
    assert done.code == 1
    assert "a.txt:1:33:" in done.out
    assert "arlint: ignore TYP016" in done.out
    assert "TYP018" not in done.out


def test_a_misspelled_directive(arlint: Arlint, tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": f"{CLEAN}{SLIP[:-1]}  # arlint: ignor TYP018\n"})
    done = arlint("check", "a.txt", *ONLY)
    assert done.code == 2
    assert "a.txt:2: no directive 'ignor' (did you mean 'ignore'?)" in done.err
    assert "a.txt:2:4: TYP018" in done.out


def test_an_unknown_code_in_a_suppression(arlint: Arlint, tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": f"{CLEAN}{SLIP[:-1]}  # arlint: ignore TYPO18\n"})
    done = arlint("check", "a.txt", *ONLY)
    assert done.code == 2
    assert "a.txt:2: no rule 'TYPO18' (did you mean 'TYP018'?)" in done.err
    assert "a.txt:2:4: TYP018" in done.out


def test_every_unknown_code_of_a_suppression_is_told(arlint: Arlint, tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": f"{SLIP[:-1]}  # arlint: ignore TYPO18, TYP018, GRAM5\n"})
    done = arlint("check", "a.txt", *ONLY)
    assert [line.split("'")[1] for line in done.err.splitlines()] == ["TYPO18", "GRAM5"]
    assert "TYP018" not in done.out


def test_folders_honour_gitignore_and_hidden_files(arlint: Arlint, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    names = [
        "a.txt",
        "old/b.txt",
        "old/keep.txt",
        "new/c.md",
        "new/d.bin",
        ".hidden/e.txt",
        ".f.txt",
        "new/deep/g.txt",
        "node_modules/h.txt",
    ]
    write(tmp_path, dict.fromkeys(names, SLIP))
    write(tmp_path, {".gitignore": "old/*\n!keep.txt\n", "new/.gitignore": "/deep/\n"})

    def checked(*paths: str, cwd: Path = tmp_path) -> set[str]:
        return {line.split(":")[0] for line in arlint("check", *paths, *ONLY, cwd=cwd).out.splitlines()[:-1]}

    assert checked() == {"a.txt", "old/keep.txt", "new/c.md"}
    assert checked("new") == {"new/c.md"}
    assert checked("old/b.txt", ".f.txt", "new/d.bin") == {"old/b.txt", ".f.txt", "new/d.bin"}
    assert checked(cwd=tmp_path / "old") == {"keep.txt"}
    assert checked("a.txt", ".", "a.txt") == {"a.txt", "old/keep.txt", "new/c.md"}


def test_help_in_both_languages(arlint: Arlint) -> None:
    for arguments in ([], ["check"], ["rule"], ["config"], ["config", "show"], ["config", "init"]):
        english, arabic = arlint(*arguments, "--help"), arlint("--lang", "ar", *arguments, "--help")
        assert (english.code, arabic.code, english.err, arabic.err) == (0, 0, "", "")
        assert english.out.startswith("Usage: arlint")
        assert arabic.out.startswith("الاستعمال: arlint")


def test_the_version_and_the_command_alone(arlint: Arlint) -> None:
    assert arlint("--version").out.startswith("arlint ")
    assert arlint().code == 2


def test_rules_explained(arlint: Arlint) -> None:
    assert arlint("rule", "multiple-spaces").out.startswith("# TYP018 Multiple spaces\n")
    assert "مسافات متتالية" in arlint("rule", "TYP018", "--lang", "ar").out
    [rule] = json.loads(arlint("rule", "TYP018", "--format", "json").out)
    assert rule["wrong"]
    assert rule["right"]
    everything = json.loads(arlint("rule", "--all", "--format", "json").out)
    assert len(arlint("rule", "--all").out.splitlines()) == len(everything) > 1


pty = pytest.importorskip("pty", reason="this system has no pseudo-terminals")


def on_terminal(folder: Path, *arguments: str, **env: str) -> str:
    """What the command writes when all its streams are a terminal."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [COMMAND, *arguments], cwd=folder, env=environment(TERM="xterm", **env), stdin=theirs, stdout=theirs, stderr=theirs
    )
    os.close(theirs)
    written = b""
    while True:
        try:
            chunk = os.read(ours, 65536)
        except OSError:
            break
        if not chunk:
            break
        written += chunk
    process.wait(timeout=60)
    os.close(ours)
    return written.decode()


def test_colours_on_a_terminal_only(arlint: Arlint, tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": SLIP})
    assert "\x1b[" in on_terminal(tmp_path, "check", "a.txt")
    assert "\x1b[" not in on_terminal(tmp_path, "check", "a.txt", NO_COLOR="1")
    assert "\x1b[" not in arlint("check", "a.txt", env={"TERM": "xterm"}).out


def test_a_progress_bar_on_long_runs_on_a_terminal_only(arlint: Arlint, tmp_path: Path) -> None:
    write(tmp_path, {f"{number}.txt": CLEAN for number in range(60)})
    assert "100%" in on_terminal(tmp_path, "check", ".", *ONLY)
    assert arlint("check", ".", *ONLY).err == ""
    assert "%" not in on_terminal(tmp_path, "check", "1.txt", *ONLY)
