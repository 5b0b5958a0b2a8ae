"""Who says it, and how the words are set off: the colon before a direct quotation, direct speech without marks, frames that mix
direct and indirect speech.

The verbs of saying are the option `verbs` of the rules. A quotation is direct speech when it is a clause, not a name or a
borrowed word: it holds a finite verb or a word that only clauses have.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from arlint.checks.protocol import Context, Hit, Interest, ParagraphDetector, made, replace
from arlint.document import Kind, Paragraph, Token
from arlint.document.quotations import Quotation, quotations
from arlint.finding import Edit, Fix, Safety
from arlint.lexicon.lexical import LexicalFact, once
from arlint.lexicon.lexicon import Lexicon
from arlint.records import NamedTuple
from arlint.syntax.formtable import forms_of

_WAW, _FA = "\u0648", "\u0641"
_COLON = ":"
_QUOTES = '"\u00ab\u201c\u201d'
_BOUNDARIES = frozenset(".\u061f!?\u061b:")
_QUOTE_SET = frozenset(_QUOTES)
_A_HABIT = 2  # so many quotations without a colon, and none with one, are no oversight
_A_STORY = 120  # words that are enough to show how a house sets off what it quotes
_SUBJECT_WORDS = 8

# lan, lam, la, sawfa, qad, laqad: what may stand before a verb at the head of its clause.
_VERB_PARTICLES = frozenset({"\u0644\u0646", "\u0644\u0645", "\u0644\u0627", "\u0633\u0648\u0641", "\u0642\u062f", "\u0644\u0642\u062f"})
_SHORTEST_SPEECH = 3

# an, bi-an, lan, lam, la before a verb: nobody has said it.
_SUBJUNCTIVE = frozenset({"\u0623\u0646", "\u0628\u0623\u0646", "\u0644\u0646", "\u0644\u0645", "\u0644\u0627"})

# The commonest verb of saying, the one most often found run together with its subject.
_RUN_ON_VERBS = frozenset({"\u0642\u0627\u0644", "\u0648\u0642\u0627\u0644"})

# anna and inna with what is attached to them, and the conjunctions before them.
_INNA = tuple(
    before + seat + "\u0646" for before in ("", _WAW, _FA, "\u0628", "\u0644", "\u0648\u0628") for seat in ("\u0623", "\u0625", "\u0627")
)
_PRONOUNS = ("", "\u0647", "\u0647\u0627", "\u0647\u0645", "\u0647\u0645\u0627", "\u0647\u0646", "\u0646\u0627", "\u0646\u064a", "\u064a")
_INNA_FORMS = frozenset(inna + pronoun for inna in _INNA for pronoun in _PRONOUNS) | {"\u0623\u0644\u0627", "\u0628\u0623\u0644\u0627"}


class _Words(NamedTuple):
    """Word lists of a rule: verbs of saying, those of stating (which also take a noun for their object), words after which a
    quotation is a name, words that only clauses have."""

    verbs: frozenset[str]
    stating: frozenset[str]
    heads: frozenset[str]
    clausal: frozenset[str]


def _words(options: Mapping[str, Any]) -> _Words:
    verbs, stating = (
        frozenset(before + verb for verb in options.get(key, ()) for before in ("", _WAW, _FA)) for key in ("verbs", "stating")
    )
    return _Words(verbs, stating, frozenset(options.get("heads", ())), frozenset(options.get("clausal", ())))


class Speech(NamedTuple):
    """How often speech is set off as it should be, and how often it is not."""

    marked: int
    bare: int


class _Setting(NamedTuple):
    """How a text sets off what it quotes, and how long it is, as far as that matters."""

    marked: int
    bare: int
    words: int

    @property
    def without_colon(self) -> bool:
        """Does it do without the colon throughout, and is there enough of it to say so?"""
        return not self.marked and (self.bare >= _A_HABIT or self.words >= _A_STORY)


# --- the colon before a quotation ---


@made(verbs=(), stating=(), heads=(), clausal=(), house=True)
def colon_missing(options: Mapping[str, Any]) -> ParagraphDetector:
    """A verb of saying, its subject, and direct speech in quotation marks without a colon before them.

    house: a document that does without the colon throughout keeps to the style of its house, as those of several agencies do.
    """
    words = _words(options)
    missing = partial(_missing_colons, words=words)
    fact: LexicalFact[_Setting, _Setting] = LexicalFact(
        "colon before speech", partial(_quoted_speech, missing=missing, words=words), _whole_setting
    )
    run = partial(_colon_missing, missing=missing, setting=fact if options.get("house", True) else None)
    return ParagraphDetector(run, Interest(characters=frozenset(_QUOTES)))


Missing = Callable[[Paragraph, Lexicon], tuple[Token, ...]]


def _colon_missing(
    paragraph: Paragraph, context: Context, *, missing: Missing, setting: LexicalFact[_Setting, _Setting] | None
) -> Iterator[Hit]:
    words = once(paragraph, missing, context.lexicon)
    if not words or (setting and context.fact(setting.of(context.lexicon)).without_colon):
        return
    for word in words:
        yield Hit(word.start, word.end, (Fix((Edit(word.end - 1, word.end, word.text[-1] + _COLON),), Safety.UNSAFE),))


def _quoted_speech(paragraph: Paragraph, lexicon: Lexicon, *, missing: Missing, words: _Words) -> _Setting:
    """How often speech in quotation marks has its colon, and how often it lacks it."""
    length = sum(token.kind is Kind.WORD for token in paragraph.tokens)
    return _Setting(_speech(paragraph, lexicon, words=words).marked, len(once(paragraph, missing, lexicon)), length)


def _whole_setting(parts: Sequence[_Setting]) -> _Setting:
    length = sum(part.words for part in parts)
    return _Setting(sum(part.marked for part in parts), sum(part.bare for part in parts), min(length, _A_STORY))


def _missing_colons(paragraph: Paragraph, lexicon: Lexicon, *, words: _Words) -> tuple[Token, ...]:
    """The words that should have a colon behind them."""
    return tuple(_before_speech(paragraph, lexicon, words)) if not _QUOTE_SET.isdisjoint(paragraph.characters) else ()


def _before_speech(paragraph: Paragraph, lexicon: Lexicon, words: _Words) -> Iterator[Token]:
    for quotation in quotations(paragraph).pairs:
        before = _last_before(paragraph, quotation.opening.at)
        if before < 0 or quotation.nested:
            continue
        inner, after = _inside(paragraph, quotation)
        if len(inner) < _SHORTEST_SPEECH or (after and after.bare in _INNA_FORMS):
            continue
        said = _is_attributed(paragraph.tokens, before, lexicon, words.heads, words.verbs) and _is_clause(inner, lexicon, words)
        stated = _is_attributed(paragraph.tokens, before, lexicon, words.heads, words.stating) and _is_clause(inner[:1], lexicon, words)
        if said or stated:
            yield paragraph.tokens[before]


def _last_before(paragraph: Paragraph, at: int) -> int:
    """The index of the last token that ends before `at`; -1 without one."""
    last = paragraph.token_from(at) - 1
    return last - 1 if last >= 0 and paragraph.tokens[last].end > at else last


def _is_attributed(tokens: Sequence[Token], last: int, lexicon: Lexicon, heads: frozenset[str], verbs: frozenset[str]) -> bool:
    """Does a clause of saying end at token `last`: a verb of saying, then its subject and nothing that governs the quotation?"""
    if tokens[last].kind is not Kind.WORD or tokens[last].bare in heads:
        return False
    for index in range(last, max(-1, last - _SUBJECT_WORDS - 1), -1):
        token = tokens[index]
        if token.bare in verbs or _holds_verb(token.bare, lexicon, verbs):
            return index == 0 or tokens[index - 1].bare not in _SUBJUNCTIVE
        if token.bare in _INNA_FORMS or token.text in _BOUNDARIES or token.text in _QUOTES:
            return False
    return False


def _holds_verb(word: str, lexicon: Lexicon, verbs: frozenset[str]) -> bool:
    """Is the word a verb of saying run together with the word after it? Such a word is not in the lexicon."""
    if not any(word.startswith(verb) for verb in _RUN_ON_VERBS & verbs):
        return False
    return not (lexicon.known(word) or lexicon.adds(word))


def _inside(paragraph: Paragraph, quotation: Quotation) -> tuple[list[Token], Token | None]:
    """The words between the marks, and the token behind the closing one."""
    tokens, behind = paragraph.tokens, paragraph.token_from(quotation.closing.at + 1)
    inside = tokens[paragraph.token_from(quotation.opening.at + 1) : paragraph.token_from(quotation.closing.at)]
    inner = [token for token in inside if token.kind in (Kind.WORD, Kind.NUMBER, Kind.LATIN)]
    return inner, tokens[behind] if behind < len(tokens) else None


def _is_clause(inner: Sequence[Token], lexicon: Lexicon, words: _Words) -> bool:
    return any(token.bare in words.clausal or is_finite(token, lexicon) for token in inner)


def is_finite(token: Token, lexicon: Lexicon) -> bool:
    """Is the word a finite verb in every reading?"""
    if token.kind is not Kind.WORD or not forms_of(lexicon).get(token.bare).only_verb:  # the forms are at hand, readings must be made
        return False
    readings = lexicon.analyser.analyse(token.bare)
    return bool(readings) and all(reading.aspect in ("p", "i") for reading in readings)


def _is_first_person(token: Token, lexicon: Lexicon) -> bool:
    readings = lexicon.analyser.analyse(token.bare)
    return bool(readings) and all(reading.person == "1" and reading.aspect in ("p", "i") for reading in readings)


# --- a colon before inna ---


@made(verbs=())
def colon_before_inna(options: Mapping[str, Any]) -> ParagraphDetector:
    """A colon between a verb of saying and inna, without quotation marks: the colon is for direct speech."""
    return ParagraphDetector(partial(_colon_before_inna, words=_words(options)), Interest(characters=frozenset(_COLON)))


def _colon_before_inna(paragraph: Paragraph, context: Context, *, words: _Words) -> Iterator[Hit]:
    tokens, lexicon = paragraph.tokens, context.lexicon
    for index in range(1, len(tokens) - 1):
        if tokens[index].text != _COLON or tokens[index + 1].bare not in _INNA_FORMS:
            continue
        if _is_attributed(tokens, index - 1, lexicon, words.heads, words.verbs):
            yield Hit(tokens[index].start, tokens[index].end, replace(tokens[index].start, tokens[index].end, ""))


# --- inna before direct speech ---


@made(first_person=())
def mixed_frame(options: Mapping[str, Any]) -> ParagraphDetector:
    """inna or anna right before a quotation whose first verb is in the first person. Option: pronouns of the first person."""
    run = partial(_mixed_frame, pronouns=frozenset(options["first_person"]))
    return ParagraphDetector(run, Interest(characters=frozenset(_QUOTES)))


def _mixed_frame(paragraph: Paragraph, context: Context, *, pronouns: frozenset[str]) -> Iterator[Hit]:
    if _INNA_FORMS.isdisjoint(paragraph.forms):
        return
    for quotation in quotations(paragraph).pairs:
        before = _last_before(paragraph, quotation.opening.at)
        if before < 0 or paragraph.tokens[before].bare not in _INNA_FORMS:
            continue
        inner, _ = _inside(paragraph, quotation)
        at = next((at for at, token in enumerate(inner) if token.bare in pronouns or is_finite(token, context.lexicon)), None)
        if at is None or not (inner[at].bare in pronouns or _is_first_person(inner[at], context.lexicon)):
            continue
        verb = inner[at]
        if _heads_clause(inner, at) and not any(token.text in _BOUNDARIES for token in _between(paragraph, quotation, verb)):
            yield Hit(verb.start, verb.end)


def _heads_clause(inner: Sequence[Token], at: int) -> bool:
    """Does the verb open the quotation, particles of tense and negation aside, or a clause joined by wa-?"""
    return all(token.bare in _VERB_PARTICLES for token in inner[:at]) or inner[at].bare.startswith(_WAW)


def _between(paragraph: Paragraph, quotation: Quotation, verb: Token) -> list[Token]:
    return [token for token in paragraph.tokens if quotation.opening.at < token.start < verb.start]


# --- direct speech without marks ---


@made(verbs=(), stating=(), first_person=())
def unquoted(options: Mapping[str, Any]) -> ParagraphDetector:
    """Direct speech in the first person after a colon, without quotation marks, where the document otherwise sets them."""
    words = _words(options)
    habit: LexicalFact[Speech, Speech] = LexicalFact("speech after a colon", partial(_speech, words=words), _add)
    run = partial(_unquoted, words=words, pronouns=frozenset(options["first_person"]), habit=habit)
    return ParagraphDetector(run, Interest(characters=frozenset(_COLON)))


def _colons(paragraph: Paragraph, lexicon: Lexicon, words: _Words) -> list[int]:
    """The colons that end a clause of saying, as indices of tokens; those at the end of the paragraph are left out."""
    tokens = paragraph.tokens
    colons = (index for index in range(1, len(tokens) - 1) if tokens[index].text == _COLON)
    return [index for index in colons if _is_attributed(tokens, index - 1, lexicon, words.heads, words.verbs | words.stating)]


def _speech(paragraph: Paragraph, lexicon: Lexicon, *, words: _Words) -> Speech:
    if _COLON not in paragraph.characters:
        return Speech(0, 0)
    found = [paragraph.tokens[index + 1].text in _QUOTES for index in _colons(paragraph, lexicon, words)]
    return Speech(sum(found), len(found) - sum(found))


def _add(parts: Sequence[Speech]) -> Speech:
    return Speech(sum(part.marked for part in parts), sum(part.bare for part in parts))


def _unquoted(
    paragraph: Paragraph, context: Context, *, words: _Words, pronouns: frozenset[str], habit: LexicalFact[Speech, Speech]
) -> Iterator[Hit]:
    tokens = paragraph.tokens
    for index in _colons(paragraph, context.lexicon, words):
        at = next((at for at in range(index + 1, len(tokens)) if tokens[at].bare not in _VERB_PARTICLES), index)
        if tokens[at].kind is not Kind.WORD or not (tokens[at].bare in pronouns or _is_first_person(tokens[at], context.lexicon)):
            continue
        marked, bare = context.fact(habit.of(context.lexicon))
        if marked >= bare or bare == 1:
            yield Hit(tokens[index].start, tokens[index + 1].end)
