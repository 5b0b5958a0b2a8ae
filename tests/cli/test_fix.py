"""`--fix`, `--unsafe-fixes`, `--diff`: what is written, and what is left as it was."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from .conftest import Arlint, write

SLIP = "قال  الوزير إن القرار نهائي."
FIXED = "قال الوزير إن القرار نهائي."
ONLY = ("--select", "TYP018")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"{SLIP}\n".encode(), f"{FIXED}\n".encode()),
        (f"{SLIP}".encode(), f"{FIXED}".encode()),
        (f"\r\n{SLIP}\r\n\r{SLIP}\n\u2028x\x0c".encode(), f"\r\n{FIXED}\r\n\r{FIXED}\n\u2028x\x0c".encode()),
        (f"{SLIP}\n".encode("utf-8-sig"), f"{FIXED}\n".encode("utf-8-sig")),
        (f"\ufeff{SLIP}\r\n".encode("utf-16-be"), f"\ufeff{FIXED}\r\n".encode("utf-16-be")),
    ],
)
def test_bytes_outside_the_fixes_are_kept(arlint: Arlint, tmp_path: Path, before: bytes, after: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(before)
    done = arlint("check", "a.txt", *ONLY, "--fix")
    assert done.code == 0
    assert path.read_bytes() == after
    assert arlint("check", "a.txt", *ONLY, "--fix").out == "Nothing found.\n"
    assert path.read_bytes() == after


def test_windows_1256_stays_windows_1256(arlint: Arlint, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(SLIP.encode("cp1256"))
    assert arlint("check", "a.txt", *ONLY, "--fix", "--encoding", "windows-1256").code == 0
    assert path.read_bytes() == FIXED.encode("cp1256")


def test_mode_and_symbolic_link_are_kept(arlint: Arlint, tmp_path: Path) -> None:
    [path] = write(tmp_path, {"real/a.txt": SLIP})
    path.chmod(0o640)
    link = tmp_path / "link.txt"
    link.symlink_to("real/a.txt")
    assert arlint("check", "link.txt", *ONLY, "--fix").code == 0
    assert link.is_symlink()
    assert path.read_text(encoding="utf-8") == FIXED
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(path.parent.iterdir()) == [path]


def test_a_file_without_fixes_is_not_written(arlint: Arlint, tmp_path: Path) -> None:
    [path] = write(tmp_path, {"a.txt": FIXED})
    before = path.stat()
    arlint("check", "a.txt", *ONLY, "--fix")
    assert path.stat().st_ino == before.st_ino
    assert path.stat().st_mtime_ns == before.st_mtime_ns


def test_standard_input_comes_out_fixed(arlint: Arlint) -> None:
    done = arlint("check", "-", *ONLY, "--fix", stdin=b"\xef\xbb\xbf" + SLIP.encode() + b"\r\n")
    assert done.code == 0
    assert done.out.encode() == b"\xef\xbb\xbf" + FIXED.encode() + b"\r\n"
    assert done.err == "1 slip fixed.\n"


def test_markup_is_kept(arlint: Arlint, tmp_path: Path) -> None:
    page = f"<html lang=en>\n<p>قال&nbsp; <b>{SLIP}</b></p><code>a  b</code>"
    note = f"# **{SLIP}**\n\n`a  b` {SLIP}\n"
    paths = write(tmp_path, {"a.html": page, "b.md": note})
    assert arlint("check", "a.html", "b.md", *ONLY, "--fix").code in (0, 1)
    assert "<code>a  b</code>" in paths[0].read_text(encoding="utf-8")
    assert paths[1].read_text(encoding="utf-8") == note.replace(SLIP, FIXED)


def test_a_diff_changes_nothing_and_can_be_applied(arlint: Arlint, tmp_path: Path) -> None:
    text = f"{FIXED}\n" * 9 + f"{SLIP}\n" + f"{FIXED}\n" * 9 + SLIP
    [path] = write(tmp_path, {"a.txt": text})
    done = arlint("check", "a.txt", *ONLY, "--diff")
    assert (done.code, done.err) == (1, "2 slips would be fixed.\n")
    assert path.read_text(encoding="utf-8") == text
    assert done.out.startswith("--- a.txt\n+++ a.txt\n@@ -7,7 +7,7 @@\n")
    applied = subprocess.run(["patch", "-p0"], input=done.out.encode(), cwd=tmp_path, capture_output=True, check=False)
    assert applied.returncode == 0, applied.stdout
    assert path.read_text(encoding="utf-8") == text.replace(SLIP, FIXED)
    assert arlint("check", "a.txt", *ONLY, "--diff") == (0, "", "Nothing found.\n")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everything")
def test_a_file_that_must_not_be_written(arlint: Arlint, tmp_path: Path) -> None:
    [path] = write(tmp_path, {"a.txt": SLIP})
    path.chmod(0o444)
    done = arlint("check", "a.txt", *ONLY, "--fix")
    assert done.code == 2
    assert "cannot be written" in done.err
    assert path.read_text(encoding="utf-8") == SLIP


def test_the_summary_tells_what_only_a_person_may_fix(arlint: Arlint, tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": "قالوزير  نعم.\n"})
    alone = arlint("check", "a.txt", "--select", "SPL034", "--lang", "en")
    assert alone.out.endswith("\n1 finding in 1 file, 1 can be fixed with --fix --unsafe-fixes.\n")
    both = arlint("check", "a.txt", "--select", "SPL034,TYP018", "--lang", "en")
    assert both.out.endswith("\n2 findings in 1 file, 1 can be fixed with --fix, 1 more with --fix --unsafe-fixes.\n")
