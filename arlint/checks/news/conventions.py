"""Conventions of the newsroom that a house may choose: abbreviations, first mentions, datelines, days, exclamation marks,
commas after what opens a sentence, acronyms, and a query where one party seems to attack itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from arlint.checks.protocol import Context, Hit, Interest, ParagraphDetector, documents, made, paragraphs, replace
from arlint.document import Document, Fact, Kind, Paragraph, Token
from arlint.document.characters import ARABIC_LETTERS
from arlint.document.patterns import lazy
from arlint.document.quotations import inside_quotation
from arlint.finding import Edit, Fix, Safety
from arlint.lexicon.lexical import LexicalFact
from arlint.lexicon.lexicon import Lexicon
from arlint.lexicon.morphology.clitics import attach, proclitic_ends
from arlint.records import NamedTuple
from arlint.syntax.names import may_be_name

_COMMA = "\u060c"
_WAW = "\u0648"
_ABBREVIATION = lazy(f"(?<![{ARABIC_LETTERS}.])([{ARABIC_LETTERS}])\\.(?=[{ARABIC_LETTERS}]{{2}})")
_DATELINE = lazy(
    f"[{ARABIC_LETTERS}]+(?: [{ARABIC_LETTERS}]+){{0,2}}(?P<dash> ?[-\u2013\u2014] ?)(?P<agency>[{ARABIC_LETTERS}]+)(?=[ :]|$)"
)


@paragraphs(contains=(".",))
def abbreviation(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """A title of one letter and a full stop, run together with the name."""
    for match in _ABBREVIATION.finditer(paragraph.text):
        yield Hit(match.start(), match.end(), (Fix((Edit(match.end(), match.end(), " "),), Safety.UNSAFE),))


@paragraphs(contains=("!",))
def exclamation(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """An exclamation mark outside quotation marks at the end of a paragraph."""
    mark = paragraph.tokens[-1]
    if mark.text == "!" and not inside_quotation(paragraph, mark.start):
        yield Hit(mark.start, mark.end, replace(mark.start, mark.end, "."))


@documents(agencies=())
def dateline(document: Document, context: Context) -> Iterator[Hit]:
    """The place and the agency before the first paragraph, joined by a dash without its two spaces."""
    agencies = frozenset(context.options["agencies"])
    for paragraph in document.paragraphs[:2]:
        match = _DATELINE.match(paragraph.text)
        if match and match["agency"] in agencies and match["dash"].strip(" ") == match["dash"][:1].strip() + match["dash"][1:].strip(" "):
            dash = f" {match['dash'].strip()} "
            if match["dash"] != dash:
                start, end = match.start("dash"), match.end("dash")
                yield Hit(start, end, replace(start, end, dash, Safety.UNSAFE), paragraph=paragraph)


@made(days=(), weekdays=())
def relative_day(options: Mapping[str, Any]) -> ParagraphDetector:
    """today, yesterday, tomorrow without the name of the day. Options: these words, and the days of the week."""
    days = frozenset(options["days"])
    return ParagraphDetector(partial(_relative_day, days=days, weekdays=frozenset(options["weekdays"])), Interest(forms=days))


def _relative_day(paragraph: Paragraph, context: Context, *, days: frozenset[str], weekdays: frozenset[str]) -> Iterator[Hit]:
    tokens = paragraph.tokens
    for index in paragraph.words:
        token = tokens[index]
        near = {other.bare for other in tokens[max(0, index - 1) : index + 3]}
        if token.bare in days and near.isdisjoint(weekdays) and not inside_quotation(paragraph, token.start):
            yield Hit(token.start, token.end)


@made(openings=())
def fronted_comma(options: Mapping[str, Any]) -> ParagraphDetector:
    """A fronted adverbial such as min jihatihi without a comma before the verb. Option: the adverbials."""
    openings = {tuple(opening.split(" ")) for opening in options["openings"]}
    firsts = frozenset(before + opening[0] for opening in openings for before in ("", _WAW))
    return ParagraphDetector(partial(_fronted_comma, openings=openings), Interest(forms=firsts))


def _fronted_comma(paragraph: Paragraph, context: Context, *, openings: set[tuple[str, ...]]) -> Iterator[Hit]:
    tokens = paragraph.tokens
    for sentence in paragraph.sentences:
        words = tuple(token.bare for token in tokens[sentence.first : sentence.first + 3])
        for opening in openings:
            last = sentence.first + len(opening)
            head = words[0].removeprefix(_WAW) if words and words[0] not in (opening[0], "") else words[:1] and words[0]
            if (head, *words[1 : len(opening)]) == opening and last < sentence.last and tokens[last].kind is Kind.WORD:
                start, end = tokens[last - 1].start, tokens[last - 1].end
                yield Hit(start, end, (Fix((Edit(end, end, _COMMA),)),))
                break


@made(acronyms=())
def acronym(options: Mapping[str, Any]) -> ParagraphDetector:
    """The first mention of an acronym without its full name in brackets beside it. Option: the acronyms."""
    acronyms = frozenset(options["acronyms"])
    seen: Fact[frozenset[str], tuple[frozenset[str], ...]] = Fact("acronyms", partial(_acronyms, acronyms=acronyms), tuple)
    return ParagraphDetector(partial(_acronym, acronyms=acronyms, seen=seen), Interest())


def _acronyms(paragraph: Paragraph, *, acronyms: frozenset[str]) -> frozenset[str]:
    """Those glossed in brackets anywhere in the paragraph."""
    tokens = paragraph.tokens
    return frozenset(tokens[index].bare for index in paragraph.words if tokens[index].bare in acronyms and _in_brackets(tokens, index))


def _in_brackets(tokens: Sequence[Token], index: int) -> bool:
    return any(token.text == "(" for token in tokens[max(0, index - 1) : index + 2])


def _acronym(
    paragraph: Paragraph,
    context: Context,
    *,
    acronyms: frozenset[str],
    seen: Fact[frozenset[str], tuple[frozenset[str], ...]],
) -> Iterator[Hit]:
    forms = [(index, base) for index in paragraph.words if (base := _base(paragraph.tokens[index].bare, acronyms))]
    if not forms:
        return
    glossed = frozenset().union(*context.fact(seen))
    reported: set[str] = set()
    for index, base in forms:
        if base not in glossed and base not in reported:
            reported.add(base)
            yield Hit(paragraph.tokens[index].start, paragraph.tokens[index].end, values={"acronym": base})


def _base(form: str, words: frozenset[str]) -> str:
    return next((form[end:] for end in proclitic_ends(form) if form[end:] in words), "")


class _Mention(NamedTuple):
    form: str
    full: bool


def _mentions(paragraph: Paragraph, lexicon: Lexicon) -> tuple[_Mention, ...]:
    """The names in order, and whether a first name stands before each."""
    tokens = paragraph.tokens
    found = []
    for index in paragraph.words:
        if may_be_name(tokens[index].bare, lexicon):
            before = tokens[index - 1] if index else None
            full = before is not None and before.kind is Kind.WORD and may_be_name(before.bare, lexicon)
            found.append(_Mention(tokens[index].bare, full))
    return tuple(found)


def _short_first(parts: Sequence[tuple[_Mention, ...]]) -> frozenset[str]:
    """The names that stand alone before they stand with a first name."""
    order: dict[str, bool] = {}
    later: set[str] = set()
    for mention in (mention for part in parts for mention in part):
        if order.setdefault(mention.form, mention.full) is False and mention.full:
            later.add(mention.form)
    return frozenset(later)


SHORT_FIRST = LexicalFact("short first mentions", _mentions, _short_first)


@documents()
def first_mention(document: Document, context: Context) -> Iterator[Hit]:
    """A surname alone at its first mention in the body, the full name later."""
    found = document.fact(SHORT_FIRST.of(context.lexicon))
    names = set(found)
    for paragraph in document.paragraphs[1:]:
        for index in paragraph.words:
            token = paragraph.tokens[index]
            if token.bare in names:
                names.remove(token.bare)
                yield Hit(token.start, token.end, paragraph=paragraph)


@made(attacks=(), against=())
def same_party(options: Mapping[str, Any]) -> ParagraphDetector:
    """A party that attacks itself: its name before a word of attack and again as the target. Options: such words, and
    the prepositions that name the target."""
    attacks = frozenset(options["attacks"])
    return ParagraphDetector(partial(_same_party, attacks=attacks, against=frozenset(options["against"])), Interest(forms=attacks))


def _same_party(paragraph: Paragraph, context: Context, *, attacks: frozenset[str], against: frozenset[str]) -> Iterator[Hit]:
    tokens = paragraph.tokens
    for index in paragraph.words:
        if tokens[index].bare not in attacks:
            continue
        target = next((at + 1 for at in range(index + 1, min(index + 4, len(tokens) - 1)) if tokens[at].bare in against), 0)
        party = tokens[target].bare if target else ""
        if party and _is_place_or_name(party, context) and any(_names(token, party) for token in tokens[max(0, index - 6) : target - 1]):
            yield Hit(tokens[target].start, tokens[target].end, values={"party": party})


def _is_place_or_name(word: str, context: Context) -> bool:
    readings = context.lexicon.analyser.analyse(word)
    return bool(readings) and any(reading.pos == "name" for reading in readings)


def _names(token: Token, party: str) -> bool:
    return any(attach(token.bare[:end], party) == token.bare for end in proclitic_ends(token.bare))
