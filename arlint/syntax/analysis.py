"""The words of a paragraph in their sentences. Start at `analyse`.

An `Analysis` is made once for a paragraph and shared by all checks. It is lazy: what costs more than a look-up is worked out
for the words that a check asks about.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import cached_property
from typing import Any, TypeVar, cast

from arlint.document import Kind, Paragraph
from arlint.document.quotations import inside_quotation
from arlint.lexicon.lexical import once
from arlint.lexicon.lexicon import Lexicon
from arlint.lexicon.morphology.reading import Reading
from arlint.syntax.forms import Form, Tag, summed
from arlint.syntax.formtable import Forms, forms_of

Result = TypeVar("Result")

_NOTHING = summed("", (), None, False)
_TANWEEN = "\u064b"
_WRITTEN_TANWEEN = ("\u064b\u0627", "\u0627\u064b")

# After these nothing but a verb stands: lam, lan, sawfa, qad.
_VERBAL = frozenset(("\u0644\u0645", "\u0644\u0646", "\u0633\u0648\u0641", "\u0642\u062f"))
_CLAUSE_MARKS = frozenset("،؛:.؟!…-–—")
_OPENING_MARKS = frozenset("«“”\"'([")
_DETERMINED = frozenset({"prep", "dem"})


class Analysis:
    """A paragraph and the forms of its tokens; index by token. What is no Arabic word has an empty form."""

    def __init__(self, paragraph: Paragraph, lexicon: Lexicon) -> None:
        forms = forms_of(lexicon)
        self.paragraph = paragraph
        self.lexicon = lexicon
        self.tokens = paragraph.tokens
        self.forms = self._forms(forms)
        self._readings: dict[int, tuple[Reading, ...]] = {}
        self._known: dict[Callable[[Analysis], Any], Any] = {}
        self._places: dict[str, list[int]] = {}
        places, own = self._places, self.forms
        for index in paragraph.words:
            for tag in own[index].tags:
                places.setdefault(tag, []).append(index)
        if _TANWEEN in paragraph.characters:
            self._add_written_tanween()

    def _add_written_tanween(self) -> None:
        """Words that may be something else without it, and show their case by the mark."""
        shown = {index for index in self.paragraph.words if self.tokens[index].text.endswith(_WRITTEN_TANWEEN)}
        self._places[Tag.TANWEEN] = sorted(shown.union(self.having(Tag.TANWEEN)))

    @cached_property
    def _by_spelling(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for index, token in enumerate(self.tokens):
            found.setdefault(token.bare, []).append(index)
        return found

    def spelled(self, spellings: Collection[str]) -> list[int]:
        """The tokens of these bare spellings, in order."""
        by_spelling = self._by_spelling
        few, many = (spellings, by_spelling) if len(spellings) < len(by_spelling) else (by_spelling, spellings)
        return sorted(index for spelling in few if spelling in many for index in by_spelling[spelling])

    def _forms(self, forms: Forms) -> list[Form]:
        get = forms.get
        return [get(token.bare) if token.kind is Kind.WORD else _NOTHING for token in self.tokens]

    def having(self, tag: str) -> Sequence[int]:
        """The tokens whose form has the tag, in order."""
        return self._places.get(tag, ())

    def form(self, index: int) -> Form:
        """The form of a token; an empty one before the first and after the last."""
        return self.forms[index] if 0 <= index < len(self.forms) else _NOTHING

    def is_word(self, index: int) -> bool:
        """Is there an Arabic word at this index?"""
        return 0 <= index < len(self.tokens) and self.tokens[index].kind is Kind.WORD

    def readings(self, index: int) -> tuple[Reading, ...]:
        """The readings that the form and the words beside it allow."""
        known = self._readings.get(index)
        if known is None:
            known = self._readings[index] = self._plausible(index)
        return known

    def once(self, work: Callable[[Analysis], Result]) -> Result:
        """work(self), done once however many checks ask; `work` must be a module-level function."""
        if work not in self._known:
            self._known[work] = work(self)
        return cast(Result, self._known[work])

    def quoted(self, index: int) -> bool:
        """Does the token stand between quotation marks?"""
        return inside_quotation(self.paragraph, self.tokens[index].start)

    def opens_clause(self, index: int) -> bool:
        """Is the token the first of its paragraph, or does it follow a mark that ends or opens a clause?"""
        if index == 0:
            return True
        mark = self.tokens[index - 1]
        return mark.text in _CLAUSE_MARKS or (mark.text in _OPENING_MARKS and mark.end == self.tokens[index].start)

    def closes_clause(self, index: int) -> bool:
        """Is the token the last of its paragraph, or does such a mark follow?"""
        return index + 1 >= len(self.tokens) or self.tokens[index + 1].kind is Kind.PUNCTUATION

    def _plausible(self, index: int) -> tuple[Reading, ...]:
        form = self.form(index)
        readings = form.readings
        if len(readings) < 2:
            return readings
        if _TANWEEN in self.tokens[index].text[-2:]:
            readings = _only(readings, [r for r in readings if r.case == "a" or (not r.nominal and r.pos != "verb")])
        after = self.form(index + 1)
        if not after.name and (after.indefinite or not after.cells):  # a term of construct shows it before something definite
            readings = _only(readings, [r for r in readings if r.state != "c"])
        before = self.form(index - 1)
        if before.text in _VERBAL:
            return _only(readings, [r for r in readings if r.pos == "verb"])
        if before.readings and all(r.pos in _DETERMINED and not r.enclitic for r in before.readings):
            return _only(readings, [r for r in readings if r.pos != "verb"])
        return readings


def analyse(paragraph: Paragraph, lexicon: Lexicon) -> Analysis:
    """The analysis of a paragraph, made once however many checks ask."""
    return once(paragraph, Analysis, lexicon)


def _only(readings: tuple[Reading, ...], kept: list[Reading]) -> tuple[Reading, ...]:
    """The readings that are kept; all of them when none is."""
    return tuple(kept) if kept else readings
