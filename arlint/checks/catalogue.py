"""From the name in a rule file to the detector: `module.function` or, for data checks, `module`."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from arlint.checks.protocol import DataCheck, Detector, DetectorMaker, DocumentDetector, ParagraphDetector
from arlint.errors import say
from arlint.modules import module_names
from arlint.tomlsource import Table, expected, nearest

if TYPE_CHECKING:
    from pathlib import Path

_PACKAGE = "arlint.checks"
_KINDS = (ParagraphDetector, DocumentDetector, DetectorMaker)


def build(check: str, options: Mapping[str, Any]) -> Detector:
    """The detector of a compiled rule. `check` and `options` are as `read_options` accepted them."""
    module, _, function = check.partition(".")
    home = importlib.import_module(f"{_PACKAGE}.{module}")
    if function:
        detector = getattr(home, function)
        return detector.make(options) if isinstance(detector, DetectorMaker) else cast(Detector, detector)
    return cast(DataCheck, home).build(options)


def read_options(rule: Table, folder: Path) -> dict[str, Any]:
    """The options of a rule as they are compiled. Raises TomlError for an unknown check or option."""
    check = rule.text("check")
    module, _, function = check.partition(".")
    if module not in _modules():
        raise rule.error("check", say("there is no check {check!r}", check=check), nearest(module, _modules()))
    home = importlib.import_module(f"{_PACKAGE}.{module}")
    options = rule.table("options")
    if not function:
        if not hasattr(home, "build"):
            raise rule.error("check", say("{check!r} names a module of detectors", check=check), nearest(check, _detectors(home, module)))
        return cast(DataCheck, home).read(options, folder)
    detector = getattr(home, function, None)
    if not isinstance(detector, _KINDS):
        raise rule.error("check", say("there is no check {check!r}", check=check), nearest(check, _detectors(home, module)))
    return merge_options(options, detector.defaults, folder)


def merge_options(options: Table, defaults: Mapping[str, Any], folder: Path | None = None) -> dict[str, Any]:
    """The defaults with what `options` sets; a list may name a table of words in `folder`.

    Raises TomlError for an unknown name or a value of another type.
    """
    options.only(defaults)
    read: dict[str, Any] = {}
    for name, value in options.values.items():
        if isinstance(value, str) and isinstance(defaults[name], tuple) and folder:
            from arlint.tablesource import read_words

            read[name] = read_words(options, name, folder)
        elif type(value) is not type(defaults[name]) and not (isinstance(value, list) and isinstance(defaults[name], tuple)):
            raise options.error(name, expected(name, value, say("a value like {default!r}", default=defaults[name])))
    return {**defaults, **options.values, **read}


@cache
def _modules() -> list[str]:
    return [name for name in module_names(_PACKAGE) if name not in {"catalogue", "protocol"}]


def _detectors(home: object, module: str) -> list[str]:
    found = [name for name, value in vars(home).items() if isinstance(value, _KINDS)]
    return [f"{module}.{name}" for name in found]
