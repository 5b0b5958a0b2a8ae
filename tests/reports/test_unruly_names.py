"""File names that hold line feeds, escapes, bidi controls or bytes that are no text: no report is broken by them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from arlint import Linter
from arlint.document import Document
from arlint.fixing import unified_diff
from arlint.formats.errors import BinaryFileError
from arlint.messages import messages
from arlint.pathnames import shown
from arlint.reports.entries import posix
from arlint.reports.protocol import FileReport, Style, load

UNRULY = {
    "two\nlines.txt": r"$'two\nlines.txt'",
    "it's a\r\ttab.txt": r"$'it\'s a\r\ttab.txt'",
    "back\\slash\n.txt": r"$'back\\slash\n.txt'",
    "red\x1b[31m.txt": r"$'red\x1b[31m.txt'",
    "nel\x85\u2028.txt": r"$'nel\u0085\u2028.txt'",
    "\u202etxt.exe": r"$'\u202etxt.exe'",
    "عنوان\u200f.txt": r"$'عنوان\u200f.txt'",
    "bytes\udcff.txt": r"$'bytes\xff.txt'",
}
RULY = ["news/a.txt", "two words.txt", "it's.txt", "مقال.md", "نیم\u200cفاصله.txt", "back\\nslash.txt"]
SLIP = "قال  الوزير إن القرار نهائي.\n"


def render(name: str, path: str) -> str:
    document = Document.plain(SLIP)
    files = [FileReport(path, document, Linter().lint(SLIP))]
    return "".join(load(name).render(files, Style(messages("en"))))


@pytest.mark.parametrize(("path", "said"), UNRULY.items())
def test_an_unruly_name_is_quoted_as_shells_quote(path: str, said: str) -> None:
    assert shown(path) == said


@pytest.mark.parametrize("path", RULY)
def test_any_other_name_stays_as_it_is(path: str) -> None:
    assert shown(path) == path


@pytest.mark.skipif(not shutil.which("bash"), reason="bash is not installed")
@pytest.mark.parametrize("path", UNRULY)
def test_a_shell_reads_the_name_again(path: str) -> None:
    done = subprocess.run(("bash", "-c", f"printf %s {shown(path)}"), capture_output=True, check=True, env={"LC_ALL": "C.UTF-8"})
    assert os.fsdecode(done.stdout) == path


@pytest.mark.parametrize("path", UNRULY)
@pytest.mark.parametrize("report", ["text", "grouped", "github"])
def test_reports_of_lines_keep_their_lines(report: str, path: str) -> None:
    assert len(render(report, path).split("\n")) == len(render(report, "a.txt").split("\n"))


@pytest.mark.parametrize("path", UNRULY)
def test_reports_for_people_name_it_once_and_the_same_way(path: str) -> None:
    assert render("text", path).startswith(f"{shown(path)}:1:4: TYP018")
    assert render("grouped", path).startswith(f"{shown(path)}\n")


@pytest.mark.parametrize("path", UNRULY)
def test_json_a_line_is_one_line_for_every_reader(path: str) -> None:
    lines = render("rdjsonl", path).splitlines()
    assert [json.loads(line)["location"]["path"] for line in lines] == [path]


@pytest.mark.parametrize("path", UNRULY)
def test_xml_gives_the_name_back_or_shows_it(path: str) -> None:
    [file] = ElementTree.fromstring(render("checkstyle", path))
    [suite] = ElementTree.fromstring(render("junit", path))
    assert file.attrib["name"] == suite.attrib["name"]
    assert file.attrib["name"] in (path, shown(path))
    told = suite[0][0].text
    assert told is not None
    assert told.startswith(f"{shown(path)}:1:4: ")


def test_a_backslash_is_part_of_the_name_where_folders_are_parted_by_slashes() -> None:
    assert posix("./a\\b.txt") == ("a/b.txt" if os.sep == "\\" else "a\\b.txt")


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("path", UNRULY)
def test_errors_name_it_the_same_way(path: str, language: str) -> None:
    assert messages(language).error(BinaryFileError(path, offset=0)).startswith(f"{shown(path)}: ")


@pytest.mark.skipif(os.name == "nt" or not shutil.which("git"), reason="needs git, and a file system that takes such names")
@pytest.mark.parametrize("path", [*UNRULY, *RULY])
def test_diffs_can_be_applied(tmp_path: Path, path: str) -> None:
    file = tmp_path / path
    file.parent.mkdir(exist_ok=True)
    file.write_text(SLIP, encoding="utf-8")
    patch = "".join(unified_diff(path, SLIP, "قال الوزير إن القرار نهائي.\n"))
    subprocess.run(("git", "apply", "-p0"), input=os.fsencode(patch), cwd=tmp_path, check=True)
    assert file.read_text(encoding="utf-8") == "قال الوزير إن القرار نهائي.\n"
