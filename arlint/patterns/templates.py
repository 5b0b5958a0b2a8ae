"""What to write in place of a match: text with the matched words in it, as they stand or inflected.

`{2}` is the second token of the pattern, `{verb}` the token with that name. `{2|gender=feminine|number=plural}` inflects it,
`{2|form=…}` writes another word in its place and keeps its proclitics and, where the word ends in `+`, its pronoun.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice, product
from typing import Any

from arlint.document import Token
from arlint.document.patterns import lazy
from arlint.errors import Saying, say, saying
from arlint.lexicon.lexicon import Lexicon
from arlint.lexicon.morphology.clitics import attach, respell
from arlint.lexicon.morphology.reading import Reading
from arlint.patterns.vocabulary import FEATURES, OPEN
from arlint.records import NamedTuple
from arlint.syntax.inflection import inflected

_SLOT = lazy(r"\{([^{}]*)\}")
_SEVERAL_SPACES = lazy(" {2,}")
_MOST_FIXES = 5
_INFLECTED = {name: words for name, words in FEATURES.items() if name not in ("pos", "voice")}


class TemplateError(ValueError):
    """A template says something it must not."""

    def __init__(self, what: Saying | str, remedy: Saying | str = "") -> None:
        super().__init__(str(what))
        self.what = saying(what)
        self.remedy = saying(remedy)


class Slot(NamedTuple):
    """A place in a template: the index of an element, features to inflect it by, another form to write."""

    element: int
    features: Mapping[str, str]
    form: str


class Filling(NamedTuple):
    """What stands in a slot: the text from the first to the last token, the token when it is one, its readings and proclitics."""

    text: str
    token: Token | None
    readings: Sequence[Reading]
    proclitic: str = ""
    enclitic: str = ""


def parse(text: str, names: Sequence[str]) -> list[Any]:
    """A template as plain data: strings, and [element, features, form] for slots. Raises TemplateError."""
    parts: list[Any] = []
    done = 0
    for match in _SLOT.finditer(text):
        parts += [text[done : match.start()], _slot(match[1], names)]
        done = match.end()
    rest = text[done:]
    if "{" in rest or "}" in rest:
        raise TemplateError("a brace stands alone", "write {1} or {name}")
    return [part for part in (*parts, rest) if part != ""]


def _slot(text: str, names: Sequence[str]) -> list[Any]:
    from arlint.tomlsource import nearest

    reference, *operations = text.split("|")
    features: dict[str, str] = {}
    form = ""
    for operation in operations:
        name, equals, value = operation.partition("=")
        if name == "form" and value:
            form = value
        elif name not in _INFLECTED:
            raise TemplateError(say("there is no feature {name!r}", name=name), nearest(name, [*_INFLECTED, "form"]))
        elif not equals or value not in _INFLECTED[name]:
            raise TemplateError(say("{name} is {value!r}", name=name, value=value), nearest(value, _INFLECTED[name]))
        else:
            features[name] = _INFLECTED[name][value]
    return [_element(reference.strip(), names), features, form]


def _element(reference: str, names: Sequence[str]) -> int:
    if reference.isascii() and reference.isdigit():
        if 1 <= int(reference) <= len(names):
            return int(reference) - 1
        raise TemplateError(say("the pattern has no token {reference}", reference=reference), say("it has {number}", number=len(names)))
    if reference and reference in names:
        return list(names).index(reference)
    from arlint.tomlsource import nearest

    raise TemplateError(
        say("no token is named {reference!r}", reference=reference), nearest(reference, [name for name in names if name]) or "name one"
    )


def fill(template: Sequence[Any], fillings: Sequence[Filling], lexicon: Lexicon) -> list[str]:
    """The texts that a template as `parse` gave it makes, likeliest first; none when a word has not the form asked for."""
    slots = [part if isinstance(part, str) else Slot(*part) for part in template]
    choices = [[part] if isinstance(part, str) else _written(part, fillings[part.element], lexicon) for part in slots]
    texts = ("".join(parts) for parts in islice(product(*choices), _MOST_FIXES))
    return list(dict.fromkeys(_SEVERAL_SPACES.sub(" ", text).strip(" ") for text in texts))


def _written(slot: Slot, filling: Filling, lexicon: Lexicon) -> list[str]:
    if slot.form:
        ending = filling.enclitic if slot.form.endswith(OPEN) else ""
        return [attach(filling.proclitic, slot.form.removesuffix(OPEN) + ending)]
    if not slot.features or filling.token is None:
        return [filling.text]
    return [respell(filling.text, form) for form in inflected(lexicon, filling.readings, slot.features)]
