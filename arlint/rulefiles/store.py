"""The built-in rules: compiled at build time, read afresh from rules/ in a checkout whenever a file there changed.

`_compiled/rules.json` holds what the linter needs, `_compiled/pages.json` what is told about rules; a cold start reads
only the first. `SOURCES` in it names every rule file with size and time, by which a checkout knows that it is stale.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from arlint.errors import ArlintError, Saying, reason, say, saying
from arlint.finding import Safety, Severity
from arlint.rulefiles.rule import Habit, Rule, RulePage

if TYPE_CHECKING:
    from pathlib import Path

# Text, for a start that finds all compiled goes without `pathlib`; see `arlint.lexicon.container`.
_PACKAGE = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
_COMPILED = os.path.join(_PACKAGE, "_compiled")
_CHECKOUT = os.path.join(os.path.dirname(_PACKAGE), "rules")

RULES_FILE = "rules.json"
PAGES_FILE = "pages.json"
# The form of both files. One of another version of arlint is not read.
FORM = 4


class CompiledRulesError(ArlintError):
    """The compiled rules are missing or damaged."""

    def __init__(self, path: str, why: Saying | str) -> None:
        self.details = {"path": path, "why": saying(why)}
        super().__init__(f"{path}: {why}; rebuild with 'python -m arlint.compilers' in a checkout, or reinstall arlint")


@cache
def builtin_rules() -> tuple[Rule, ...]:
    """All rules of the project in order of code. Raises CompiledRulesError, in a checkout also TomlError."""
    compiled = _read(RULES_FILE)
    if compiled is None or _stale(compiled["sources"]):
        return tuple(entry.rule for entry in _from_checkout())
    return tuple(_rule(values) for values in compiled["rules"])


@cache
def builtin_pages() -> Mapping[str, RulePage]:
    """The page of each rule by code."""
    compiled = _read(RULES_FILE)
    pages = _read(PAGES_FILE)
    if compiled is None or pages is None or _stale(compiled["sources"]):
        return {entry.rule.code: entry.page for entry in _from_checkout()}
    return {code: _page(values) for code, values in pages.items()}


@cache
def builtin_presets() -> Mapping[str, Mapping[str, Any]]:
    """What each preset sets, by name: {"news": {...}}."""
    compiled = _read(RULES_FILE)
    if compiled is None or _stale(compiled["sources"]):
        return read_presets(_checkout())
    presets: Mapping[str, Mapping[str, Any]] = compiled["presets"]
    return presets


def read_presets(folder: Path) -> dict[str, dict[str, Any]]:
    """rules/presets/*.toml, by name."""
    from arlint.tomlsource import TomlFile

    paths = sorted((folder / "presets").glob("*.toml"))
    return {path.stem: dict(TomlFile.parse(path, path.read_text(encoding="utf-8")).values) for path in paths}


def fingerprint_sources(folder: Path) -> dict[str, list[int]]:
    """Size and modification time (ns) of every file under rules/, by relative path."""
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.suffix in {".toml", ".tsv"}:
            status = path.stat()
            found[path.relative_to(folder).as_posix()] = [status.st_size, status.st_mtime_ns]
    return found


def _stale(sources: Mapping[str, list[int]]) -> bool:
    """In a checkout: has a rule file changed since the rules were compiled? Elsewhere never."""
    return os.path.isdir(_CHECKOUT) and fingerprint_sources(_checkout()) != sources


def _checkout() -> Path:
    from pathlib import Path

    return Path(_CHECKOUT)


@cache
def _from_checkout() -> tuple[Any, ...]:
    from arlint.rulefiles.reader import read_folder

    if not os.path.isdir(_CHECKOUT):
        raise CompiledRulesError(os.path.join(_COMPILED, RULES_FILE), "missing")
    return read_folder(_checkout())


@cache
def _read(name: str) -> Any:
    """What the compiled file holds; None when there is none, or in a checkout one of another version. Raises CompiledRulesError."""
    path = os.path.join(_COMPILED, name)
    try:
        with open(path, "rb") as file:
            content = json.load(file)
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise CompiledRulesError(path, say("damaged ({reason})", reason=reason(error))) from None
    if isinstance(content, list) and content[:1] == [FORM]:
        return content[1]
    if os.path.isdir(_CHECKOUT):
        return None  # read afresh, as where it is missing
    raise CompiledRulesError(path, "made by another version of arlint")


def _rule(values: dict[str, Any]) -> Rule:
    return Rule(
        **{
            **values,
            "severity": Severity(values["severity"]),
            "fix": Safety(values["fix"]) if values["fix"] else None,
            "except_formats": tuple(values["except_formats"]),
            "over": tuple(values["over"]),
            "habits": tuple(Habit(**habit) for habit in values["habits"]),
        }
    )


def _page(values: dict[str, Any]) -> RulePage:
    return RulePage(values["why"], tuple(values["sources"]), tuple(values["wrong"]), tuple(values["right"]), values["contested"])
