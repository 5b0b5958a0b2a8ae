"""Real editors, driven without a screen: they see the findings of the article, see one more as it is typed, and apply its repair."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from arlint import Linter

HERE = Path(__file__).parent
SERVER = f"{sys.executable} -m arlint lsp"
ARTICLE = "قال  الوزير 😀  إن القرار نهائي.\nولم  يعلّق أحد.\n"
TYPED = "ثم 😀  عاد."
CLIENTS = HERE.parents[1] / "lsp" / "clients"
ALE = (Path("/usr/share/vim-ale"), Path("/usr/share/vim/vimfiles/pack/ale"), Path("/usr/share/vim/addons"))

pytestmark = pytest.mark.editors


def slips(text: str) -> list[str]:
    return [text[finding.start : finding.end] for finding in Linter().lint(text)]


def run(command: list[str], folder: Path, article: Path, stdin: int | None = subprocess.DEVNULL) -> Any:
    """Run an editor that writes what it saw; gives that."""
    out = folder / "seen.json"
    places = {"ARLINT_OUT": str(out), "ARLINT_SERVER": SERVER, "ARLINT_FOLDER": str(folder), "ARLINT_ARTICLE": str(article)}
    places["ARLINT_CLIENTS"] = str(CLIENTS)
    environment = {**os.environ, **places, "HOME": str(folder), "LC_ALL": "C.UTF-8", "XDG_CACHE_HOME": str(folder)}
    result = subprocess.run(command, cwd=folder, env=environment, stdin=stdin, capture_output=True, timeout=120, check=False)
    assert out.exists(), (result.stdout + result.stderr).decode(errors="replace")[-3000:]
    return json.loads(out.read_text(encoding="utf-8"))


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.mark.skipif(not shutil.which("nvim"), reason="Neovim is not installed (Debian: neovim)")
def test_neovim(article: Path, tmp_path: Path) -> None:
    seen = run(["nvim", "--headless", "-u", "NONE", "-i", "NONE", "-c", f"luafile {HERE / 'neovim.lua'}", str(article)], tmp_path, article)
    assert [one["text"] for one in seen["before"]] == slips(ARTICLE)
    typed = ARTICLE + TYPED
    assert [one["text"] for one in seen["after"]] == slips(typed)
    assert seen["text"][-1] == "ثم 😀 عاد."


@pytest.mark.skipif(not shutil.which("emacs"), reason="Emacs is not installed (Debian: emacs-nox elpa-eglot)")
def test_emacs_with_eglot(article: Path, tmp_path: Path) -> None:
    probe = subprocess.run(["emacs", "--batch", "-f", "package-initialize", "--eval", "(require 'eglot)"], capture_output=True, check=False)
    if probe.returncode:
        pytest.skip("eglot is not installed (Debian: elpa-eglot)")
    seen = run(["emacs", "--batch", "-f", "package-initialize", "-l", str(HERE / "eglot.el")], tmp_path, article)
    assert [one["text"] for one in seen["before"]] == slips(ARTICLE)
    assert [one["text"] for one in seen["after"]] == slips(ARTICLE + "\n" + TYPED)
    assert seen["lines"][-1] == "ثم 😀 عاد."


@pytest.mark.skipif(not shutil.which("vim"), reason="Vim is not installed (Debian: vim vim-ale)")
def test_vim_with_ale(article: Path, tmp_path: Path) -> None:
    plugin = next((path for folder in ALE for path in folder.rglob("ale.vim") if path.parent.name == "plugin"), None)
    if plugin is None:
        pytest.skip("ALE is not installed (Debian: vim-ale)")
    vimrc = tmp_path / "vimrc"
    vimrc.write_text(
        f"""set nocompatible encoding=utf-8 noswapfile viminfo=
set runtimepath+={plugin.parent.parent}
let g:arlint_out = $ARLINT_OUT
let g:ale_linters = {{'text': ['arlint']}}
let g:ale_lint_delay = 0
filetype plugin on
runtime plugin/ale.vim
let g:arlint_executable = '{sys.executable}'
let g:arlint_command = '%e -m arlint lsp'
source {CLIENTS}/vim/arlint.vim
doautocmd VimEnter
""",
        encoding="utf-8",
    )
    command = ["vim", "--not-a-term", "-T", "dumb", "-u", str(vimrc), "-S", str(HERE / "ale.vim"), str(article)]
    reading, writing = os.pipe()  # Vim ends when its terminal does: give it one that stays open
    try:
        seen = run(command, tmp_path, article, reading)
    finally:
        os.close(reading)
        os.close(writing)
    assert [one["line"] for one in seen["before"]] == [1, 1, 2]
    assert [one["line"] for one in seen["after"]] == [1, 1, 2, 3]
    assert [one["code"] for one in seen["after"]] == ["TYP018"] * 4
