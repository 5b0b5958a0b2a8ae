"""The complementisers inna and anna: which of the two the word asks for that governs the clause.

What governs is looked for backwards from the particle. A word between the two that may itself ask for the particle ends the search: then
nothing is sure, and nothing is reported.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from arlint.checks.protocol import Context, Hit, Interest, ParagraphDetector, made, replace_any
from arlint.document import Kind, Paragraph
from arlint.finding import Safety
from arlint.lexicon.morphology.clitics import respell
from arlint.records import NamedTuple
from arlint.syntax.analysis import Analysis, analyse
from arlint.syntax.forms import Form

_PRONOUNS = ("", "\u0647", "\u0647\u0627", "\u0647\u0645", "\u0647\u0645\u0627", "\u0647\u0646", "\u0646\u0627", "\u0646\u064a", "\u064a")
_ABOVE, _BELOW, _NOON = "\u0623", "\u0625", "\u0646"  # alif with the hamza above and below
_ANNA = frozenset(_ABOVE + _NOON + pronoun for pronoun in _PRONOUNS)
_INNA = frozenset(_BELOW + _NOON + pronoun for pronoun in _PRONOUNS)
_CONJUNCTIONS = ("\u0648", "\u0641")
# bi-, li-, ka- written together with the particle, which is anna then.
_PREPOSITIONS = ("\u0628", "\u0644", "\u0643")
_GOVERNED = frozenset(before + preposition + inna for inna in _INNA for preposition in _PREPOSITIONS for before in ("", *_CONJUNCTIONS)) - {
    _PREPOSITIONS[1] + _BELOW + _NOON
}  # li-in may be the la-in of oaths
_ELSEWHERE = _INNA | _GOVERNED

# A clause that has its particle waits for no other.
_EITHER = _ANNA | _INNA | {before + particle for particle in _ANNA | _INNA for before in _CONJUNCTIONS}
# Names of Latin letters, as in CNN.
_LETTERS = frozenset(("\u0633\u064a", "\u0628\u064a", "\u0625\u064a", "\u0622\u064a"))

_FARTHEST, _NEAR, _STATING = 14, 3, 5
_SENTENCE = 30
_TRANSPARENT = frozenset({Kind.NUMBER, Kind.LATIN, Kind.MARK})
_PASSED = frozenset("،,()-–—%")
_CLOSED = frozenset({"prep", "conj", "particle", "adv", "interrog", "rel"})
_NEGATION = frozenset(("\u0644\u0645", "\u0644\u0627", "\u0644\u0646", "\u0642\u062f", "\u0633\u0648\u0641"))
_IMPERFECT = ("\u064a", "\u062a", "\u0646", "\u0623", "\u0633\u064a", "\u0633\u062a", "\u0633\u0646")


class _Words(NamedTuple):
    """saying: forms after which the particle is inna. governing: lemmas that ask for anna. before: words right before anna."""

    saying: frozenset[str]
    governing: frozenset[str]
    before: frozenset[str]


def _with_conjunctions(words: Any) -> frozenset[str]:
    return frozenset(before + word for word in words for before in ("", *_CONJUNCTIONS))


@made(saying=(), governing=(), before=())
def after_saying(options: Mapping[str, Any]) -> ParagraphDetector:
    """Anna, to which a verb of saying leads back over nothing but its subject and prepositional phrases."""
    words = _Words(_with_conjunctions(options["saying"]), frozenset(options["governing"]), _with_conjunctions(options["before"]))
    return ParagraphDetector(partial(_after_saying, words=words), Interest(forms=words.saying))


def _after_saying(paragraph: Paragraph, context: Context, *, words: _Words) -> Iterator[Hit]:
    if _ANNA.isdisjoint(paragraph.forms):
        return
    analysis = analyse(paragraph, context.lexicon)
    for index in analysis.spelled(_ANNA):
        token = paragraph.tokens[index]
        if not _takes_clause(analysis, index):
            continue
        verb = _saying_before(analysis, index, words)
        if verb < 0:
            continue
        near = index - verb <= _NEAR
        new = respell(token.text, _BELOW + token.bare[1:])
        fixes = replace_any(token.start, token.end, [new], Safety.SAFE if near else Safety.UNSAFE)
        yield Hit(token.start, token.end, fixes, {"verb": analysis.tokens[verb].text}, 0.97 if near else 0.9)


def _takes_clause(analysis: Analysis, index: int) -> bool:
    """Is it the heavy particle: with a pronoun, or before what is no verb?"""
    if len(analysis.form(index).text) > 2:
        return True
    if index + 1 >= len(analysis.tokens):
        return False
    token, after = analysis.tokens[index + 1], analysis.form(index + 1)
    if token.kind is not Kind.WORD:
        return token.kind in (Kind.NUMBER, Kind.LATIN)
    if after.text in _NEGATION or any(reading.pos == "verb" and reading.aspect == "i" for reading in after.readings):
        return False
    if not after.readings:
        return after.text.startswith("\u0627\u0644") or not after.text.startswith(_IMPERFECT)
    return not after.only_verb


def _saying_before(analysis: Analysis, index: int, words: _Words) -> int:
    """The verb of saying that governs the particle; -1 without one, or when something else may govern it."""
    if index and not _may_precede(analysis, index - 1, words):
        return -1
    for at in range(index - 1, max(-1, index - 1 - _FARTHEST), -1):
        token = analysis.tokens[at]
        if token.kind is Kind.WORD:
            if token.bare in words.saying:
                return at
            if token.bare in _EITHER or _may_govern(analysis.form(at), words):
                return -1
        elif token.kind not in _TRANSPARENT and token.text not in _PASSED:
            return -1
    return -1


def _may_precede(analysis: Analysis, index: int, words: _Words) -> bool:
    """May the particle belong to a word farther back, this one standing right before it?"""
    form = analysis.form(index)
    if form.text in words.saying or not analysis.is_word(index):
        return analysis.tokens[index].text != "،" or analysis.form(index - 1).text not in words.before
    if form.text in words.before:
        return False
    verb = any(reading.pos == "verb" and not reading.enclitic for reading in form.readings) and not form.name
    return not verb and not any(reading.closed and reading.pos in _CLOSED and not reading.enclitic for reading in form.readings)


def _may_govern(form: Form, words: _Words) -> bool:
    """Can the word ask for anna itself: another verb, or a noun of knowing and the like?"""
    verb = any(reading.pos == "verb" and not (reading.enclitic and form.noun) for reading in form.readings)
    return (verb and not form.noun and not form.name and not form.adjective) or not words.governing.isdisjoint(form.lemmas)


@made(stating=(), also=(), prepositions=(), saying=())
def elsewhere(options: Mapping[str, Any]) -> ParagraphDetector:
    """Inna after a preposition, or after a verb that asks for anna. stating: lemmas, or lemma and its preposition with a space.
    also: more of them, whose clause a house may take for speech."""
    stating = (*options["stating"], *options.get("also", ()))
    verbs = {lemma: preposition for lemma, _, preposition in (entry.partition(" ") for entry in stating)}
    prepositions = _with_conjunctions(options["prepositions"])
    run = partial(_elsewhere, verbs=verbs, prepositions=prepositions, saying=_with_conjunctions(options["saying"]))
    return ParagraphDetector(run, Interest(forms=_ELSEWHERE))


def _elsewhere(
    paragraph: Paragraph, context: Context, *, verbs: Mapping[str, str], prepositions: frozenset[str], saying: frozenset[str]
) -> Iterator[Hit]:
    analysis = analyse(paragraph, context.lexicon)
    for index in analysis.spelled(_ELSEWHERE):
        token = paragraph.tokens[index]
        if token.bare in _GOVERNED:
            new = token.bare.replace(_BELOW, _ABOVE)
            yield _elsewhere_hit(analysis, index, new, token.bare[: token.bare.index(_BELOW)] + "\u0640", Safety.SAFE)
        elif index and _takes_clause(analysis, index) and not _conditional(analysis, index):
            new = _ABOVE + token.bare[1:]
            if analysis.form(index - 1).text in prepositions:
                yield _elsewhere_hit(analysis, index, new, analysis.tokens[index - 1].text, Safety.SAFE)
                continue
            verb, preposition = _stating_before(analysis, index, verbs, saying)
            if verb >= 0:
                before = "" if len(preposition) > 1 and analysis.form(index - 1).text == preposition else preposition
                written = before + (" " if len(before) > 1 else "") + new
                yield _elsewhere_hit(analysis, index, written, analysis.tokens[verb].text, Safety.UNSAFE)


def _elsewhere_hit(analysis: Analysis, index: int, new: str, governor: str, safety: Safety) -> Hit:
    token = analysis.tokens[index]
    fixes = replace_any(token.start, token.end, [respell(token.text, new)], safety)
    return Hit(token.start, token.end, fixes, {"verb": governor}, 0.97 if safety is Safety.SAFE else 0.9)


def _conditional(analysis: Analysis, index: int) -> bool:
    """Can it be the conditional in: before a verb, or what may be one?"""
    if len(analysis.form(index).text) > 2:
        return False
    return any(reading.pos == "verb" for reading in analysis.form(index + 1).readings) or analysis.form(index + 1).text in _NEGATION


def _stating_before(analysis: Analysis, index: int, verbs: Mapping[str, str], saying: frozenset[str]) -> tuple[int, str]:
    """The verb, its subject between it and the particle, that asks for anna, and the preposition it takes; (-1, "") without one."""
    for at in range(index - 1, max(-1, index - 1 - _STATING), -1):
        form = analysis.form(at)
        if not analysis.is_word(at) or form.text in saying or form.text in _LETTERS:
            return -1, ""
        lemma = _stating(analysis, at, verbs)
        if lemma:
            return (-1, "") if _said_before(analysis, at, saying) else (at, verbs[lemma])
        if form.only_verb or (form.verb and not form.noun and not form.name and not form.adjective):
            return -1, ""
    return -1, ""


def _stating(analysis: Analysis, index: int, verbs: Mapping[str, str]) -> str:
    """The lemma, or the form, when the word is one of the verbs, without an object; what may be a noun counts at the head of a clause."""
    form = analysis.form(index)
    if form.text in verbs and form.only_verb:
        return form.text
    found = [reading for reading in form.readings if reading.pos == "verb" and reading.bare_lemma in verbs and not reading.enclitic]
    others = [reading for reading in form.readings if reading.pos != "verb" or reading.bare_lemma not in verbs]
    if not found or (others and not (analysis.opens_clause(index) or form.text.startswith(_CONJUNCTIONS))):
        return ""
    return found[0].bare_lemma


def _said_before(analysis: Analysis, index: int, saying: frozenset[str]) -> bool:
    """Does a verb of saying earlier in the sentence still wait for its clause?"""
    for at in range(index - 1, max(-1, index - _SENTENCE), -1):
        token = analysis.tokens[at]
        if token.text in (".", "؟", "!", ":") or token.bare in _INNA or token.bare in _ANNA:
            return False
        if token.bare in saying:
            return True
    return False
