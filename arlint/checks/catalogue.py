"""From the place of a check in a compiled rule to the detector; only the module at that place is imported.

A place is "typography.spaces.several", package, module and detector, or "data.regex", a data check. Rule files leave the package out;
`arlint.checks.reader` looks it up when they are compiled, so that a start looks for nothing.
"""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from typing import Any, cast

from arlint.checks.protocol import DataCheck, Detector, DetectorMaker

PACKAGE = "arlint.checks"


def build(place: str, options: Mapping[str, Any]) -> Detector:
    """The detector of a rule. `place` and `options` are as `arlint.checks.reader.read_check` gave them."""
    package, module, *function = place.split(".")
    home = importlib.import_module(f"{PACKAGE}.{package}.{module}")
    if function:
        detector = getattr(home, function[0])
        return detector.make(options) if isinstance(detector, DetectorMaker) else cast(Detector, detector)
    return cast(DataCheck, home).build(options)
