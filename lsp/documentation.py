"""Where a rule is explained: at the address the newsroom has set, or in a page that is written into the user's cache.

The page holds what `arlint rule CODE` prints, so a link works without a network and for a house's own rules alike, and goes on
working when the server has ended.
"""

from __future__ import annotations

import logging
import os
from functools import lru_cache
from pathlib import Path

from arlint.digest import digest
from arlint.errors import ArlintError, reason
from arlint.lsp.environment import Environment
from arlint.rulefiles.explain import markdown
from arlint.rulefiles.rule import Rule, RulePage
from arlint.rulefiles.store import builtin_pages

logger = logging.getLogger(__name__)


def rule_link(code: str, name: str, environment: Environment) -> str | None:
    """The address of the rule's page; None for a rule that has none."""
    pattern = environment.preferences.documentation
    if pattern:
        family = code.rstrip("0123456789")
        return pattern.replace("{code}", code).replace("{family}", family).replace("{name}", name)
    return _page_link(code, environment)


def rule_of(selector: str, environment: Environment) -> Rule | None:
    """The rule with this code or name, as the project's configuration has it."""
    return next((rule for rule in environment.settings.config.all_rules if selector in (rule.code, rule.name)), None)


def explanation(rule: Rule, language: str) -> str:
    """The rule's page in Markdown; "" when nothing is told about it."""
    page = _page(rule)
    return markdown(rule, page, language) if page else ""


def _page_link(code: str, environment: Environment) -> str | None:
    rule = rule_of(code, environment)
    content = explanation(rule, environment.language) if rule else ""
    return _written(f"{code}.{environment.language}.md", content) if content else None


@lru_cache(1024)
def _written(name: str, content: str) -> str | None:
    """The address of a page of this name; pages of another version, or of another house's rule of that code, have folders of their own."""
    try:
        path = _cache() / digest(content) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    except (OSError, RuntimeError) as error:  # RuntimeError: nobody's home
        logger.warning("no page for links to rules: %s", reason(error))
        return None
    return path.as_uri()


def _cache() -> Path:
    home = Path(os.environ.get("XDG_CACHE_HOME", ""))
    return (home if home.is_absolute() else Path.home() / ".cache") / "arlint" / "rules"


def _page(rule: Rule) -> RulePage | None:
    return builtin_pages().get(rule.code) or _house_page(rule.code, rule.origin.rpartition(":")[0])


@lru_cache(256)
def _house_page(code: str, path: str) -> RulePage | None:
    from arlint.rulefiles.reader import read_file

    try:
        return next((entry.page for entry in read_file(Path(path)) if entry.rule.code == code), None)
    except (ArlintError, OSError):
        return None
