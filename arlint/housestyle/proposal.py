"""What was learnt, as a configuration file: each setting with the counts that support it in the comment above it."""

from __future__ import annotations

import json
from collections.abc import Iterator

from arlint.housestyle.learn import Choice, Lessons, choices_by_key
from arlint.messages import Messages


def render(lessons: Lessons, texts: Messages) -> Iterator[str]:
    """The lines of the file."""
    yield f"# {texts('style.head', articles=lessons.articles, words=lessons.words)}"
    yield ""
    for key, choices in choices_by_key(lessons.choices):
        for choice in choices:
            yield f"# {_evidence(choice, texts)}"
        values = [choice.value for choice in choices]
        yield f"{key} = {_toml(values if key == 'spellings' else values[0])}"
        yield ""
    if lessons.names:
        yield f"# {texts('style.names')}"
        yield "[transliteration]"
        for form, counts in lessons.names:
            others = [other for other, _ in counts if other != form]
            told = texts("style.separator").join(f"{other} {count}" for other, count in counts)
            yield f"{_toml(form)} = {_toml(others)}  # {told}"


def _evidence(choice: Choice, texts: Messages) -> str:
    total = sum(one.articles for one in choice.evidence)
    ways = (texts("style.way", way=one.way, articles=one.articles, total=total, places=one.places) for one in choice.evidence)
    return texts("style.separator").join(ways)


def _toml(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
