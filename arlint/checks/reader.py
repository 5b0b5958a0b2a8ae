"""What a rule file says of its check: the name, which becomes a place in this package, and the options.

`check = "spaces.several"` does not say in which sub-package the module `spaces` is: names of modules are unique over all of them.
"""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from arlint.checks.catalogue import PACKAGE
from arlint.checks.protocol import DataCheck, DetectorMaker, DocumentDetector, ParagraphDetector
from arlint.errors import Saying, say
from arlint.modules import nested_modules
from arlint.tomlsource import Table, expected, nearest

if TYPE_CHECKING:
    from pathlib import Path

_KINDS = (ParagraphDetector, DocumentDetector, DetectorMaker)


def read_check(rule: Table, folder: Path) -> tuple[str, dict[str, Any]]:
    """The place of a rule's check, for `catalogue.build`, and the rule's options as they are compiled.

    Raises TomlError for an unknown check or option; ImportError where two modules have one name.
    """
    check = rule.text("check")
    module, _, function = check.partition(".")
    if module not in _modules():
        raise rule.error("check", say("there is no check {check!r}", check=check), nearest(module, _modules()))
    home = importlib.import_module(f"{PACKAGE}.{_modules()[module]}")
    place = _modules()[module] + check.removeprefix(module)
    options = rule.table("options")
    if not function:
        if not hasattr(home, "build"):
            raise rule.error("check", say("{check!r} names a module of detectors", check=check), nearest(check, _detectors(home, module)))
        return place, cast(DataCheck, home).read(options, folder)
    detector = getattr(home, function, None)
    if not isinstance(detector, _KINDS):
        raise rule.error("check", say("there is no check {check!r}", check=check), nearest(check, _detectors(home, module)))
    return place, merge_options(options, detector.defaults, folder)


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
            raise options.error(name, expected(name, value, _form(defaults[name])))
    return {**defaults, **options.values, **read}


def _form(default: object) -> Saying:
    """What an option's value has to be, told by its default."""
    if isinstance(default, bool):
        return say("true or false")
    return say("a list of strings") if isinstance(default, tuple) else say("a value like {default!r}", default=default)


@cache
def _modules() -> Mapping[str, str]:
    return nested_modules(PACKAGE)


def _detectors(home: object, module: str) -> list[str]:
    found = [name for name, value in vars(home).items() if isinstance(value, _KINDS)]
    return [f"{module}.{name}" for name in found]
