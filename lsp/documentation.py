"""Where a rule is explained: at the address the newsroom has set, or in a page written beside the system's temporary files.

The page holds what `arlint rule CODE` prints, so a link works without a network and for a house's own rules alike.
"""

from __future__ import annotations

import shutil
import tempfile
from functools import cache, lru_cache
from pathlib import Path

from arlint.errors import ArlintError
from arlint.lsp.environment import Environment
from arlint.rulefiles.explain import markdown
from arlint.rulefiles.rule import Rule, RulePage
from arlint.rulefiles.store import builtin_pages


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


@lru_cache(1024)
def _page_link(code: str, environment: Environment) -> str | None:
    rule = rule_of(code, environment)
    content = explanation(rule, environment.language) if rule else ""
    if not content:
        return None
    path = _folder() / f"{code}.{environment.language}.md"
    path.write_text(content, encoding="utf-8")
    return path.as_uri()


def _page(rule: Rule) -> RulePage | None:
    return builtin_pages().get(rule.code) or _house_page(rule.code, rule.origin.rpartition(":")[0])


@lru_cache(256)
def _house_page(code: str, path: str) -> RulePage | None:
    from arlint.rulefiles.reader import read_file

    try:
        return next((entry.page for entry in read_file(Path(path)) if entry.rule.code == code), None)
    except (ArlintError, OSError):
        return None


@cache
def _folder() -> Path:
    return Path(tempfile.mkdtemp(prefix="arlint-rules-"))


def remove_pages() -> None:
    """Take away what has been written; links to it lead nowhere from now on."""
    if _folder.cache_info().currsize:
        shutil.rmtree(_folder(), ignore_errors=True)
        _folder.cache_clear()
        _page_link.cache_clear()
