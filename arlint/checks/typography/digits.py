"""Numbers: digits of two systems in one text, separators that do not go with their digits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from arlint.checks.protocol import Context, Hit, paragraphs, replace, replace_any
from arlint.document import Fact, Kind, Paragraph, Token
from arlint.document.characters import DIGITS
from arlint.document.patterns import lazy
from arlint.document.quotations import inside_quotation
from arlint.finding import Safety, Severity
from arlint.records import NamedTuple

_WESTERN, _ARABIC, _PERSIAN = (
    "0123456789",
    "\u0660\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0669",
    "".join(map(chr, range(0x06F0, 0x06FA))),
)
_SYSTEMS = (_WESTERN, _ARABIC, _PERSIAN)
_SYSTEM = {digit: system for system in _SYSTEMS for digit in system}
_INTO = {system: str.maketrans("".join(_SYSTEMS), system * 3) for system in _SYSTEMS}
_OTHER = {_WESTERN: _ARABIC, _ARABIC: _WESTERN, _PERSIAN: _ARABIC}
_HYPHENS = "-\u2010\u2011\u2013"

# CLDR, numbering systems latn and arab: decimal and grouping separator.
_ARABIC_COMMA, _ARABIC_DECIMAL, _ARABIC_GROUPING = "\u060c", "\u066b", "\u066c"
_MARKS = {_WESTERN: (".", ","), _ARABIC: (_ARABIC_DECIMAL, _ARABIC_GROUPING), _PERSIAN: (_ARABIC_DECIMAL, _ARABIC_GROUPING)}
_WITH_COMMA = lazy(
    rf"(?<![{DIGITS}.,/{_ARABIC_COMMA}])([{DIGITS}]{{1,3}}){_ARABIC_COMMA}([{DIGITS}]{{1,3}})(?![{DIGITS}.,/{_ARABIC_COMMA}])"
)
_LISTED = lazy(rf"[ \u00a0]?\u0648[ \u00a0]?[{DIGITS}]")
_WITH_POINT = lazy(r"[\u0660-\u0669]+\.[\u0660-\u0669]{1,2}")


class Habit(NamedTuple):
    """The digits most numbers of a document are written with; numbers: how many there are; share: of the usual ones in them."""

    system: str
    share: float
    numbers: int


def _systems(paragraph: Paragraph) -> Counter[str]:
    return Counter(_SYSTEM[token.text[0]] for token in _free_numbers(paragraph))


def _usual(parts: Sequence[Counter[str]]) -> Habit:
    total: Counter[str] = Counter()
    for part in parts:
        total.update(part)
    # Of equals, the first that was met. `most_common` would do and bring heapq along.
    system, most = max(total.items(), key=lambda entry: entry[1], default=(_WESTERN, 0))
    return Habit(system, most / max(total.total(), 1), total.total())


_HABIT = Fact("digits", _systems, _usual)


def _free_numbers(paragraph: Paragraph) -> list[Token]:
    """The numbers a house style may rewrite: not inside quotation marks, nor part of a code or a Latin stretch."""
    if _SYSTEM.keys().isdisjoint(paragraph.characters):
        return []
    return paragraph.once(_numbers)


def _numbers(paragraph: Paragraph) -> list[Token]:
    tokens = paragraph.tokens
    found = []
    for index, token in enumerate(tokens):
        if token.kind is not Kind.NUMBER or inside_quotation(paragraph, token.start):
            continue
        beside = tokens[max(0, index - 1) : index] + tokens[index + 1 : index + 2]
        hyphen = index > 1 and tokens[index - 1].text in _HYPHENS and tokens[index - 1].start == tokens[index - 2].end
        if not any(other.kind is Kind.LATIN for other in beside) and not (hyphen and tokens[index - 2].kind is not Kind.NUMBER):
            found.append(token)
    return found


@paragraphs(kinds=(Kind.NUMBER,), names=(), share=0.8, least=3)
def mixed_systems(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """Digits of two systems in one number, in one sentence, or against the habit of the document.

    names: words after which a number belongs to a name. share, least: the part of its numbers in one system, and their count, that
    make a habit of a document.
    """
    seen = {_SYSTEM[digit] for digit in paragraph.characters if digit in _SYSTEM}
    habit = context.fact(_HABIT)
    for token in paragraph.tokens:
        if token.kind is Kind.NUMBER and len(systems := _in_number(token)) > 1:
            usual = habit.system if habit.system in systems else systems[0]
            second = next(system for system in systems if system != usual)
            fixes = replace_any(token.start, token.end, [token.text.translate(_INTO[system]) for system in (usual, second)])
            yield Hit(token.start, token.end, fixes, severity=Severity.ERROR)
    strict = habit.share >= context.options["share"] and habit.numbers >= context.options["least"]
    if len(seen) > 1 or (strict and seen != {habit.system}):
        yield from _against(paragraph, habit, strict, context)


def _against(paragraph: Paragraph, habit: Habit, strict: bool, context: Context) -> Iterator[Hit]:
    names, marked = context.options["names"], context.fact(_DECIMAL_MARK)
    free = set(_free_numbers(paragraph))
    tokens = paragraph.tokens
    for first, last in paragraph.sentences:
        inside = [place for place in range(first, last) if tokens[place] in free and len(_in_number(tokens[place])) == 1]
        systems = {_SYSTEM[tokens[place].text[0]] for place in inside}
        if not strict and len(systems) < 2:
            continue
        for place in inside:
            token = tokens[place]
            if token.text[0] in habit.system or (place and tokens[place - 1].text in names):
                continue
            converted = _converted(token.text, habit.system, marked)
            yield Hit(token.start, token.end, replace(token.start, token.end, converted, Safety.UNSAFE))


def _in_number(token: Token) -> list[str]:
    """The systems of its digits in order of first use."""
    return list(dict.fromkeys(_SYSTEM[char] for char in token.text if char in _SYSTEM))


def _converted(number: str, system: str, marked: bool) -> str:
    """The number in another system. marked: the document writes the Arabic decimal mark."""
    text = number.translate(_INTO[system])
    if system == _WESTERN:
        return text.replace(_ARABIC_DECIMAL, ".").replace(_ARABIC_GROUPING, ",")
    return text.replace(",", _ARABIC_GROUPING).replace(".", _ARABIC_DECIMAL) if marked else text


def _has_decimal_mark(paragraph: Paragraph) -> bool:
    return _ARABIC_DECIMAL in paragraph.characters


_DECIMAL_MARK = Fact("Arabic decimal mark", _has_decimal_mark, any)


@paragraphs(characters=_ARABIC_COMMA + ".")
def separators(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """An Arabic comma inside a number; a full stop between Arabic-Indic digits where the document has the Arabic decimal mark."""
    text = paragraph.text
    for match in _WITH_COMMA.finditer(text):
        whole, rest = match[1], match[2]
        systems = {_SYSTEM[digit] for digit in whole + rest}
        listed = int(rest) == int(whole) + 1 > 10 or _LISTED.match(text, match.end())
        if len(systems) == 1 and not listed:
            decimal, grouping = _MARKS[systems.pop()]
            marks = (grouping, decimal) if len(rest) == 3 and whole[0] not in "0\u0660\u06f0" else (decimal,)
            yield Hit(match.start(), match.end(), replace_any(match.end(1), match.start(2), marks))
    if not _SYSTEM.keys().isdisjoint(paragraph.characters) and any(digit in paragraph.characters for digit in _ARABIC):
        yield from _points(paragraph, context)


def _points(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    if not context.fact(_DECIMAL_MARK):
        return
    for token in paragraph.tokens:
        if token.kind is Kind.NUMBER and _WITH_POINT.fullmatch(token.text):
            point = token.start + token.text.index(".")
            yield Hit(token.start, token.end, replace(point, point + 1, _ARABIC_DECIMAL, Safety.UNSAFE))
