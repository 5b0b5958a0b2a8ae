"""Patterns against a paragraph. A pattern is looked for at its anchor, the token that is rarest, never from every word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from arlint.document import Kind, Paragraph
from arlint.patterns.elements import Element, WordTest, compile_elements
from arlint.records import NamedTuple
from arlint.syntax.agreement import allowed_cells, own_cells
from arlint.syntax.analysis import Analysis

_SENTENCE_END = frozenset(".؟!…")
_OPENING, _CLOSING = frozenset("«“\"'(["), frozenset("»”\"')]")

Span = tuple[int, int]


class Match(NamedTuple):
    """Where each element stands: tokens [first, last), empty for what is left out."""

    spans: tuple[Span, ...]

    @property
    def first(self) -> int:
        return min(first for first, last in self.spans if last > first)

    @property
    def last(self) -> int:
        return max(last for first, last in self.spans if last > first)


class Pattern:
    """A compiled pattern. `data` is what `reader.read_pattern` gave."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.elements = compile_elements(data["tokens"])
        self.fixes: list[list[Any]] = data["fixes"]
        self.safe: bool = data["safe"]
        self.confidence: float = data["confidence"]
        self._exceptions = [text.split(" ") for text in data["except"]]
        self._not_before = WordTest(data["not_before"], some=True) if data["not_before"] else None
        self._not_after = WordTest(data["not_after"], some=True) if data["not_after"] else None
        self._anchor = _anchor(self.elements)
        self.anchor: WordTest = self.elements[self._anchor].test  # type: ignore[assignment]  # an anchor is a word
        before = self.elements[: self._anchor]
        self._nearest, self._farthest = sum(e.least for e in before), sum(e.most for e in before)

    def matches(self, analysis: Analysis) -> Iterator[Match]:
        """The matches in order, none inside another."""
        done = 0
        for index in self._places(analysis):
            if index < done:
                continue
            match = self._around(analysis, index)
            if match and not self._excepted(analysis, match):
                done = match.last
                yield match

    def _places(self, analysis: Analysis) -> Iterator[int]:
        """The tokens that may be the anchor."""
        anchor = self.anchor
        if anchor.forms is not None:
            yield from analysis.spelled(anchor.forms)
        elif anchor.kind is not None and anchor.kind is not Kind.WORD:
            yield from (index for index, token in enumerate(analysis.tokens) if token.kind is anchor.kind)
        else:
            lemmas = anchor.lemmas
            yield from (index for index in analysis.paragraph.words if not lemmas.isdisjoint(analysis.forms[index].lemmas))

    def _around(self, analysis: Analysis, index: int) -> Match | None:
        """The first match whose anchor is the token `index`."""
        for start in range(max(0, index - self._farthest), index - self._nearest + 1):
            for spans in self._from(analysis, 0, start, ()):
                if spans[self._anchor] == (index, index + 1):
                    return Match(spans)
        return None

    def _from(self, analysis: Analysis, number: int, index: int, spans: tuple[Span, ...]) -> Iterator[tuple[Span, ...]]:
        """Every way to go on with element `number` at token `index`."""
        if number == len(self.elements):
            yield spans
            return
        element = self.elements[number]
        for end in self._ends(analysis, element, index, spans, number):
            yield from self._from(analysis, number + 1, end, (*spans, (index, end)))

    def _ends(self, analysis: Analysis, element: Element, index: int, spans: tuple[Span, ...], number: int) -> Iterator[int]:
        if element.type == "edge":
            if _at_edge(analysis, element.edge, index, closing=number > 0):
                yield index
        elif element.type == "gap":
            yield from _gap_ends(analysis, element, index)
        else:
            if _accepts(analysis, element, index, spans):
                yield index + 1
            if not element.least:
                yield index

    def _excepted(self, analysis: Analysis, match: Match) -> bool:
        before, after = match.first - 1, match.last
        if self._not_before and before >= 0 and self._not_before.passes(analysis, before):
            return True
        if self._not_after and after < len(analysis.tokens) and self._not_after.passes(analysis, after):
            return True
        return any(_lies_in(analysis.paragraph, match, words) for words in self._exceptions)


def _anchor(elements: Sequence[Element]) -> int:
    """The element to look for first: of those that must be there one with forms (the fewest), else a lemma, else a kind."""
    found = [number for number, element in enumerate(elements) if element.test and element.least and _rank(element.test) < _RANK_NONE]
    return min(found, key=lambda number: _rank(elements[number].test))


_RANK_NONE = 1_000_000


def _rank(test: WordTest | None) -> int:
    if test is None:
        return _RANK_NONE
    if test.forms is not None:
        return len(test.forms)
    if test.lemmas:
        return 10_000 + len(test.lemmas)
    return 100_000 if test.kind not in (None, Kind.WORD, Kind.LATIN) else _RANK_NONE


def _accepts(analysis: Analysis, element: Element, index: int, spans: tuple[Span, ...]) -> bool:
    if index >= len(analysis.tokens) or element.test is None or not element.test.passes(analysis, index):
        return False
    if element.agrees >= 0 and not agree(analysis, spans[element.agrees], index):
        return False
    return element.disagrees < 0 or agree(analysis, spans[element.disagrees], index) is False


def agree(analysis: Analysis, noun: Span, index: int) -> bool | None:
    """Can the token agree in gender and number with the noun before it, in any plausible reading? None when one has no features."""
    allowed = own = 0
    human = analysis.form(noun[0]).human
    for reading in analysis.readings(noun[0]) if noun[1] > noun[0] else ():
        allowed |= allowed_cells(reading, human) if reading.nominal else own_cells(reading)
    for reading in analysis.readings(index):
        own |= own_cells(reading)
    return bool(allowed & own) if allowed and own else None


def _gap_ends(analysis: Analysis, element: Element, index: int) -> Iterator[int]:
    for length in range(element.most + 1):
        if length >= element.least:
            yield index + length
        at = index + length
        if at >= len(analysis.tokens) or not _crosses(analysis, element, at):
            return


def _crosses(analysis: Analysis, element: Element, index: int) -> bool:
    """May the gap take in this token?"""
    text = analysis.tokens[index].text
    if text in _SENTENCE_END or (element.within == "clause" and analysis.tokens[index].kind is Kind.PUNCTUATION):
        return False
    return not any(test.passes(analysis, index) for test in element.without)


def _at_edge(analysis: Analysis, edge: str, index: int, closing: bool) -> bool:
    tokens = analysis.tokens
    if edge == "sentence":
        if closing:
            return index >= len(tokens) or tokens[index].text in _SENTENCE_END
        return index in analysis.paragraph.sentence_starts
    if edge == "quotation":
        neighbour = tokens[index].text if closing and index < len(tokens) else tokens[index - 1].text if not closing and index else ""
        return neighbour in (_CLOSING if closing else _OPENING)
    return analysis.closes_clause(index - 1) if closing else analysis.opens_clause(index)


def _lies_in(paragraph: Paragraph, match: Match, words: list[str]) -> bool:
    """Does the match lie inside this run of words?"""
    tokens = paragraph.tokens
    for first in range(max(0, match.last - len(words)), match.first + 1):
        if first + len(words) >= match.last and [token.bare for token in tokens[first : first + len(words)]] == words:
            return True
    return False
