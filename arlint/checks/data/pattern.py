"""The data check `pattern`: a sequence of words described by form, lemma and grammar. docs/patterns.md is the manual for authors.

Options: one or more `[[rule.options.patterns]]` with tokens, fix, safe, confidence, except, not_before, not_after;
quoted: look inside quotation marks too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from arlint.checks.protocol import Context, Hit, Interest, ParagraphDetector
from arlint.document import Paragraph
from arlint.finding import Edit, Fix, Safety
from arlint.patterns.matching import Match, Pattern
from arlint.records import NamedTuple
from arlint.syntax.analysis import Analysis, analyse

if TYPE_CHECKING:
    from pathlib import Path

    from arlint.patterns.templates import Filling
    from arlint.tomlsource import Table

_KEYS = ("patterns", "quoted")


def read(options: Table, folder: Path) -> dict[str, Any]:
    """Check the patterns. Raises TomlError at the line of the faulty token."""
    from arlint.patterns.reader import read_pattern

    options.only(_KEYS)
    patterns = options.tables("patterns")
    if not patterns:
        raise options.error("patterns", "no pattern", "write [[rule.options.patterns]]")
    return {"patterns": [read_pattern(pattern) for pattern in patterns], "quoted": options.flag("quoted", True)}


def build(options: Mapping[str, Any]) -> ParagraphDetector:
    """The detector for options that `read` gave."""
    patterns = [Pattern(data) for data in options["patterns"]]
    return ParagraphDetector(_PatternCheck(patterns, options["quoted"]).run, _interest(patterns))


def _interest(patterns: Sequence[Pattern]) -> Interest:
    """Which paragraphs can match at all; everything when a pattern is found by a lemma."""
    if any(pattern.anchor.forms is None and pattern.anchor.kind is None for pattern in patterns):
        return Interest()
    forms = frozenset(form for pattern in patterns for form in pattern.anchor.forms or ())
    kinds = frozenset(pattern.anchor.kind for pattern in patterns if pattern.anchor.forms is None and pattern.anchor.kind)
    return Interest(forms=forms, kinds=kinds)


class _PatternCheck(NamedTuple):
    """Looks for several patterns; what an earlier one has taken, a later one leaves alone."""

    patterns: Sequence[Pattern]
    quoted: bool

    def run(self, paragraph: Paragraph, context: Context) -> Iterator[Hit]:
        analysis = analyse(paragraph, context.lexicon)
        taken: set[int] = set()
        for pattern in self.patterns:
            for match in pattern.matches(analysis):
                if taken.isdisjoint(range(match.first, match.last)) and (self.quoted or not analysis.quoted(match.first)):
                    taken.update(range(match.first, match.last))
                    yield _hit(analysis, pattern, match)


def _hit(analysis: Analysis, pattern: Pattern, match: Match) -> Hit:
    from arlint.patterns.templates import fill  # most texts hold no match

    first, last = _marked(pattern, match)
    tokens, text = analysis.tokens, analysis.paragraph.text
    start, end = tokens[first].start, tokens[last - 1].end
    fillings = [_filling(analysis, pattern, number, span) for number, span in enumerate(match.spans)]
    texts = [new for fix in pattern.fixes for new in fill(fix, fillings, analysis.lexicon)]
    safety = Safety.SAFE if pattern.safe and len(texts) == 1 else Safety.UNSAFE
    fixes = tuple(Fix((_edit(text, start, end, new),), safety) for new in texts if new != text[start:end])
    values = {element.name: filling.text for element, filling in zip(pattern.elements, fillings, strict=True) if element.name}
    return Hit(start, end, fixes, values, pattern.confidence)


def _marked(pattern: Pattern, match: Match) -> tuple[int, int]:
    """The tokens to mark: from the first marked element to the last, else the whole match."""
    spans = [span for element, span in zip(pattern.elements, match.spans, strict=True) if element.mark and span[1] > span[0]]
    return (spans[0][0], spans[-1][1]) if spans else (match.first, match.last)


def _filling(analysis: Analysis, pattern: Pattern, number: int, span: tuple[int, int]) -> Filling:
    from arlint.patterns.templates import Filling

    first, last = span
    if last == first:
        return Filling("", None, ())
    tokens = analysis.tokens
    text = analysis.paragraph.text[tokens[first].start : tokens[last - 1].end]
    test = pattern.elements[number].test
    if test is None:
        return Filling(text, None, ())
    readings = [reading for reading in analysis.readings(first) if test.reads(reading)] or list(analysis.readings(first))
    return Filling(text, tokens[first], readings, *test.clitics(tokens[first].bare))


def _edit(text: str, start: int, end: int, new: str) -> Edit:
    """Replace a span; a deletion takes the space before it along, at the start of a line the one after it."""
    if new:
        return Edit(start, end, new)
    if start and text[start - 1] == " ":
        return Edit(start - 1, end, "")
    return Edit(start, end + 1 if text[end : end + 1] == " " else end, "")
