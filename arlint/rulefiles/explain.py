"""A rule told to its reader: the text behind `arlint rule`, the documentation's pages and an editor's hover."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from arlint.finding import Safety
from arlint.rulefiles.examples import Example, parse_example
from arlint.rulefiles.rule import Rule, RulePage

_LABELS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "error": "error",
        "warning": "warning",
        "style": "style",
        "info": "info",
        "on": "on by default",
        "off": "off by default",
        "safe": "safe fix",
        "unsafe": "fix to be confirmed",
        "none": "no fix",
        "why": "Why",
        "wrong": "Found",
        "right": "Not found, and right",
        "contested": "Who defends it",
        "sources": "Sources",
        "separator": "; ",
    },
    "ar": {
        "error": "خطأ",
        "warning": "تنبيه",
        "style": "أسلوب",
        "info": "للعلم",
        "on": "مفعّلة",
        "off": "غير مفعّلة ابتداءً",
        "safe": "إصلاح آمن",
        "unsafe": "إصلاح يحتاج إلى تأكيد",
        "none": "بلا إصلاح",
        "why": "السبب",
        "wrong": "ما تجده",
        "right": "صحيح لا تمسه",
        "contested": "من يجيزه",
        "sources": "المصادر",
        "separator": "؛ ",
    },
}

# Spaces that the eye can't tell apart, shown by name in examples.
_VISIBLE = {"\u00a0": "⍽", "\u200b": "‹U+200B›", "\u200c": "‹U+200C›", "\u200f": "‹U+200F›", "\u202f": "‹U+202F›", "\ufeff": "‹U+FEFF›"}
_VISIBLE_TABLE = str.maketrans(_VISIBLE)


def markdown(rule: Rule, page: RulePage, language: str, *, heading: int = 2, examples: bool = True) -> str:
    """The whole explanation in "ar" or "en"; `heading` is the level of its title."""
    lines = [*_judgement(rule, page, language, heading), *(_examples(page, language) if examples else ())]
    if page.sources:
        lines.append(f"\n**{_LABELS[language]['sources']}:** {_LABELS[language]['separator'].join(page.sources)}")
    return "\n".join(lines) + "\n"


def status(rule: Rule, language: str) -> str:
    """Severity, default and fix in one line: "warning · on by default · safe fix"."""
    labels = _LABELS[language]
    fix = rule.fix.value if isinstance(rule.fix, Safety) else "none"
    return " · ".join((labels[rule.severity.value], labels["on" if rule.default else "off"], labels[fix]))


def visible(text: str) -> str:
    """The text with its invisible characters shown; of spaces only those that stand double or are no plain ones."""
    return text.translate(_VISIBLE_TABLE).replace("  ", "␠␠").replace("⍽ ", "⍽␠").replace(" ⍽", "␠⍽")


def _judgement(rule: Rule, page: RulePage, language: str, heading: int) -> Iterator[str]:
    labels = _LABELS[language]
    yield f"{'#' * heading} {rule.code} {rule.title[language]}"
    yield f"\n`{rule.name}` · {status(rule, language)}"
    yield f"\n**{labels['why']}.** {page.why[language]}"
    if page.contested:
        yield f"\n**{labels['contested']}.** {page.contested[language]}"


def _examples(page: RulePage, language: str) -> Iterator[str]:
    labels = _LABELS[language]
    yield f"\n**{labels['wrong']}:**\n"
    yield from (f"- {_marked(parse_example(notation))}" for notation in page.wrong)
    yield f"\n**{labels['right']}:**\n"
    yield from (f"- {_one_line(parse_example(notation).text)}" for notation in page.right)


def _marked(example: Example) -> str:
    """Each slip struck out, its first repair bold."""
    pieces: list[str] = []
    done = 0
    for start, end, repairs in example.slips:
        pieces += example.text[done:start], f"~~{example.text[start:end].strip() or visible(example.text[start:end])}~~"
        if repairs and repairs[0].strip():
            pieces.append(f" **{repairs[0].strip()}**")
        done = end
    return _one_line("".join([*pieces, example.text[done:]]))


def _one_line(text: str) -> str:
    return visible(" ⏎ ".join(line for line in text.split("\n") if line))
