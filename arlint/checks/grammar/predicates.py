"""The predicate of kana and its sisters, and their subject: the case that the spelling shows."""

from __future__ import annotations

from collections.abc import Iterator

from arlint.checks.grammar.tanween_case import takes_alif, with_alif
from arlint.checks.grammar.visible_case import only_nominative, recast, shows_tanween
from arlint.checks.protocol import Context, Hit, paragraphs, replace_any
from arlint.document import Paragraph
from arlint.lexicon.morphology.clitics import respell
from arlint.syntax.agreement import SINGULAR
from arlint.syntax.analysis import Analysis, analyse
from arlint.syntax.forms import Tag
from arlint.syntax.inflection import ARTICLE, inflected
from arlint.syntax.phrases import carries_conjunction, carries_preposition, is_preposition, may_carry_conjunction

# Kana and its sisters, by lemma; those that need a negation before them.
_TO_BE = frozenset("كان أصبح ليس ظل بات أمسى أضحى".split())
_WHEN = frozenset("يوم صباح مساء ليلة فجر أمس اليوم غدا الآن حاليا حتى".split())
_SUBJECT = 3  # words of a subject after its first
_NOT = "ليس"  # also "and not", before any case
_NEGATIONS = frozenset("ما لا لم لن وما ولا ولم ولن".split())


@paragraphs()
def of_kana(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """A predicate of kana without its alif: definite subject, indefinite adjective, and nothing it could be a construct with."""
    analysis = analyse(paragraph, context.lexicon)
    for index in analysis.having(Tag.VERB_TO_BE):
        if _governs(analysis, index) and (
            hit := _subject_hit(analysis, index) or _plural_predicate_hit(analysis, index) or _predicate_hit(analysis, index)
        ):
            yield hit


def _governs(analysis: Analysis, index: int) -> bool:
    form = analysis.form(index)
    if any(reading.enclitic for reading in form.readings) or Tag.PREPOSITION in analysis.form(index - 1).tags:
        return False
    return bool(form.lemmas & _TO_BE) or analysis.form(index - 1).text in _NEGATIONS


def _subject_hit(analysis: Analysis, index: int) -> Hit | None:
    """A subject in the oblique: behind a singular verb a plural is no predicate."""
    form, noun = analysis.form(index), analysis.form(index + 1)
    if (
        form.verb & ~SINGULAR
        or _NOT in form.lemmas
        or not noun.article
        or Tag.OBLIQUE not in noun.tags
        or noun.text in analysis.lexicon.words.weekdays
    ):
        return None
    if not all(reading.case == "ga" and reading.proclitics == (ARTICLE,) for reading in noun.readings):
        return None
    token = analysis.tokens[index + 1]
    forms = inflected(analysis.lexicon, [r for r in noun.readings if r.number == "p"] or noun.readings, {"case": "n"})[:2]
    return Hit(token.start, token.end, replace_any(token.start, token.end, [respell(token.text, one) for one in forms]), {}, 0.85)


def _plural_predicate_hit(analysis: Analysis, index: int) -> Hit | None:
    """The protesters were peaceful: a subject and a predicate that both show the nominative."""
    at = index + 2
    subject, form = analysis.form(index + 1), analysis.form(at)
    if not subject.article or Tag.NOMINATIVE not in subject.tags or Tag.NOMINATIVE not in form.tags or not form.indefinite:
        return None
    if not form.adjective & subject.cells or may_carry_conjunction(form) or not only_nominative(analysis, at):
        return None
    return recast(analysis, at, {"case": "ga"}, {})


def _after_subject(analysis: Analysis, index: int) -> int:
    """The word after a definite subject that begins at `index`, and after one preposition with its definite noun; `index` without one."""
    at = index
    while analysis.is_word(at) and at <= index + _SUBJECT and _in_subject(analysis, at, index):
        at += 1
    if at == index or not is_preposition(analysis.form(at)) or not analysis.form(at + 1).article:
        return at
    end = at + 2
    while analysis.form(end).article and analysis.form(end).adjective & analysis.form(at + 1).cells:
        end += 1
    return end


def _predicate_hit(analysis: Analysis, index: int) -> Hit | None:
    subject = analysis.form(index + 1)
    at = _after_subject(analysis, index + 1)
    definite = analysis.form(at - 1).article or any(reading.state == "e" for reading in analysis.form(at - 1).readings)
    if at == index + 1 or not definite or not takes_alif(analysis, at) or not subject.cells & analysis.form(at).adjective:
        return None
    after = analysis.form(at + 1)
    free = (
        Tag.PREPOSITION in after.tags
        or carries_preposition(after)
        or carries_conjunction(after)
        or _adverb(analysis, at + 1)
        or after.text in _WHEN
    )
    return with_alif(analysis, at) if free or analysis.closes_clause(at) else None


def _adverb(analysis: Analysis, index: int) -> bool:
    readings = analysis.readings(index)
    return bool(readings) and (all(reading.pos == "adv" for reading in readings) or shows_tanween(analysis, index))


def _in_subject(analysis: Analysis, index: int, first: int) -> bool:
    """Can the word be part of a definite subject: a noun with the article or a pronoun, or one that heads a construct?"""
    form = analysis.form(index)
    if not form.only_nominal or carries_preposition(form) or may_carry_conjunction(form):
        return False
    if form.definite:
        return True
    return index == first and analysis.form(index + 1).article and form.noun
