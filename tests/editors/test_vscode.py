"""VS Code itself, served by code-server to a browser without a screen: a run-on word is underlined, its repair applied.

Skipped unless ARLINT_NODE_MODULES names a folder with the npm packages code-server and playwright-core, chromium is installed and
`make vscode` has packed the extension.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

HERE = Path(__file__).parent
EXTENSION = HERE.parents[1] / "lsp" / "clients" / "vscode" / "arlint.vsix"
NODE_MODULES = Path(os.environ.get("ARLINT_NODE_MODULES", "/nonexistent"))
ENTRY = NODE_MODULES / "code-server" / "out" / "node" / "entry.js"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
ARTICLE = "قالوزير الخارجية إن القرار نهائي.\nولم  يعلّق أحد.\n"

pytestmark = [
    pytest.mark.editors,
    pytest.mark.skipif(not ENTRY.exists(), reason="ARLINT_NODE_MODULES names no folder with code-server and playwright-core"),
    pytest.mark.skipif(not CHROMIUM, reason="Chromium is not installed (Debian: chromium)"),
    pytest.mark.skipif(not EXTENSION.exists(), reason="the extension is not packed; run 'make vscode'"),
]


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    """code-server with the packed extension installed, serving the folder `tmp_path/desk`."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        number = int(free.getsockname()[1])
    (tmp_path / "user" / "User").mkdir(parents=True)
    settings = {"security.workspace.trust.enabled": False, "arlint.command": [sys.executable, "-m", "arlint"], "arlint.language": "ar"}
    (tmp_path / "user" / "User" / "settings.json").write_text(json.dumps(settings), encoding="utf-8")
    folders = ["--user-data-dir", str(tmp_path / "user"), "--extensions-dir", str(tmp_path / "extensions")]
    node = ["node", str(ENTRY), *folders]
    subprocess.run([*node, "--install-extension", str(EXTENSION)], check=True, capture_output=True, timeout=180)
    options = ["--auth", "none", "--bind-addr", f"127.0.0.1:{number}", "--disable-telemetry", "--disable-update-check"]
    with (tmp_path / "code-server.log").open("wb") as log:
        process = subprocess.Popen([*node, *options], stdout=log, stderr=log)
    for _ in range(300):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", number)) == 0:
                break
        time.sleep(0.2)
    yield number
    process.terminate()
    process.wait(timeout=30)


def test_the_repair_of_a_run_on_word(port: int, tmp_path: Path) -> None:
    folder = tmp_path / "desk"
    folder.mkdir()
    (folder / "article.txt").write_text(ARTICLE, encoding="utf-8")
    out = tmp_path / "seen.json"
    places = {
        "ARLINT_NODE": str(NODE_MODULES),
        "ARLINT_OUT": str(out),
        "ARLINT_PORT": str(port),
        "ARLINT_FOLDER": str(folder),
        "ARLINT_CHROMIUM": str(CHROMIUM),
    }
    subprocess.run(["node", str(HERE / "vscode.mjs")], env={**os.environ, **places}, check=True, timeout=300)
    seen = json.loads(out.read_text(encoding="utf-8"))
    assert "error" not in seen, seen
    assert seen["squiggles"] == 2
    assert any("«قال وزير»" in action for action in seen["actions"])
    assert seen["lines"][0].startswith("قال وزير الخارجية")
    assert seen["left"] == 1
