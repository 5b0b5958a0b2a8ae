"""House rules beside the built-in ones."""

from __future__ import annotations

from collections.abc import Iterable

from arlint.errors import say
from arlint.rulefiles.rule import Rule
from arlint.tomlsource import TomlError


def check_unique(builtin: tuple[Rule, ...], house: Iterable[Rule]) -> tuple[Rule, ...]:
    """All rules, the built-in ones first. Raises TomlError at a house rule whose code or name is taken."""
    taken = {word: rule for rule in builtin for word in (rule.code, rule.name)}
    all_rules = list(builtin)
    for rule in house:
        for word in (rule.code, rule.name):
            if word in taken:
                from pathlib import Path

                path, _, line = rule.origin.rpartition(":")
                raise TomlError(
                    Path(path), int(line), say("{word} already stands at {place}", word=word, place=taken[word].origin), "choose another"
                )
            taken[word] = rule
        all_rules.append(rule)
    return tuple(all_rules)
