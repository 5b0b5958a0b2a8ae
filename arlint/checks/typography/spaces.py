"""Spaces: doubled, at the edge of a line, before and after punctuation marks.

U+00A0 and the other no-break and typographic spaces count as spaces wherever they stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from arlint.checks.protocol import Context, Hit, documents, paragraphs, replace
from arlint.document import Document, Paragraph
from arlint.document.brackets import brackets
from arlint.document.characters import SPACE_CHARACTERS, bare, ends_word, is_script_letter
from arlint.document.patterns import lazy
from arlint.document.quotations import closing_marks, opening_marks
from arlint.document.quotemarks import ALL_MARKS
from arlint.finding import Edit, Fix

# Cheap to compile: \\s without what breaks lines.
_SEVERAL = lazy(r"(?<=\S)[^\S\r\n\v\f\x1c-\x1e\x85\u2028\u2029]{2,}(?=\S)")
_ENDED = lazy('[.\u061f!\u2026]["\u00bb\u201d\u201c)]?$')
_SPACES = "".join(SPACE_CHARACTERS)
_ODD_SPACES = SPACE_CHARACTERS - {" "}
_PUNCTUATION = "\u060c\u061b:.\u061f!,;?"
_ARABIC_MARKS = "\u060c\u061b\u061f"
_BEFORE = lazy(rf"(?<=\S)[^\S\r\n]+(?=[{_PUNCTUATION}])")
_AFTER = lazy(rf"[{_PUNCTUATION}](?=\S)")
_EMOTICON = lazy(r"[:;][-'^]?[()\[\]DPpOo*3|/\\](?![^\W\d_])")
_HABIT = 0.5
# What may stand before the one letter of an abbreviation: the conjunction, the article.
_BEFORE_INITIAL = frozenset(("\u0648", "\u0627\u0644", "\u0648\u0627\u0644"))
_AFTER_INITIAL = frozenset(".\u060c)\u0640")
_LONGEST = 12


@paragraphs(contains=("  ", *sorted(_ODD_SPACES)), sentences=False)
def several(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """Two or more spaces between words, no-break spaces counted; one plain space repairs them.

    sentences: are two plain spaces between two sentences reported too, as some were taught to type them?
    """
    text = paragraph.text
    for match in _SEVERAL.finditer(text):
        if match[0] == "  " and not context.options["sentences"] and _ENDED.search(text, max(0, match.start() - 3), match.start()):
            continue
        yield Hit(match.start(), match.end(), replace(match.start(), match.end(), " "))


@documents(ends=False)
def edges(document: Document, context: Context) -> Iterator[Hit]:
    """Spaces before the first and after the last character of a paragraph.

    A single plain space is nobody's slip: it shows nowhere. What half of the paragraphs or more have, and spaces around the whole
    text, come from the publishing system, not from a hand. ends: are spaces behind the last character, which shift nothing,
    reported too?
    """
    leading = [paragraph for paragraph in document.paragraphs if paragraph.text[:1] in SPACE_CHARACTERS]
    trailing = [paragraph for paragraph in document.paragraphs if paragraph.text[-1:] in SPACE_CHARACTERS]
    around = leading and trailing and leading[0] is document.paragraphs[0] and trailing[-1] is document.paragraphs[-1]
    if not _is_habit(leading, document):
        for paragraph in leading[1:] if around else leading:
            width = len(paragraph.text) - len(paragraph.text.lstrip(_SPACES))
            if paragraph.text[:width] != " ":
                yield Hit(0, width, replace(0, width, ""), paragraph=paragraph)
    if context.options["ends"] and not _is_habit(trailing, document):
        for paragraph in trailing[:-1] if around else trailing:
            start, end = len(paragraph.text.rstrip(_SPACES)), len(paragraph.text)
            if paragraph.text[start:] != " ":
                yield Hit(start, end, replace(start, end, ""), paragraph=paragraph)


def _is_habit(padded: Sequence[Paragraph], document: Document) -> bool:
    return len(padded) > 1 and len(padded) >= _HABIT * len(document.paragraphs)


@paragraphs(characters=_PUNCTUATION)
def before_punctuation(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """Spaces before a mark that belongs to the word before it."""
    text = paragraph.text
    for match in _BEFORE.finditer(text):
        start, at = match.span()
        if text[start - 1] in ALL_MARKS and start - 1 not in paragraph.once(closing_marks):
            continue
        if _ends_something(text, start, at):
            edits = [Edit(start, at, "")]
            if text[at] != "." and _glued(paragraph, at):  # the space stands on the wrong side
                edits.append(Edit(at + 1, at + 1, " "))
            yield Hit(start, at + 1, (Fix(tuple(edits)),), {"char": text[at]})


def _ends_something(text: str, start: int, at: int) -> bool:
    before, char, after = text[start - 1], text[at], text[at + 1 : at + 2]
    if char == "." and (after == "." or before in ".\u2026" or (after.isalnum() and not is_script_letter(after))):
        return False  # spaced ellipses, headline dots, numbers and names such as .NET
    if char == ":" and (after == ":" or _is_ratio(text, before, at)):
        return False
    if char in ":;" and _EMOTICON.match(text, at):
        return False
    if before in "([{" or text[at + 1 : at + 2] == "=":
        return False
    return char in _ARABIC_MARKS or not _is_latin_context(text, before, at)


def _is_ratio(text: str, before: str, at: int) -> bool:
    return before.isdigit() and text[at + 1 : at + 4].strip(_SPACES)[:1].isdigit()


def _is_latin_context(text: str, before: str, at: int) -> bool:
    """After a word of another script: French sets a space here; what follows tells whose mark it is."""
    if not before.isalpha() or ends_word(before):
        return False
    after = text[at + 1 : at + 4].strip(_SPACES)[:1]
    return not is_script_letter(after)


@paragraphs(characters=_PUNCTUATION, domains=(), letters=())
def after_punctuation(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """A mark glued to the word, or to the opening quotation mark or bracket, after it.

    `domains`: what follows the stop in the names of web sites, spelt in Arabic. `letters`: the names of Latin letters, in Arabic.
    """
    for match in _AFTER.finditer(paragraph.text):
        at = match.start()
        if _glued(paragraph, at) and not _is_in_name(paragraph.text, at, context):
            yield Hit(at, at + 1, replace(at + 1, at + 1, " "), {"char": paragraph.text[at]})


def _glued(paragraph: Paragraph, at: int) -> bool:
    """Does the mark at `at` stick to a word, an opening quotation mark or a bracket after it?"""
    text = paragraph.text
    after = text[at + 1 : at + 2]
    if not after or after.isspace():
        return False
    if is_script_letter(after):
        return _ends_sentence_part(text, at)
    if after in "([" or after in ALL_MARKS:
        return text[at - 1 : at] not in ("", ".") and at + 1 in paragraph.once(_openings)
    return text[at] in _ARABIC_MARKS and after.isalnum() and ends_word(text[at - 1 : at])


def _ends_sentence_part(text: str, at: int) -> bool:
    """Is the mark at `at`, right before a letter, more than a part of an abbreviation, a name or an ellipsis?"""
    before, char = text[at - 1 : at], text[at]
    if not before or before in "#@/." or (char in ",;?" and not ends_word(before)):
        return False
    if char != ".":
        return True
    after = _word_after(text, at)
    next_initial = len(after) == 1 and text[at + 2 : at + 3] in _AFTER_INITIAL
    return not next_initial and not _is_initial(_word_before(text, at))


def _is_in_name(text: str, at: int, context: Context) -> bool:
    """A stop inside the name of a web site, or between the spelt-out letters of an abbreviation."""
    if text[at] != ".":
        return False
    before, after, letters = _word_before(text, at), _word_after(text, at), context.options["letters"]
    return after in context.options["domains"] or (before in letters and after in letters)


def _openings(paragraph: Paragraph) -> frozenset[int]:
    """Where quotation marks and brackets open that close again."""
    return paragraph.once(opening_marks) | {pair.start for pair in brackets(paragraph).pairs}


def _is_initial(word: str) -> bool:
    """One letter, alone or with the conjunction or the article."""
    return len(word) == 1 or word[:-1] in _BEFORE_INITIAL


def _word_before(text: str, at: int) -> str:
    """The word that ends at `at`, bare; of long words only the end."""
    start = at
    while start and at - start < _LONGEST and ends_word(text[start - 1]):
        start -= 1
    return bare(text[start:at])


def _word_after(text: str, at: int) -> str:
    """The word that begins after the mark at `at`; of long words only the beginning."""
    end = at + 1
    while end - at < _LONGEST and ends_word(text[end : end + 1]):
        end += 1
    return text[at + 1 : end]
