"""Characters that are not what they seem: tatweel inside words, presentation forms, Persian and Urdu look-alikes, letters in pieces.

One finding a word, with the whole word for its span: single characters of this kind cannot be told apart by eye.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from arlint.checks.protocol import Context, Hit, paragraphs
from arlint.document import Kind, Paragraph, Token
from arlint.document.characters import MARKS, TATWEEL, bare
from arlint.document.patterns import lazy
from arlint.document.quotations import quotations
from arlint.finding import Edit, Fix, Safety

if TYPE_CHECKING:
    from arlint.lexicon.counts.store import Counts

_ARTICLE = "\u0627\u0644"
_HIJRI = "\u0647"
# A tatweel that carries a dagger alef, a hamza or a small letter is part of Qur'anic spelling.
_TATWEEL_RUN = lazy(f"{TATWEEL}+(?![\u0654\u0655\u0670\u06d6-\u06ed])")
_PROCLITICS = lazy(f"[\u0648\u0641]?[\u0628\u0643\u0644\u0633]?(?:{_ARTICLE}|\u0644)?|{_HIJRI}|.")

# Letters and ligatures of letters in Arabic Presentation Forms-A and -B; without the word ligatures U+FDF0-FDFF (Allah, the honorifics,
# rial), which have no other form, and the ornate brackets U+FD3E-FD3F.
_FORMS = "\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdef\ufe70-\ufefc"
_FORMS_RUN = lazy(f"[{_FORMS}]+")
_ALL_FORMS = "".join(chr(code) for first, last in ((0xFB50, 0xFDEF), (0xFE70, 0xFEFC)) for code in range(first, last + 1))

# Look-alikes and the Arabic letters they stand for (Unicode UTS #39, confusables; the keyboards of Persian, Urdu, Sindhi and Kurdish).
_KEHEH, _FARSI_YEH, _BARREE_YEH = "\u06a9", "\u06cc", "\u06d2"
_YEH, _MAQSURA, _HEH, _TEH_MARBUTA = "\u064a", "\u0649", "\u0647", "\u0629"
_LOOK_ALIKES = {
    _KEHEH: "\u0643",
    "\u06aa": "\u0643",
    _FARSI_YEH: _YEH,
    _BARREE_YEH: _YEH,
    "\u06be": _HEH,
    "\u06c1": _HEH,
    "\u06d5": _HEH,
    "\u06c3": _TEH_MARBUTA,
}
_FINALS = {_FARSI_YEH: (_YEH, _MAQSURA), "\u06c1": (_HEH, _TEH_MARBUTA), "\u06d5": (_HEH, _TEH_MARBUTA), "\u06be": (_HEH, _TEH_MARBUTA)}
_TO_ARABIC = str.maketrans(_LOOK_ALIKES)
# Letters that only other languages have: where they abound, the text is Persian, Urdu or Kurdish.
_FOREIGN = frozenset(_LOOK_ALIKES) | frozenset("\u067e\u0686\u0698\u06af\u0679\u0688\u0691\u06ba\u06c6\u06ce\u0695\u06b5")
_ONLY_ARABIC = frozenset("\u0629\u0623\u0625\u0649")
_DECISIVE = 200
# Words of a quotation that are looked at.
_LONG = 40

_HAMZAS = "\u0653\u0654\u0655"
_COMPOSED = {
    "\u0627\u0653": "\u0622",
    "\u0627\u0654": "\u0623",
    "\u0627\u0655": "\u0625",
    "\u0648\u0654": "\u0624",
    "\u064a\u0654": "\u0626",
}
_QURANIC = frozenset("\u0671\u06e1" + "".join(map(chr, range(0x06D6, 0x06DD))))
_DECOMPOSED = lazy(f"[\u0627\u0648\u064a][{MARKS}]*[{_HAMZAS}][{MARKS}]*")


@paragraphs(characters=TATWEEL)
def tatweel(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """Tatweel inside or after a word. It stays after a proclitic that something else than a word follows, and after a lone letter."""
    for token in _words_with(paragraph, TATWEEL):
        letters = token.bare
        if not letters or (token.text[0] == TATWEEL and len(letters) < 3):
            continue
        edits = [Edit(token.start + run.start(), token.start + run.end(), "") for run in _TATWEEL_RUN.finditer(token.text)]
        if edits and edits[-1].end == token.end and _PROCLITICS.fullmatch(letters):
            edits.pop()
        if edits:
            yield Hit(token.start, token.end, (Fix(tuple(edits)),), {"word": token.text})


@paragraphs(characters=_ALL_FORMS)
def presentation_forms(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """Code points for the shapes of letters, from PDF files and old systems; the letters themselves repair them."""
    from unicodedata import normalize

    for words in _neighbours_with_forms(paragraph):
        edits = [_at(token, run, normalize("NFKC", run[0]).replace(" ", "").translate(_TO_ARABIC)) for token, run in words]
        yield Hit(words[0][0].start, words[-1][0].end, (Fix(tuple(edits)),))


def _neighbours_with_forms(paragraph: Paragraph) -> list[list[tuple[Token, re.Match[str]]]]:
    """The runs of presentation forms with their words; what stands in neighbouring words is kept together."""
    found: list[list[tuple[Token, re.Match[str]]]] = []
    last = -2
    for index, token in enumerate(paragraph.tokens):
        runs = list(_FORMS_RUN.finditer(token.text)) if token.kind in (Kind.WORD, Kind.MARK) else []
        if runs and last < index - 1:
            found.append([])
        if runs:
            found[-1] += [(token, run) for run in runs]
            last = index
    return found


@paragraphs(characters="".join(_LOOK_ALIKES))
def look_alikes(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """Letters of Persian and Urdu in Arabic words; stretches that are Persian or Urdu themselves are passed over."""
    tokens = paragraph.tokens
    foreign = _foreign_stretches(paragraph)
    for index in paragraph.words:
        token = tokens[index]
        char = next((letter for letter in token.text if letter in _LOOK_ALIKES), "")
        around = bisect_left(foreign, (token.start, 0)) - 1
        if char and not (around >= 0 and token.start < foreign[around][1]):
            yield Hit(token.start, token.end, _arabic_spellings(paragraph, index, context.lexicon.counts), {"char": char})


@paragraphs(characters=_HAMZAS)
def decomposed(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """A letter and its hamza or madda as two characters where Unicode has one for both (normalisation form C)."""
    if not _QURANIC.isdisjoint(paragraph.characters):
        return
    for token in paragraph.tokens:
        if token.kind is Kind.WORD and any(hamza in token.text for hamza in _HAMZAS):
            edits = tuple(_at(token, found, _compose(found[0])) for found in _DECOMPOSED.finditer(token.text))
            if edits:
                yield Hit(token.start, token.end, (Fix(edits),), {"word": token.text})


def _words_with(paragraph: Paragraph, char: str) -> Iterator[Token]:
    return (token for token in paragraph.tokens if token.kind is Kind.WORD and char in token.text)


def _at(token: Token, found: re.Match[str], replacement: str) -> Edit:
    return Edit(token.start + found.start(), token.start + found.end(), replacement)


def _compose(cluster: str) -> str:
    """The cluster with its letter and first hamza or madda in one; the other marks keep their order."""
    hamza = next((mark for mark in cluster if cluster[0] + mark in _COMPOSED), "")
    return _COMPOSED[cluster[0] + hamza] + cluster[1:].replace(hamza, "", 1) if hamza else cluster


def _is_foreign(words: Sequence[Token]) -> bool:
    """Is most of it spelled with letters of other languages, and none as only Arabic is?"""
    strange = sum(not _FOREIGN.isdisjoint(word.text) for word in words)
    arabic = sum(word.bare.startswith(_ARTICLE) or not _ONLY_ARABIC.isdisjoint(word.text) for word in words)
    return strange * 2 > len(words) > 1 and arabic * 4 < len(words)


def _foreign_stretches(paragraph: Paragraph) -> list[tuple[int, int]]:
    """The whole paragraph, or the quotations and titles in it, that are in another language."""
    words = [paragraph.tokens[index] for index in paragraph.words]
    if _is_foreign(words):
        return [(-1, len(paragraph.text))]
    found = []
    for opening, closing, _ in quotations(paragraph).pairs:
        inside = words[bisect_left(words, opening.at, key=_start) : bisect_left(words, closing.at, key=_start)][:_LONG]
        if inside and _is_foreign([*inside, *inside]):
            found.append((opening.at, closing.at))
    return found


def _start(token: Token) -> int:
    return token.start


def _arabic_spellings(paragraph: Paragraph, index: int, counts: Counts) -> tuple[Fix, ...]:
    """The word with Arabic letters; a last letter that may stand for two is told by how often each word is in print."""
    token = paragraph.tokens[index]
    text = token.text.translate(_TO_ARABIC)
    finals = _FINALS.get(token.bare[-1])
    if not finals:
        return (Fix((Edit(token.start, token.end, text),)),)
    last = max(place for place, letter in enumerate(token.text) if letter == token.bare[-1])
    spellings = [text[:last] + letter + text[last + 1 :] for letter in finals]
    often = {spelling: counts.unigram(bare(spelling)) for spelling in spellings}
    best, other = sorted(spellings, key=lambda spelling: -often[spelling])
    if often[best] > _DECISIVE * often[other]:
        return (Fix((Edit(token.start, token.end, best),)),)
    before, after = _neighbours(paragraph, index)
    company = {one: counts.bigram(before, bare(one)) + counts.bigram(bare(one), after) for one in spellings}
    ranked = sorted(spellings, key=lambda spelling: (-company[spelling], -often[spelling]))
    return tuple(Fix((Edit(token.start, token.end, spelling),), Safety.UNSAFE) for spelling in ranked)


def _neighbours(paragraph: Paragraph, index: int) -> tuple[str, str]:
    """The words before and after, as they would be in Arabic letters."""
    tokens = paragraph.tokens
    before = tokens[index - 1].bare if index else ""
    after = tokens[index + 1].bare if index + 1 < len(tokens) else ""
    return before.translate(_TO_ARABIC), after.translate(_TO_ARABIC)
