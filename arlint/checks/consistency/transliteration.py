"""Foreign names in two transliterations, found by their sound: no list of names.

Two spellings are of one name when they differ only in what transliteration leaves open: a long vowel written or not inside
the name, or one of several Arabic letters for one foreign sound (Wikipedia's Arabic manual of style lists them). Words of the
lexicon other than names are never compared.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from arlint.checks.protocol import Context, Hit, paragraphs, replace
from arlint.document import Kind, Paragraph
from arlint.finding import Evidence, Safety
from arlint.lexicon.lexical import LexicalFact, once
from arlint.lexicon.lexicon import Lexicon
from arlint.lexicon.morphology.clitics import respell
from arlint.records import NamedTuple
from arlint.syntax.names import SHORTEST_NAME, may_be_name

_SHORTEST_KEY = 4  # consonants; with the same neighbour one less is enough
_LONG_VOWELS = frozenset("\u0627\u0648\u064a")
_ENDINGS = "\u0627\u0629\u0647\u0649"
_ARTICLE = "\u0627\u0644"
_PROCLITICS = frozenset("\u0648\u0641\u0628\u0644\u0643")

# Letters that stand for one foreign sound, by the one that stands for them here.
_SOUNDS = str.maketrans(
    "\u063a\u062c\u0642\u06af\u0686\u0637\u0635\u062b\u06a4\u067e\u0623\u0625\u0622\u0624\u0626",
    "\u0643\u0643\u0643\u0643\u0643\u062a\u0633\u062a\u0641\u0628\u0627\u0627\u0627\u0648\u064a",
)

# Most changes that two transliterations of one name show.
_MOST_CHANGES = 2


class NameUse(NamedTuple):
    """A name as written, and the words before and behind it."""

    form: str
    neighbours: tuple[str, ...]


class Name(NamedTuple):
    """How often the document writes a name so, and beside which words."""

    form: str
    seen: int
    neighbours: frozenset[str]


@lru_cache(1 << 13)
def phonetic_key(form: str) -> str:
    """The first sound and the consonants, by class of sound; doubled ones once."""
    sounds = form.removeprefix(_ARTICLE).rstrip(_ENDINGS).translate(_SOUNDS)
    consonants = [letter for at, letter in enumerate(sounds) if not at or letter not in _LONG_VOWELS]
    return "".join(letter for at, letter in enumerate(consonants) if not at or letter != consonants[at - 1])


def is_variant(one: str, other: str) -> bool:
    """Do two words of one key differ only inside, in one or two of the ways that transliterations differ in?"""
    left, right = one.translate(_SOUNDS), other.translate(_SOUNDS)
    if left[-1] != right[-1]:
        return False
    letters = sum(a != b for a, b in zip(_consonants(one), _consonants(other), strict=False))
    vowels = _inner_vowel_changes(left, right)
    return vowels >= 0 and 0 < letters + vowels <= _MOST_CHANGES


def _consonants(word: str) -> str:
    return "".join(letter for letter in word if letter not in _LONG_VOWELS)


def _inner_vowel_changes(left: str, right: str) -> int:
    """How many long vowels one writes and the other does not; -1 where they differ in anything else or in kind of vowel."""
    changes = at = by = 0
    while at < len(left) and by < len(right):
        if left[at] == right[by]:
            at, by = at + 1, by + 1
        elif left[at] in _LONG_VOWELS and right[by] not in _LONG_VOWELS:
            at, changes = at + 1, changes + 1
        elif right[by] in _LONG_VOWELS and left[at] not in _LONG_VOWELS:
            by, changes = by + 1, changes + 1
        else:
            return -1
    return changes if at == len(left) and by == len(right) else -1


def _collect(paragraph: Paragraph, lexicon: Lexicon) -> tuple[NameUse, ...]:
    tokens = paragraph.tokens
    uses = []
    for index in paragraph.words:
        if may_be_name(tokens[index].bare, lexicon):
            near = [tokens[at].bare for at in (index - 1, index + 1) if 0 <= at < len(tokens) and tokens[at].kind is Kind.WORD]
            uses.append(NameUse(tokens[index].bare, tuple(near)))
    return tuple(uses)


class Variant(NamedTuple):
    """A rarer spelling, how often the document has it, and the name that it should be."""

    form: str
    seen: int
    usual: Name


def _merge(parts: Sequence[tuple[NameUse, ...]]) -> tuple[Variant, ...]:
    """The rarer spellings in order of first occurrence."""
    uses = [use for part in parts for use in part]
    counts = Counter(use.form for use in uses)
    neighbours: dict[str, set[str]] = {}
    for use in uses:
        neighbours.setdefault(use.form, set()).update(use.neighbours)
    names = [Name(form, count, frozenset(neighbours[form])) for form, count in counts.items()]
    by_key: dict[str, list[Name]] = {}
    for name in names:
        for form in _readings(name.form, counts):
            by_key.setdefault(phonetic_key(form), []).append(name._replace(form=form))
    found = [variant for group in by_key.values() if len(group) > 1 for variant in _rarer(group)]
    whole = {(one.form[1:], one.usual.form[1:]) for one in found if one.form[0] == one.usual.form[0]}
    return tuple(one for one in found if (one.form, one.usual.form) not in whole)


def _readings(form: str, counts: Counter[str]) -> list[str]:
    """The name in a form: without a proclitic where the document has it so too, else both ways."""
    if form[0] not in _PROCLITICS or len(form) <= SHORTEST_NAME or phonetic_key(form) == phonetic_key(form[1:]):
        return [form]
    return [form[1:]] if form[1:] in counts else [form, form[1:]]


def _rarer(group: list[Name]) -> Iterator[Variant]:
    together: Counter[str] = Counter()
    for name in group:
        together[name.form] += name.seen
    best = max(together, key=lambda form: together[form])
    usual = next(name for name in group if name.form == best)._replace(seen=together[best])
    for name in group:
        if name.form == best or not is_variant(name.form, best):
            continue
        needed = _SHORTEST_KEY - bool(name.neighbours & usual.neighbours)
        if len(phonetic_key(best)) >= needed and name.seen <= usual.seen:
            yield Variant(name.form, together[name.form], usual)


VARIANTS: LexicalFact[tuple[NameUse, ...], tuple[Variant, ...]] = LexicalFact("transliterations", _collect, _merge)


@paragraphs(house=())
def variant(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """A foreign name that the document spells otherwise elsewhere, and more often or earlier; or otherwise than the house.
    Option `house`: lines of the spelling of the house and those it does not want, separated by spaces."""
    variants = context.fact(VARIANTS.of(context.lexicon)) if once(paragraph, _collect, context.lexicon) else ()
    usual = {**{one.form: one for one in variants}, **_house_names(tuple(context.options["house"]))}
    if not usual:
        return
    for index in paragraph.words:
        start, end, text, form = paragraph.tokens[index][1:]
        proclitic = form[:1] if form not in usual and form[:1] in _PROCLITICS and form[1:] in usual else ""
        rare = usual.get(form.removeprefix(proclitic))
        if rare:
            name = rare.usual
            values = {"a": name.form, "b": rare.form, "n": str(name.seen), "m": str(rare.seen)}
            fixes = replace(start, end, respell(text, proclitic + name.form), Safety.UNSAFE)
            yield Hit(start, end, fixes, values, confidence=0.8, evidence=(Evidence(name.form, name.seen),))


@lru_cache(8)
def _house_names(lines: tuple[str, ...]) -> dict[str, Variant]:
    """By unwanted spelling the name as the house writes it."""
    rows = [line.split() for line in lines]
    return {other: Variant(other, 1, Name(row[0], 0, frozenset())) for row in rows for other in row[1:]}
