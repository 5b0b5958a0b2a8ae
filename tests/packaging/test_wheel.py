"""The built wheel: everything is inside, and a fresh environment with nothing but it checks an article."""

from __future__ import annotations

import json
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.packaging


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), str(ROOT))
    [built] = folder.glob("arlint-*.whl")
    return built


@pytest.fixture(scope="module")
def command(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("venv")
    venv.create(folder, with_pip=True)
    programs = folder / ("Scripts" if sys.platform == "win32" else "bin")
    run(str(programs / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", str(wheel))
    return programs / "arlint"


def run(*arguments: str, code: int = 0, cwd: Path | None = None) -> str:
    done = subprocess.run(arguments, capture_output=True, cwd=cwd, check=False)
    assert done.returncode == code, done.stderr.decode()
    return done.stdout.decode()


def test_what_is_inside(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {"arlint/py.typed", "arlint/_compiled/rules.json", "arlint/_compiled/pages.json", "arlint/messages/ar.json"} <= names
    assert "arlint/rules/typography/spaces.toml" in names
    assert any(name.startswith("arlint/dictionaries/words/") for name in names)
    assert not [name for name in names if name.startswith(("tests/", "bench/", "docs/"))]
    assert wheel.stat().st_size < 30_000_000


def test_what_the_checkout_has_built_in_c_is_inside(wheel: Path) -> None:
    built = [path.name for path in (ROOT / "arlint" / "lexicon" / "counts").glob("_pairs.*") if path.suffix in (".so", ".pyd")]
    names = {Path(name).name for name in zipfile.ZipFile(wheel).namelist()}
    assert names.issuperset(built)


def test_every_package_of_the_source_is_inside(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    sources = {path.relative_to(ROOT).as_posix() for path in (ROOT / "arlint").rglob("*.py")}
    assert sources <= names


def test_it_checks_an_article(command: Path, tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("قال  الوزير إن القرار نهائي.\n", encoding="utf-8")
    report = json.loads(run(str(command), "check", "--isolated", "--format", "json", "article.txt", code=1, cwd=tmp_path))
    assert [finding["code"] for finding in report["files"][0]["findings"]] == ["TYP018"]
    assert run(str(command), "rule", "TYP018", "--lang", "ar").startswith("# TYP018")
    run(str(command), "check", "--fix", "article.txt", cwd=tmp_path)
    assert article.read_text(encoding="utf-8") == "قال الوزير إن القرار نهائي.\n"
