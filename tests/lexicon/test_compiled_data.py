"""A compiled file that is missing or damaged: one error that names it and says how to make it again."""

from __future__ import annotations

from pathlib import Path

import pytest

from arlint.lexicon import container
from arlint.lexicon.container import Container
from arlint.lexicon.errors import CompiledDataError
from arlint.lexicon.lexicon import Lexicon
from arlint.lexicon.morphology.analyser import FILE, Analyser


def check(path: Path, problem: str) -> None:
    with pytest.raises(CompiledDataError, match=problem) as raised:
        Analyser(path)
    message = str(raised.value)
    assert str(path) in message
    assert "python -m arlint.compilers" in message
    assert "\n" not in message
    assert raised.value.exit_code == 2


@pytest.fixture
def good() -> bytes:
    return Path(container.COMPILED, FILE).read_bytes()


def test_missing(tmp_path: Path) -> None:
    check(tmp_path / FILE, "does not exist")


@pytest.mark.parametrize("content", [b"", b"ARL", b"ARLINT1\n"])
def test_cut_short_at_the_head(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)
    check(tmp_path / FILE, "cut short|cannot be read")


def test_a_folder_in_its_place(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    check(tmp_path / FILE, "cannot be read")


def test_another_kind_of_file(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"PK\x03\x04" * 100)
    check(tmp_path / FILE, "not a file of this version")


def test_another_kind_of_data(tmp_path: Path) -> None:
    container.write(tmp_path / FILE, "words", {"names": b""})
    check(tmp_path / FILE, "holds words, not morphology")


@pytest.mark.parametrize("share", [0.02, 0.3, 0.7, 0.999])
def test_cut_off(tmp_path: Path, good: bytes, share: float) -> None:
    (tmp_path / FILE).write_bytes(good[: int(len(good) * share)])
    check(tmp_path / FILE, "cut short|damaged")


def test_a_flipped_bit_in_the_directory(tmp_path: Path, good: bytes) -> None:
    (tmp_path / FILE).write_bytes(good[:40] + bytes([good[40] ^ 1]) + good[41:])
    check(tmp_path / FILE, "directory is damaged")


def test_a_flipped_bit_in_a_section(tmp_path: Path, good: bytes) -> None:
    middle = len(good) // 2
    (tmp_path / FILE).write_bytes(good[:middle] + bytes([good[middle] ^ 1]) + good[middle + 1 :])
    check(tmp_path / FILE, "is damaged")


def test_sections_come_back_as_written(tmp_path: Path) -> None:
    path = tmp_path / "any.arl"
    container.write(path, "any", {"a": b"abc", "empty": b"", "numbers": (7).to_bytes(4, "little") * 3})
    opened = Container(path, "any")
    assert bytes(opened.view("a")) == b"abc"
    assert bytes(opened.view("empty")) == b""
    assert list(opened.array("numbers", "I")) == [7, 7, 7]
    with pytest.raises(CompiledDataError, match="no section 'b'"):
        opened.view("b")


def test_a_lexicon_fails_only_when_its_part_is_asked_for(tmp_path: Path) -> None:
    lexicon = Lexicon(tmp_path)
    with pytest.raises(CompiledDataError, match="does not exist"):
        _ = lexicon.analyser
    with pytest.raises(CompiledDataError, match=r"words\.arl"):
        _ = lexicon.words
