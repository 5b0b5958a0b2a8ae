"""Noun phrases: which nouns an adjective or a relative clause may belong to. Start at `antecedents`.

An adjective after a construct chain may belong to any of its nouns (wazir al-kharijiyya al-rusi); after a prepositional phrase also to
a noun before it. A noun with the article cannot head a construct, so nothing before it is in the chain.
"""

from __future__ import annotations

from arlint.document import Kind
from arlint.records import NamedTuple
from arlint.syntax.analysis import Analysis
from arlint.syntax.forms import Form, Tag

_FARTHEST = 9
# Nouns that stand before another like a preposition, and have no adjective of their own.
_TRANSPARENT = frozenset("اسم ضد جميع كل بعض كافة سائر معظم غير عدم مثل خلال سبب شأن حول نحو عبر ضمن أحد إحدى أي".split())
_FOREIGN = frozenset({Kind.LATIN, Kind.NUMBER})
_QUOTATION_MARKS = frozenset("«»“”\"'()/")


class Antecedents(NamedTuple):
    """near: the nouns of the chain that ends at a word, the nearest first. far: nouns before the preposition or the conjunction
    that the chain depends on. unsure: does the chain begin at a quotation mark, behind which its head may stand? loose: are the
    far ones only beside the chain, in apposition or as subject before object?"""

    near: tuple[int, ...]
    far: tuple[int, ...]
    unsure: bool = False
    loose: bool = False


def antecedents(analysis: Analysis, end: int) -> Antecedents:
    """The nouns that what follows the word `end` may belong to."""
    near: list[int] = []
    index = end
    while is_nominal(analysis.form(index)) and analysis.is_word(index):
        near.append(index)
        if _depends(analysis, index):
            return Antecedents(tuple(near), _before(analysis, index))
        if index and (analysis.tokens[index - 1].text in _QUOTATION_MARKS or analysis.tokens[index - 1].kind in _FOREIGN):
            return Antecedents(tuple(near), (), unsure=True)
        if not linked(analysis, index - 1):
            loose = _loose(analysis, index - 1)
            return Antecedents(tuple(near), _before(analysis, index) if loose else (), loose=loose)
        index -= 1
    if not near and analysis.is_word(end):  # a preposition with its pronoun, an adverb
        return Antecedents((), _before(analysis, end))
    return Antecedents(tuple(near), ())


def is_nominal(form: Form) -> bool:
    """Can the word be a noun, an adjective or a name?"""
    return bool(form.cells) or form.name


def linked(analysis: Analysis, index: int) -> bool:
    """Can the word `index` be the head, or the noun, of the word after it?"""
    form, after = analysis.form(index), analysis.form(index + 1)
    if not analysis.is_word(index) or not is_nominal(form) or _reads_as_verb(analysis, index):
        return False
    if is_preposition(form) or form.lemmas & _TRANSPARENT:
        return False
    if form.article or (form.definite and not form.name):
        return bool(after.adjective & form.cells and not after.indefinite) or after.name
    return not (form.verb and after.definite and Tag.NOMINATIVE in after.tags and Tag.OBLIQUE not in after.tags)


def is_preposition(form: Form) -> bool:
    """Is the word a preposition, whatever else it may be?"""
    return Tag.PREPOSITION in form.tags


def carries_preposition(form: Form) -> bool:
    """Is there a preposition written together with the word, in every nominal reading?"""
    return form.to


def carries_conjunction(form: Form) -> bool:
    """Is there a conjunction written together with the word, in every reading?"""
    return form.and_


def may_carry_conjunction(form: Form) -> bool:
    """Can the word begin with a conjunction?"""
    return form.maybe_and


def subject_place(analysis: Analysis, index: int) -> bool:
    """Does the noun stand where a subject does: first in its clause, or right after a verb?"""
    return analysis.opens_clause(index) or Tag.VERB in analysis.form(index - 1).tags


def _depends(analysis: Analysis, index: int) -> bool:
    """Does the word depend on what stands before it through a preposition or a conjunction?"""
    form = analysis.form(index)
    if carries_preposition(form) or may_carry_conjunction(form):
        return index > 0
    before = analysis.form(index - 1)
    if not analysis.is_word(index - 1) or linked(analysis, index - 1):
        return False
    return is_preposition(before) or bool(before.lemmas & _TRANSPARENT)


def _loose(analysis: Analysis, index: int) -> bool:
    """Is the word one that stands before a noun without linking to it: in apposition, a demonstrative, a date?"""
    form = analysis.form(index)
    if not analysis.is_word(index) or _reads_as_verb(analysis, index):
        return False
    return is_nominal(form) or Tag.DEMONSTRATIVE in form.tags


def _before(analysis: Analysis, index: int) -> tuple[int, ...]:
    """The nominals before `index` in its clause."""
    found: list[int] = []
    for at in range(index - 1, max(-1, index - _FARTHEST), -1):
        if not analysis.is_word(at):
            if analysis.tokens[at].text in _QUOTATION_MARKS:
                continue
            break
        if is_nominal(analysis.form(at)):
            found.append(at)
    return tuple(found)


def _reads_as_verb(analysis: Analysis, index: int) -> bool:
    """Is it a verb, or at the head of a clause what may be a verb or an adjective but no noun? Before a noun that is a verb."""
    form = analysis.form(index)
    if form.only_verb:
        return True
    heads = analysis.opens_clause(index) or carries_conjunction(form)
    return heads and bool(form.verb) and not form.noun and not form.name
