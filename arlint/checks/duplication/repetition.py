"""Words, phrases, sentences and paragraphs that stand twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from arlint.checks.protocol import Context, Hit, Place, documents, paragraphs, replace
from arlint.document import Document, Kind, Paragraph, Token
from arlint.document.quotations import inside_quotation
from arlint.records import NamedTuple

_SPOKEN = frozenset((Kind.WORD, Kind.NUMBER, Kind.LATIN))
_PASSED = frozenset((Kind.BREAK, Kind.MARK))
_LONGEST = 6
_TANWEEN = "\u064b"
_TANWEEN_ENDS = ("\u0627", "\u0629", "\u0621")
_FROM, _VERY, _AND = "\u0645\u0646", "\u062c\u062f\u0627", "\u0648"


class _Repeat(NamedTuple):
    """`length` tokens from places[first] on stand `times` times in a row."""

    first: int
    length: int
    times: int


class _Repeats(NamedTuple):
    """places: indices of the tokens that are no line break; found: the repeats among them, none inside another."""

    places: tuple[int, ...]
    found: tuple[_Repeat, ...]


def _repeats(paragraph: Paragraph) -> _Repeats:
    tokens = paragraph.tokens
    places = tuple(index for index, token in enumerate(tokens) if token.kind not in _PASSED)
    words = [tokens[place].bare if tokens[place].kind in _SPOKEN else None for place in places]
    last: dict[str, int] = {}
    found: list[_Repeat] = []
    done = 0
    for index, word in enumerate(words):
        if word is None:
            last.clear()
            continue
        before = last.get(word)
        last[word] = index
        if before is None or before < done or index - before > _LONGEST:
            continue
        length = index - before
        times = _times(words, before, length)
        if times > 1:
            found.append(_Repeat(before, length, times))
            done = before + length * times
    return _Repeats(places, tuple(found))


def _times(words: Sequence[str | None], first: int, length: int) -> int:
    """How often words[first : first + length] stands in a row, itself included."""
    gram = words[first : first + length]
    times = 1
    while None not in gram and words[first + times * length : first + (times + 1) * length] == gram:
        times += 1
    return times


@paragraphs(emphatic=(), short=(), letters=(), asking=())
def word(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """A word twice in a row, however much space lies between. Distributive doublings, names and words of no dictionary may be doubled.

    emphatic: words whose doubling means something. short: the words of two letters that are watched. letters: names of Latin letters,
    which may be doubled in each other's company. asking: words after which «who» and «of» may meet, which look alike.
    """
    found = paragraph.once(_repeats)
    for repeat in found.found:
        if repeat.length > 1 or paragraph.tokens[found.places[repeat.first]].kind is not Kind.WORD:
            continue
        tokens = [paragraph.tokens[place] for place in found.places[repeat.first : repeat.first + repeat.times]]
        around = _around(paragraph, found, repeat)
        spoken = tokens[0].bare == _VERY and inside_quotation(paragraph, tokens[0].start)
        if not spoken and not _is_meant(tokens, around, context) and not _is_name(tokens[0].bare, context):
            yield _hit(paragraph, tokens, 1, {"word": tokens[0].text})


def _around(paragraph: Paragraph, found: _Repeats, repeat: _Repeat) -> Sequence[str]:
    """The three tokens before the repeat and the one after it, "" where there is none."""
    near = range(repeat.first - 3, repeat.first), (repeat.first + repeat.times,)
    return [_word_at(paragraph, found, place) for places in near for place in places]


def _word_at(paragraph: Paragraph, found: _Repeats, place: int) -> str:
    return paragraph.tokens[found.places[place]].bare if 0 <= place < len(found.places) else ""


def _is_meant(tokens: Sequence[Token], around: Sequence[str], context: Context) -> bool:
    form, options, before = tokens[0].bare, context.options, around[2]
    if len(form) < 2 or form in options["emphatic"] or _differ(tokens) or form == _AND + before:
        return True
    if len(form) == 2 and form not in options["short"]:
        return True
    if len(tokens) > 2 and len(form) > 3:
        return True
    if form in options["letters"] and not frozenset(options["letters"]).isdisjoint((before, around[3])):
        return True
    if form == _FROM and any(token.text != form for token in tokens):
        return True
    if form == _FROM and (not before or not before.isalpha() or not frozenset(options["asking"]).isdisjoint(around[:3])):
        return True
    return _TANWEEN in tokens[0].text and form.endswith(_TANWEEN_ENDS) and form != _VERY


def _is_name(form: str, context: Context) -> bool:
    """Is it a person's name, or no word of the dictionary (a foreign name, as a rule)?"""
    name = context.lexicon.words.name(form)
    return bool(name and "given" in name.kinds) or not context.lexicon.analyser.known(form)


def _differ(tokens: Sequence[Token]) -> bool:
    """Do their vowel marks tell them apart?"""
    spellings = {token.text for token in tokens if token.text != token.bare}
    return len(spellings) > 1


def _hit(paragraph: Paragraph, tokens: Sequence[Token], kept: int, values: dict[str, str]) -> Hit:
    start, end = tokens[0].start, tokens[-1].end
    return Hit(start, end, replace(tokens[kept - 1].end, end, ""), values)


@paragraphs(linking=())
def phrase(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """Two to six words twice in a row, not inside quotation marks.

    linking: words that make a chain of one noun, as in «day after day after day».
    """
    found = paragraph.once(_repeats)
    for repeat in found.found:
        if repeat.length == 1:
            continue
        tokens = [paragraph.tokens[found.places[repeat.first + step]] for step in range(repeat.length * repeat.times)]
        chained = repeat.length == 2 and _is_chain(paragraph, found, repeat, context.options["linking"])
        if not chained and _speaks(tokens[: repeat.length], context) and not inside_quotation(paragraph, tokens[0].start):
            yield _hit(paragraph, tokens, repeat.length, {"word": paragraph.text[tokens[0].start : tokens[repeat.length - 1].end]})


def _is_chain(paragraph: Paragraph, found: _Repeats, repeat: _Repeat, linking: Sequence[str]) -> bool:
    """Does one noun come once more, linked by the same word? Its first letters are compared, for its ending may change."""
    end = repeat.first + repeat.length * repeat.times
    before, one, other, after = (_word_at(paragraph, found, place) for place in (repeat.first - 1, repeat.first, repeat.first + 1, end))
    if one in linking:
        return before[:2] == other[:2]
    return other in linking and after[:2] == one[:2]


def _speaks(tokens: Sequence[Token], context: Context) -> bool:
    """Is there a word in it, and is it more than names of persons?"""
    words = [token.bare for token in tokens if token.kind is Kind.WORD]
    names = [context.lexicon.words.name(word) for word in words]
    return bool(words) and not all(name and "given" in name.kinds for name in names)


class _Line(NamedTuple):
    """A sentence, or a whole paragraph: its words in a row, how many they are, and where it stands (code points)."""

    words: str
    length: int
    start: int
    end: int


def _lines(paragraph: Paragraph) -> tuple[_Line, ...]:
    """The whole paragraph, then each of its sentences."""
    tokens = paragraph.tokens
    bounds = [(0, len(tokens)), *paragraph.sentences] if len(paragraph.sentences) > 1 else [(0, len(tokens))]
    lines = []
    for first, last in bounds:
        words = tuple(token.bare for token in tokens[first:last] if token.kind in _SPOKEN)
        if words:
            lines.append(_Line(" ".join(words), len(words), tokens[first].start, tokens[last - 1].end))
    return tuple(lines)


@documents(least=8)
def passage(document: Document, context: Context) -> Iterator[Hit]:
    """A sentence or paragraph of at least `least` words that the document has had before, marks and punctuation apart."""
    seen: dict[str, Place] = {}
    for paragraph in document.paragraphs:
        done = 0
        for words, length, start, end in paragraph.once(_lines):
            if length < context.options["least"] or start < done:
                continue
            if earlier := seen.get(words):
                yield Hit(start, end, related=(earlier,), paragraph=paragraph)
                done = end
            seen.setdefault(words, Place(paragraph, start, end))


@paragraphs(least=5, allow=())
def echo(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """A content word of at least `least` letters that its sentence has already had. allow: words one cannot do without."""
    tokens = paragraph.tokens
    for first, last in paragraph.sentences:
        seen: dict[str, Token] = {}
        for token in tokens[first:last]:
            stem = token.bare.removeprefix("\u0648")
            if token.kind is not Kind.WORD or len(stem) < context.options["least"] or stem in context.options["allow"]:
                continue
            if stem in seen:
                earlier = Place(paragraph, seen[stem].start, seen[stem].end)
                yield Hit(token.start, token.end, values={"word": stem}, related=(earlier,))
            seen[stem] = token
