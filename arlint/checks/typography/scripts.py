"""Words that mix two scripts, and text that was decoded or extracted wrongly."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from arlint.checks.protocol import Context, Hit, paragraphs, replace
from arlint.document import Fact, Kind, Paragraph, Token
from arlint.document.patterns import lazy
from arlint.finding import Safety

_LAM, _ARTICLE = "\u0644", "\u0627\u0644"
_PROCLITICS = lazy(f"[\u0623\u0648\u0641]?[\u0628\u0643\u0644\u0633]?(?:{_ARTICLE}|{_LAM})?")

# PDF files keep lam-alef as one glyph; careless extraction gives its two letters back in the wrong order. An alif is never
# followed by another alif or by a hamza on alif inside an Arabic word, so these sequences leave no doubt.
_ALIFS = "\u0627\u0623\u0625\u0622"
_CERTAIN = tuple(f"\u0627{alif}{_LAM}" for alif in _ALIFS)
_DOUBLED = _ARTICLE + _ARTICLE
_START = lazy(f"([\u0648\u0641]?[\u0628\u0643]?)\u0627([{_ALIFS}]){_LAM}")
_INVERTED = lazy(f"([{_ALIFS}]){_LAM}")
_OFTEN = 20

_UNKNOWN_CHARACTER = "\ufffd"
# UTF-8 read as Windows-1252: Arabic letters begin with D8 to DB; the second byte 80 to BF shows as one of these.
_SECOND_BYTE = (
    "\u0080-\u00bf\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d"
    "\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178"
)
_AS_1252 = lazy(f"(?:[\u00d8-\u00db][{_SECOND_BYTE}]){{2,}}(?: (?:[\u00d8-\u00db][{_SECOND_BYTE}])+)*")
# Windows-1256 read as Windows-1252: a run of accented letters, as no language has it.
_AS_1256 = lazy("[\u00c0-\u00ff]{4,}(?: [\u00c0-\u00ff]{2,})*")
_MOJIBAKE_SIGNS = "".join(map(chr, range(0x00C0, 0x0100))) + _UNKNOWN_CHARACTER


@paragraphs(kinds=(Kind.LATIN,))
def mixed(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """An Arabic word and a Latin one without a space. Proclitics join Latin words; a lone small letter is a slip of the keyboard."""
    for one, other in pairwise(paragraph.tokens):
        if one.end != other.start or {one.kind, other.kind} != {Kind.WORD, Kind.LATIN}:
            continue
        if one.kind is Kind.WORD and _PROCLITICS.fullmatch(one.bare):
            continue
        latin = one if one.kind is Kind.LATIN else other
        if len(latin.text) == 1 and latin.text.islower():
            fixes = replace(latin.start, latin.end, "", Safety.UNSAFE)
        else:
            fixes = replace(other.start, other.start, " ", Safety.UNSAFE)
        yield Hit(one.start, other.end, fixes, {"word": one.text + other.text})


def _mojibake(paragraph: Paragraph) -> Iterator[Hit]:
    """Text decoded with the wrong encoding, and the sign for a character that could not be decoded at all."""
    text = paragraph.text
    for match in _AS_1252.finditer(text):
        yield from _decoded(match, "utf-8")
    for match in _AS_1256.finditer(text):
        if not _AS_1252.search(match[0]):
            yield from _decoded(match, "cp1256")
    for run in re.finditer(f"{_UNKNOWN_CHARACTER}+", text):
        yield Hit(run.start(), run.end())


def _decoded(match: re.Match[str], encoding: str) -> Iterator[Hit]:
    data = b"".join(_byte(char) for char in match[0])
    try:
        meant = data.decode(encoding)
    except UnicodeDecodeError:
        return
    if all("\u0600" <= char <= "\u06ff" or char == " " for char in meant):
        yield Hit(match.start(), match.end(), replace(match.start(), match.end(), meant, Safety.UNSAFE))


def _byte(char: str) -> bytes:
    """The byte that Windows-1252 shows as `char`; its five unassigned bytes are shown as Latin-1 does."""
    try:
        return char.encode("cp1252")
    except UnicodeEncodeError:
        return char.encode("latin-1")


def _has_inversion(paragraph: Paragraph) -> bool:
    return any(sequence in paragraph.text for sequence in _CERTAIN)


_EXTRACTED = Fact("lam-alef inverted somewhere", _has_inversion, any)


@paragraphs(characters=_MOJIBAKE_SIGNS, contains=(_ARTICLE, *(f"{alif}{_LAM}" for alif in _ALIFS[1:])))
def garbled(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """Text decoded with the wrong encoding; lam-alef with its letters swapped, as PDF extraction leaves it."""
    if not paragraph.characters.isdisjoint(_MOJIBAKE_SIGNS):
        yield from _mojibake(paragraph)
    yield from _inverted(paragraph, context)


def _inverted(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """A word that only may be inverted counts where the document shows an inversion, or where it is no word and has the article twice."""
    extracted = context.fact(_EXTRACTED)
    if not extracted and _DOUBLED not in paragraph.text:
        return
    words = [paragraph.tokens[place] for place in paragraph.words]
    for token in words if extracted else (word for word in words if _DOUBLED in word.bare):
        known = context.lexicon.analyser.known
        is_word = known(token.bare) or context.lexicon.adds(token.bare)
        meant = "" if not extracted and is_word else _restored(token, known, context.lexicon.counts.unigram)
        if meant:
            yield Hit(token.start, token.end, replace(token.start, token.end, meant, Safety.UNSAFE))


def _restored(token: Token, known: Callable[[str], bool], seen: Callable[[str], int]) -> str:
    """What the word was before its lam-alefs were swapped; "" when nothing else makes a word that is seen much more often."""
    word = token.bare
    if not any(sequence in word for sequence in _CERTAIN) and _INVERTED.search(word, 1) is None:
        return ""
    meant = [spelling for spelling in _swaps(word) if spelling != word and known(spelling)]
    best = max(meant, key=seen, default="")
    return best if seen(best) > _OFTEN * seen(word) else ""


def _swaps(word: str) -> Sequence[str]:
    """Every way to swap one, or every, alif and lam back, the article at the start left alone."""
    places = [match.start() for match in _INVERTED.finditer(word)][:6]
    every = _INVERTED.sub(_LAM + r"\1", word)
    inner = word[:2] + _INVERTED.sub(_LAM + r"\1", word[2:])
    start = _START.sub(r"\1" + _ARTICLE + r"\2", word)
    rest = _START.match(word)
    tail = start[rest.end() :] if rest else ""
    deeper = start[: rest.end()] + _INVERTED.sub(_LAM + r"\1", tail) if rest else start
    return [start, deeper, every, inner, *(word[:at] + _LAM + word[at] + word[at + 2 :] for at in places)]
