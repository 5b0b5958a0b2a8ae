"""One document, one way: quotation marks, digits, tanween, percent signs, dates, final ya, casualty figures.

Each detector counts the ways as a fact of the document and marks the rarer one; among equals the way met first is kept.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from arlint.checks.protocol import Context, Hit, Interest, ParagraphDetector, made, paragraphs, replace
from arlint.document import Fact, Kind, Paragraph
from arlint.document.characters import ARABIC_LETTERS
from arlint.document.patterns import lazy
from arlint.document.quotations import CONVENTIONS, Quotation, quotations
from arlint.document.quotemarks import FAMILIES, Family
from arlint.finding import Edit, Fix
from arlint.records import NamedTuple

Habit = tuple[tuple[str, int], ...]
_LETTER = lazy(f"[{ARABIC_LETTERS}]")


class Way(NamedTuple):
    """A place of a paragraph (code points) that shows one of the ways."""

    name: str
    start: int
    end: int


def _habit(name: str, ways: Callable[[Paragraph], Sequence[Way]]) -> Fact[Habit, Habit]:
    """The fact how often the document uses each way, in the order of first use."""

    def collect(paragraph: Paragraph) -> Habit:
        return tuple(Counter(way.name for way in paragraph.once(ways)).items())

    return Fact(name, collect, _merge)


def _merge(parts: Sequence[Habit]) -> Habit:
    merged: Counter[str] = Counter()
    for part in parts:
        merged.update(dict(part))
    return tuple(merged.items())


class Odd(NamedTuple):
    """A place that goes against the habit of the document, or the choice of the house: where, what it should be, the counts."""

    name: str
    start: int
    end: int
    usual: str
    counts: dict[str, str]


def _odd(
    paragraph: Paragraph,
    context: Context,
    fact: Fact[Habit, Habit],
    ways: Callable[[Paragraph], Sequence[Way]],
    chosen: str = "",
) -> Iterator[Odd]:
    """The places of this paragraph that are not as the house has chosen; without a choice, not as most of the document."""
    if not (here := paragraph.once(ways)):
        return
    habit = context.fact(fact)
    usual = chosen or max(habit, key=lambda way: way[1])[0]
    found = dict(habit)
    for name, start, end in here:
        if name != usual:
            yield Odd(name, start, end, usual, {"usual": usual, "n": str(found.get(usual, 0)), "m": str(found[name])})


# --- quotation marks ---

_PAIRS = {
    Family.STRAIGHT.value: ('"', '"'),
    Family.CURLY.value: ("\u201c", "\u201d"),
    Family.ANGLED.value: ("\u00ab", "\u00bb"),
    Family.SINGLE_STRAIGHT.value: ("'", "'"),
    Family.SINGLE_CURLY.value: ("\u2018", "\u2019"),
    Family.SINGLE_ANGLED.value: ("\u2039", "\u203a"),
}


def _quote_ways(paragraph: Paragraph) -> tuple[Way, ...]:
    """The outermost pairs around Arabic text."""
    return tuple(
        Way(pair.opening.family.value, pair.opening.at, pair.closing.at + 1)
        for pair in _outermost(quotations(paragraph).pairs)
        if _LETTER.search(paragraph.text, pair.opening.at, pair.closing.at)
    )


def _outermost(pairs: Sequence[Quotation]) -> Iterator[Quotation]:
    """The pairs that stand in no other; `pairs` are in order of their opening marks."""
    farthest = -1
    for pair in pairs:
        if not pair.nested and pair.closing.at >= farthest:
            yield pair
        farthest = max(farthest, pair.closing.at)


QUOTE_HABIT = _habit("quote style", _quote_ways)


@paragraphs(characters="\"'\u00ab\u201c\u201d\u2018\u2019\u2039", prefer="")
def quote_style(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """A pair of quotation marks of another kind than most pairs of the document. Option `prefer`: the pair of the house."""
    prefer = context.options["prefer"]
    chosen = FAMILIES[prefer[0]].value if prefer else ""
    for _, start, end, usual, counts in _odd(paragraph, context, QUOTE_HABIT, _quote_ways, chosen):
        opening, closing = prefer or _PAIRS[usual]
        if usual == Family.CURLY.value and not prefer:
            opening, closing = context.fact(CONVENTIONS).curly or (opening, closing)
        edits = (Edit(start, start + 1, opening), Edit(end - 1, end, closing))
        yield Hit(start, end, (Fix(edits),), {**counts, "style": opening + closing})


# --- digits ---

WESTERN, EASTERN = "123", "\u0661\u0662\u0663"
_TO_ARABIC = {ord(str(digit)): chr(0x0660 + digit) for digit in range(10)} | {ord("."): "\u066b"}
_TO_LATIN = {base + digit: str(digit) for base in (0x0660, 0x06F0) for digit in range(10)} | {0x066B: ".", 0x066C: ","}


def _digit_ways(paragraph: Paragraph) -> tuple[Way, ...]:
    return tuple(
        Way(WESTERN if token.text[0] in "0123456789" else EASTERN, token.start, token.end)
        for token in paragraph.tokens
        if token.kind is Kind.NUMBER
    )


DIGIT_HABIT = _habit("digits", _digit_ways)


@paragraphs(kinds=(Kind.NUMBER,), prefer="")
def digits(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """A number in other digits than most numbers of the document. Option `prefer`: one of `WESTERN`, `EASTERN`."""
    for name, start, end, _, counts in _odd(paragraph, context, DIGIT_HABIT, _digit_ways, context.options["prefer"]):
        table = _TO_ARABIC if name == WESTERN else _TO_LATIN
        fixed = paragraph.text[start:end].translate(table)
        yield Hit(start, end, replace(start, end, fixed), counts)


# --- tanween on alif ---

_TANWEEN = lazy("\u0627\u064b|\u064b\u0627")


def _tanween_ways(paragraph: Paragraph) -> tuple[Way, ...]:
    if "\u064b" not in paragraph.characters:
        return ()
    return tuple(
        Way(match[0], token.start, token.end)
        for token in paragraph.tokens
        if token.kind is Kind.WORD and (match := _TANWEEN.search(token.text))
    )


TANWEEN_HABIT = _habit("tanween", _tanween_ways)


@paragraphs(characters="\u064b", prefer="")
def tanween(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """Tanween before or behind its alif, against the habit of the document. Option `prefer`: the two characters in order."""
    for name, start, end, _, counts in _odd(paragraph, context, TANWEEN_HABIT, _tanween_ways, context.options["prefer"]):
        fixed = paragraph.text[start:end].replace(name, name[::-1], 1)
        yield Hit(start, end, replace(start, end, fixed), counts)


# --- percent ---

_PERCENT = lazy("[%\u066a]|(?:\u0641\u064a|\u0628) ?\u0627\u0644\u0645(?:\u0626|\u0627\u0626)\u0629")


def _percent_ways(paragraph: Paragraph) -> tuple[Way, ...]:
    return tuple(Way("%" if match.end() - match.start() == 1 else "words", *match.span()) for match in _PERCENT.finditer(paragraph.text))


_PERCENT_HABIT = _habit("percent", _percent_ways)


@paragraphs(contains=("%", "\u066a", "\u0627\u0644\u0645\u0626\u0629", "\u0627\u0644\u0645\u0627\u0626\u0629"))
def percent(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """A percent sign among percentages in words, or the other way round."""
    for odd in _odd(paragraph, context, _PERCENT_HABIT, _percent_ways):
        yield Hit(odd.start, odd.end, values=odd.counts)


# --- dates ---

_NUMERIC_DATE = lazy(r"(?<![\d/.-])\d{1,2}[/-]\d{1,2}[/-]\d{2,4}(?![\d/-]|\.\d)")


@made(months=())
def date_format(options: Mapping[str, Any]) -> ParagraphDetector:
    """Dates in figures beside dates with the month's name. Option: the names of the months, their first words."""
    ways = partial(_date_ways, months=frozenset(options["months"]))
    fact = _habit("dates", ways)
    return ParagraphDetector(partial(_dates, ways=ways, fact=fact), Interest(kinds=frozenset({Kind.NUMBER})))


def _date_ways(paragraph: Paragraph, *, months: frozenset[str]) -> tuple[Way, ...]:
    tokens = paragraph.tokens
    named = [
        Way("named", tokens[index].start, tokens[index + 1].end)
        for index in range(len(tokens) - 1)
        if tokens[index].kind is Kind.NUMBER and tokens[index + 1].bare in months
    ]
    numeric = [Way("numeric", *match.span()) for match in _NUMERIC_DATE.finditer(paragraph.text)]
    return tuple(sorted(named + numeric, key=lambda way: way.start))


def _dates(
    paragraph: Paragraph, context: Context, *, ways: Callable[[Paragraph], Sequence[Way]], fact: Fact[Habit, Habit]
) -> Iterator[Hit]:
    for odd in _odd(paragraph, context, fact, ways):
        yield Hit(odd.start, odd.end, values=odd.counts)


# --- casualty figures ---


@made(groups=())
def figures(options: Mapping[str, Any]) -> ParagraphDetector:
    """Two numbers for one thing: a number before or behind one of the words of a group, when the document has another number
    for the same group. Option: one string for each group, its words."""
    groups = {word: number for number, group in enumerate(options["groups"]) for word in group.split()}
    ways = partial(_figure_ways, groups=groups)
    fact: Fact[tuple[Way, ...], frozenset[str]] = Fact("figures", ways, _all_figures)
    return ParagraphDetector(partial(_figures, ways=ways, fact=fact), Interest(forms=frozenset(groups)))


def _figure_ways(paragraph: Paragraph, *, groups: Mapping[str, int]) -> tuple[Way, ...]:
    tokens = paragraph.tokens
    found = []
    for index in paragraph.words:
        group = groups.get(tokens[index].bare)
        if group is not None and index and tokens[index - 1].kind is Kind.NUMBER:
            found.append(Way(f"{group} {tokens[index - 1].text}", tokens[index - 1].start, tokens[index].end))
    return tuple(found)


def _all_figures(parts: Sequence[tuple[Way, ...]]) -> frozenset[str]:
    return frozenset(way.name for part in parts for way in part)


def _figures(
    paragraph: Paragraph,
    context: Context,
    *,
    ways: Callable[[Paragraph], tuple[Way, ...]],
    fact: Fact[tuple[Way, ...], frozenset[str]],
) -> Iterator[Hit]:
    figures = context.fact(fact)
    for name, start, end in paragraph.once(ways):
        group = name.split(" ")[0]
        others = sorted(figure.split(" ")[1] for figure in figures if figure != name and figure.split(" ")[0] == group)
        if others:
            yield Hit(start, end, values={"others": "\u060c ".join(others)})
