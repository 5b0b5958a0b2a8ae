"""The form of a counted noun: plural after three to ten, singular with tanween after eleven to ninety-nine, singular after hundreds.

In digits the last two decide. Years, labels, hours, scores and fractions count nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from arlint.checks.protocol import Context, Hit, paragraphs, replace_any
from arlint.document import Kind, Paragraph
from arlint.finding import Safety
from arlint.lexicon.lexicon import Lexicon
from arlint.lexicon.morphology.reading import Reading
from arlint.syntax import numerals
from arlint.syntax.analysis import Analysis, analyse
from arlint.syntax.counting import ACCUSATIVE, GENITIVE, NUMBER_WORDS, PLURAL, Count, count_at, is_count, number_places
from arlint.syntax.forms import Form, Tag
from arlint.syntax.inflection import inflected
from arlint.syntax.numerals import SCALES, TEH_MARBUTA
from arlint.syntax.phrases import carries_conjunction

_ALEF, _TANWEEN = "\u0627", "\u064b"
_NO_ALEF = (TEH_MARBUTA, "\u0627\u0621", "\u0627", "\u0649", "\u0648")
_MASCULINE_PLURAL, _FEMININE_PLURAL = "\u064a\u0646", "\u0627\u062a"
_YEH, _NISBA = "\u064a", "\u064a\u0651"
# So often must print have the plural after the numeral where the word may be an adjective.
_PRINTED = 3
_TWO = frozenset(
    stem + ending for stem in ("\u0627\u062b\u0646", "\u0627\u062b\u0646\u062a") for ending in ("\u0627\u0646", "\u064a\u0646")
)


_WITH_THEM = frozenset("به بها بهم بهما بهن فيه فيها فيهم عليه عليها عليهم عنه عنها عنهم له لها لهم".split())


def _noun(analysis: Analysis, index: int, spared: Sequence[str]) -> Form | None:
    """The word after a number when it is a bare indefinite noun and nothing else that matters."""
    form = analysis.form(index)
    if (
        not analysis.is_word(index)
        or not form.readings
        or form.text in spared
        or form.text in SCALES
        or form.text in numerals.PLURAL_SCALES
    ):
        return None
    lists = analysis.lexicon.words
    nouns = [reading for reading in form.readings if reading.pos in ("noun", "adj") and reading.state in ("b", "i")]
    if form.text in lists.months or not nouns or (form.name and not (form.noun or form.adjective)):
        return None
    if analysis.form(index + 1).text in _WITH_THEM:
        return None  # a participle with its preposition counts by the pronoun: five suspects
    if any(reading.closed or (reading.nominal and (reading.proclitics or reading.enclitic)) for reading in form.readings):
        return None
    return form


@paragraphs(forms=NUMBER_WORDS, kinds=(Kind.NUMBER,), labels=(), sparing=())
def number(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """A counted noun in the singular where the plural belongs, or the other way round; or one that shows the wrong case."""
    analysis = analyse(paragraph, context.lexicon)
    for index, count in _counts(analysis, context):
        form = _noun(analysis, index + 1, context.options["sparing"])
        if form is None:
            continue
        nominal = [reading for reading in form.readings if reading.nominal]
        if count.asks == PLURAL:
            forms = _plural_for_singular(analysis, index, form, nominal)
        elif analysis.form(index + 2).article and not analysis.form(index + 2).adjective:
            continue  # the hundred pioneers of business
        else:
            forms = _singular_for_plural(analysis, form, nominal, count.asks)
        if forms:
            yield _form_hit(analysis, index + 1, forms, count)


def _counts(analysis: Analysis, context: Context) -> Iterator[tuple[int, Count]]:
    """The numbers of a paragraph by the token they end with."""
    labels = context.options["labels"]
    for index in analysis.once(number_places):
        if count := count_at(analysis, index, labels):
            yield index, count


def _plural_for_singular(analysis: Analysis, index: int, form: Form, nominal: list[Reading]) -> list[str]:
    lists = analysis.lexicon.words
    if all(reading.case == "a" and reading.state == "i" and reading.number == "p" for reading in nominal):
        return [form.text.removesuffix(_ALEF)]  # the plural is right, its tanween is not
    person = form.text in lists.humans
    if (form.verb and not person) or form.text.endswith(_ALEF) or any(reading.number != "s" or reading.case for reading in nominal):
        return []
    broken = [plural for plural, singulars in lists.plurals.items() if any(form.text == singular for singular, _ in singulars)]
    unit = lists.counted.get(form.text)
    listed = [unit.plural] if unit and unit.plural else broken
    if unit and not unit.plural:
        return []
    forms = listed or inflected(analysis.lexicon, nominal, {"number": "p"}) or _paradigm(analysis.lexicon, nominal, "p")
    counts, numeral = analysis.lexicon.counts, analysis.form(index).text
    if not listed and form.human and numeral.endswith(TEH_MARBUTA):  # of men
        forms = [form.text + _MASCULINE_PLURAL, *(one for one in forms if not one.endswith(_FEMININE_PLURAL))]
    ranked = sorted((one for one in dict.fromkeys(forms) if one != form.text), key=lambda one: -counts.unigram(one))[:2]
    if not person and any(reading.adjectival for reading in nominal) and not any(counts.bigram(numeral, one) >= _PRINTED for one in ranked):
        return []
    return ranked


def _singular_for_plural(analysis: Analysis, form: Form, nominal: list[Reading], asks: str) -> list[str]:
    tanween = _with_tanween(form, nominal) if asks == GENITIVE else ""
    if tanween:
        return [tanween]
    plurals = [reading for reading in nominal if reading.number == "p"]
    if not plurals or form.verb or any(reading.number == "s" for reading in nominal):
        return []
    listed = [singular for singular, _ in analysis.lexicon.words.plurals.get(form.text, ())]
    if not listed and form.human is None and all(reading.adjectival for reading in plurals):
        return []
    singulars = listed or inflected(analysis.lexicon, plurals, {"number": "s", "case": ""}) or _paradigm(analysis.lexicon, plurals, "s")
    ranked = sorted(dict.fromkeys(singulars), key=lambda one: -analysis.lexicon.counts.unigram(one))[:1]
    return [_accusative(one, analysis.paragraph.text) if asks == ACCUSATIVE else one for one in ranked]


def _with_tanween(form: Form, nominal: list[Reading]) -> str:
    """The noun without the alif of tanween when that is what it shows, and it is no adverb."""
    nouns = [reading for reading in nominal if reading.case == "a" and reading.state == "i" and reading.number == "s"]
    if not nouns or any(reading.adjectival or reading.pos != "noun" for reading in nouns) or not form.text.endswith(_ALEF):
        return ""
    return form.text[:-1]


def _paradigm(lexicon: Lexicon, readings: list[Reading], number: str) -> list[str]:
    return [form for reading in readings for form in lexicon.paradigms.inflect_reading(reading, number=number)]


def _accusative(noun: str, text: str) -> str:
    """The noun with the alif of tanween as this text writes it, where it takes one."""
    if noun.endswith(_NO_ALEF):
        return noun
    return noun + (_TANWEEN + _ALEF if _TANWEEN + _ALEF in text and _ALEF + _TANWEEN not in text else _ALEF + _TANWEEN)


def _form_hit(analysis: Analysis, index: int, forms: list[str], count: Count) -> Hit:
    token = analysis.tokens[index]
    safety = Safety.SAFE if len(forms) == 1 else Safety.UNSAFE
    return Hit(token.start, token.end, replace_any(token.start, token.end, forms, safety), {"n": count.text}, 0.9)


# --- tanween after eleven to ninety-nine ---


@paragraphs(forms=NUMBER_WORDS, kinds=(Kind.NUMBER,), labels=(), sparing=())
def tanween(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """A masculine singular after eleven to ninety-nine without its alif."""
    analysis = analyse(paragraph, context.lexicon)
    for index, count in _counts(analysis, context):
        form = _noun(analysis, index + 1, context.options["sparing"]) if count.asks == ACCUSATIVE else None
        if form is None or form.text.endswith(_NO_ALEF) or not _is_masculine_singular(form) or not _ends_phrase(analysis, index + 2):
            continue
        unit = context.lexicon.words.counted.get(form.text)
        if form.text.endswith(_YEH) and not any(reading.lemma.endswith(_NISBA) for reading in form.readings):
            continue  # a defective noun: judge, lawyer
        if _is_elative(form) or (unit and not unit.accusative):
            continue
        yield _form_hit(analysis, index + 1, [_accusative(form.text, paragraph.text)], count)


def _is_masculine_singular(form: Form) -> bool:
    nominal = [reading for reading in form.readings if reading.nominal]
    nouns = [r for r in nominal if (r.pos == "noun" or r.lemma.endswith(_NISBA)) and r.number == "s" and "m" in r.gender]
    return bool(nouns) and all(reading.number == "s" and not reading.case for reading in nominal) and len(nouns) * 2 >= len(nominal)


def _is_elative(form: Form) -> bool:
    """More, less, most: diptotes that begin with alif and hamza."""
    return len(form.text) == 4 and form.text.startswith("\u0623") and any(reading.adjectival for reading in form.readings)


def _ends_phrase(analysis: Analysis, index: int) -> bool:
    """Does nothing follow that could be a genitive to the noun before?"""
    form = analysis.form(index)
    if not analysis.is_word(index):
        return index >= len(analysis.tokens) or analysis.tokens[index].kind is Kind.PUNCTUATION
    if Tag.PREPOSITION in form.tags or form.only_verb or carries_conjunction(form):
        return True
    closed = [reading for reading in form.readings if reading.closed and not reading.nominal]
    return bool(closed) or (form.only_adjective and form.indefinite)


# --- two ---


@paragraphs(forms=_TWO, kinds=(Kind.NUMBER,), labels=(), sparing=())
def two(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """Two before a plural, where the dual says it all."""
    analysis = analyse(paragraph, context.lexicon)
    for index, token in enumerate(analysis.tokens[:-1]):
        digits = token.kind is Kind.NUMBER and numerals.integer(token) == 2 and is_count(analysis, index, context.options["labels"])
        if not digits and token.bare not in _TWO:
            continue
        form = _noun(analysis, index + 1, context.options["sparing"])
        plurals = [reading for reading in form.readings if reading.pos == "noun" and reading.number == "p"] if form else []
        if not form or not plurals or any(_no_plural(reading, form) for reading in form.readings):
            continue
        if forms := _duals(analysis, index, form, plurals):
            end = analysis.tokens[index + 1].end
            yield Hit(token.start, end, replace_any(token.start, end, forms), confidence=0.9)


def _no_plural(reading: Reading, form: Form) -> bool:
    """Can the word be read as a singular or a dual, or as an adjective that names no persons?"""
    return reading.nominal and (reading.number in ("s", "d") or (reading.adjectival and not form.human))


def _duals(analysis: Analysis, index: int, form: Form, plurals: list[Reading]) -> list[str]:
    """The dual in both cases, the one that the word before asks for first."""
    listed = [singular for singular, _ in analysis.lexicon.words.plurals.get(form.text, ())]
    singulars = listed or inflected(analysis.lexicon, plurals, {"number": "s"}) or _paradigm(analysis.lexicon, plurals, "s")
    if not singulars:
        return []
    stem = max(singulars, key=analysis.lexicon.counts.unigram)
    stem = stem[:-1] + "\u062a" if stem.endswith(TEH_MARBUTA) else stem
    forms = [stem + "\u0627\u0646", stem + "\u064a\u0646"]
    before = analysis.form(index - 1)
    return forms if before.verb and not before.article else forms[::-1]
