"""From the tables of a rule file to plain data that can be compiled, every word checked.

Errors point to the line of the token they are about, say what was expected, and name the nearest valid word.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from arlint.document.characters import bare
from arlint.errors import Saying, say, saying
from arlint.lexicon.morphology.clitics import PROCLITICS
from arlint.patterns.templates import TemplateError, parse
from arlint.patterns.vocabulary import ALTERNATIVES, EDGES, FEATURES, KINDS, NOMINAL, OPEN, VERBAL
from arlint.tomlsource import Table, TomlError, expected, near, nearest, one_of

_PATTERN_KEYS = ("tokens", "fix", "safe", "confidence", "except", "not_before", "not_after")
_FORM_KEYS = ("form", "proclitics", "lemma", "beginning", "ending", "kind", "attached")
_TEST_KEYS = (*_FORM_KEYS, *FEATURES, "readings", "not", "any")
_PLACE_KEYS = ("name", "mark", "optional", "gap", "least", "within", "edge", "agrees_with", "disagrees_with")
_TOKEN_KEYS = (*_TEST_KEYS, *_PLACE_KEYS)
_LONGEST_GAP = 12


def read_pattern(pattern: Table) -> dict[str, Any]:
    """One `[[rule.options.patterns]]` table as plain data. Raises TomlError."""
    pattern.only(_PATTERN_KEYS)
    raw = pattern.values.get("tokens")
    if not isinstance(raw, list) or not raw:
        raise pattern.error("tokens", "a pattern has no tokens", 'write tokens = [ { form = "…" }, … ]')
    tokens = [_Token(pattern, number, item).read() for number, item in enumerate(raw)]
    _check_shape(pattern, tokens)
    names = [token.get("name", "") for token in tokens]
    return {
        "tokens": tokens,
        "fixes": [_template(pattern, text, names) for text in _texts(pattern, "fix")],
        "safe": pattern.flag("safe", True),
        "confidence": _confidence(pattern),
        "except": [" ".join(bare(text).split()) for text in pattern.texts("except", ())],
        "not_before": _neighbour(pattern, "not_before"),
        "not_after": _neighbour(pattern, "not_after"),
    }


def _confidence(pattern: Table) -> float:
    value = pattern.values.get("confidence", 1.0)
    if isinstance(value, (int, float)) and not isinstance(value, bool) and 0 < value <= 1:
        return float(value)
    raise pattern.error("confidence", expected("confidence", value, "a number above 0, at most 1"))


def _texts(pattern: Table, key: str) -> tuple[str, ...]:
    value = pattern.values.get(key, ())
    return (value,) if isinstance(value, str) else pattern.texts(key, ())


def _template(pattern: Table, text: str, names: list[str]) -> list[Any]:
    try:
        return parse(text, names)
    except TemplateError as error:
        raise pattern.error("fix", say("fix {text!r}: {what}", text=text, what=error.what), error.remedy) from None


def _neighbour(pattern: Table, key: str) -> dict[str, Any] | None:
    value = pattern.values.get(key)
    if value is None:
        return None
    return _Token(pattern, -1, value, key).test(value)


def _check_shape(pattern: Table, tokens: list[dict[str, Any]]) -> None:
    """A pattern begins and ends with a word, needs one, has something to find it by, and edges only outside."""
    words = [token for token in tokens if token["type"] == "word" and not token["optional"]]
    if not words:
        raise pattern.error("tokens", "no token of the pattern must be there", "leave one token without optional = true")
    for number, token in enumerate(tokens):
        outside = number in (0, len(tokens) - 1)
        if token["type"] == "edge" and not outside:
            raise _at(pattern, number, "an edge inside the pattern", "an edge stands first or last")
        if token["type"] == "gap" and outside:
            raise _at(pattern, number, "a gap at the end of a pattern matches anything", "begin and end with a word or an edge")
    if not any(findable(token["test"]) for token in words):
        what = "nothing to find the pattern by: it would look at every word"
        raise pattern.error("tokens", what, 'give one token a form, a lemma or kind = "number"')
    _check_names(pattern, tokens)


def _check_names(pattern: Table, tokens: list[dict[str, Any]]) -> None:
    names = [token["name"] for token in tokens if token.get("name")]
    for name in names:
        if names.count(name) > 1:
            raise pattern.error("tokens", say("two tokens are named {name!r}", name=name), "names tell tokens apart")
    for number, token in enumerate(tokens):
        earlier = [one["name"] for one in tokens[:number] if one.get("name")]
        for key in ("agrees_with", "disagrees_with"):
            if key in token and token[key] not in earlier:
                what = say("{key} names {name!r}, which is no token before it", key=key, name=token[key])
                raise _at(pattern, number, what, nearest(token[key], earlier))


def findable(test: Mapping[str, Any]) -> bool:
    """Can a word that passes the test be found without looking at every word?"""
    return bool(test.get("forms") or test.get("lemmas") or test.get("kind", "word") not in ("word", "latin"))


class _Token:
    """One item of `tokens`, read with errors that point at it."""

    def __init__(self, pattern: Table, number: int, item: Any, key: str = "tokens") -> None:
        self.pattern = pattern
        self.number = number
        self.item = item
        self.key = key

    def read(self) -> dict[str, Any]:
        item = {"form": self.item} if isinstance(self.item, str) else self.item
        if not isinstance(item, dict):
            raise self.error(say("{item!r} is no token", item=self.item), 'write { form = "…" } or a word in quotation marks')
        self._only(item, _TOKEN_KEYS)
        if "edge" in item:
            return {"type": "edge", "edge": self._choice(item, "edge", EDGES), "name": "", "optional": False, "mark": False}
        return self._gap(item) if "gap" in item else self._word(item)

    def _word(self, item: Mapping[str, Any]) -> dict[str, Any]:
        word = {"type": "word", "test": self.test(item), "optional": self._flag(item, "optional"), "mark": self._flag(item, "mark")}
        for key in ("name", "agrees_with", "disagrees_with"):
            if key in item:
                word[key] = self._text(item, key)
        if not word["test"]:
            raise self.error("the token would match any word", "describe it, or write { gap = 1, least = 1 }")
        return word

    def _gap(self, item: Mapping[str, Any]) -> dict[str, Any]:
        self._only(item, ("gap", "least", "within", "not", "name", "mark"))
        most, least = self._count(item, "gap"), self._count(item, "least") if "least" in item else 0
        if least > most:
            what = say("a gap of at least {least} and at most {most} words is impossible", least=least, most=most)
            raise self.error(what, "least is at most gap")
        within = self._choice(item, "within", ("clause", "sentence")) if "within" in item else "clause"
        without = self._alternatives(item, "not") if "not" in item else []
        return {
            "type": "gap", "most": most, "least": least, "within": within, "not": without,
            "name": item.get("name", ""), "mark": self._flag(item, "mark"), "optional": False,
        }  # fmt: skip

    def test(self, item: Any) -> dict[str, Any]:
        """What a word must be, as plain data: only what the author wrote."""
        if isinstance(item, str):
            item = {"form": item}
        if not isinstance(item, dict):
            raise self.error(say("{item!r} describes no token", item=item), 'write { form = "…" }')
        self._only(item, _TOKEN_KEYS)
        test: dict[str, Any] = {}
        if "form" in item:
            test["forms"] = self._forms(item)
        for key, name in (("lemma", "lemmas"), ("beginning", "beginnings"), ("ending", "endings")):
            if key in item:
                test[name] = [bare(text) for text in self._words(item, key)]
        if "kind" in item:
            test["kind"] = self._choice(item, "kind", KINDS)
        if "attached" in item:
            test["attached"] = self._flag(item, "attached")
        self._features(item, test)
        for key in ("not", "any"):
            if key in item:
                test[key] = self._alternatives(item, key)
        return test

    def _features(self, item: Mapping[str, Any], test: dict[str, Any]) -> None:
        for feature, words in FEATURES.items():
            if feature in item:
                test[feature] = [words[self._one(feature, word, words)] for word in self._words(item, feature)]
        if "readings" in item:
            test["readings"] = self._choice(item, "readings", ("all", "some"))
        used = set(test)
        pos = set(test.get("pos", ()))
        if pos and "verb" not in pos and (wrong := used & VERBAL):
            raise self.error(say("impossible: only a verb has {key}", key=min(wrong)), 'write pos = "verb", or leave it out')
        if (pos == {"verb"} or used & VERBAL) and (wrong := used & NOMINAL):
            raise self.error(say("impossible: a verb has no {key}", key=min(wrong)), "describe a noun or a verb, not both")

    def _forms(self, item: Mapping[str, Any]) -> dict[str, Any]:
        words = self._words(item, "form")
        for word in words:
            if bare(word) != word:
                remedy = say("forms are compared without them: write {word!r}", word=bare(word))
                raise self.error(say("the form {word!r} carries marks or tatweel", word=word), remedy)
            if " " in word:
                raise self.error(say("the form {word!r} is several words", word=word), "write one token for each")
            if OPEN in word.removesuffix(OPEN):
                what = say("the form {word!r} has {sign!r} inside", word=word, sign=OPEN)
                raise self.error(what, "it stands at the end, for any attached pronoun")
        proclitics = self._choice(item, "proclitics", PROCLITICS) if "proclitics" in item else "none"
        return {"words": words, "proclitics": proclitics}

    def _alternatives(self, item: Mapping[str, Any], key: str) -> list[dict[str, Any]]:
        value = item[key]
        tests = [self.test(one) for one in (value if isinstance(value, list) else [value])]
        if not tests or not all(tests):
            raise self.error(say("{key} describes nothing", key=key), say("write {key} = {{ … }} with at least one key", key=key))
        return tests

    def _words(self, item: Mapping[str, Any], key: str) -> list[str]:
        """A string of alternatives parted by |, or a list of strings."""
        value = item[key]
        words = value.split(ALTERNATIVES) if isinstance(value, str) else value
        if not isinstance(words, list) or not words or not all(isinstance(word, str) and word.strip() for word in words):
            raise self.error(expected(key, value, say("words parted by {sign!r}", sign=ALTERNATIVES)))
        return [word.strip() for word in words]

    def _one(self, key: str, word: str, known: Mapping[str, str]) -> str:
        if word in known:
            return word
        raise self.error(expected(key, word, one_of(known)), near(word, known))

    def _choice(self, item: Mapping[str, Any], key: str, known: Any) -> str:
        value = item[key]
        if isinstance(value, str) and value in known:
            return value
        raise self.error(expected(key, value, one_of(sorted(known))), near(str(value), known))

    def _flag(self, item: Mapping[str, Any], key: str) -> bool:
        value = item.get(key, False)
        if isinstance(value, bool):
            return value
        raise self.error(expected(key, value, "true or false"))

    def _text(self, item: Mapping[str, Any], key: str) -> str:
        value = item[key]
        if isinstance(value, str) and value.isidentifier():
            return value
        raise self.error(expected(key, value, "a name of Latin letters"))

    def _count(self, item: Mapping[str, Any], key: str) -> int:
        value = item[key]
        if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _LONGEST_GAP:
            return value
        raise self.error(expected(key, value, say("a number of words from 0 to {most}", most=_LONGEST_GAP)))

    def _only(self, item: Mapping[str, Any], known: tuple[str, ...]) -> None:
        for key in item:
            if key not in known:
                raise self.error(say("unknown key {key!r}", key=key), nearest(key, known))

    def error(self, what: Saying | str, remedy: Saying | str = "") -> TomlError:
        return _at(self.pattern, self.number, what, remedy, self.key)


def _at(pattern: Table, number: int, what: Saying | str, remedy: Saying | str = "", key: str = "tokens") -> TomlError:
    """An error at item `number` of an array, on the line where the item begins."""
    line = pattern.file.line_of(*pattern.keys, key)
    if number < 0:
        return TomlError(pattern.file.path, line, say("{key}: {what}", key=key, what=saying(what)), remedy)
    said = say("token {number}: {what}", number=number + 1, what=saying(what))
    return TomlError(pattern.file.path, _item_line(pattern.file.text, line, number), said, remedy)


def _item_line(text: str, line: int, number: int) -> int:
    """The line of the item `number` (from 0) of the array that begins on `line`."""
    start = _offset(text, line)
    depth, found, fresh = 0, -1, False  # fresh: between the bracket or comma before an item and the item itself
    for part in _PARTS.finditer(text, text.index("=", start) + 1):
        mark = part[0]
        if mark.startswith("#"):
            continue
        if fresh and mark not in "],":
            found, fresh = found + 1, False
            if found == number:
                return text.count("\n", 0, part.start()) + 1
        depth += (mark in _OPENING) - (mark in _CLOSING)
        fresh = fresh or (depth == 1 and mark in "[,")
        if not depth:
            break
    return line


# What an array is made of, as far as its items must be counted: comments, strings, brackets, commas, other words.
_PARTS = re.compile(r"""#[^\n]*|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[\[\]{},]|[^\s\[\]{},#"']+""")
_OPENING, _CLOSING = ("[", "{"), ("]", "}")


def _offset(text: str, line: int) -> int:
    """Where a one-based line begins."""
    return sum(len(one) + 1 for one in text.split("\n")[: line - 1])
