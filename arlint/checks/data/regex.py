r"""The data check `regex`: a pattern of characters, and what to write in place of what it matches.

    [rule.options]
    pattern = '(?P<slip>\d+) ?(?P<unit>km)\b'
    replace = '\g<slip> kilometres'
    contains = ["km"]

pattern: a regular expression of Python's `re`, searched in every paragraph. Where it has a group `slip`, that group is what is
reported and replaced, and the rest is context; otherwise the whole match is. Every named group is a value for the
message: `{unit}`; `text` and `fix` are taken. replace: what to write, `\1` and `\g<name>` standing for groups; a list gives
several repairs, best first; without it the rule only reports. except: another pattern; what overlaps one of its matches is not reported.
whole: the match must not touch an Arabic letter or mark on either side. Use it rather than `\b`: vowel marks end a "word" for `\b`.
characters, contains: one of these characters, or of these strings, must occur for a paragraph to be searched at all;
they cost next to nothing, and a pattern without them is tried everywhere. flags: any of "ignorecase", "multiline", "dotall", "verbose".

Patterns are refused that may match nothing, or that take time without end on some text: a repeat within a repeat, as in `(a+)+`, or
alternatives within a repeat that may begin alike. Bound them (`{0,40}`), or make the inner one possessive (`a++`).
A paragraph of more than 20,000 characters is searched in stretches of 2,000.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import reduce
from importlib import import_module
from operator import or_
from typing import TYPE_CHECKING, Any

from arlint.checks.protocol import Context, Hit, Interest, ParagraphDetector
from arlint.document import Paragraph
from arlint.document.characters import MARKS, SCRIPT_LETTERS, TATWEEL
from arlint.document.patterns import lazy
from arlint.errors import Saying, say
from arlint.finding import Edit, Fix

if TYPE_CHECKING:
    from pathlib import Path

    from arlint.tomlsource import Table

_KEYS = ("pattern", "replace", "except", "whole", "characters", "contains", "flags")
_FLAGS = {"ignorecase": re.IGNORECASE, "multiline": re.MULTILINE, "dotall": re.DOTALL, "verbose": re.VERBOSE}
_SLIP = "slip"
_TAKEN = frozenset(("text", "fix"))
_HUGE, _STRETCH = 20_000, 2_000
_LETTER = lazy(f"[{SCRIPT_LETTERS}{MARKS}{TATWEEL}]")
# A repeat that may go on this long counts as one without end.
_ENDLESS = 200


def read(options: Table, folder: Path) -> dict[str, Any]:
    """Check the options. Raises TomlError for a pattern that is none, that may match nothing, or that may run for ever."""
    options.only(_KEYS)
    flags = options.texts("flags", ())
    for name in flags:
        if name not in _FLAGS:
            from arlint.tomlsource import nearest

            raise options.error("flags", say("unknown flag {name!r}", name=name), nearest(name, _FLAGS))
    pattern = read_pattern(options, "pattern", flags)
    replace = options.values.get("replace", [])
    templates = [replace] if isinstance(replace, str) else list(options.texts("replace", ()))
    for template in templates:
        _check_template(options, pattern, template)
    return {
        "pattern": pattern.pattern,
        "replace": templates,
        "except": read_pattern(options, "except", flags).pattern if "except" in options.values else "",
        "whole": options.flag("whole", False),
        "characters": options.text("characters", ""),
        "contains": list(options.texts("contains", ())),
        "flags": list(flags),
    }


def build(options: Mapping[str, Any]) -> ParagraphDetector:
    """The detector for options that `read` gave. Its patterns are compiled when it first sees a paragraph."""
    search = _Search(options)
    return ParagraphDetector(search, Interest(frozenset(options["characters"]), tuple(options["contains"])), options)


class _Search:
    """The detector, made of the options of one rule."""

    def __init__(self, options: Mapping[str, Any]) -> None:
        self._options = options
        self._compiled: tuple[re.Pattern[str], re.Pattern[str] | None] | None = None

    def __call__(self, paragraph: Paragraph, context: Context) -> Iterator[Hit]:
        pattern, exception = self._patterns()
        text = paragraph.text
        for start, end in _stretches(text):
            passed = [match.span() for match in exception.finditer(text, start, end)] if exception else []
            for match in pattern.finditer(text, start, end):
                low, high = match.span(_SLIP if _SLIP in pattern.groupindex else 0)
                if low < high and not _touches(passed, match) and not (self._options["whole"] and _is_part(text, low, high)):
                    yield Hit(low, high, tuple(self._fixes(match, low, high)), match.groupdict(""))

    def _patterns(self) -> tuple[re.Pattern[str], re.Pattern[str] | None]:
        if self._compiled is None:
            flags = reduce(or_, (_FLAGS[name] for name in self._options["flags"]), re.NOFLAG)
            exception = self._options["except"]
            self._compiled = re.compile(self._options["pattern"], flags), re.compile(exception, flags) if exception else None
        return self._compiled

    def _fixes(self, match: re.Match[str], low: int, high: int) -> Iterator[Fix]:
        for template in self._options["replace"]:
            yield Fix((Edit(low, high, match.expand(template)),))


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """The whole text, or pieces of it that end in a space, so that no pattern takes longer than the text is long."""
    start, size = 0, len(text)
    while size - start > _STRETCH and size > _HUGE:
        end = text.rfind(" ", start + _STRETCH // 2, start + _STRETCH) + 1 or start + _STRETCH
        yield start, end
        start = end
    yield start, size


def _touches(spans: list[tuple[int, int]], match: re.Match[str]) -> bool:
    return any(start < match.end() and match.start() < end for start, end in spans)


def _is_part(text: str, start: int, end: int) -> bool:
    """Does an Arabic letter or mark stand directly before or after?"""
    return any(_LETTER.match(char) for char in (text[start - 1 : start], text[end : end + 1]) if char)


def read_pattern(options: Table, key: str, flags: tuple[str, ...] = ()) -> re.Pattern[str]:
    """The pattern under a key of a table. Raises TomlError for one that is none, that may match nothing, or that may run for ever."""
    source = options.text(key)
    try:
        pattern = re.compile(source, reduce(or_, (_FLAGS[name] for name in flags), re.NOFLAG))
        tree = import_module("re._parser").parse(source, pattern.flags)
    except (re.error, OverflowError, RecursionError) as error:
        raise options.error(key, say("not a regular expression: {why}", why=_objection(error))) from None
    if tree.getwidth()[0] == 0:
        raise options.error(key, "the pattern may match nothing", "at least one character must be certain")
    for name in _TAKEN.intersection(pattern.groupindex):
        raise options.error(key, say("a group cannot be called {name!r}", name=name), "{text} and {fix} are what every message has")
    if _runs_away(tree):
        remedy = "bound the repeat, as in {0,40}, or make the inner one possessive, as in a++"
        raise options.error(key, "a repeat within a repeat: some texts would take for ever", remedy)
    return pattern


def _check_template(options: Table, pattern: re.Pattern[str], template: str) -> None:
    try:
        pattern.sub(template, "")
    except (re.error, IndexError) as error:
        what = say("{template!r} does not fit the pattern: {why}", template=template, why=_objection(error))
        raise options.error("replace", what) from None


def _objection(error: Exception) -> Saying:
    """What Python's `re` objects to, and where."""
    if isinstance(error, re.error) and error.pos is not None:
        return say("{why}, at character {place}", why=Saying(error.msg), place=error.pos + 1)
    return Saying(str(error))


def _runs_away(tree: Any, inside: bool = False) -> bool:
    """Is there, within an endless repeat, another repeat or alternatives that may begin alike? `tree`: of Python's own parser."""
    return any(_step_runs_away(str(operation), argument, inside) for operation, argument in tree)


def _step_runs_away(name: str, argument: Any, inside: bool) -> bool:
    if name in ("MAX_REPEAT", "MIN_REPEAT"):
        low, high, body = argument
        return (inside and low != high) or _runs_away(body, inside or high >= _ENDLESS)
    if name == "BRANCH" and inside and _begin_alike(argument[1]):
        return True
    return any(_runs_away(part, inside and name != "ATOMIC_GROUP") for part in _parts(name, argument))


def _parts(name: str, argument: Any) -> list[Any]:
    """The subpatterns of an operation that is neither a backtracking repeat nor a single character."""
    if name == "BRANCH":
        return list(argument[1])
    if name == "SUBPATTERN":
        return [argument[3]]
    if name == "GROUPREF_EXISTS":
        return [part for part in argument[1:] if part is not None]
    if name in ("ASSERT", "ASSERT_NOT"):
        return [argument[1]]
    return [argument] if name == "ATOMIC_GROUP" else []


def _begin_alike(branches: list[Any]) -> bool:
    """Alternatives are told apart when each begins with a literal character of its own."""
    firsts = [branch[0] if len(branch) else None for branch in branches]
    letters = [first[1] for first in firsts if first is not None and str(first[0]) == "LITERAL"]
    return len(set(letters)) < len(branches)
