"""May a word be an attribute of the word before it? Nothing but one: `may_qualify`; one if print says so: `in_use`."""

from __future__ import annotations

from arlint.syntax.analysis import Analysis
from arlint.syntax.forms import Form, Tag
from arlint.syntax.inflection import ARTICLE, WAW, YEH
from arlint.syntax.phrases import carries_conjunction, carries_preposition, is_preposition

_QUANTITIES = frozenset("\u0643\u062b\u064a\u0631 \u0642\u0644\u064a\u0644 \u0639\u062f\u064a\u062f \u0645\u0632\u064a\u062f".split())
_WITH_PRONOUN = frozenset("به بها بهم فيه فيها فيهم له لها لهم عليه عليها عليهم عنه عنها عنهم منه منها منهم إليه إليها إليهم".split())
_ELATIVE, _SUKUN = "\u0623\u064e", "\u0652"


def in_use(analysis: Analysis, index: int) -> bool:
    """Where grammar leaves a doubt print may settle it: is the word before a noun, as definite as the adjective?"""
    adjective, noun = analysis.form(index), analysis.form(index - 1)
    if not noun.noun or noun.article != adjective.article or adjective.maybe_and or _adverbial(analysis, index):
        return False
    if not adjective.article and _heads_construct(analysis, index):
        return False
    return not _agrees_with_what_follows(analysis, index)


def may_qualify(analysis: Analysis, index: int) -> bool:
    """Can the word be nothing but an attribute of the word before it?"""
    adjective, noun = analysis.form(index), analysis.form(index - 1)
    if adjective.article != noun.definite or not (noun.noun or noun.adjective):
        return False
    if not adjective.article and (not adjective.indefinite or not noun.indefinite or adjective.noun):
        return False
    if not _plainly_adjective(adjective) or not _plainly_noun(noun) or _in_apposition(analysis, index):
        return False
    if _adverbial(analysis, index) or _agrees_with_what_follows(analysis, index):
        return False
    return adjective.article or not _heads_construct(analysis, index)


def _plainly_adjective(form: Form) -> bool:
    """Is it an adjective with no clitic but the article, no elative, no word of quantity, no verb and no name?"""
    if form.verb or form.maybe_and or form.lemmas & _QUANTITIES:
        return False
    return all(
        reading.nominal
        and reading.proclitics in ((), (ARTICLE,))
        and not (reading.closed and reading.pos == "noun")
        and not (len(reading.stem) == 4 and reading.stem[2] == WAW and not reading.suffix)  # ambitious, patient: of both genders
        and not (reading.lemma.startswith(_ELATIVE) and reading.lemma[3:4] == _SUKUN and len(reading.stem) == 4 and reading.stem[3] != YEH)
        for reading in form.readings
    )


def _plainly_noun(form: Form) -> bool:
    """Is it a noun or an adjective used as one, no numeral and no particle; a verb only where a pronoun is attached?"""
    if not (form.noun or form.adjective) or (form.verb and not all(reading.enclitic for reading in form.readings)):
        return False
    return all(reading.pos == "verb" or (reading.nominal and reading.pos != "num") for reading in form.readings)


def _agrees_with_what_follows(analysis: Analysis, index: int) -> bool:
    """The sums whose return was ordered, the acting party: an adjective of what follows, or a noun with its own."""
    adjective = analysis.form(index)
    after = analysis.form(index + 1)
    if after.text in _WITH_PRONOUN:
        return True
    if any(reading.nominal and reading.enclitic for reading in after.readings) and all(reading.enclitic for reading in after.readings):
        return True
    return bool(adjective.article and after.article and after.adjective & adjective.cells and not after.noun)


def _in_apposition(analysis: Analysis, index: int) -> bool:
    """The Portuguese Ronaldo: a word of origin with the article stands before a name for the person."""
    after = analysis.form(index + 1)
    return analysis.form(index).article and analysis.is_word(index + 1) and after.name and not after.noun and not after.verb


def _adverbial(analysis: Analysis, index: int) -> bool:
    """Is an accusative after a word that shows none, "legally" rather than "legal"?"""
    shown = all(reading.case == "a" for reading in analysis.readings(index))
    return shown and not any(reading.case in ("a", "ga") for reading in analysis.readings(index - 1))


def _heads_construct(analysis: Analysis, index: int) -> bool:
    """May an indefinite word be the first term of a construct with the word after it?"""
    after = analysis.form(index + 1)
    if any(reading.state == "i" for reading in analysis.readings(index)) or analysis.closes_clause(index):
        return False
    if not analysis.is_word(index + 1):
        return True
    if all(reading.case == "a" for reading in analysis.readings(index + 1)) or _second_adjective(analysis, index):
        return False
    dependent = is_preposition(after) or carries_preposition(after) or carries_conjunction(after)
    return not dependent and bool(after.cells or after.name or Tag.DEMONSTRATIVE in after.tags)


def _second_adjective(analysis: Analysis, index: int) -> bool:
    """An indefinite adjective of the noun before both words: nothing heads a construct with it."""
    noun, adjective, after = analysis.form(index - 1), analysis.form(index), analysis.form(index + 1)
    return adjective.only_adjective and after.only_adjective and after.indefinite and bool(after.adjective & noun.cells)
