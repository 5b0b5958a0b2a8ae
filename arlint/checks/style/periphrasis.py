"""Periphrasis: a light verb or an empty noun with a verbal noun or an adjective, where one word would do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from arlint.checks.protocol import Context, Hit, Interest, ParagraphDetector, made, replace
from arlint.document import Kind, Paragraph, Token
from arlint.document.patterns import lazy
from arlint.finding import Edit, Fix, Safety

_ARTICLE = "\u0627\u0644"
_WAW = "\u0648"
_BI = "\u0628"
_TANWEEN_ALEF = "\u0627\u064b"
_ANY = "[\u0621-\u064a]"

# The shapes of verbal nouns of the derived forms, with and without ta marbuta: infi'al, istif'al, if'al, taf'il, tafa'ul, mufa'ala.
_VERBAL_NOUN = lazy(
    f"\u0627{_ANY}{{3,4}}\u0627{_ANY}|\u0625{_ANY}{{1,2}}\u0627{_ANY}\u0629?|\u0625{_ANY}{{2}}\u0629|\u0627\u0633\u062a{_ANY}{{2,4}}\u0629"
    f"|\u062a{_ANY}{{2}}\u064a{_ANY}|\u062a{_ANY}{{2,3}}\u064a\u0629|\u062a{_ANY}\u0627{_ANY}{{2}}|\u0645{_ANY}\u0627{_ANY}{{1,2}}\u0629"
)


def is_verbal_noun(bare: str, others: frozenset[str]) -> bool:
    """Has the bare word the shape of a verbal noun, or is it among `others`?"""
    return bool(_VERBAL_NOUN.fullmatch(bare)) or bare in others


@made(verbs=(), verbal_nouns=(), exceptions=())
def tamma(options: Mapping[str, Any]) -> ParagraphDetector:
    """tamma or another verb of completion before a definite verbal noun."""
    verbs = _with_waw(options["verbs"])
    run = partial(_tamma, verbs=verbs, others=frozenset(options["verbal_nouns"]), exceptions=frozenset(options["exceptions"]))
    return ParagraphDetector(run, Interest(forms=verbs))


def _tamma(
    paragraph: Paragraph, context: Context, *, verbs: frozenset[str], others: frozenset[str], exceptions: frozenset[str]
) -> Iterator[Hit]:
    tokens = paragraph.tokens
    for index in paragraph.words:
        if tokens[index].bare not in verbs or index + 1 >= len(tokens):
            continue
        noun = tokens[index + 1]
        word = noun.bare.removeprefix(_ARTICLE)
        if word not in exceptions and is_verbal_noun(word, others):
            yield Hit(tokens[index].start, noun.end, values={"masdar": noun.bare})


@made(verbs=())
def qama_bi(options: Mapping[str, Any]) -> ParagraphDetector:
    """qama bi- with a verbal noun, its subject between them or not: the verb itself says it. Options: rows of the light
    verb's form and its person (3ms …), rows of verbal noun, perfect and imperfect."""
    conjugations = {row[0]: (row[1], row[2]) for row in (entry.split(" ") for entry in options["verbs"])}
    return ParagraphDetector(partial(_qama_bi, conjugations=conjugations), Interest(forms=frozenset(_LIGHT)))


# Forms of the light verb: the prefix and the ending that its stem takes; "" and an ending for the perfect.
_QAMA, _YAQUM = "\u0642\u0627\u0645", "\u0642\u0648\u0645"
_PLAIN_LIGHT = {
    _QAMA: ("", ""),
    _QAMA + "\u062a": ("", "\u062a"),
    _QAMA + "\u0648\u0627": ("", "\u0648\u0627"),
    "\u064a" + _YAQUM: ("\u064a", ""),
    "\u062a" + _YAQUM: ("\u062a", ""),
    "\u064a" + _YAQUM + "\u0648\u0646": ("\u064a", "\u0648\u0646"),
    "\u0633\u064a" + _YAQUM: ("\u0633\u064a", ""),
    "\u0633\u062a" + _YAQUM: ("\u0633\u062a", ""),
}
_LIGHT = {waw + form: (waw, *parts) for form, parts in _PLAIN_LIGHT.items() for waw in ("", _WAW)}
_SUBJECT_WORDS = 4


def _qama_bi(paragraph: Paragraph, context: Context, *, conjugations: Mapping[str, tuple[str, str]]) -> Iterator[Hit]:
    tokens = paragraph.tokens
    for index in paragraph.words:
        light = _LIGHT.get(tokens[index].bare)
        if light is None:
            continue
        for at in range(index + 1, min(index + 2 + _SUBJECT_WORDS, len(tokens))):
            token = tokens[at]
            if token.kind is not Kind.WORD:
                break
            verb = conjugations.get(token.bare.removeprefix(_BI).removeprefix(_ARTICLE)) if token.bare.startswith(_BI) else None
            if verb:
                yield _light_hit(paragraph, index, at, _conjugate(verb, *light))
                break


def _light_hit(paragraph: Paragraph, index: int, at: int, verb: str) -> Hit:
    """The verb takes the place of the light verb; the verbal noun goes, with the space beside it."""
    tokens = paragraph.tokens
    first, masdar = tokens[index], tokens[at]
    if at == index + 1:
        return Hit(first.start, masdar.end, replace(first.start, masdar.end, verb, Safety.UNSAFE))
    edits = (Edit(first.start, first.end, verb), Edit(tokens[at - 1].end, masdar.end, ""))
    return Hit(first.start, masdar.end, (Fix(edits, Safety.UNSAFE),))


def _conjugate(verb: tuple[str, str], waw: str, prefix: str, ending: str) -> str:
    """The form of person and tense that the light verb had; a final ya or alif maqsura drops before t and w."""
    perfect, imperfect = verb
    stem = imperfect[1:] if prefix else perfect
    if ending and stem.endswith(("\u0649", "\u064a")):
        stem = stem[:-1]
    return waw + prefix + stem + ending


@made(nouns=(), exceptions=())
def adverbial(options: Mapping[str, Any]) -> ParagraphDetector:
    """bi-shakl with adjectives, where the bare adverb would do; `exceptions`: adjectives of real shape."""
    nouns = frozenset(options["nouns"])
    return ParagraphDetector(partial(_adverbial, nouns=nouns, exceptions=frozenset(options["exceptions"])), Interest(forms=nouns))


def _adverbial(paragraph: Paragraph, context: Context, *, nouns: frozenset[str], exceptions: frozenset[str]) -> Iterator[Hit]:
    tokens = paragraph.tokens
    for index in paragraph.words:
        if tokens[index].bare not in nouns or index + 1 >= len(tokens):
            continue
        first = tokens[index + 1]
        if first.bare in exceptions or not _is_adjective(first, context):
            continue
        last = index + 1
        while last + 1 < len(tokens) and tokens[last + 1].bare.startswith(_WAW) and _is_adjective(tokens[last + 1], context, waw=True):
            last += 1
        start, end = tokens[index].start, tokens[last].end
        single = last == index + 1 and not first.bare.endswith(("\u0629", "\u0649", "\u0621"))
        yield Hit(start, end, replace(start, end, first.bare + _TANWEEN_ALEF, Safety.UNSAFE) if single else (), {"adj": first.bare})


def _is_adjective(token: Token, context: Context, *, waw: bool = False) -> bool:
    if token.kind is not Kind.WORD:
        return False
    readings = context.lexicon.analyser.analyse(token.bare)
    return any(
        reading.state == "b" and (reading.pos == "adj" or reading.adjectival) and reading.proclitics == ((_WAW,) if waw else ())
        for reading in readings
    )


@made(agents=(), exceptions=())
def passive_agent(options: Mapping[str, Any]) -> ParagraphDetector:
    """The agent of a passive verb named with min qibal or its like. Options: the expressions, words that make them mean “before”."""
    agents = {tuple(entry.split(" ")) for entry in options["agents"]}
    run = partial(_passive_agent, agents=agents, exceptions=frozenset(options["exceptions"]))
    return ParagraphDetector(run, Interest(forms=frozenset(second for _, second in agents)))


def _passive_agent(paragraph: Paragraph, context: Context, *, agents: set[tuple[str, ...]], exceptions: frozenset[str]) -> Iterator[Hit]:
    tokens = paragraph.tokens
    for index in paragraph.words:
        if index == 0 or index + 1 >= len(tokens) or (tokens[index - 1].bare, tokens[index].bare) not in agents:
            continue
        agent = tokens[index + 1]
        if agent.kind is Kind.WORD and agent.bare not in exceptions and _has_passive(tokens[max(0, index - 6) : index - 1], context):
            yield Hit(tokens[index - 1].start, tokens[index].end)


def _has_passive(tokens: tuple[Token, ...], context: Context) -> bool:
    return any(
        "p" in reading.voice for token in tokens if token.kind is Kind.WORD for reading in context.lexicon.analyser.analyse(token.bare)
    )


@made(nouns=(), verbal_nouns=())
def empty_noun(options: Mapping[str, Any]) -> ParagraphDetector:
    """amaliyya before a definite verbal noun, which says the same alone."""
    nouns = _with_waw(options["nouns"])
    return ParagraphDetector(partial(_empty_noun, nouns=nouns, others=frozenset(options["verbal_nouns"])), Interest(forms=nouns))


def _empty_noun(paragraph: Paragraph, context: Context, *, nouns: frozenset[str], others: frozenset[str]) -> Iterator[Hit]:
    tokens = paragraph.tokens
    for index in paragraph.words:
        if tokens[index].bare not in nouns or index + 1 >= len(tokens):
            continue
        noun = tokens[index + 1]
        if noun.bare.startswith(_ARTICLE) and is_verbal_noun(noun.bare.removeprefix(_ARTICLE), others):
            waw = _WAW if tokens[index].bare.startswith(_WAW) else ""
            edit = Edit(tokens[index].start, noun.start, waw)
            yield Hit(tokens[index].start, noun.end, (Fix((edit,), Safety.UNSAFE),), {"masdar": noun.bare})


def _with_waw(words: list[str]) -> frozenset[str]:
    return frozenset(particle + word for word in words for particle in ("", _WAW, "\u0641"))
