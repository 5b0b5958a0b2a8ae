"""`arlint rule CODE|NAME|--all`: explain a rule with its why, its examples and its traps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from arlint.cli import terminal
from arlint.cli.group import Command
from arlint.config import check_selectors, matches
from arlint.messages import LANGUAGES, Messages
from arlint.rulefiles.store import builtin_pages, builtin_rules

if TYPE_CHECKING:
    from arlint.rulefiles.rule import Rule, RulePage


@click.command("rule", cls=Command)
@click.argument("selectors", nargs=-1, metavar="[CODE|NAME]…")
@click.option("--all", "every", is_flag=True)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.option("--lang", "language", type=click.Choice(LANGUAGES))
@click.pass_context
def command(ctx: click.Context, /, selectors: tuple[str, ...], every: bool, form: str, language: str | None) -> int:
    """Explain rules, or with several of them list them first."""
    texts: Messages = ctx.obj
    if not selectors and not every:
        raise click.UsageError(texts("rule.which"), ctx)
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
