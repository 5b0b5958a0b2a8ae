"""TOML rule files → rules. Every mistake is told with file, line, key and the nearest valid word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from arlint.checks.data.regex import read_pattern
from arlint.checks.reader import read_check
from arlint.errors import reason, say
from arlint.finding import Safety, Severity
from arlint.records import NamedTuple
from arlint.rulefiles.examples import ExampleError, parse_example
from arlint.rulefiles.rule import LANGUAGES, Habit, Rule, RulePage
from arlint.tomlsource import Table, TomlError, TomlFile, expected, root

_CODE = re.compile(r"[A-Z]{2,8}\d{3}")
_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_KEYS = ("code name severity fix check options default except-formats over habit title message why sources wrong right contested").split()
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_HABIT_KEYS = ("from", "same", "share", "where", "against", "message")


class Entry(NamedTuple):
    """A rule and its page, as one [[rule]] gives them."""

    rule: Rule
    page: RulePage


def read_folder(folder: Path) -> tuple[Entry, ...]:
    """All rules of rules/FAMILY/*.toml in order of code. Raises TomlError; also for a code or name used twice."""
    files = [path for path in sorted(folder.rglob("*.toml")) if path.parent.name != "presets"]
    return check_unique([entry for path in files for entry in read_file(path, path.relative_to(folder.parent))])


def read_file(path: Path, shown: Path | None = None, text: str | None = None) -> tuple[Entry, ...]:
    """The rules of one file; errors call it `shown`. Raises TomlError, also when it can't be read.

    `text` stands for what is in the file, where an editor holds it unsaved.
    """
    file = TomlFile.parse(shown or path, _content(path, shown or path) if text is None else text)
    top = root(file)
    top.only(["rule"])
    tables = top.tables("rule")
    if not tables:
        raise TomlError(file.path, 1, "no rule in this file", "a rule begins with [[rule]]")
    return tuple(_entry(table, path.parent) for table in tables)


def _content(path: Path, shown: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise TomlError(shown, 1, say("cannot be read: {reason}", reason=reason(error))) from None
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise TomlError(shown, line, say("not UTF-8 at byte {offset}", offset=error.start), "save it as UTF-8") from None


def check_unique(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries in order of code; raises TomlError where a code or a name comes twice."""
    seen: dict[str, Rule] = {}
    ordered = tuple(sorted(entries, key=lambda entry: entry.rule.code))
    for rule, _ in ordered:
        for word in (rule.code, rule.name):
            if word in seen:
                path, _, line = rule.origin.rpartition(":")
                raise TomlError(
                    Path(path), int(line), say("{word} already stands at {place}", word=word, place=seen[word].origin), "choose another"
                )
            seen[word] = rule
    return ordered


def _entry(table: Table, folder: Path) -> Entry:
    table.only(_KEYS)
    code = _matching(table, "code", _CODE, "a family in capitals and three digits, such as TYP013")
    fix = table.choice("fix", [*map(str, Safety), "none"])
    check, options = read_check(table, folder)
    rule = Rule(
        code=code,
        name=_matching(table, "name", _NAME, "lower-case words joined by hyphens, such as quote-direction"),
        severity=Severity(table.choice("severity", list(map(str, Severity)))),
        check=check,
        message=_languages(table, "message"),
        title=_languages(table, "title"),
        fix=None if fix == "none" else Safety(fix),
        default=table.flag("default", True),
        options=options,
        except_formats=table.texts("except-formats", ()),
        over=table.texts("over", ()),
        habits=tuple(_habit(habit) for habit in table.tables("habit")),
        origin=f"{table.file.path}:{table.file.line_of(*table.keys)}",
    )
    return Entry(rule, _page(table))


def _page(table: Table) -> RulePage:
    contested = _languages(table, "contested") if "contested" in table.values else {}
    return RulePage(
        why=_languages(table, "why"),
        sources=table.texts("sources", ()),
        wrong=_examples(table, "wrong", has_slips=True),
        right=_examples(table, "right", has_slips=False),
        contested=contested,
    )


def _habit(table: Table) -> Habit:
    table.only(_HABIT_KEYS)
    patterns = {key: read_pattern(table, key).pattern for key in ("where", "against") if key in table.values}
    message = _languages(table, "message")
    for language, text in message.items():
        if set(_PLACEHOLDER.findall(text)) - {"count", "text", "fix"} or "{count}" not in text:
            what = say("the message in {language!r} does not say how many, or says what is not known", language=language)
            remedy = "{count} stands for the number of places and must be there; {text} and {fix} may be"
            raise table.error("message", what, remedy)
    share = table.number("share", Habit._field_defaults["share"], low=0.01, high=1)
    least, same = int(table.number("from", None, low=2, high=1000)), table.flag("same", False)
    if same and "against" in patterns:
        raise table.error("against", "of one word, the other way is the repaired word", "leave out same or against")
    return Habit(least, message, same=same, share=share, **patterns)


def _examples(table: Table, key: str, *, has_slips: bool) -> tuple[str, ...]:
    """At least one example, well formed; `wrong` ones mark a slip, `right` ones none."""
    examples = table.texts(key)
    if not examples:
        raise table.error(key, say("no example in {key!r}", key=key), "a rule needs at least one wrong and one right example")
    for notation in examples:
        try:
            example = parse_example(notation)
        except ExampleError as error:
            raise table.error(key, error.what, r"brackets that belong to the text are written \[ \] \{ \}") from None
        if bool(example.slips) != has_slips:
            what = (
                "the {key} example {notation!r} marks no [slip]{{repair}}" if has_slips else "the {key} example {notation!r} marks a slip"
            )
            raise table.error(key, say(what, key=key, notation=notation))
    return examples


def _languages(table: Table, key: str) -> Mapping[str, str]:
    inner = table.table(key)
    inner.only(LANGUAGES)
    return {language: inner.text(language) for language in LANGUAGES}


def _matching(table: Table, key: str, form: re.Pattern[str], wanted: str) -> str:
    value = table.text(key)
    if not form.fullmatch(value):
        raise table.error(key, expected(key, value, wanted))
    return value


def as_json(entry: Entry) -> tuple[dict[str, Any], dict[str, Any]]:
    """The rule and its page as plain values, for the compiled files; `arlint.rulefiles.store` reads them back."""
    rule, page = entry
    return (
        {
            "code": rule.code,
            "name": rule.name,
            "severity": rule.severity.value,
            "check": rule.check,
            "message": dict(rule.message),
            "title": dict(rule.title),
            "fix": rule.fix.value if rule.fix else None,
            "default": rule.default,
            "options": dict(rule.options),
            "except_formats": list(rule.except_formats),
            "over": list(rule.over),
            "habits": [{**habit._asdict(), "message": dict(habit.message)} for habit in rule.habits],
            "origin": rule.origin,
        },
        {
            "why": dict(page.why),
            "sources": list(page.sources),
            "wrong": list(page.wrong),
            "right": list(page.right),
            "contested": dict(page.contested),
        },
    )
