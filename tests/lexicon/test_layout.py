"""Where the modules of the lexicon are: imports point one way between its sub-packages, and a package brings no module along."""

from __future__ import annotations

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import arlint.lexicon

PACKAGE = "arlint.lexicon"
FOLDER = Path(arlint.lexicon.__file__).parent
SUB_PACKAGES = {path.parent.name for path in FOLDER.glob("*/__init__.py")}
MODULES = {".".join(path.relative_to(FOLDER).with_suffix("").parts): path for path in FOLDER.rglob("*.py") if path.name != "__init__.py"}

# What each may import, of the lexicon and besides itself. Other modules at the top are above all of these.
BASE = {"errors", "container", "letters"}
BELOW = {**dict.fromkeys((*BASE, "counts", "morphology"), BASE), "spelling": {*BASE, "counts", "morphology"}}


def imports(path: Path) -> set[str]:
    """What a module imports of arlint, for types or inside a function, too."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            names |= {f"{node.module}", *(f"{node.module}.{alias.name}" for alias in node.names)}
        elif isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
    return {name for name in names if name.startswith("arlint.")}


def inside(path: Path) -> set[str]:
    return {name.removeprefix(f"{PACKAGE}.") for name in imports(path)} & {*MODULES, "counts._pairs"}


def test_every_sub_package_has_its_place_in_the_order() -> None:
    assert set(BELOW) - BASE == SUB_PACKAGES
    assert len(MODULES) > 30


def test_sub_packages_import_what_is_below_them() -> None:
    for name, path in MODULES.items():
        place = name.split(".")[0]
        if place in BELOW:
            assert {other.split(".")[0] for other in inside(path)} <= {place, *BELOW[place]}, name


def test_the_lexicon_knows_nothing_of_the_rooms_above_it() -> None:
    rooms = {name.split(".")[1] for path in MODULES.values() for name in imports(path)}
    assert rooms == {"records", "errors", "document", "lexicon"}


def test_there_is_no_circle() -> None:
    order = list(TopologicalSorter({name: inside(path) for name, path in MODULES.items()}).static_order())  # CycleError where there is one
    assert order.index("opinions") < order.index("lexicon")


def test_a_package_is_but_a_docstring() -> None:
    """A start that imports one module of it imports no other."""
    for name in ("", *SUB_PACKAGES):
        tree = ast.parse((FOLDER / name / "__init__.py").read_text("utf-8"))
        assert len(tree.body) == 1, name
        assert ast.get_docstring(tree), name
