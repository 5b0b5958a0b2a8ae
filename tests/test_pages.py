"""Arabic pages: they run from right to left, code in them from left to right, and what is copied from them holds no direction marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.ar.md", ROOT / "docs" / "editors" / "README.ar.md", *sorted((ROOT / "docs").glob("*.ar.md"))]
MARK = "\u200e"
_ARABIC = re.compile("[\u0600-\u06ff]")
_CODE = re.compile(r"(?s)(.?)(`+)([^`]+)\2(.?)")


def prose(page: Path) -> Iterator[str]:
    """The lines of a page without its blocks of code."""
    block = False
    for line in page.read_text(encoding="utf-8").splitlines():
        block ^= line.startswith("```")
        if not block and not line.startswith("```"):
            yield line


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_runs_from_right_to_left_and_its_code_from_left_to_right(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert text.startswith('<div dir="rtl" lang="ar">')
    opened = re.findall(r'(?m)^<div dir="ltr">\n\n```', text)
    blocks = [line for line in text.splitlines() if line.startswith("```")]
    adjoining = text.count("```\n\n```")
    assert len(opened) == len(blocks) // 2 - adjoining


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_code_in_a_line_keeps_its_signs_in_their_places(page: Path) -> None:
    for line in prose(page):
        for before, _, code, behind in _CODE.findall(line):
            assert MARK not in code, f"copied with a direction mark: {code!r}"
            if _ARABIC.search(code):
                assert before == ">", f"<span> around {code!r}"
            else:
                assert code[0].isalnum() or before == MARK, f"a mark before {code!r}"
                assert code[-1].isalnum() or behind == MARK, f"a mark behind {code!r}"
