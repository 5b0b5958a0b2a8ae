"""[backends] in a configuration file, `arlint doctor`, and what is imported without them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from arlint.backends.hunspell import HunspellBackend
from arlint.cli.group import run
from arlint.configfiles import Configurations
from arlint.lexicon.counts import pairs
from arlint.reports.schema import doctor_schema
from arlint.tomlsource import TomlError


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("قال الوزير نعم.\n", encoding="utf-8")
    return tmp_path


def configure(project: Path, text: str) -> None:
    (project / "arlint.toml").write_text(text, encoding="utf-8")


def test_keys_are_read_and_paths_made_absolute(project: Path) -> None:
    configure(project, '[backends.hunspell]\ndictionaries = ["ar", "d/paper.dic"]\npersonal = ["names.dic"]\n[backends.camel]\n')
    wanted = Configurations().for_path(".").backends
    assert wanted is not None
    assert wanted.hunspell is not None
    assert wanted.hunspell.dictionaries == ("ar", str(project / "d/paper.dic"))
    assert wanted.hunspell.personal == (str(project / "names.dic"),)
    assert wanted.camel == "calima-msa-r13"


@pytest.mark.parametrize(
    ("text", "hint"),
    [("[backends.hunspel]", "hunspell"), ("[backends.camel]\ndatabse = 'x'", "database"), ("[backend.camel]", "backends")],
)
def test_a_mistaken_key_names_the_nearest(project: Path, text: str, hint: str) -> None:
    configure(project, text)
    with pytest.raises(TomlError, match=f"did you mean '{hint}'"):
        Configurations().for_path(".")


def test_a_missing_package_is_one_line_that_names_the_extra(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    configure(project, "[backends.hunspell]\n")
    monkeypatch.setitem(sys.modules, "hunspell", None)
    assert run(["check", "--lang", "en", "a.txt"]) == 2
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert "pip install 'arlint[hunspell]'" in error


@pytest.mark.parametrize("language", ["ar", "en"])
def test_doctor_tells_what_is_used(
    project: Path, system_hunspell: HunspellBackend, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    configure(project, "[backends.hunspell]\n")
    assert run(["doctor", "--lang", language]) == 0
    assert "ar.dic" in capsys.readouterr().out
    assert run(["doctor", "--lang", language, "--format", "json"]) == 0
    lexicons = {part["name"]: part for part in json.loads(capsys.readouterr().out)["lexicons"]}
    assert lexicons["built-in"]["state"] == lexicons["hunspell"]["state"] == "used"
    assert lexicons["hunspell"]["seconds"] > 0
    assert lexicons["camel"]["state"] in ("off", "missing")


def doctor(capsys: pytest.CaptureFixture[str]) -> dict[str, dict[str, object]]:
    """What `arlint doctor` says, by lexicon; it keeps to its schema."""
    run(["doctor", "--format", "json"])
    report = json.loads(capsys.readouterr().out)
    pytest.importorskip("jsonschema").validate(report, doctor_schema())
    return {part["name"]: part for part in report["lexicons"]}


def test_the_version_is_that_of_the_package_that_brings_the_module(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`hunspell` is also what cyhunspell installs; a module that no package brings has no version."""
    doctor(capsys)  # imports what it needs before the path is cut
    (project / "hunspell.py").touch()
    monkeypatch.setattr(sys, "path", [str(project), *(path for path in sys.path if "site-packages" not in path)])
    found = doctor(capsys)["hunspell"]
    assert (found["state"], found["package"], found["version"]) == ("off", None, None)
    run(["doctor", "--lang", "en"])
    assert "version unknown" in capsys.readouterr().out
    information = project / "cyhunspell-2.0.3.dist-info"
    information.mkdir()
    (information / "METADATA").write_text("Metadata-Version: 2.1\nName: cyhunspell\nVersion: 2.0.3\n", encoding="utf-8")
    (information / "top_level.txt").write_text("hunspell\n", encoding="utf-8")
    found = doctor(capsys)["hunspell"]
    assert (found["package"], found["version"]) == ("cyhunspell", "2.0.3")


@pytest.mark.parametrize(("language", "said"), [("en", "without its part in C"), ("ar", "من دون الجزء المكتوب بلغة C")])
def test_a_part_in_c_that_could_not_be_built_is_missed(
    project: Path, language: str, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(pairs, "Pairs", type("Other", (), {}))
    assert doctor(capsys)["built-in"]["plain"] is False
    monkeypatch.setattr(pairs, "Pairs", pairs.PlainPairs)
    assert doctor(capsys)["built-in"]["plain"] is True
    run(["doctor", "--lang", language])
    assert said in capsys.readouterr().out


@pytest.mark.parametrize("text", ["", "[backends.hunspell]\n", "[backends.camel]\ndatabase = 'nowhere.db'\n"])
def test_the_report_keeps_to_its_schema(project: Path, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    configure(project, text)
    assert list(doctor(capsys)) == ["built-in", "hunspell", "camel"]


def test_doctor_fails_where_a_database_is_missing(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CAMELTOOLS_DATA", str(project))
    configure(project, "[backends.camel]\n")
    assert run(["doctor", "--lang", "en", "--format", "json"]) == 2
    (part,) = (part for part in json.loads(capsys.readouterr().out)["lexicons"] if part["name"] == "camel")
    assert part["state"] == "failed"


def test_without_backends_nothing_of_them_is_imported(project: Path) -> None:
    program = (
        "import sys\nfrom arlint.cli.group import run\nrun(['check', 'a.txt'])\n"
        "assert not [name for name in sys.modules if name.startswith(('hunspell', 'camel_tools', 'arlint.backends', "
        "'arlint.lexicon.opinions'))]\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
