"""The skeleton of a rule file: every key with what belongs into it, ready to run. One template a data check in `skeletons/`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from string import Template

_TEMPLATES = Path(__file__).parent / "skeletons"

CHECKS = ("phrase", "regex", "variants", "pattern")
COMMENTS = ("try_it", "use_it", "severities", "fixes", "phrases", "proclitics", "sequence", "tokens", "kept", "spellings")


def skeleton(code: str, name: str, check: str, comments: Mapping[str, str]) -> str:
    """The text of a rule file. `check` is one of `CHECKS`; `comments` has the text of each comment in `COMMENTS`."""
    template = Template((_TEMPLATES / f"{check}.toml").read_text(encoding="utf-8"))
    return template.substitute(comments, code=code, name=name)
