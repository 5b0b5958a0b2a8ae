"""What one item of a pattern accepts: tests on a word, compiled from the plain data that `reader` gives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from arlint.document import Kind
from arlint.lexicon.morphology.clitics import ENCLITICS, PROCLITICS, attach
from arlint.lexicon.morphology.reading import Reading
from arlint.patterns.vocabulary import FEATURES, KINDS, OPEN
from arlint.records import NamedTuple
from arlint.syntax.analysis import Analysis


class Clitics(NamedTuple):
    """What stands around a form that a pattern names."""

    proclitic: str
    enclitic: str


class WordTest:
    """Does a token pass? Features must all hold in one reading; with readings "all", in every plausible reading of the word."""

    __slots__ = ("_alternatives", "_attached", "_beginnings", "_endings", "_exclusions", "_features", "_some", "forms", "kind", "lemmas")

    def __init__(self, data: Mapping[str, Any], some: bool = False) -> None:
        self.forms = _expanded(data["forms"]) if "forms" in data else None
        self.lemmas = frozenset(data.get("lemmas", ()))
        self.kind = KINDS[data["kind"]] if "kind" in data else None
        self._beginnings = tuple(data.get("beginnings", ()))
        self._endings = tuple(data.get("endings", ()))
        self._attached: bool | None = data.get("attached")
        self._features = [(name, frozenset(data[name])) for name in FEATURES if name in data]
        self._some = data.get("readings", "some" if some else "all") == "some"
        self._exclusions = [WordTest(one, some=True) for one in data.get("not", ())]
        self._alternatives = [WordTest(one, some) for one in data.get("any", ())]

    def passes(self, analysis: Analysis, index: int) -> bool:
        """Does the token at `index` pass?"""
        token = analysis.tokens[index]
        if self.forms is not None:
            if token.bare not in self.forms:
                return False
        elif token.kind is not (self.kind or Kind.WORD) and not (self.kind is None and self._alternatives):
            return False
        if self._beginnings and not token.bare.startswith(self._beginnings):
            return False
        if self._endings and not token.bare.endswith(self._endings):
            return False
        if not self._reads(analysis, index):
            return False
        if self._alternatives and not any(one.passes(analysis, index) for one in self._alternatives):
            return False
        return not any(one.passes(analysis, index) for one in self._exclusions)

    def clitics(self, form: str) -> Clitics:
        """What stands around the form that the test names; nothing when it names none."""
        return (self.forms or {}).get(form, Clitics("", ""))

    def reads(self, reading: Reading) -> bool:
        """Do lemma, features and attached pronoun hold in this reading?"""
        if self.lemmas and reading.bare_lemma not in self.lemmas:
            return False
        if self._attached is not None and bool(reading.enclitic) != self._attached:
            return False
        return all(_holds(getattr(reading, name), wanted, self._some) for name, wanted in self._features)

    def _reads(self, analysis: Analysis, index: int) -> bool:
        if not (self.lemmas or self._features or self._attached is not None):
            return True
        readings = analysis.readings(index)
        if self._some:
            return any(map(self.reads, readings))
        return bool(readings) and all(map(self.reads, readings))


def _holds(value: str, wanted: frozenset[str], some: bool) -> bool:
    """Is the feature one of those wanted? A set of letters must lie within them, or touch them where some is enough."""
    if value in wanted:
        return True
    if not value:
        return False
    return (any if some else all)(letter in wanted for letter in value)


def _expanded(data: Mapping[str, Any]) -> dict[str, Clitics]:
    forms: dict[str, Clitics] = {}
    for word in data["words"]:
        for proclitic in PROCLITICS[data["proclitics"]]:
            for ending in ENCLITICS if word.endswith(OPEN) else ("",):
                forms.setdefault(attach(proclitic, word.removesuffix(OPEN) + ending), Clitics(proclitic, ending))
    return forms


class Element(NamedTuple):
    """One item of a pattern. type: "word", "gap" or "edge"; most and least count words; edge names a boundary."""

    type: str
    test: WordTest | None
    least: int
    most: int
    within: str
    without: Sequence[WordTest]
    edge: str
    name: str
    mark: bool
    agrees: int
    disagrees: int


def compile_elements(tokens: Sequence[Mapping[str, Any]]) -> tuple[Element, ...]:
    """The elements of a pattern from plain data."""
    names = [token.get("name", "") for token in tokens]
    return tuple(_element(token, names) for token in tokens)


def _element(token: Mapping[str, Any], names: list[str]) -> Element:
    kind = token["type"]
    least, most = {"word": (0 if token["optional"] else 1, 1), "edge": (0, 0)}.get(kind) or (token["least"], token["most"])
    return Element(
        type=kind,
        test=WordTest(token["test"]) if kind == "word" else None,
        least=least,
        most=most,
        within=token.get("within", "clause"),
        without=[WordTest(one, some=True) for one in token.get("not", ())] if kind == "gap" else [],
        edge=token.get("edge", ""),
        name=token.get("name", ""),
        mark=token["mark"],
        agrees=names.index(token["agrees_with"]) if "agrees_with" in token else -1,
        disagrees=names.index(token["disagrees_with"]) if "disagrees_with" in token else -1,
    )
