"""Adjectives that do not agree with their noun. All rules share one look at the paragraph, `_mismatches`.

An adjective is compared with every noun that it may belong to; only where none agrees is there something to report, and only
where print does not know the two words side by side.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from arlint.checks.grammar.tanween_case import ALEF, marked
from arlint.checks.grammar.titles import odd_titles
from arlint.checks.grammar.visible_case import shows_tanween
from arlint.checks.protocol import Context, Hit, ParagraphDetector, paragraphs, replace_any
from arlint.document import Paragraph
from arlint.finding import Evidence
from arlint.lexicon.morphology.clitics import respell
from arlint.lexicon.morphology.reading import Reading
from arlint.records import NamedTuple
from arlint.syntax.agreement import DUAL, FD, FEMININE, FS, MASCULINE, MD, MP, PLURAL, SINGULAR, describe
from arlint.syntax.analysis import Analysis, analyse
from arlint.syntax.attributes import in_use, may_qualify
from arlint.syntax.forms import TEH_MARBUTA, Form, Tag
from arlint.syntax.inflection import ALEF_MAQSURA, inflected
from arlint.syntax.phrases import (
    Antecedents,
    antecedents,
    is_nominal,
    is_preposition,
    may_carry_conjunction,
    subject_place,
)
from arlint.syntax.usage import Usage, usage

_ORDINALS = frozenset(("أول", "ثان", "ثاني", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع", "عاشر"))
_NOMINATIVE_ENDINGS = ("\u0648\u0646", "\u0627\u0646")
_OUTWEIGHS = 12  # times that print has the repair of what it also has as it stands, after another noun


class Mismatch(NamedTuple):
    """An adjective that agrees with no noun before it. kind: which rule it belongs to; forms: repairs, bare, best first.
    settled: does print leave no doubt."""

    kind: str
    noun: int
    adjective: int
    forms: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    confidence: float
    settled: bool


def _detector(kind: str) -> ParagraphDetector:
    """The detector that reports one kind of mismatch."""

    def run(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
        analysis = analyse(paragraph, context.lexicon)
        for mismatch in analysis.once(mismatches):
            if mismatch.kind == kind:
                yield _hit(analysis, mismatch)

    return paragraphs()(run)


gender = _detector("gender")
number = _detector("number")
things = _detector("things")
persons = _detector("persons")
hidden_feminine = _detector("hidden feminine")
hidden_masculine = _detector("hidden masculine")
ordinal = _detector("ordinal")


def _hit(analysis: Analysis, mismatch: Mismatch) -> Hit:
    token, noun = analysis.tokens[mismatch.adjective], analysis.tokens[mismatch.noun]
    forms = [respell(token.text, form) for form in mismatch.forms]
    if shows_tanween(analysis, mismatch.adjective - 1):
        forms = [marked(analysis, form) if form.endswith(ALEF) else form for form in forms]
    fixes = replace_any(token.start, token.end, forms)
    values = {"noun": noun.text, "adj": token.text}
    return Hit(token.start, token.end, fixes, values, mismatch.confidence, evidence=mismatch.evidence)


def mismatches(analysis: Analysis) -> tuple[Mismatch, ...]:
    """All adjectives of the paragraph that agree with no noun they may belong to."""
    forms = analysis.forms
    doubtful = [index for index in analysis.having(Tag.ADJECTIVE) if index and _doubtful(forms[index - 1], forms[index])]
    return tuple(found for index in doubtful if (found := _mismatch(analysis, index)))


def _doubtful(noun: Form, adjective: Form) -> bool:
    """May the words belong together and not agree? Asked of every adjective, and most agree with the word before them."""
    if noun.cells & adjective.adjective and not (noun.human and _of_persons(noun, adjective)):
        return False
    if noun.noun and noun.article == adjective.article and not adjective.maybe_and:
        return True
    return noun.definite == adjective.article and bool(noun.noun or noun.adjective)


def _mismatch(analysis: Analysis, index: int) -> Mismatch | None:
    adjective, noun = analysis.form(index), analysis.form(index - 1)
    chain = antecedents(analysis, index - 1)
    if not chain.near or chain.unsure:
        return None
    agrees = _agrees(analysis, chain.near[_of_persons(noun, adjective) :], adjective.adjective)
    certain = may_qualify(analysis, index)
    if agrees:
        return _unless_print_settles(analysis, index, chain) if certain else None
    if not certain and not in_use(analysis, index):
        return None
    mismatch = _judge(analysis, index, chain)
    return mismatch if certain or (mismatch and mismatch.settled) else None


def _of_persons(noun: Form, adjective: Form) -> bool:
    """A plural of persons with a feminine singular: grammar allows it after a broken plural, editors do not."""
    if noun.human is not True or adjective.adjective != FS or not noun.cells & PLURAL:
        return False
    return all(reading.number in "dp" for reading in noun.readings if reading.nominal)


def _agrees(analysis: Analysis, nouns: tuple[int, ...], cells: int) -> bool:
    for at in nouns:
        form = analysis.form(at)
        if (form.name and not form.noun) or form.cells & cells:
            return True
    return False


def _judge(analysis: Analysis, index: int, chain: Antecedents) -> Mismatch | None:
    adjective = analysis.form(index)
    at = _head(analysis, chain)
    noun = analysis.form(at)
    kind = _kind(noun, adjective)
    if not kind or at in analysis.once(odd_titles) or (kind == "number" and (adjective.noun or _distributed(analysis, index, chain))):
        return None
    forms = _repairs(analysis, index, noun)
    if not forms:
        return None
    beside = analysis.form(index - 1).text
    seen = max((usage(analysis.lexicon, (beside, adjective.text), (beside, form)) for form in forms), key=lambda one: one.right)
    if at != index - 1:
        seen = seen.plus(usage(analysis.lexicon, (noun.text, adjective.text), (noun.text, forms[0])))
    if not _convinces(analysis, index, chain, seen, kind):
        return None
    return Mismatch(kind, at, index, forms, seen.evidence, 0.95 if seen.decides else 0.8, seen.settles)


def _unless_print_settles(analysis: Analysis, index: int, chain: Antecedents) -> Mismatch | None:
    """An adjective that could belong to the first term of a construct, and in print only ever agrees with the second."""
    noun, adjective = analysis.form(index - 1), analysis.form(index)
    kind = _kind(noun, adjective)
    agreeing = [at for at in chain.near if _agrees(analysis, (at,), adjective.adjective)]
    plain = noun.only_nominal and noun.noun and not noun.name and (noun.indefinite or (noun.human and not noun.article))
    certain = plain and adjective.only_adjective and kind in ("gender", "hidden feminine")
    if not certain or any(analysis.form(at).human is not None or analysis.form(at).name for at in agreeing):
        return None
    forms = _repairs(analysis, index, noun)
    if not forms:
        return None
    seen = usage(analysis.lexicon, (noun.text, adjective.text), (noun.text, forms[0]))
    if not seen.settles or seen.wrong:
        return None
    return Mismatch(kind, index - 1, index, forms, seen.evidence, 0.8, settled=True)


def _head(analysis: Analysis, chain: Antecedents) -> int:
    """The nearest word of the chain that is a noun."""
    return next((at for at in chain.near if analysis.form(at).noun), chain.near[0])


def _convinces(analysis: Analysis, index: int, chain: Antecedents, seen: Usage, kind: str) -> bool:
    """Is it a slip, as far as grammar and print can tell?"""
    adjective, beside = analysis.form(index), analysis.form(index - 1)
    if seen.contradicts and not (_plain_feminine(beside) and seen.right >= _OUTWEIGHS * seen.wrong and (chain.loose or not chain.far)):
        return False
    if kind != "persons" and adjective.noun and analysis.form(index - 2).verb:
        return False  # verb, subject, object
    if _shown(kind, beside, adjective) and not seen.wrong and (chain.loose or not _agrees(analysis, chain.far, adjective.adjective)):
        return True
    doubtful_kind = kind == "persons" or (adjective.human and adjective.adjective & ~SINGULAR)
    if doubtful_kind or adjective.noun or adjective.name or beside.name or not beside.only_nominal:
        return seen.decides
    agreeing = [
        at
        for at in chain.far
        if _agrees(analysis, (at,), adjective.adjective)
        and _as_definite(analysis, at, adjective)
        and not _of_persons(analysis.form(at), adjective)
    ]
    if agreeing and (len(agreeing) > 1 or any(analysis.form(at).human is not None for at in agreeing)):
        persons = any(analysis.form(at).human for at in agreeing) and not chain.loose
        return seen.settles or (seen.decides and not persons and not chain.loose)
    doubtful = agreeing or len(chain.near) > 2 or (adjective.indefinite and not _pure(analysis, index))
    return seen.supports or not doubtful


def _plain_feminine(form: Form) -> bool:
    """Is it a singular in ta marbuta and nothing else? What print has beside it then belongs to a noun before it."""
    return form.only_nominal and form.article and form.cells == FS and not form.adjective and form.text.endswith(TEH_MARBUTA)


def _shown(kind: str, beside: Form, adjective: Form) -> bool:
    """Does the noun show by its ending that it is a dual, or a plural of persons, and is the other word nothing but an adjective?"""
    if kind not in ("number", "persons") or not adjective.only_adjective or beside.name or not beside.only_nominal:
        return False
    if beside.cells in (MD, FD) and beside.indefinite:
        return True
    if not beside.human or not beside.article or beside.cells & FEMININE:
        return False
    return not beside.adjective & SINGULAR and all(r.number == "d" or r.sound_plural for r in beside.readings)


def _as_definite(analysis: Analysis, at: int, adjective: Form) -> bool:
    """Can the noun be as definite as the adjective? A bare noun can through its construct."""
    noun = analysis.form(at)
    if adjective.article:
        return noun.name or not noun.indefinite or is_nominal(analysis.form(at + 1))
    return not noun.definite and not noun.verb


def _pure(analysis: Analysis, index: int) -> bool:
    """Is it nothing but an adjective, before a preposition and behind a noun that shows its gender by its ending?"""
    adjective, noun, after = analysis.form(index), analysis.form(index - 1), analysis.form(index + 1)
    shown = all(reading.pos == "adj" and reading.number == "s" for reading in adjective.readings)
    shows_gender = noun.text.endswith(TEH_MARBUTA) or all(reading.case == "a" for reading in analysis.readings(index - 1))
    return shown and shows_gender and not noun.adjective and (is_preposition(after) or after.to)


def _distributed(analysis: Analysis, index: int, chain: Antecedents) -> bool:
    """The presidents, the American and the Russian; a time and a place agreed: is there an "and" around the place?"""
    return any(may_carry_conjunction(analysis.form(at)) for at in (*chain.near, index - 1, index + 1, index + 2))


def _kind(noun: Form, adjective: Form) -> str:
    readings = [reading for reading in noun.readings if reading.nominal]
    if any(reading.bare_lemma in _ORDINALS for reading in adjective.readings):
        return "ordinal"
    if _of_persons(noun, adjective):
        return "persons"
    if noun.cells & ~PLURAL == FS and noun.cells & PLURAL and all(reading.number == "p" for reading in readings):
        return "things" if adjective.adjective & (MP | MD) else "gender"
    if not adjective.adjective & ~(PLURAL | DUAL) and any(reading.number != "p" for reading in readings):
        return ""  # a plural after a singular is a noun of persons, most often
    if not _same(noun.cells, adjective.adjective, SINGULAR, DUAL, PLURAL):
        return "number" if _same(noun.cells, adjective.adjective, MASCULINE, FEMININE) else ""
    return _gender_kind(noun, readings)


def _gender_kind(noun: Form, readings: list[Reading]) -> str:
    singular = all(reading.number == "s" for reading in readings)
    lemma = readings[0].bare_lemma
    if singular and noun.cells == FS and not lemma.endswith(TEH_MARBUTA) and not noun.text.endswith(TEH_MARBUTA):
        return "hidden feminine"
    if singular and lemma.endswith((ALEF_MAQSURA, "\u0627")) and not noun.cells & FEMININE:
        return "hidden masculine"
    return "gender"


def _same(left: int, right: int, *groups: int) -> bool:
    return any(left & group and right & group for group in groups)


def _repairs(analysis: Analysis, index: int, noun: Form) -> tuple[str, ...]:
    adjectival = [r for r in analysis.readings(index) if r.adjectival or r.pos == "adj"]
    adjectival = adjectival or [r for r in analysis.readings(index) if r.nominal]
    wanted = dict(_wanted(noun, analysis.form(index)))
    if wanted == {"gender": "m", "number": "s"} and shows_tanween(analysis, index - 1):
        wanted |= {"case": "a", "state": "i"}
    forms = [form for form in inflected(analysis.lexicon, adjectival, wanted) if form != analysis.form(index).text]
    if len(forms) > 1 and subject_place(analysis, index - 1):
        forms.sort(key=lambda form: not form.endswith(_NOMINATIVE_ENDINGS))
    return tuple(forms[:3])


def _wanted(noun: Form, adjective: Form) -> Mapping[str, str]:
    """The features that an adjective of the noun has."""
    of_things = noun.cells & FS and not _of_persons(noun, adjective)
    genders, numbers = describe(FS if of_things else noun.cells & ~FS)
    wanted = {"gender": genders[0], "number": numbers[0]}
    if wanted["number"] != "s":
        wanted["state"] = "d" if adjective.article else "i"
        if (case := noun.readings[0].case) in ("n", "ga"):
            wanted["case"] = case
    return wanted
