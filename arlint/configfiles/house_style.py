"""The choices of a house, said plainly in a configuration file, as what they mean to the rules.

quotes = "«»"             the pair of quotation marks (CON003)
digits = "0123"           or the Arabic-Indic digits (CON004)
months = "يناير"          any month's name in the set that the house uses (CON007)
demonym = "أميركي"        the house's spelling of the word (CON001); spellings = […] chooses for other words likewise
tanween = "before-alif"   or "on-alif" (CON008)
final-ya = "egyptian"     undotted, or "dotted" (CON006)
transliteration           a table: the house's spelling of a name = the spellings it does not want (CON002)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from arlint.errors import say
from arlint.rulefiles.rule import Rule
from arlint.tomlsource import Table

KEYS = ("quotes", "digits", "months", "demonym", "spellings", "tanween", "final-ya", "transliteration")

_QUOTES = ("\u00ab\u00bb", "\u201c\u201d", "\u201d\u201c", '""')
_DIGITS = {"0123": "123", "123": "123", "\u0660\u0661\u0662\u0663": "\u0661\u0662\u0663", "\u0661\u0662\u0663": "\u0661\u0662\u0663"}
_TANWEEN = {"before-alif": "\u064b\u0627", "on-alif": "\u0627\u064b"}
_FINAL_YA = {"egyptian": "\u0649", "dotted": "\u064a"}
_QUOTE_RULE, _DIGIT_RULE, _MONTH_RULE, _TANWEEN_RULE, _YA_RULE, _NAME_RULE = "CON003", "CON004", "CON007", "CON008", "CON006", "CON002"
_UNDOTTED_YA_SLIPS = "SPL011"

# The rules of words with several accepted spellings: the choice of one is looked for in their groups.
_SPELLING_RULES = ("CON001", "CON005", "CON013", "CON014", "CON010")


@dataclass(slots=True)
class HouseStyle:
    """What the choices come to: rules that must be on, rules that must be off, options by code."""

    extend_select: list[str] = field(default_factory=list)
    ignore: list[str] = field(default_factory=list)
    options: dict[str, dict[str, Any]] = field(default_factory=dict)

    def choose(self, code: str, option: str, value: Any) -> None:
        """Switch a rule on with an option."""
        self.extend_select.append(code)
        self.options.setdefault(code, {})[option] = value


def house_style(table: Table, rules: Sequence[Rule]) -> HouseStyle:
    """The choices of a configuration file. Raises TomlError for one that cannot be made, with those that can."""
    style = HouseStyle()
    options = {rule.code: rule.options for rule in rules}
    if "quotes" in table.values:
        style.choose(_QUOTE_RULE, "prefer", table.choice("quotes", _QUOTES))
    for key, code, choices in (("digits", _DIGIT_RULE, _DIGITS), ("tanween", _TANWEEN_RULE, _TANWEEN), ("final-ya", _YA_RULE, _FINAL_YA)):
        if key in table.values:
            style.choose(code, "prefer", choices[table.choice(key, choices)])
    if table.values.get("final-ya") == "egyptian":
        style.ignore.append(_UNDOTTED_YA_SLIPS)
    if "months" in table.values:
        style.choose(_MONTH_RULE, "prefer", [_month(table, options)])
    for code, spellings in _spellings(table, options).items():
        style.choose(code, "prefer", spellings)
    if "transliteration" in table.values:
        style.choose(_NAME_RULE, "house", list(_names(table.table("transliteration"))))
    return style


def _month(table: Table, options: Mapping[str, Mapping[str, Any]]) -> str:
    groups: list[list[str]] = options[_MONTH_RULE]["groups"]
    months = {month.lstrip("="): month for group in groups for month in group if month}
    return months[table.choice("months", months)]


def _spellings(table: Table, options: Mapping[str, Mapping[str, Any]]) -> dict[str, list[str]]:
    """By rule, the spellings of its groups that the chosen words write."""
    chosen = [("demonym", table.text("demonym"))] if "demonym" in table.values else []
    chosen += [("spellings", word) for word in table.texts("spellings", ())]
    found: dict[str, list[str]] = {}
    for key, word in chosen:
        code, spelling = _look_up(word, options)
        if not code:
            what = say("{word!r} is no word with several spellings that a rule knows", word=word)
            raise table.error(key, what, "see the tables of CON001, CON005, CON013, CON014")
        found.setdefault(code, []).append(spelling)
    return found


def _look_up(word: str, options: Mapping[str, Mapping[str, Any]]) -> tuple[str, str]:
    bare = word.removeprefix("\u0627\u0644")
    for code in _SPELLING_RULES:
        for spelling in (spelling for group in options[code]["groups"] for spelling in group if spelling):
            stem = spelling.rstrip("*")
            if bare == stem or (spelling.endswith("*") and bare.startswith(stem)):
                return code, spelling
    return "", ""


def _names(table: Table) -> Iterator[str]:
    """A line for each name: the house's spelling, then the others."""
    for name in table.values:
        others = table.texts(name)
        if " " in name or any(" " in other for other in others):
            raise table.error(name, "a name here is one word", "write phrases into a rule file with the check 'phrase'")
        if name in others or not others:
            raise table.error(name, say("{name!r} needs other spellings that it takes the place of", name=name))
        yield " ".join((name, *others))
