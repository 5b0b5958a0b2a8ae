"""What bad input gets: one clear line for each fault, the other files still checked, code 2, no traceback."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from .conftest import COMMAND, Arlint, environment, one_line, write

SLIP = "قال  الوزير إن القرار نهائي.\n"
ONLY = ("--select", "TYP018")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\x00\x01\x02PNG", "not a text file (NUL byte at byte 0)"),
        (SLIP.encode("cp1256"), "byte 0 (0xDE) is not UTF-8; this file could be Windows-1256"),
        (SLIP.encode("utf-16-le"), "this file could be UTF-16-LE"),
        (b"abc \xff\xfe\xfd", "byte 4 (0xFF) is not UTF-8"),
        (SLIP.encode() * 3 + b"\xd9", f"byte {3 * len(SLIP.encode())} (0xD9) is not UTF-8; UTF-16 and Windows-1256 don't fit"),
        (SLIP.encode("utf-16")[:-1], "is not UTF-16-LE"),
    ],
)
def test_bytes_that_are_no_text(arlint: Arlint, tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "bad.txt").write_bytes(content)
    write(tmp_path, {"good.txt": SLIP})
    done = arlint("check", "bad.txt", "good.txt", *ONLY)
    assert done.code == 2
    assert one_line(done.err)
    assert "bad.txt: " in done.err
    assert said in done.err
    assert done.out.startswith("good.txt:1:4: TYP018")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_is_enough(arlint: Arlint, tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes(SLIP.encode(encoding))
    assert arlint("check", "a.txt", *ONLY).out.startswith("a.txt:1:4: TYP018")


def test_an_encoding_that_is_asked_for(arlint: Arlint, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(SLIP.encode("cp1256"))
    assert arlint("check", "a.txt", *ONLY, "--encoding", "windows-1256").out.startswith("a.txt:1:4: TYP018")


def test_a_missing_path_and_a_folder_without_text(arlint: Arlint, tmp_path: Path) -> None:
    write(tmp_path, {"good.txt": SLIP, "empty/picture.png": ""})
    done = arlint("check", "nowhere.txt", "empty", "good.txt", *ONLY)
    assert done.code == 2
    assert [line.split(": ")[2] for line in done.err.splitlines()] == ["nowhere.txt", "empty"]
    assert done.out.startswith("good.txt:1:4: TYP018")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_must_not_be_read(arlint: Arlint, tmp_path: Path) -> None:
    [path] = write(tmp_path, {"a.txt": SLIP})
    path.chmod(0)
    done = arlint("check", "a.txt")
    assert done.code == 2
    assert "permission denied" in done.err


def test_a_folder_where_a_file_is_expected(arlint: Arlint, tmp_path: Path) -> None:
    done = arlint("check", "--config", str(tmp_path), "-", stdin=SLIP)
    assert done.code == 2
    assert one_line(done.err)
    assert "this is a folder" in done.err


def test_an_empty_file_is_fine(arlint: Arlint, tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": "", "b.md": "", "c.html": "", "d.srt": "", "e.vtt": ""})
    assert arlint("check", "a.txt", "b.md", "c.html", "d.srt", "e.vtt").code == 0


@pytest.mark.parametrize(("name", "size"), [("a.txt", 10_000_000), ("a.md", 1_000_000), ("a.html", 1_000_000), ("a.srt", 1_000_000)])
def test_a_single_line_of_megabytes(arlint: Arlint, tmp_path: Path, name: str, size: int) -> None:
    line = SLIP.replace("  ", "&nbsp; " if name == "a.html" else "  ").rstrip("\n") + " "
    write(tmp_path, {name: line * (size // len(line.encode()))})
    done = arlint("check", name, *ONLY, "--statistics")
    assert done.code == 1
    assert "TYP018" in done.out


def test_a_broken_pipe_ends_quietly(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": SLIP * 20_000})
    process = subprocess.Popen(
        [COMMAND, "check", "a.txt", *ONLY], cwd=tmp_path, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait(timeout=60) == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_told(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": SLIP})
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [COMMAND, "check", "a.txt", *ONLY], cwd=tmp_path, env=environment(), stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 2
    assert done.stderr == "arlint: error: the output cannot be written (no space left on device)\n"


@pytest.mark.parametrize(
    ("content", "said"), [(b"PK\x03\x04\0\0", "Word"), (b"%PDF-1.7\n", "PDF"), (b"{\\rtf1 }", "RTF"), (b"\xd0\xcf\x11\xe0\0", "old Word")]
)
def test_documents_of_other_programs_are_called_by_their_kind(arlint: Arlint, tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "a.docx").write_bytes(content)
    done = arlint("check", "a.docx")
    assert done.code == 2
    assert one_line(done.err)
    assert said in done.err


@pytest.mark.parametrize("arguments", [("rule", "test", "house.toml"), ("check", "a.txt")])
def test_a_rule_file_that_is_no_text(arlint: Arlint, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    write(tmp_path, {"a.txt": SLIP, "arlint.toml": 'rules = ["house.toml"]\n'})
    (tmp_path / "house.toml").write_bytes(b"# a\n[[rule]]\nname = '\xff'\n")
    done = arlint(*arguments)
    assert done.code == 2
    assert done.err.endswith("house.toml:3: not UTF-8 at byte 21 (save it as UTF-8)\n")


@pytest.mark.skipif(os.name != "posix", reason="only POSIX lets file names be any bytes")
def test_a_file_name_that_is_no_text(arlint: Arlint, tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/\xff.txt"
    try:
        Path(os.fsdecode(path)).write_bytes(SLIP.encode())
    except OSError:
        pytest.skip("this file system refuses such names")
    done = arlint("check", ".", *ONLY, "--format", "json")
    assert done.code == 1
    assert json.loads(done.out)["files"][0]["path"] == "\udcff.txt"
    assert arlint("check", ".", *ONLY).code == 1


def test_every_language_tells_the_same_errors(arlint: Arlint) -> None:
    done = arlint("check", "nowhere.txt", "--lang", "ar")
    assert done.code == 2
    assert one_line(done.err)
    assert done.err.startswith("arlint: خطأ: nowhere.txt: لا ملف")


@pytest.mark.parametrize("option", ["\u200e--statistics", "\u200f--statistics\u200e"])
def test_an_option_copied_from_arabic_text(arlint: Arlint, tmp_path: Path, option: str) -> None:
    write(tmp_path, {"a.txt": "قال الوزير ان الخطة جاهزة.\n"})
    assert arlint("check", option, "a.txt") == arlint("check", "--statistics", "a.txt")


def test_a_closed_standard_input_is_told(tmp_path: Path) -> None:
    done = subprocess.run(["sh", "-c", '"$0" check - <&-', COMMAND], capture_output=True, cwd=tmp_path, env=environment(), check=False)
    assert done.returncode == 2
    assert done.stderr.decode() == "arlint: error: standard input is closed; name a file, or give the text with '<' or '|'\n"


def test_counts_of_an_archive_that_are_damaged_are_made_anew(arlint: Arlint, tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": "وصل الوفد أمس.\n", ".arlint/counts.arl": "garbage"})
    done = arlint("check", "a.txt")
    assert done.code == 2
    assert one_line(done.err)
    assert "make them anew with 'arlint train'" in done.err
    assert arlint("train", "a.txt").code == 0
    assert arlint("check", "a.txt").code == 0


@pytest.mark.skipif(os.name == "nt", reason="a folder in use cannot be removed there")
def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    command = ["sh", "-c", 'rmdir "$1" && exec "$0" check', COMMAND, str(gone)]
    done = subprocess.run(command, capture_output=True, cwd=gone, env=environment(), check=False)
    assert done.returncode == 2
    assert done.stderr.decode() == "arlint: error: the folder you are in is no longer there; go to another one and try again\n"
