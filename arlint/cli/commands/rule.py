"""`arlint rule CODE|NAME|--all`: explain a rule with its why, its examples and its traps.

`arlint rule new FILE` writes the skeleton of a house rule, `arlint rule test PATH…` runs the examples of rule files.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from arlint.cli import terminal
from arlint.cli.group import Command, Group, language_option
from arlint.config import check_selectors, matches
from arlint.errors import ArlintError, Saying, reason
from arlint.messages import LANGUAGES, Messages
from arlint.rulefiles.skeleton import CHECKS, COMMENTS, skeleton
from arlint.rulefiles.store import builtin_pages, builtin_rules

if TYPE_CHECKING:
    from arlint.rulefiles.rule import Rule, RulePage


_EXPLAIN = "explain"


class NoSelectorError(ArlintError):
    """Asked to explain rules, and no rule was named."""

    def __init__(self) -> None:
        super().__init__("name a rule, such as TYP018, or --all")


class RuleFileExistsError(ArlintError):
    """`rule new` never writes over a file."""

    def __init__(self, path: str) -> None:
        self.details = {"path": path}
        super().__init__(f"{path}: already there; name another file, or add a [[rule]] to this one")


class UnwritableRuleFileError(ArlintError):
    """`rule new` can't write where it is asked to."""

    def __init__(self, path: str, reason: Saying) -> None:
        self.details = {"path": path, "reason": reason}
        super().__init__(f"{path}: cannot be written ({reason})")


class NoRuleFileError(ArlintError):
    """`rule test` was given a path without rule files."""

    def __init__(self, path: str) -> None:
        self.details = {"path": path}
        super().__init__(f"{path}: no rule file (.toml) here")


class RuleGroup(Group):
    """`arlint rule CODE` explains: what is no command is taken for a rule."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `explain` before anything that names no command."""
        known = {*self.commands, *self.get_help_option_names(ctx)}
        return super().parse_args(ctx, args if args and args[0] in known else [_EXPLAIN, *args])


command = RuleGroup("rule")


@command.command(_EXPLAIN, cls=Command)
@click.argument("selectors", nargs=-1, metavar="[CODE|NAME]…")
@click.option("--all", "every", is_flag=True)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.option("--lang", "language", type=click.Choice(LANGUAGES))
@click.pass_context
def explain(ctx: click.Context, /, selectors: tuple[str, ...], every: bool, form: str, language: str | None) -> int:
    """Explain rules, or with several of them list them first."""
    texts: Messages = ctx.obj
    if not selectors and not every:
        raise NoSelectorError
    check_selectors(selectors, builtin_rules(), "arlint rule")
    chosen = [rule for rule in builtin_rules() if every or any(matches(rule, selector) for selector in selectors)]
    if form == "json":
        import json

        values = [_values(rule, builtin_pages()[rule.code]) for rule in chosen]
        terminal.write([json.dumps(values, ensure_ascii=False, indent=2), "\n"])
    elif every:
        _list(chosen, language or texts.language)
    else:
        _explain(chosen, language or texts.language)
    return 0


@command.command("new", cls=Command)
@click.argument("path", metavar="FILE.toml")
@click.option("--code", default="HSE001")
@click.option("--name", default="house-expression")
@click.option("--check", type=click.Choice(CHECKS), default="phrase")
@language_option
@click.pass_obj
def new(texts: Messages, /, path: str, code: str, name: str, check: str) -> int:
    """Write the skeleton of a rule file. Raises RuleFileExistsError, UnwritableRuleFileError; TomlError for a code or name that is none."""
    from arlint.rulefiles.reader import read_file

    text = skeleton(code, name, check, _comments(texts, path))
    read_file(Path(path), text=text)
    try:
        with open(path, "x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise RuleFileExistsError(path) from None
    except OSError as error:
        raise UnwritableRuleFileError(path, reason(error)) from None
    terminal.write([texts("rule.written", path=path), "\n"])
    return 0


def _comments(texts: Messages, path: str) -> dict[str, str]:
    """What the skeleton of a rule file at `path` says in its comments."""
    comments = {name: texts(f"skeleton.{name}") for name in COMMENTS}
    comments |= {name: texts(f"skeleton.{name}", path=path) for name in ("try_it", "use_it")}
    return comments


@command.command("test", cls=Command)
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@language_option
@click.pass_obj
def test(texts: Messages, /, paths: tuple[str, ...]) -> int:
    """Run the examples of rule files; 1 when one is not as it says. Raises TomlError, NoRuleFileError."""
    from arlint.configfiles.house import check_unique as check_untaken
    from arlint.rulefiles.reader import check_unique, read_file
    from arlint.rulefiles.trial import try_examples

    files = [file for path in paths for file in _rule_files(path)]
    entries = check_unique([entry for file in files for entry in read_file(file)])
    check_untaken(builtin_rules(), [entry.rule for entry in entries if not _is_builtin(entry.rule)])
    failures = list(try_examples(entries))
    terminal.write(f"{failure.origin}: {failure.code} {texts.say(failure.what)}\n" for failure in failures)
    if not failures:
        examples = sum(len(page.wrong) + len(page.right) for _, page in entries)
        terminal.write([texts("rule.right", rules=len(entries), examples=examples), "\n"])
    return 1 if failures else 0


def _rule_files(path: str) -> Iterator[Path]:
    """The rule file, or those in a folder and the folders in it."""
    if not os.path.isdir(path):
        if not os.path.isfile(path):
            raise NoRuleFileError(path)
        yield Path(path)
        return
    found = [file for file in sorted(Path(path).rglob("*.toml")) if _may_hold_rules(file)]
    if not found:
        raise NoRuleFileError(path)
    yield from found


def _is_builtin(rule: Rule) -> bool:
    """Is it one of the project's own rules, tested where it stands?"""
    path = Path(rule.origin.rpartition(":")[0]).as_posix()
    return any(rule.code == one.code and path.endswith(one.origin.rpartition(":")[0]) for one in builtin_rules())


def _may_hold_rules(file: Path) -> bool:
    """Is there a rule in the file, or can it not be read, which is then told?"""
    try:
        return b"[[rule]]" in file.read_bytes()
    except OSError:
        return True


def _list(rules: list[Rule], language: str) -> None:
    """A line a rule."""
    from arlint.reports.quoting import isolate
    from arlint.rulefiles.explain import status

    width = max((len(rule.name) for rule in rules), default=0)
    terminal.write(
        f"{rule.code}  {rule.name:<{width}}  {isolate(rule.title[language])}  {isolate(status(rule, language))}\n" for rule in rules
    )


def _explain(rules: list[Rule], language: str) -> None:
    from arlint.rulefiles.explain import markdown

    terminal.write("\n".join(markdown(rule, builtin_pages()[rule.code], language, heading=1) for rule in rules))


def _values(rule: Rule, page: RulePage) -> dict[str, Any]:
    """A rule and its page as plain values; examples are in the notation `[slip]{repair}`."""
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity.value,
        "default": rule.default,
        "fix": rule.fix.value if rule.fix else None,
        "title": dict(rule.title),
        "message": dict(rule.message),
        "why": dict(page.why),
        "contested": dict(page.contested),
        "sources": list(page.sources),
        "wrong": list(page.wrong),
        "right": list(page.right),
    }
