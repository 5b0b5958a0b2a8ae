"""Where checks are: each in the sub-package of the rules that name it, under a name that stands once, imported when it is needed."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import arlint.checks
from arlint.checks.catalogue import PACKAGE
from arlint.modules import nested_modules
from arlint.rulefiles.store import builtin_rules

FOLDER = Path(arlint.checks.__file__).parent


def test_every_module_of_a_sub_package_is_found() -> None:
    modules = [path for path in FOLDER.glob("*/*.py") if not path.name.startswith("_")]
    assert len(nested_modules(PACKAGE)) == len(modules) > 50


def test_two_modules_of_one_name_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("one/spaces", "one/quotes", "other/spaces", "other/_spaces"):
        path = tmp_path / "some_checks" / f"{name}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
        path.with_name("__init__.py").touch()
    (tmp_path / "some_checks" / "__init__.py").touch()
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(ImportError, match=r"one name: one\.spaces and other\.spaces"):
        nested_modules("some_checks")


def test_a_check_is_where_its_rules_are() -> None:
    """rules/typography/ names what is in arlint/checks/typography/, or a data check."""
    homes = {rule.code: (Path(rule.origin).parent.name, rule.check.split(".")[0]) for rule in builtin_rules()}
    assert len(homes) > 200
    assert not {code: (rules, checks) for code, (rules, checks) in homes.items() if checks not in (rules, "data")}


def test_sub_packages_do_not_import_each_other() -> None:
    """What several need is no check: it is in the lexicon, the syntax or the document."""
    shared = {"protocol", "catalogue", "reader"}
    for path in FOLDER.glob("*/*.py"):
        imports = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.ImportFrom)]
        checks = {f"{node.module}.".split(".")[2] for node in imports if node.module and f"{node.module}.".startswith(f"{PACKAGE}.")}
        assert checks <= {*shared, path.parent.name}, path


@pytest.mark.parametrize(
    ("place", "options"),
    [
        ("typography.spaces.several", {}),
        ("data.regex", {"pattern": "x", "characters": "", "contains": []}),
        ("data.phrase", {"phrases": [], "accepted": {}, "contested": False, "allow": [], "except": [], "proclitics": "none", "quoted": True,
                         "after": []}),
        ("data.pattern", {"patterns": [], "quoted": True}),
        ("data.variants", {"groups": [], "together": False, "prefer": [], "standard": False, "except": []}),
        ("spelling.spelling", {"kinds": [], "confidence": 0.7, "safe": 0.97}),
    ],
)  # fmt: skip
def test_a_detector_is_built_without_other_checks_and_without_what_reads_rule_files(place: str, options: dict[str, object]) -> None:
    program = f"import sys; from arlint.checks.catalogue import build; build({place!r}, {options!r}); print(*sys.modules)"
    loaded = set(subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True).stdout.split())
    package, module = place.split(".")[:2]
    checks = {name.removeprefix(f"{PACKAGE}.") for name in loaded if name.startswith(f"{PACKAGE}.")}
    assert checks == {"catalogue", "protocol", package, f"{package}.{module}"}
    assert loaded.isdisjoint({"arlint.tomlsource", "arlint.tablesource", "tomllib", "pkgutil"})
