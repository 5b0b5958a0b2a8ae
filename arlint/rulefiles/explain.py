"""A rule told to its reader: the text behind `arlint rule`, the documentation's pages and an editor's hover."""

from __future__ import annotations

import json
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
        "options": "Options",
        "under": "under `[options.{code}]`, with their defaults",
        "list": "`{name}`, a list ({count})",
        "separator": "; ",
        "colon": ": ",
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
        "options": "الخيارات",
        "under": "تحت `[options.{code}]`، بقيمها الابتدائية",
        "list": "`{name}`، قائمة (عدد عناصرها: {count})",
        "separator": "؛ ",
        "colon": ": ",
    },
}

# Longer lists of words are counted.
_MOST_SHOWN = 4

# Spaces that the eye can't tell apart, shown by name in examples.
_VISIBLE = {"\u00a0": "⍽", "\u200b": "‹U+200B›", "\u200c": "‹U+200C›", "\u200f": "‹U+200F›", "\u202f": "‹U+202F›", "\ufeff": "‹U+FEFF›"}
_VISIBLE_TABLE = str.maketrans(_VISIBLE)


def markdown(rule: Rule, page: RulePage, language: str, *, heading: int = 2, examples: bool = True) -> str:
    """The whole explanation in "ar" or "en"; `heading` is the level of its title."""
    lines = [*_judgement(rule, page, language, heading), *(_examples(page, language) if examples else ()), *_options(rule, language)]
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


def _options(rule: Rule, language: str) -> Iterator[str]:
    """What can be set of the rule: numbers, switches and, where a detector has them, texts and lists of words."""
    labels = _LABELS[language]
    kinds = (bool, int, float, str, list, tuple) if rule.check.count(".") > 1 else (bool, int, float)
    told = [_option(name, value, labels["list"]) for name, value in sorted(rule.options.items()) if isinstance(value, kinds)]
    if told:
        yield f"\n**{labels['options']}** {labels['under'].format(code=rule.code)}{labels['colon']}{labels['separator'].join(told)}"


def _option(name: str, value: object, of_list: str) -> str:
    if isinstance(value, (list, tuple)) and len(value) > _MOST_SHOWN:
        return of_list.format(name=name, count=len(value))
    return f"`{name} = {json.dumps(value, ensure_ascii=False)}`"


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
