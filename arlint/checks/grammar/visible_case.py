"""Case where the spelling shows it: -un and -in, -an and -ayn, the five nouns, the alif of tanween.

A word is judged only when every reading shows a case: names and nouns that merely end in these letters have readings without one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from arlint.checks.protocol import Context, Hit, paragraphs, replace_any
from arlint.document import Paragraph
from arlint.finding import Safety
from arlint.lexicon.morphology.clitics import respell
from arlint.lexicon.morphology.reading import Reading
from arlint.syntax.agreement import DUAL, MASCULINE, MP
from arlint.syntax.analysis import Analysis, analyse
from arlint.syntax.forms import Tag
from arlint.syntax.inflection import inflected
from arlint.syntax.phrases import carries_preposition, is_nominal, may_carry_conjunction
from arlint.syntax.usage import usage

# Prepositions and adverbs that are nothing else in print; "min" is left out where it may be "who".
_PREPOSITIONS = frozenset("من إلى عن على في مع بين خلال لدى عند ضد منذ حول تحت فوق أمام وراء ضمن نحو أثناء بسبب بعد إزاء تجاه".split())
# A form of a word that print hardly has is no word that a name would be mistaken for.
_KNOWN = 20
_WHO = frozenset(("من", "ومن", "فمن"))
_ON_THE_PART = "قبل"
_QUESTION = "؟"
PARTICLES = frozenset(("إن", "أن", "بأن", "لأن", "كأن", "لعل", "ليت", "وإن", "وأن", "وبأن", "ولأن", "فإن"))
_TIMES = frozenset("اليوم الليلة الأسبوع الشهر العام السنة أمس الآن الماضي الحالي القادم المقبل الجاري".split())


@paragraphs()
def after_preposition(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """A dual or a sound plural in the nominative right after a preposition."""
    analysis = analyse(paragraph, context.lexicon)
    for index in analysis.having(Tag.NOMINATIVE):
        before = analysis.form(index - 1)
        attached = carries_preposition(analysis.form(index))
        plain = analysis.is_word(index - 1) and _is_preposition(analysis, index - 1)
        if not (attached or plain) or (plain and _asks_who(analysis, index - 1)) or not only_nominative(analysis, index):
            continue
        if hit := recast(analysis, index, {"case": "ga"}, {"prep": before.text if plain else analysis.tokens[index].text[0]}):
            yield hit


def _is_preposition(analysis: Analysis, index: int) -> bool:
    """Is the word nothing but a preposition here? On the part of: qibal, which alone may be a verb."""
    text = analysis.form(index).text
    return _without_conjunction(text) in _PREPOSITIONS or (text == _ON_THE_PART and analysis.form(index - 1).text in _WHO)


def only_nominative(analysis: Analysis, index: int) -> bool:
    """Does every reading show -un or -an, and none is a name?"""
    form = analysis.form(index)
    if form.name or not form.only_nominal:
        return False
    readings = [reading for reading in analysis.readings(index) if not (reading.suffix == "ا" and reading.case == "n")]
    if not readings or not all(reading.case == "n" and reading.state != "e" for reading in readings):
        return False
    return is_nominal(analysis.form(index + 1)) or not all(reading.state == "c" for reading in readings)


def _without_conjunction(text: str) -> str:
    return text[1:] if text[:1] in "وف" and text[1:] in _PREPOSITIONS else text


def _asks_who(analysis: Analysis, index: int) -> bool:
    """Who is responsible?"""
    if analysis.form(index).text not in _WHO:
        return False
    return (
        analysis.opens_clause(index)
        or _QUESTION in analysis.paragraph.text[analysis.tokens[index].end :]
        or Tag.VERB in analysis.form(index - 1).tags
    )


@paragraphs()
def in_construct(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """A plural in the nominative as the second term of a construct."""
    analysis = analyse(paragraph, context.lexicon)
    for index in analysis.having(Tag.NOMINATIVE):
        head, form = analysis.form(index - 1), analysis.form(index)
        if (
            not analysis.is_word(index - 1)
            or not form.article
            or not only_nominative(analysis, index)
            or len(form.readings[0].proclitics) > 1
        ):
            continue
        if (
            not _heads(analysis, index - 1)
            or any(r.state not in ("b", "c") or r.case for r in head.readings if r.nominal)
            or (form.cells & DUAL and not form.cells & ~DUAL and head.text not in _QUANTITIES)
        ):
            continue
        if hit := recast(analysis, index, {"case": "ga"}, {}, needs_print=not _certain_construct(analysis, index - 1)):
            yield hit


def _certain_construct(analysis: Analysis, index: int) -> bool:
    """Is the head one that persons depend on, or itself behind a preposition or inna, so that nothing else can follow?"""
    head, before = analysis.form(index), analysis.form(index - 1)
    if head.lemmas & _CLAUSE_HEADS:
        return False
    if head.text in _QUANTITIES:
        return True
    governed = head.to or _without_conjunction(before.text) in _PREPOSITIONS or before.text in PARTICLES
    return governed or not _HEADS.isdisjoint(head.lemmas)


# After these a clause may follow (while, at the time when) or the name of a club or a group, which keeps its nominative.
_CLAUSE_HEADS = frozenset("حين وقت يوم حيث حد ساعة ناد نادي فريق جماعة حزب".split())
# Words that do nothing but count or single out what follows.
_QUANTITIES = frozenset("عشرات مئات آلاف ملايين معظم غالبية أغلب أغلبية جميع كافة سائر أحد إحدى عدد مجموعة أكثر نصف ثلث ربع".split())
# Heads of the commonest constructs with persons: union of lawyers, rights of migrants.
_HEADS = frozenset("نقابة اتحاد لجنة حق رابطة جمعية هيئة مجلس وفد تجمع حركة مجموعة".split())


def _heads(analysis: Analysis, index: int) -> bool:
    """Is it nothing but a noun that can head a construct? Right behind a verb it is no verb."""
    head = analysis.form(index)
    if head.text in _QUANTITIES:
        return True
    nominal = head.only_nominal or (Tag.VERB_OR_NOUN in head.tags and analysis.form(index - 1).only_verb)
    return head.noun and nominal and not head.article and not any(reading.enclitic for reading in head.readings if reading.nominal)


@paragraphs()
def nun_in_construct(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """A dual or sound plural that keeps its nun before the noun it governs."""
    analysis = analyse(paragraph, context.lexicon)
    for index in (*analysis.having(Tag.NOMINATIVE), *analysis.having(Tag.OBLIQUE)):
        form, after = analysis.form(index), analysis.form(index + 1)
        if not form.indefinite or not all(reading.state == "i" for reading in analysis.readings(index)) or form.name:
            continue
        if not _governable(analysis, index + 1) or after.adjective & form.cells:
            continue
        if hit := _without_nun(analysis, index):
            yield hit


def _governable(analysis: Analysis, index: int) -> bool:
    """Is it a noun with the article that is no date and no adjective?"""
    after = analysis.form(index)
    if not analysis.is_word(index) or not after.article or not after.noun or after.text in analysis.lexicon.words.weekdays:
        return False
    return after.text not in _TIMES and all(reading.proclitics == ("ال",) for reading in after.readings)


# After these the noun is their subject.
_ARRIVING = frozenset("وصل شارك حضر عاد خرج اجتمع انسحب أضرب تظاهر احتج اعتصم استقال توجه نظم دعا طالب".split())


def _without_nun(analysis: Analysis, index: int) -> Hit | None:
    form, after, token = analysis.form(index), analysis.form(index + 1), analysis.tokens[index]
    certain = bool(form.human) and bool(after.noun) and (_is_preposition(analysis, index - 1) or form.to)
    case = analysis.readings(index)[0].case
    cases = ("n", case) if analysis.form(index - 1).lemmas & _ARRIVING else (case,)
    readings = [reading for reading in analysis.readings(index) if reading.number == "p"] or list(analysis.readings(index))
    repairs = [form for one in cases for form in inflected(analysis.lexicon, readings, {"state": "c", "case": one})[:1]]
    seen = [usage(analysis.lexicon, (form.text, after.text), (repair, after.text)) for repair in repairs]
    if not any(one.supports for one in seen) and not (certain and repairs and not seen[0].wrong):
        return None
    fixes = replace_any(token.start, token.end, [respell(token.text, repair) for repair in repairs])
    return Hit(token.start, analysis.tokens[index + 1].end, fixes, {}, 0.85, evidence=seen[0].evidence)


def nominative_after_particle(analysis: Analysis) -> Iterator[Hit]:
    """A nominative right after inna and its sisters."""
    for index in analysis.having(Tag.NOMINATIVE):
        particle = analysis.form(index - 1)
        if analysis.is_word(index - 1) and particle.text in PARTICLES and only_nominative(analysis, index):
            if may_carry_conjunction(analysis.form(index)) or carries_preposition(analysis.form(index)):
                continue
            if hit := recast(analysis, index, {"case": "ga"}, {"particle": analysis.tokens[index - 1].text}, Safety.SAFE):
                yield hit


def recast(
    analysis: Analysis,
    index: int,
    wanted: Mapping[str, str],
    values: Mapping[str, str],
    safety: Safety = Safety.UNSAFE,
    needs_print: bool = False,
) -> Hit | None:
    """A hit on the word with its forms in another case as fixes; only where print knows the first of them, if asked."""
    token, form = analysis.tokens[index], analysis.form(index)
    readings: list[Reading] = [reading for reading in analysis.readings(index) if reading.case == "n"]
    repairs = [one for one in inflected(analysis.lexicon, readings, wanted) if one != form.text][:2]
    if not repairs:
        return None
    seen_alone = max(analysis.lexicon.counts.unigram(one) for one in (repairs[0], repairs[0][form.to :]))
    if not form.article and not (form.only_adjective and form.cells & MP) and seen_alone < _KNOWN:
        return None  # a foreign name that happens to look like a dual or a plural
    before = analysis.form(index - 1).text
    seen = usage(analysis.lexicon, (before, form.text), (before, repairs[0]))
    if seen.contradicts or (needs_print and not seen.supports):
        return None
    fixes = replace_any(token.start, token.end, [respell(token.text, one) for one in repairs], safety)
    return Hit(token.start, token.end, fixes, values, 0.9, evidence=seen.evidence)


@paragraphs()
def five_nouns(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """Father, brother, owner in the nominative after a preposition; dhu of a feminine noun."""
    analysis = analyse(paragraph, context.lexicon)
    for index in analysis.having(Tag.FIVE):
        form = analysis.form(index)
        closed = [reading for reading in form.readings if reading.closed and reading.case == "n"]
        if not closed or any(reading.state == "c" and reading.bare_lemma != _OWNER for reading in closed):
            continue
        wanted = _five_repair(analysis, index, closed[0])
        if wanted:
            token = analysis.tokens[index]
            yield Hit(token.start, token.end, replace_any(token.start, token.end, [wanted]), {}, 0.9)


_OWNER = "ذو"
_OWNERS = {"g": "ذي", "a": "ذا", "f": "ذات"}


def _five_repair(analysis: Analysis, index: int, reading: Reading) -> str:
    before = analysis.form(index - 1)
    if not analysis.is_word(index - 1):
        return ""
    if reading.bare_lemma != _OWNER:
        governed = _without_conjunction(before.text) in _PREPOSITIONS and not _asks_who(analysis, index - 1)
        return analysis.tokens[index].text.replace("و", "ي", 1) if governed and not reading.proclitics else ""
    if reading.proclitics or not before.noun or not any(one.nominal and not one.definite for one in before.readings):
        return ""
    if shows_tanween(analysis, index - 1):
        return _OWNERS["a"]
    if not before.cells & MASCULINE:
        return _OWNERS["f"]
    governed = carries_preposition(before) or _without_conjunction(analysis.form(index - 2).text) in _PREPOSITIONS
    return _OWNERS["g"] if governed and not before.adjective and not before.definite else ""


def shows_tanween(analysis: Analysis, index: int) -> bool:
    """Does the word show the alif of tanween, in every reading?"""
    readings = analysis.readings(index)
    return bool(readings) and all(reading.case == "a" and reading.state == "i" for reading in readings)
