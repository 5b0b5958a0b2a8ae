"""Document → Paragraph → Sentence → Token.

A document is what a format has read: its text as the user sees it and the paragraphs of prose in it. Checks work
on one paragraph at a time, in the paragraph's own coordinates; `Paragraph.source` leads back to the document's text.
What is worked out about a paragraph or a document is kept with it (`once`, `fact`), so that checks share it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any, TypeVar, cast

from arlint.document.characters import SPACES
from arlint.document.comments import plain_comments
from arlint.document.facts import Fact, Part, Whole
from arlint.document.positions import LineIndex
from arlint.document.sourcemap import SourceMap
from arlint.document.tokens import Kind, Shape, Token, nth, placed, shapes
from arlint.records import NamedTuple

Result = TypeVar("Result")

_LINE = re.compile(r"[^\r\n]+")
_BLANK = re.compile(rf"[\s{SPACES}]*")
_SENTENCE_MARKS = frozenset(".؟!?\u2026\u06d4")
_CLOSING_MARKS = frozenset("\"'»”“’‘)]}›")


# What is large beside a paragraph's text and soon worked out again.
_WORKED_OUT_AGAIN = ("characters", "forms", "kinds", "tokens", "words")


class Sentence(NamedTuple):
    """Tokens [first, last) of a paragraph, its end mark and closing quotation marks included."""

    first: int
    last: int


class Paragraph:
    """A stretch of prose without a break: a line of plain text, a block of Markdown, an HTML element.

    text: the plain text, markup removed. source: where each character of it stands in the document.
    role: "body", or "heading" where the format says so. Treated as immutable.
    """

    __slots__ = ("__dict__", "role", "source", "text")

    def __init__(self, text: str, source: SourceMap, role: str = "body") -> None:
        self.text = text
        self.source = source
        self.role = role

    @cached_property
    def shapes(self) -> tuple[Shape, ...]:
        """What all tokens are, in order, for those who need not know where: made in a third of the time, and shared."""
        return shapes(self.text)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """All tokens in order; what lies between two of them is space."""
        return tuple(placed(self.shapes, self.text))

    def token(self, index: int) -> Token:
        """One of the tokens, for those who ask for few: the others are not made."""
        known: tuple[Token, ...] | None = self.__dict__.get("tokens")
        return known[index] if known is not None else nth(self.shapes, self.text, index)

    @cached_property
    def words(self) -> tuple[int, ...]:
        """Indices into `tokens` and `shapes` of the Arabic words."""
        word = Kind.WORD
        return tuple([index for index, shape in enumerate(self.shapes) if shape.kind is word])

    @cached_property
    def characters(self) -> frozenset[str]:
        """Every character that occurs."""
        return frozenset(self.text)

    @cached_property
    def forms(self) -> frozenset[str]:
        """Every Arabic word that occurs, bare."""
        word = Kind.WORD
        return frozenset([shape.bare for shape in self.shapes if shape.kind is word])

    @cached_property
    def kinds(self) -> frozenset[Kind]:
        """Every kind of token that occurs."""
        return frozenset([shape.kind for shape in self.shapes])

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences, which together cover all tokens."""
        return tuple(_split_sentences(self.tokens))

    @cached_property
    def sentence_starts(self) -> frozenset[int]:
        """The indices of the tokens that begin a sentence."""
        return frozenset(sentence.first for sentence in self.sentences)

    def token_from(self, at: int) -> int:
        """The index of the first token that begins at `at` (code points) or behind it; the number of tokens where none does."""
        return bisect_left(self.tokens, at, key=_token_start)

    def gap(self, index: int) -> str:
        """What stands between token `index` and the one after it (to the end of the text for the last)."""
        tokens = self.tokens
        after = tokens[index + 1].start if index + 1 < len(tokens) else len(self.text)
        return self.text[tokens[index].end : after]

    def recall(self, earlier: Paragraph) -> None:
        """Take over all that is known of a paragraph with the same text and role; only the source map stays this one's."""
        self.__dict__ = earlier.__dict__

    def slim(self) -> None:
        """Let go of what is large beside the text and soon worked out again."""
        for name in _WORKED_OUT_AGAIN:
            self.__dict__.pop(name, None)

    @property
    def memory(self) -> dict[Any, Any]:
        """What has been worked out about this text so far; keys are functions, never strings."""
        return self.__dict__

    def once(self, work: Callable[[Paragraph], Result]) -> Result:
        """work(self), done once however many checks ask; `work` must be a module-level function."""
        memory: dict[Any, Any] = self.__dict__
        try:
            known: Result = memory[work]
        except KeyError:
            known = memory[work] = work(self)
        return known


class Document:
    """A text and the paragraphs of prose that a format found in it. Treated as immutable.

    text: the source as the user sees it; findings are offsets into it. format: "text", "markdown", "html" …
    comments: spans of `text` that hold the format's comments, where suppressions are looked for.
    """

    __slots__ = ("__dict__", "_facts_before", "comments", "format", "paragraphs", "text")

    def __init__(
        self,
        text: str,
        paragraphs: tuple[Paragraph, ...],
        format: str = "text",
        comments: tuple[tuple[int, int], ...] = (),
    ) -> None:
        self.text = text
        self.paragraphs = paragraphs
        self.format = format
        self.comments = comments
        self._facts_before: Mapping[Any, Any] = {}

    @classmethod
    def plain(cls, text: str) -> Document:
        """Plain text: every line that is not blank is a paragraph; comments that speak to arlint are left out."""
        comments = plain_comments(text)
        paragraphs: list[Paragraph] = []
        done = 0
        for start, end in (*comments, (len(text), len(text))):
            paragraphs += plain_paragraphs(text, done, start)
            done = end
        return cls(text, tuple(paragraphs), comments=comments)

    def recall(self, earlier: Document) -> None:
        """After an edit: take over what is known of every paragraph whose text stood in the document before."""
        self._facts_before = {fact: value for fact, value in earlier.__dict__.items() if isinstance(fact, Fact)}
        known = {(paragraph.text, paragraph.role): paragraph for paragraph in earlier.paragraphs}
        for paragraph in self.paragraphs:
            if before := known.pop((paragraph.text, paragraph.role), None):
                paragraph.recall(before)

    @cached_property
    def lines(self) -> LineIndex:
        """Where the lines of `text` begin."""
        return LineIndex(self.text)

    def fact(self, fact: Fact[Part, Whole]) -> Whole:
        """The fact for the whole document, collected once a paragraph and merged; the same object as before the edit while equal."""
        memory: dict[Any, Any] = self.__dict__
        try:
            known: Whole = memory[fact]
        except KeyError:
            known = memory[fact] = self._merged(fact)
        return known

    def _merged(self, fact: Fact[Part, Whole]) -> Whole:
        collect = fact.collect
        whole = fact.merge([paragraph.once(collect) for paragraph in self.paragraphs])
        before = self._facts_before.get(fact, whole)
        return cast(Whole, before) if before == whole else whole


def _token_start(token: Token) -> int:
    return token.start


def plain_paragraphs(text: str, start: int = 0, end: int | None = None) -> list[Paragraph]:
    """One paragraph for each line of text[start:end] that holds more than space; offsets stay those of `text`."""
    matches = _LINE.finditer(text, start, len(text) if end is None else end)
    return [Paragraph(line, SourceMap.shifted(match.start(), len(line))) for match in matches if not _BLANK.fullmatch(line := match[0])]


def _split_sentences(tokens: tuple[Token, ...]) -> list[Sentence]:
    """A sentence ends at . ؟ ! … that is followed by space, the end or closing marks (which it takes along)."""
    sentences: list[Sentence] = []
    first = index = 0
    while index < len(tokens):
        token = tokens[index]
        index += 1
        if token.text not in _SENTENCE_MARKS or token.kind is not Kind.PUNCTUATION:
            continue
        while index < len(tokens) and tokens[index].text in _SENTENCE_MARKS | _CLOSING_MARKS:
            if tokens[index].start != tokens[index - 1].end:  # a mark after a space opens what follows
                break
            index += 1
        if index == len(tokens) or tokens[index].start > tokens[index - 1].end:
            sentences.append(Sentence(first, index))
            first = index
    if first < len(tokens):
        sentences.append(Sentence(first, len(tokens)))
    return sentences
