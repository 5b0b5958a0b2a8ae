"""What is on, at what severity, for which files. Reading it from files is `arlint.configfiles`' business."""

from __future__ import annotations

import fnmatch
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from arlint.errors import ArlintError, Saying, aside, say
from arlint.finding import Severity
from arlint.records import NamedTuple
from arlint.rulefiles.rule import Rule
from arlint.rulefiles.store import builtin_rules

ALL = "ALL"
_NOTHING: Mapping[str, Any] = MappingProxyType({})


class UnknownSelectorError(ArlintError):
    """A selector names no rule: neither a code, the beginning of one, nor a name."""

    def __init__(self, selector: str, where: str, remedy: Saying) -> None:
        self.selector = selector
        self.remedy = remedy
        self.details = {"selector": selector, "where": where, "remedy": aside(remedy)}
        super().__init__(f"{where}: no rule {selector!r}{aside(remedy)}")


class Config(NamedTuple):
    """The configuration of a `Linter`; everything has a default, which is the newsroom preset.

    select: selectors of the rules that are on (code, beginning of codes such as "TYP", name, or "ALL"); None: those that are on
    by default. extend_select, ignore: selectors on top of that; the longer selector wins, ignore at equal length.
    severity: by selector. per_file_ignores: selectors by glob of the path. options: a rule's options by its code.
    minimum_severity: findings less grave are not reported. language: of messages, "ar" or "en".
    rules: all rules there are, house rules behind the built-in ones; None: the built-in ones.
    """

    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = _NOTHING
    per_file_ignores: Mapping[str, tuple[str, ...]] = _NOTHING
    options: Mapping[str, Mapping[str, Any]] = _NOTHING
    minimum_severity: Severity = Severity.INFO
    language: str = "ar"
    rules: tuple[Rule, ...] | None = None

    @property
    def all_rules(self) -> tuple[Rule, ...]:
        """All rules there are, on or off."""
        return builtin_rules() if self.rules is None else self.rules

    def enabled(self) -> tuple[Rule, ...]:
        """The rules that are on, each with its severity and options as configured. Raises UnknownSelectorError."""
        self._check_selectors()
        return tuple(self._configured(rule) for rule in self.all_rules if self._is_on(rule))

    def ignored_for(self, path: str) -> tuple[str, ...]:
        """Selectors that `per_file_ignores` switches off for a path (with "/" between folders)."""
        return tuple(
            selector
            for pattern, selectors in self.per_file_ignores.items()
            if fnmatch.fnmatchcase(path, pattern) or fnmatch.fnmatchcase(path.rpartition("/")[2], pattern)
            for selector in selectors
        )

    @property
    def is_wide(self) -> bool:
        """Does it leave all default rules on everywhere?"""
        narrowed = self.select is not None or self.ignore or self.per_file_ignores or self.minimum_severity is not Severity.INFO
        return not narrowed

    def widened(self) -> Config:
        """The configuration with all default rules on beside those that were asked for: what tells whether a fix brings in a slip."""
        more = (*(self.select or ()), *self.extend_select)
        return self._replace(select=None, extend_select=more, ignore=(), per_file_ignores={}, minimum_severity=Severity.INFO)

    def _is_on(self, rule: Rule) -> bool:
        chosen = -1
        if self.select is None:
            chosen = 0 if rule.default else -1
        asked = longest(rule, (*(self.select or ()), *self.extend_select))
        return max(chosen, asked) > longest(rule, self.ignore)

    def _configured(self, rule: Rule) -> Rule:
        severity = rule.severity
        if meant := [selector for selector in self.severity if matches(rule, selector)]:
            severity = self.severity[max(meant, key=lambda selector: longest(rule, (selector,)))]
        options = self.options.get(rule.code) or self.options.get(rule.name)
        if options:  # what the detector wants to see may hang on them
            return rule._replace(severity=severity, options={**rule.options, **options}, interest=None)
        return rule if severity is rule.severity else rule._replace(severity=severity)

    def _check_selectors(self) -> None:
        groups = {
            "select": self.select or (),
            "extend-select": self.extend_select,
            "ignore": self.ignore,
            "severity": self.severity,
            "options": self.options,
            "per-file-ignores": [s for selectors in self.per_file_ignores.values() for s in selectors],
        }
        for where, selectors in groups.items():
            check_selectors(selectors, self.all_rules, where)


def check_selectors(selectors: Iterable[str], rules: Iterable[Rule], where: str) -> None:
    """Raise UnknownSelectorError for the first selector that no rule answers to; `where` says who asked for it."""
    known = tuple(rules)
    for selector in selectors:
        if not any(matches(rule, selector) for rule in known):
            from arlint.tomlsource import near

            words = {word for rule in known for word in (rule.code, rule.name, rule.family)} | {ALL}
            raise UnknownSelectorError(selector, where, near(selector, words) or say("'arlint rule --all' lists all rules"))


def matches(rule: Rule, selector: str) -> bool:
    """Does a selector mean this rule? A code, the beginning of one (at least the family), its name, or "ALL"."""
    if selector == ALL or selector == rule.name:
        return True
    return rule.code.startswith(selector) and len(selector) >= len(rule.family)


def longest(rule: Rule, selectors: Iterable[str]) -> int:
    """How exactly the rule is meant: 1 for "ALL", 2 and more for a prefix, 1000 for its code or name, -1 for not at all."""
    best = -1
    for selector in selectors:
        if matches(rule, selector):
            exact = selector in (rule.code, rule.name)
            best = max(best, 1000 if exact else 1 if selector == ALL else len(selector))
    return best
