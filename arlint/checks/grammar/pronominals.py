"""Relatives and demonstratives that do not agree with their noun."""

from __future__ import annotations

from collections.abc import Iterator

from arlint.checks.grammar.agreement import mismatches
from arlint.checks.grammar.verbs import CROWDS
from arlint.checks.protocol import Context, Hit, paragraphs, replace
from arlint.document import Paragraph
from arlint.finding import Edit, Fix, Safety
from arlint.lexicon.morphology.clitics import attach, respell
from arlint.syntax.agreement import FD, FS, MD, MP, MS, own_cells
from arlint.syntax.analysis import Analysis, analyse
from arlint.syntax.forms import Form, Tag
from arlint.syntax.phrases import antecedents
from arlint.syntax.usage import usage

_RELATIVES = {MS: "الذي", FS: "التي", MP: "الذين"}
_NEAR = {MS: "هذا", FS: "هذه"}
_FAR = {MS: "ذلك", FS: "تلك"}
_OF_PERSONS = frozenset(("هؤلاء", "أولئك"))
# Therefore, so, thereby: they stand for themselves more often than before a noun.
_CONNECTIVES = frozenset(("لذلك", "لهذا", "بذلك", "كذلك", "ولذلك", "ولهذا", "وبذلك", "وكذلك", "فلذلك", "فلهذا", "وبهذا"))
_CONNECTING = frozenset(("مع", "ومع", "رغم", "ورغم", "بعد", "وبعد", "قبل", "عدا", "سوى", "غير"))
_DATES = frozenset(("الماضي", "الماضية", "الجاري", "المقبل", "المقبلة", "القادم", "الحالي", "الأول", "الثاني"))
_MOST = ("أكثر", "أقل", "أشد")
_BESIDES = frozenset("إضافة بالإضافة فضلا علاوة بناء نتيجة".split())
_BE_NOT, _IN = "ليس", "في"
# Before these a relative is nearly always theirs, whatever stands before.
_TIMES = frozenset(("الوقت", "المرة", "الأمر", "اللحظة", "اليوم", "الحين", "الطريقة"))


@paragraphs(forms=_RELATIVES.values())
def relative(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """A relative that no noun before it can be meant by."""
    analysis = analyse(paragraph, context.lexicon)
    odd = {found.adjective for found in analysis.once(mismatches)}  # the relative goes with what the adjective should be
    for index in analysis.having(Tag.RELATIVE):
        form = analysis.form(index)
        chain = antecedents(analysis, index - 1)
        if index - 1 in odd or form.text not in _RELATIVES.values() or not chain.near or chain.unsure or chain.near[0] != index - 1:
            continue
        if _any_agrees(analysis, chain.near, _cells(form)):
            continue
        subject = chain.loose and Tag.VERB in analysis.form(chain.near[-1] - 2).tags  # verb, subject, object: the object is meant
        doubtful = not subject and _any_agrees(analysis, chain.far, _cells(form))
        hit = _relative_hit(analysis, index, chain.near, doubtful)
        if hit:
            yield hit


def _relative_hit(analysis: Analysis, index: int, near: tuple[int, ...], doubtful: bool) -> Hit | None:
    noun, token = analysis.form(index - 1), analysis.tokens[index]
    cells = analysis.form(near[-1]).cells if len(near) > 1 and not noun.cells else noun.cells
    if (noun.verb and not noun.article) or any(reading.pos in ("num", "adv") for reading in noun.readings):
        return None
    repaired = _relative_for(cells & ~FS if noun.human and cells & MP else cells)
    if not repaired or repaired == token.bare or (token.bare == _RELATIVES[MP] and noun.lemmas & CROWDS):
        return None
    seen = usage(analysis.lexicon, (noun.text, token.bare), (noun.text, repaired))
    usual = noun.text in _TIMES or (noun.text not in _DATES and noun.noun and not noun.adjective and len(near) == 1 and not seen.wrong)
    if doubtful and not (usual and seen.settles):
        return None
    if seen.wrong > seen.right or not (seen.supports or (noun.definite and not noun.name)):
        return None
    fixes = replace(token.start, token.end, respell(token.text, repaired), Safety.SAFE if seen.settles else Safety.UNSAFE)
    values = {"noun": analysis.tokens[index - 1].text}
    return Hit(token.start, token.end, fixes, values, 0.95 if seen.decides else 0.8, evidence=seen.evidence)


def _relative_for(cells: int) -> str:
    """The relative that a noun with these cells takes; "" where a dual or a doubt leaves it open."""
    if cells & FS:
        return _RELATIVES[FS]
    return _RELATIVES[MP] if cells & MP else _RELATIVES.get(cells, "")


def _cells(form: Form) -> int:
    cells = 0
    for reading in form.readings:
        cells |= own_cells(reading)
    return cells


def _any_agrees(analysis: Analysis, nouns: tuple[int, ...], cells: int) -> bool:
    forms = [analysis.form(at) for at in nouns]
    return any(form.cells & cells or (form.name and not form.noun) for form in forms)


@paragraphs()
def demonstrative(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """This and that before a noun with the article that they do not agree with."""
    analysis = analyse(paragraph, context.lexicon)
    for index in analysis.having(Tag.DEMONSTRATIVE):
        if hit := _demonstrative_hit(analysis, index):
            yield hit


def _demonstrative_hit(analysis: Analysis, index: int) -> Hit | None:
    form, noun = analysis.form(index), analysis.form(index + 1)
    if not analysis.is_word(index + 1) or not noun.article or not form.readings:
        return None
    if noun.cells & _cells(form) and not (form.text in _OF_PERSONS and noun.human is False):
        return None
    if form.text in _OF_PERSONS and noun.lemmas & CROWDS:
        return None
    if (noun.name and not noun.noun) or _stands_alone(analysis, index) or any(r.pos == "num" for r in noun.readings):
        return None
    repaired = _demonstrative_for(form, noun)
    if not repaired or repaired == form.text:
        return None
    seen = usage(analysis.lexicon, (form.text, noun.text), (repaired, noun.text))
    if seen.contradicts or not (seen.supports if not noun.adjective else seen.decides):
        return None
    token = analysis.tokens[index]
    fixes = replace(token.start, token.end, respell(token.text, repaired), Safety.SAFE if seen.settles else Safety.UNSAFE)
    values = {"noun": analysis.tokens[index + 1].text}
    return Hit(token.start, token.end, fixes, values, 0.95 if seen.decides else 0.85, evidence=seen.evidence)


def _stands_alone(analysis: Analysis, index: int) -> bool:
    """Therefore the government …; that includes the funds: is the demonstrative no part of the noun phrase?"""
    form, before = analysis.form(index), analysis.form(index - 1)
    if form.text in _CONNECTIVES or before.text in _CONNECTING or _BE_NOT in before.lemmas:
        return True
    if form.readings[0].proclitics and analysis.opens_clause(index):
        return True
    return form.text == _FAR[MS] and (bool(before.verb) or before.text == _IN or analysis.form(index - 2).text in _BESIDES)


def _demonstrative_for(form: Form, noun: Form) -> str:
    reading = form.readings[0]
    near = reading.bare_lemma.startswith("ه")
    cells = FS if noun.cells & FS else noun.cells
    repaired = (_NEAR if near else _FAR).get(cells, "")
    if (noun.cells & (MD | FD | MP) and not noun.cells & FS) or not repaired:
        return ""
    for proclitic in reversed(reading.proclitics):
        repaired = attach(proclitic, repaired)
    return repaired


@paragraphs(forms=("الذي", "التي", "الذين"))
def after_indefinite(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """A relative after a noun that shows its tanween: the clause follows an indefinite noun without one."""
    analysis = analyse(paragraph, context.lexicon)
    for index in analysis.having(Tag.RELATIVE):
        noun = analysis.form(index - 1)
        shown = analysis.is_word(index - 1) and "\u064b" in analysis.tokens[index - 1].text[-2:] and noun.noun
        if not shown or not all(reading.case == "a" for reading in analysis.readings(index - 1)):
            continue
        if analysis.form(index - 2).text.endswith(_MOST):  # the most advanced component, which …
            continue
        start, end = analysis.tokens[index - 1].end, analysis.tokens[index].end
        fix = Fix((Edit(start, end, ""),), Safety.UNSAFE)
        yield Hit(analysis.tokens[index - 1].start, end, (fix,), {"noun": analysis.tokens[index - 1].text}, 0.9)
