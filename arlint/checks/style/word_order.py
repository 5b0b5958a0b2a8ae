"""Words that some houses want behind the noun they belong to: nafs, kaffa, a second noun in construct, faqat."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from arlint.checks.protocol import Context, Hit, paragraphs, replace, replace_any
from arlint.document import Kind, Paragraph, Token
from arlint.finding import Edit, Fix, Safety
from arlint.lexicon.morphology.clitics import attach
from arlint.lexicon.morphology.reading import Reading

_ARTICLE = "\u0627\u0644"
_NAFS, _KAFFA, _JAMI = "\u0646\u0641\u0633", "\u0643\u0627\u0641\u0629", "\u062c\u0645\u064a\u0639"
_WAW = "\u0648"
_PROCLITICS = ("", _WAW, "\u0641", "\u0628", "\u0644", "\u0643", "\u0648\u0628", "\u0648\u0644")
_PRONOUN = {"m": "\u0647", "f": "\u0647\u0627"}
_MAX_ADJECTIVES = 2
_MAX_GAP = 8


def _carried(word: str) -> dict[str, str]:
    """The forms of a word with what may stand before it, each with that proclitic."""
    return {proclitic + word: proclitic for proclitic in _PROCLITICS}


_NAFS_FORMS, _KAFFA_FORMS = _carried(_NAFS), _carried(_KAFFA)


@paragraphs(forms=_NAFS_FORMS)
def same(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """nafs before a definite noun; the repair puts it behind with the pronoun that agrees."""
    for index, noun in _before_definite(paragraph, _NAFS_FORMS):
        start, end = paragraph.tokens[index].start, noun.end
        pronoun = _pronoun(noun.bare, context)
        fixed = attach(_NAFS_FORMS[paragraph.tokens[index].bare], noun.text) + f" {_NAFS}{pronoun}"
        yield Hit(start, end, replace(start, end, fixed, Safety.UNSAFE) if pronoun else (), {"noun": noun.bare})


@paragraphs(forms=_KAFFA_FORMS)
def all_of(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """kaffa before a definite noun and its adjectives; repairs: kaffa behind them, or jami' in its place."""
    tokens = paragraph.tokens
    for index, noun in _before_definite(paragraph, _KAFFA_FORMS):
        adjectives = takewhile(lambda token: _is_definite_adjective(token, context), tokens[index + 2 : index + 2 + _MAX_ADJECTIVES])
        end = max([noun.end, *(token.end for token in adjectives)])
        start, proclitic = tokens[index].start, _KAFFA_FORMS[tokens[index].bare]
        phrase = paragraph.text[noun.start : end]
        repairs = [attach(proclitic, phrase) + f" {_KAFFA}", f"{proclitic}{_JAMI} {phrase}"]
        yield Hit(start, end, replace_any(start, end, repairs), {"noun": noun.bare})


def _before_definite(paragraph: Paragraph, forms: dict[str, str]) -> Iterator[tuple[int, Token]]:
    tokens = paragraph.tokens
    for index in paragraph.words:
        if tokens[index].bare in forms and index + 1 < len(tokens) and tokens[index + 1].bare.startswith(_ARTICLE):
            yield index, tokens[index + 1]


def _is_definite_adjective(token: Token, context: Context) -> bool:
    if token.kind is not Kind.WORD or not token.bare.startswith(_ARTICLE):
        return False
    return any(reading.state == "d" and (reading.pos == "adj" or reading.adjectival) for reading in _readings(token.bare, context))


def _pronoun(noun: str, context: Context) -> str:
    """The pronoun for a noun all of whose readings agree; "" where they do not."""
    nominal = [reading for reading in _readings(noun, context) if reading.pos in ("noun", "adj", "name") and "s" in reading.number]
    plurals = [reading for reading in _readings(noun, context) if reading.nominal and reading.number == "p"]
    genders = {reading.gender for reading in nominal}
    if plurals and not nominal:
        return _PRONOUN["f"] if all(reading.broken or reading.gender != "m" for reading in plurals) else ""
    return _PRONOUN.get(genders.pop(), "") if len(genders) == 1 else ""


def _readings(word: str, context: Context) -> tuple[Reading, ...]:
    return context.lexicon.analyser.analyse(word)


@paragraphs()
def shared_construct(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """Two bare nouns joined by wa- before one definite noun: the second is better behind it with a pronoun."""
    tokens = paragraph.tokens
    for index in paragraph.words:
        if index + 2 >= len(tokens) or not tokens[index + 1].bare.startswith(_WAW) or not tokens[index + 2].bare.startswith(_ARTICLE):
            continue
        first, second, owner = tokens[index : index + 3]
        if first.kind is owner.kind is Kind.WORD and _heads(first.bare, second.bare, context):
            start, end = first.start, owner.end
            feminine = _pronoun(owner.bare, context) or _PRONOUN["m"]
            repairs = [f"{first.text} {owner.text} {form}" for form in _with_pronoun(second.bare, feminine)]
            yield Hit(start, end, replace_any(start, end, repairs))


def _heads(first: str, second: str, context: Context) -> bool:
    """Are both words nothing but nouns in construct, joined by wa-?"""
    left, right = _readings(first, context), _readings(second, context)
    return (
        bool(left and right)
        and all(reading.pos == "noun" and reading.state in ("b", "c") and not reading.adjectival for reading in left)
        and all(reading.pos == "noun" and reading.state in ("b", "c") and reading.proclitics == (_WAW,) for reading in right)
    )


def _with_pronoun(noun: str, pronoun: str) -> list[str]:
    if noun.endswith("\u0629"):
        return [noun[:-1] + "\u062a" + pronoun]
    if noun.endswith("\u0627\u0621"):
        return [noun[:-1] + seat + pronoun for seat in ("\u0624", "\u0626")]
    return [noun + pronoun]


_LAYSA, _FAQAT, _BAL, _FAHASB = "\u0644\u064a\u0633", "\u0641\u0642\u0637", "\u0628\u0644", "\u0641\u062d\u0633\u0628"


@paragraphs(forms=(_FAQAT,))
def not_only(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """laysa faqat … bal; the repair puts fahasb before the comma or bal."""
    tokens = paragraph.tokens
    for index in paragraph.words[:-1]:
        if tokens[index].bare not in (_LAYSA, _WAW + _LAYSA) or tokens[index + 1].bare != _FAQAT:
            continue
        following = range(index + 3, min(index + 2 + _MAX_GAP, len(tokens)))
        turn = next((at for at in following if tokens[at].bare == _BAL), None)
        if turn is None:
            yield Hit(tokens[index].start, tokens[index + 1].end)
            continue
        last = turn - 1 if tokens[turn - 1].kind is Kind.WORD else turn - 2
        edits = (Edit(tokens[index].end, tokens[index + 1].end, ""), Edit(tokens[last].end, tokens[last].end, f" {_FAHASB}"))
        yield Hit(tokens[index].start, tokens[last].end, (Fix(edits, Safety.UNSAFE),))
