"""Reading and replacing files: encodings there and back, nothing lost, nothing between old and new."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arlint.formats import files
from arlint.formats.encoding import decode, encode
from arlint.formats.errors import BinaryFileError, ChangedFileError, FileError, UndecodableError, UnencodableFixError, UnwritableError

readable = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])).filter(lambda text: not text.startswith("\ufeff"))


@given(readable, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_there_and_back(text: str, codec: str) -> None:
    raw = text.encode(codec)
    if codec == "utf-16" and raw[2:4] == b"\0\0":
        return
    assert decode("f", raw) == (text, decode("f", raw)[1])
    assert encode("f", *decode("f", raw)) == raw


@given(st.binary(max_size=40))
def test_any_bytes_are_text_or_a_file_error(raw: bytes) -> None:
    try:
        text, encoding = decode("f", raw)
    except FileError as error:
        told = str(error)
    else:
        told = "f: read"
        assert encode("f", text, encoding) == raw
    assert told.startswith("f: ")
    assert "\n" not in told


def test_the_encodings_that_fit_are_named() -> None:
    text = "قال الوزير إن القرار نهائي"
    for codec, name in (("cp1256", "Windows-1256"), ("utf-16-le", "UTF-16-LE"), ("utf-16-be", "UTF-16-BE")):
        with pytest.raises(UndecodableError) as caught:
            decode("f", text.encode(codec))
        assert caught.value.details["fits"] == name
    with pytest.raises(BinaryFileError):
        decode("f", b"GIF89a\0\0\xff")


def test_replacing_never_overwrites_what_somebody_else_wrote(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("قديم", encoding="utf-8")
    source = files.read(str(path))
    path.write_text("من غيرنا", encoding="utf-8")
    with pytest.raises(ChangedFileError):
        files.replace(source, "جديد")
    assert path.read_text(encoding="utf-8") == "من غيرنا"
    assert list(tmp_path.iterdir()) == [path]


def test_a_repair_that_the_encoding_lacks(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("نص".encode("cp1256"))
    with pytest.raises(UnencodableFixError):
        files.replace(files.read(str(path), "cp1256"), "نص \u2026 \u0671")
    assert path.read_bytes() == "نص".encode("cp1256")


def test_a_failure_while_writing_leaves_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("قديم", encoding="utf-8")
    source = files.read(str(path))

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UnwritableError, match="no space left on device"):
        files.replace(source, "جديد")
    assert path.read_text(encoding="utf-8") == "قديم"
    assert list(tmp_path.iterdir()) == [path]
