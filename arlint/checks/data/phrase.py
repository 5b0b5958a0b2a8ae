"""The data check `phrase`: a table of expressions and what to write in their place.

Whole words are compared without marks and tatweel; the longest expression wins. Options:

phrases: rows `["wrong", "right", …]`; table: a .tsv file beside the rule file with the columns wrong, right (alternatives
separated by " / "), contested (who accepts the expression), note. contested: take in the contested rows too.
allow: expressions of the table to leave alone. except: longer expressions in which a wrong one is right.
proclitics: what may stand before the first word: "none", "conjunction" (and, so), "verb" (also sa-, li-), "noun"
(also prepositions and the article); it is carried over to the repair. quoted: look inside quotation marks too.
after: what must stand before the expression, one of these tokens; `^` is the beginning of a sentence.

In a row, `+` at the end of a word stands for any attached pronoun or none, and is repeated in the right expression.
A right expression `-` deletes, `?` leaves the repair to a person; one that ends in tatweel joins the word that follows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from arlint.checks.protocol import Context, Hit, Interest, ParagraphDetector
from arlint.document import Kind, Paragraph, Shape
from arlint.document.characters import TATWEEL, bare
from arlint.document.quotations import inside_quotation
from arlint.document.tokens import tokenize
from arlint.finding import Edit, Fix, Safety
from arlint.lexicon.morphology.clitics import ENCLITICS, PROCLITICS, attach
from arlint.records import NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

    from arlint.tomlsource import Table

OPEN = "+"
DELETION, QUERY = "-", "?"
_SENTENCE_START = "^"
_KEYS = ("phrases", "table", "contested", "allow", "except", "proclitics", "quoted", "after")
_TANWEEN_BEFORE, _TANWEEN_AFTER = "\u064b\u0627", "\u0627\u064b"
# Letters of Arabic, tatweel and the space: expressions of these fall into words by their spaces alone.
_PLAIN = frozenset((" ", *map(chr, range(0x0621, 0x063B)), *map(chr, range(0x0640, 0x064B))))


class _Entry(NamedTuple):
    """A row: the words of the wrong expression (bare), what to write, and a remark for the message."""

    words: tuple[str, ...]
    rights: tuple[str, ...]
    note: str


class _Start(NamedTuple):
    """How a token may begin an expression: the proclitic it carries, the pronoun it ends in, the row."""

    proclitic: str
    enclitic: str
    entry: _Entry


class _Match(NamedTuple):
    """An expression found: tokens [first, last) of the paragraph."""

    start: _Start
    first: int
    last: int
    enclitic: str


def read(options: Table, folder: Path) -> dict[str, Any]:
    """Check the options and take in the table. Raises TomlError, into the table where the fault is there."""
    from arlint.checks.data._phrase_rows import read_rows

    options.only(_KEYS)
    rows = read_rows(options, folder)
    return {
        "phrases": [[wrong, *rights] for wrong, rights in rows.rights.items()],
        "accepted": rows.contested,
        "contested": options.flag("contested", False),
        "allow": list(options.texts("allow", ())),
        "except": list(options.texts("except", ())),
        "proclitics": options.choice("proclitics", PROCLITICS, "conjunction"),
        "quoted": options.flag("quoted", True),
        "after": list(options.texts("after", ())),
    }


def build(options: Mapping[str, Any]) -> ParagraphDetector:
    """The detector for options that `read` gave."""
    accepted = {} if options["contested"] else options["accepted"]
    allowed = set(options["allow"])
    rows = [row for row in options["phrases"] if row[0] not in accepted and row[0] not in allowed]
    starts = _index(rows, options["proclitics"])
    exceptions = _exceptions(options["except"])
    check = _PhraseCheck(starts, exceptions, options["quoted"], frozenset(options["after"]))
    return ParagraphDetector(check.run, Interest(forms=frozenset(starts)) if starts else Interest(contains=("\0",)), MappingProxyType({}))


def _index(rows: list[list[str]], kind: str) -> dict[str, tuple[_Start, ...]]:
    """By the form of the first token, the rows it may begin, the longest first."""
    found: dict[str, list[_Start]] = {}
    for wrong, *rights in rows:
        entry = _Entry(tuple(words_of(wrong)), tuple(rights), "")
        first = entry.words[0]
        endings = ENCLITICS if first.endswith(OPEN) else ("",)
        for proclitic in PROCLITICS[kind]:
            for ending in endings:
                form = attach(proclitic, first.removesuffix(OPEN) + ending)
                found.setdefault(form, []).append(_Start(proclitic, ending, entry))
    return {form: tuple(sorted(starts, key=lambda start: -len(start.entry.words))) for form, starts in found.items()}


def words_of(expression: str) -> list[str]:
    """The tokens of an expression, bare; the mark of an open ending stays on its word."""
    if f" {OPEN}" not in expression and _PLAIN.issuperset(expression.replace(f"{OPEN} ", " ").removesuffix(OPEN)):
        return [bare(word) for word in expression.split()]  # as nearly all are: a start reads hundreds
    words: list[str] = []
    for token in tokenize(expression):
        if token.text == OPEN and words:
            words[-1] += OPEN
        else:
            words.append(token.bare)
    return words


def _exceptions(expressions: list[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for expression in expressions:
        words = tuple(words_of(expression))
        for proclitic in PROCLITICS["conjunction"]:
            first = proclitic + words[0]
            found[first] = (*found.get(first, ()), words)
    return found


class _PhraseCheck(NamedTuple):
    """Looks for expressions by the form of their first token."""

    starts: Mapping[str, tuple[_Start, ...]]
    exceptions: Mapping[str, tuple[tuple[str, ...], ...]]
    quoted: bool
    after: frozenset[str]

    def run(self, paragraph: Paragraph, context: Context) -> Iterator[Hit]:
        shapes = paragraph.shapes
        done = 0
        for index in paragraph.words:
            starts = self.starts.get(shapes[index].bare)
            if starts is None or index < done:
                continue
            match = _longest(shapes, index, starts)
            if match and not self._excepted(paragraph, match):
                done = match.last
                yield _hit(paragraph, match)

    def _excepted(self, paragraph: Paragraph, match: _Match) -> bool:
        """Does the match lie in one of the longer expressions that are right, or in a quotation that is to be left alone?"""
        shapes = paragraph.shapes
        if not self.quoted and inside_quotation(paragraph, paragraph.tokens[match.first].start):
            return True
        if self.after and not self._led_in(paragraph, match.first):
            return True
        for first in range(max(0, match.first - 4), match.first + 1):
            for words in self.exceptions.get(shapes[first].bare, ()):
                last = first + len(words)
                if last >= match.last and _follow(shapes, first + 1, words[1:]):
                    return True
        return False

    def _led_in(self, paragraph: Paragraph, first: int) -> bool:
        if _SENTENCE_START in self.after and first in paragraph.sentence_starts:
            return True
        return first > 0 and paragraph.shapes[first - 1].bare in self.after


def _longest(shapes: Sequence[Shape], index: int, starts: tuple[_Start, ...]) -> _Match | None:
    for start in starts:
        enclitic = _rest(shapes, index + 1, start.entry.words[1:])
        if enclitic is not None:
            return _Match(start, index, index + len(start.entry.words), start.enclitic or enclitic)
    return None


def _rest(shapes: Sequence[Shape], index: int, words: tuple[str, ...]) -> str | None:
    """The pronoun that the open word among the following tokens carries ("" without one); None when they are other words."""
    if index + len(words) > len(shapes):
        return None
    enclitic = ""
    for offset, word in enumerate(words):
        form = shapes[index + offset].bare
        if form == word:
            continue
        stem = word.removesuffix(OPEN)
        if stem is word or not form.startswith(stem) or form[len(stem) :] not in ENCLITICS:
            return None
        enclitic = form[len(stem) :]
    return enclitic


def _follow(shapes: Sequence[Shape], index: int, words: tuple[str, ...]) -> bool:
    return _rest(shapes, index, words) is not None


def _hit(paragraph: Paragraph, match: _Match) -> Hit:
    tokens = paragraph.tokens
    start, end = tokens[match.first].start, tokens[match.last - 1].end
    fixes = [fix for right in match.start.entry.rights if (fix := _fix(paragraph, match, right))]
    if len(fixes) > 1:
        fixes = [Fix(fix.edits, Safety.UNSAFE) for fix in fixes]
    wrong = " ".join(match.start.entry.words).replace(OPEN, match.enclitic)
    right = " / ".join(match.start.entry.rights).replace(OPEN, match.enclitic)
    return Hit(start, end, tuple(fixes), {"wrong": wrong, "right": right})


def _fix(paragraph: Paragraph, match: _Match, right: str) -> Fix | None:
    """The edit of one right expression; words that both expressions begin or end with are left as the writer has them."""
    tokens = paragraph.tokens
    if right == QUERY:
        return None
    if right == DELETION:
        return _deletion(paragraph, match)
    found = [token.text for token in tokens[match.first : match.last]]
    wanted = _spelled(right.replace(OPEN, match.enclitic), paragraph.text).split(" ")
    wanted[0] = attach(match.start.proclitic, wanted[0])
    last = match.last
    if wanted[-1].endswith(TATWEEL):
        if last == len(tokens) or tokens[last].kind is not Kind.WORD:
            return None
        found.append(tokens[last].text)
        wanted[-1] = attach(wanted[-1].rstrip(TATWEEL), tokens[last].text)
        last += 1
    before = _common(found, wanted)
    after = _common(found[before:][::-1], wanted[before:][::-1])
    if before + after == len(found):  # words are only added: rewrite the one beside the place
        before, after = (before - 1, after) if before else (before, after - 1)
    edit = Edit(tokens[match.first + before].start, tokens[last - after - 1].end, " ".join(wanted[before : len(wanted) - after]))
    return Fix((_tidy(paragraph.text, edit),))


def _tidy(text: str, edit: Edit) -> Edit:
    """An edit that only takes words away takes the space before (or after) them along."""
    if edit.replacement:
        return edit
    start, end = edit.start, edit.end
    while end < len(text) and text[end] == " ":
        end += 1
    if end == edit.end:
        while start and text[start - 1] == " ":
            start -= 1
    return Edit(start, end, "")


def _deletion(paragraph: Paragraph, match: _Match) -> Fix:
    """The expression goes, its proclitic passes to the next word."""
    tokens = paragraph.tokens
    start, end = tokens[match.first].start, tokens[match.last - 1].end
    follower = tokens[match.last] if match.last < len(tokens) else None
    if follower and follower.kind is Kind.PUNCTUATION and follower.text == "\u060c" and follower.start == end:
        end = follower.end
        follower = tokens[match.last + 1] if match.last + 1 < len(tokens) else None
    if follower and match.start.proclitic:
        return Fix((Edit(start, follower.start, match.start.proclitic),))
    return Fix((_tidy(paragraph.text, Edit(start, end, "")),))


def _common(left: list[str], right: list[str]) -> int:
    """How many words both begin with, marks apart."""
    length = 0
    for one, other in zip(left, right, strict=False):
        if bare(one) != bare(other):
            break
        length += 1
    return length


def _spelled(right: str, text: str) -> str:
    """The right expression with its tanween where the paragraph writes it."""
    if _TANWEEN_AFTER in right and _TANWEEN_BEFORE in text and _TANWEEN_AFTER not in text:
        return right.replace(_TANWEEN_AFTER, _TANWEEN_BEFORE)
    return right
