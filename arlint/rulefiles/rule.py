"""What a rule is, at run time (`Rule`) and for the reader of its documentation (`RulePage`)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from arlint.finding import Safety, Severity
from arlint.records import NamedTuple

LANGUAGES = ("ar", "en")

_NOTHING: Mapping[str, Any] = MappingProxyType({})


class Habit(NamedTuple):
    """From when on a slip is a text's habit, to be said once; see `arlint.habits`.

    least: so many places. message: by language, with {count}, {text} and {fix}. where: a pattern that matches at the beginning of
    the places that count ("": all of them). against: a pattern for places where the text does it the other way ("": there are none).
    same: is each word a habit of its own, to which the repaired word is the other way? share: so much of all places, both ways, must
    be the slip.
    """

    least: int
    message: Mapping[str, str]
    where: str = ""
    against: str = ""
    same: bool = False
    share: float = 0.9


class Rule(NamedTuple):
    """One rule as the linter needs it.

    code: stable for ever, family + three digits (TYP013). name: names the defect (quote-direction).
    check: where in `arlint.checks` its detector is, `package.module.function`, or its data check, `package.module`; rule files leave the
    package out. options: what the check is told.
    fix: the most that its fixes may claim; None when it never repairs. message, title: by language.
    default: on without being asked for. except_formats: formats of documents it does not apply to.
    over: codes, or families (SPL), that give way where both report the same place.
    habits: what a text may do throughout, so that it is said once.
    interest: of a compiled rule, what its detector wants to see ({} for the whole document); None when it has to be asked.
    """

    code: str
    name: str
    severity: Severity
    check: str
    message: Mapping[str, str]
    title: Mapping[str, str]
    fix: Safety | None = None
    default: bool = True
    options: Mapping[str, Any] = _NOTHING
    except_formats: tuple[str, ...] = ()
    over: tuple[str, ...] = ()
    habits: tuple[Habit, ...] = ()
    origin: str = ""
    interest: Mapping[str, Any] | None = None

    @property
    def family(self) -> str:
        """The letters of the code: TYP, DUP, SPL …"""
        return self.code.rstrip("0123456789")


class RulePage(NamedTuple):
    """What is told about a rule: why (by language), where the judgement comes from, examples in `[wrong]{right}`
    notation, what looks wrong and is right, and who defends the usage (for contested rules, by language)."""

    why: Mapping[str, str]
    sources: tuple[str, ...]
    wrong: tuple[str, ...]
    right: tuple[str, ...]
    contested: Mapping[str, str] = _NOTHING
