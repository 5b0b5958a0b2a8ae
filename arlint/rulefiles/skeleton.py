"""The skeleton of a rule file: every key with what belongs into it, ready to run. One template a data check in `skeletons/`."""

from __future__ import annotations

from pathlib import Path
from string import Template

from arlint.pathnames import shown

_TEMPLATES = Path(__file__).parent / "skeletons"

CHECKS = ("phrase", "regex", "variants", "pattern")


def skeleton(path: str, code: str, name: str, check: str) -> str:
    """The text of a rule file at `path`, which it names in its comments. `check` is one of `CHECKS`."""
    template = Template((_TEMPLATES / f"{check}.toml").read_text(encoding="utf-8"))
    return template.safe_substitute(path=shown(path), code=code, name=name)
