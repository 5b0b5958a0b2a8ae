"""The alif of tanween: where the accusative asks for it, where nothing does, and on words that take none."""

from __future__ import annotations

from collections.abc import Iterator

from arlint.checks.grammar.visible_case import PARTICLES, nominative_after_particle, only_nominative, recast, shows_tanween
from arlint.checks.protocol import Context, Hit, paragraphs, replace_any
from arlint.document import Paragraph
from arlint.finding import Edit, Fix, Safety
from arlint.lexicon.morphology.clitics import respell
from arlint.lexicon.morphology.reading import Reading
from arlint.syntax.analysis import Analysis, analyse
from arlint.syntax.forms import Form, Tag
from arlint.syntax.inflection import inflected
from arlint.syntax.phrases import carries_preposition, is_nominal, is_preposition, linked, may_carry_conjunction
from arlint.syntax.usage import usage

FATHATAN, ALEF = "\u064b", "\u0627"


@paragraphs()
def adjective(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """An adjective in another visible case than its noun: -un after -in, no alif after one with tanween."""
    analysis = analyse(paragraph, context.lexicon)
    for index in analysis.having(Tag.NOMINATIVE):
        if analysis.is_word(index - 1) and only_nominative(analysis, index) and _noun_in(analysis, index, "ga"):
            object_first = bool(analysis.form(index - 2).verb)
            if hit := recast(analysis, index, {"case": "ga"}, {}, needs_print=object_first or analysis.form(index).noun):
                yield hit
    for index in analysis.having(Tag.TANWEEN):
        if hit := _bare_adjective(analysis, index + 1):
            yield hit


def _noun_in(analysis: Analysis, index: int, case: str) -> bool:
    """Is the word an adjective of a noun before it, as definite as it is, that shows another case?"""
    noun, form = analysis.form(index - 1), analysis.form(index)
    readings = analysis.readings(index - 1)
    if (
        not readings
        or not all(reading.case == case for reading in readings)
        or not form.adjective & noun.cells
        or may_carry_conjunction(form)
    ):
        return False
    return noun.definite == form.definite and noun.only_nominal and not noun.name and not linked(analysis, index - 2)


def _bare_adjective(analysis: Analysis, index: int) -> Hit | None:
    noun, form = analysis.form(index - 1), analysis.form(index)
    if not analysis.is_word(index) or not shows_tanween(analysis, index - 1) or not _may_take_alif(analysis, index):
        return None
    if not noun.noun or any(reading.pos == "adv" or reading.closed for reading in noun.readings):
        return None
    seen = usage(analysis.lexicon, (noun.text, form.text), (noun.text, form.text + ALEF))
    doubtful = noun.adjective or form.noun or form.verb or (form.name and not form.only_adjective) or _begins_phrase(analysis, index)
    alone = is_preposition(analysis.form(index + 1)) or analysis.closes_clause(index)  # print has "high" of "high-ranking"
    if (seen.contradicts and not alone) or (doubtful and not seen.decides) or analysis.form(index + 1).article:
        return None
    return with_alif(analysis, index)


def _begins_phrase(analysis: Analysis, index: int) -> bool:
    """May the word head a phrase of its own with the word after it?"""
    after = analysis.form(index + 1)
    if not analysis.is_word(index + 1) or Tag.DEMONSTRATIVE in after.tags:
        return False
    return after.article or (is_nominal(after) and not is_preposition(after) and not carries_preposition(after) and not after.verb)


def takes_alif(analysis: Analysis, index: int) -> bool:
    """Is it a masculine singular without article or ending that has a form with the alif, no elative, no verb and no name?"""
    form = analysis.form(index)
    verbs = form.verb and any(reading.pos == "verb" and not reading.enclitic for reading in form.readings)
    return not verbs and not form.name and _may_take_alif(analysis, index)


def _may_take_alif(analysis: Analysis, index: int) -> bool:
    """Has it such a reading, and no other as a noun?"""
    form = analysis.form(index)
    if not form.adjective or not form.indefinite or may_carry_conjunction(form):
        return False
    nominal = [r for r in analysis.readings(index) if r.pos != "verb" and r.pos != "name"]
    return bool(nominal) and all(r.gender == "m" and r.number == "s" and not r.suffix and not r.proclitics and not r.case for r in nominal)


def with_alif(analysis: Analysis, index: int) -> Hit | None:
    """A hit on a word that lacks the alif of tanween, None where no form with it is known."""
    token = analysis.tokens[index]
    forms = [form for form in inflected(analysis.lexicon, analysis.readings(index), {"case": "a", "state": "i"}) if form.endswith("ا")]
    if not forms:
        return None
    fixes = replace_any(token.start, token.end, [marked(analysis, respell(token.text, forms[0]))])
    return Hit(token.start, token.end, fixes, {}, 0.85)


def marked(analysis: Analysis, word: str) -> str:
    """The word with its tanween where the paragraph writes it: before the alif, after it, or not at all."""
    text = analysis.paragraph.text
    if FATHATAN + "ا" in text:
        return word[:-1] + FATHATAN + "ا"
    shown = "ا" + FATHATAN in text or not any(shows_tanween(analysis, at) for at in analysis.having(Tag.TANWEEN))
    return word + FATHATAN if shown else word


@paragraphs(contains=(FATHATAN,))
def with_article(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """The article and tanween in one word; words whose al- is of the root have a reading of their own."""
    analysis = analyse(paragraph, context.lexicon)
    for index in paragraph.words:
        token = analysis.tokens[index]
        if FATHATAN not in token.text[-2:] or "ال" not in token.bare[:4] or analysis.forms[index].readings:
            continue
        stem = token.bare[:-1] if token.bare.endswith("ا") else token.bare
        readings = analysis.lexicon.analyser.analyse(stem)
        if readings and any(reading.nominal and reading.state == "d" for reading in readings):
            yield Hit(
                token.start, token.end, replace_any(token.start, token.end, [respell(token.text, stem).rstrip(FATHATAN)], Safety.SAFE)
            )


@paragraphs(contains=(FATHATAN,))
def diptote(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """Tanween on a broken plural of the patterns mafa'il and mafa'il, which take none."""
    analysis = analyse(paragraph, context.lexicon)
    for index in paragraph.words:
        token = analysis.tokens[index]
        if FATHATAN in token.text[-2:] and token.bare.endswith("ا") and _is_diptote(analysis, token.bare[:-1], analysis.forms[index]):
            fixes = replace_any(token.start, token.end, [respell(token.text, token.bare[:-1]).rstrip(FATHATAN)], Safety.SAFE)
            yield Hit(token.start, token.end, fixes)


def _is_diptote(analysis: Analysis, stem: str, form: Form) -> bool:
    """Has the plural a long a after its second consonant and two or three letters behind it, and is the word nothing else with alif?"""
    readings = [reading for reading in analysis.lexicon.analyser.analyse(stem) if reading.nominal]
    if not readings or any(not reading.broken or reading.state != "b" for reading in readings):
        return False
    plural = readings[0].stem
    shaped = len(plural) in (5, 6) and plural[2:3] == "ا" and (len(plural) == 5 or plural[4] == "ي")
    return shaped and not any(reading.case == "a" and not reading.broken for reading in form.readings)


_THERE = frozenset(("هناك", "ثمة", "وهناك", "وثمة"))
_WITH = frozenset(("لدى", "ولدى"))
_HAS = frozenset("لديه لديها لديهم لدينا لديهما ولديه ولديها ولديهم ولدينا".split())


@paragraphs()
def stray(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """The alif of tanween after "there is" or a preposition, where nothing asks for the accusative."""
    analysis = analyse(paragraph, context.lexicon)
    for index in analysis.having(Tag.TANWEEN):
        if not analysis.is_word(index - 1) or not shows_tanween(analysis, index) or not _plain_noun(analysis.form(index)):
            continue
        if (_asserted(analysis, index) or analysis.form(index - 1).text in _STRICT) and (hit := _bared(analysis, index)):
            yield hit


def _plain_noun(form: Form) -> bool:
    """Is it a noun in its own right, and no adverb?"""
    if not form.noun or any(reading.pos == "adv" and not reading.suffix for reading in form.readings):
        return False
    return not form.adjective or any(reading.pos == "noun" and not reading.adjectival for reading in form.readings)


def _asserted(analysis: Analysis, index: int) -> bool:
    """There is a dispute; the government has a plan: does the noun follow what it is the subject of, at the head of a clause?"""
    before = analysis.form(index - 1).text
    if before in _THERE or before in _HAS:
        return analysis.opens_clause(index - 1)
    return analysis.form(index - 2).text in _WITH and analysis.opens_clause(index - 2) and analysis.form(index - 1).article


_STRICT = frozenset("في عن إلى على خلال".split())


def _bared(analysis: Analysis, index: int) -> Hit | None:
    token, before = analysis.tokens[index], analysis.form(index - 1).text
    stem = token.bare[:-1]
    seen = usage(analysis.lexicon, (before, token.bare), (before, stem))
    if before in _STRICT and not seen.supports:
        return None
    edits = [Edit(token.start, token.end, respell(token.text, stem).rstrip(FATHATAN))]
    if analysis.form(index + 1).adjective and shows_tanween(analysis, index + 1):
        token = analysis.tokens[index + 1]
        edits.append(Edit(token.start, token.end, respell(token.text, token.bare[:-1]).rstrip(FATHATAN)))
    fixes = (Fix(tuple(edits), Safety.UNSAFE),)
    return Hit(edits[0].start, edits[-1].end, fixes, {}, 0.85, evidence=seen.evidence)


@paragraphs(forms=PARTICLES)
def after_particle(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """The subject of inna in the nominative right behind it, or behind "there" without its alif."""
    analysis = analyse(paragraph, context.lexicon)
    yield from nominative_after_particle(analysis)
    yield from _postponed(analysis)


def _postponed(analysis: Analysis) -> Iterator[Hit]:
    """That there is a dispute."""
    for index in analysis.paragraph.words:
        if analysis.forms[index].text not in _THERE or analysis.form(index - 1).text not in PARTICLES or not analysis.is_word(index + 1):
            continue
        noun = analysis.form(index + 1)
        plain = noun.noun and noun.only_nominal and not noun.name and all(_bare_masculine(reading) for reading in noun.readings)
        after = analysis.form(index + 2)
        dependent = Tag.PREPOSITION in after.tags or carries_preposition(after)
        if not plain or (analysis.is_word(index + 2) and after.cells and not after.adjective and not dependent):
            continue
        if hit := with_alif(analysis, index + 1):
            yield hit._replace(values={"particle": analysis.tokens[index - 1].text})


def _bare_masculine(reading: Reading) -> bool:
    return reading.nominal and reading.gender == "m" and reading.number == "s" and reading.state == "b" and not reading.suffix


# Verbs with a subject and an object that journalists use most; the verb before its definite subject leaves the next noun as object.
_WITH_OBJECT = frozenset("أصدر عقد أجرى وجه حقق قدم أطلق استقبل التقى نظم شكل وقع أعد".split())


@paragraphs()
def object(paragraph: Paragraph, context: Context) -> Iterator[Hit]:  # noqa: A001  # the field's word
    """An object without its case behind verb and definite subject."""
    analysis = analyse(paragraph, context.lexicon)
    for index in paragraph.words:
        form, subject = analysis.forms[index], analysis.form(index + 1)
        if not form.verb or not subject.article or not analysis.opens_clause(index) or not analysis.is_word(index + 2):
            continue
        if not form.lemmas & _WITH_OBJECT or not subject.noun or (not subject.cells & form.verb and not subject.human):
            continue
        if hit := _object_hit(analysis, index + 2):
            yield hit


def _object_hit(analysis: Analysis, index: int) -> Hit | None:
    noun = analysis.form(index)
    if noun.article and Tag.NOMINATIVE in noun.tags and only_nominative(analysis, index) and not noun.name:
        return recast(analysis, index, {"case": "ga"}, {})
    plain = noun.noun and noun.only_nominal and not noun.name and all(_bare_masculine(reading) for reading in noun.readings)
    after = analysis.form(index + 1)
    free = (
        analysis.closes_clause(index) or Tag.PREPOSITION in after.tags or carries_preposition(after) or shows_tanween(analysis, index + 1)
    )
    return with_alif(analysis, index) if plain and free else None
