"""Numerals in the gender of what they count: three to ten, eleven to nineteen, a few, one of several, both.

The gender that counts is that of the singular, which the lexicon knows; where it knows two, nothing is reported.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from arlint.checks.protocol import Context, Hit, paragraphs, replace_any
from arlint.document import Kind, Paragraph
from arlint.finding import Safety
from arlint.lexicon.morphology.clitics import respell
from arlint.lexicon.morphology.reading import Reading
from arlint.syntax import numerals
from arlint.syntax.analysis import Analysis, analyse
from arlint.syntax.numerals import TEH_MARBUTA, TEN, TEN_FEMININE, Unit, counted_plural, singular_gender
from arlint.syntax.usage import usage

_ARTICLE = "\u0627\u0644"
_OUTWEIGHS = 8  # times that print has the right gender of what it also has in the wrong one: a common slip, no usage
_AFTER_YEAR = frozenset(("\u0633\u0646\u0629", "\u0639\u0627\u0645"))
_GENDER_NAMES = {"m": "\u0645\u0630\u0643\u0631", "f": "\u0645\u0624\u0646\u062b"}
_OPPOSITE = {"m": "f", "f": "m"}
_CLITICS = ("", "\u0648", "\u0641", "\u0628", "\u0644", "\u0643")


def _with_clitics(masculine: str, feminine: str) -> dict[str, str]:
    """Both words with what may be written before them, and the gender of what they go with."""
    pairs = ((masculine, "m"), (feminine, "f"))
    return {clitic + word: gender for clitic in _CLITICS for word, gender in pairs}


_ONE = _with_clitics("\u0623\u062d\u062f", "\u0625\u062d\u062f\u0649")
_BOTH = _with_clitics("\u0643\u0644\u0627", "\u0643\u0644\u062a\u0627")
_BID = _with_clitics("\u0628\u0636\u0639\u0629", "\u0628\u0636\u0639")
_EIGHT = frozenset(clitic + "\u062b\u0645\u0627\u0646" for clitic in _CLITICS)


# --- three to ten ---


@paragraphs(forms=numerals.UNITS, sparing=())
def polarity(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """Three to ten in the gender of the counted noun that follows; behind it either gender is right."""
    analysis = analyse(paragraph, context.lexicon)
    for index in analysis.spelled(numerals.UNITS):
        text = analysis.tokens[index].bare
        unit = numerals.UNITS[text]
        if text in _EIGHT or _spared(analysis, index + 1, context):
            continue
        if hit := _polar_hit(analysis, index, unit):
            yield hit


def _spared(analysis: Analysis, index: int, context: Context) -> bool:
    """Is the plural one whose sense and whose singular disagree?"""
    return analysis.form(index).text.removeprefix(_ARTICLE) in context.options["sparing"]


def _polar_hit(analysis: Analysis, index: int, unit: Unit) -> Hit | None:
    noun = analysis.form(index + 1)
    gender = singular_gender(noun)
    if not gender or gender == unit.gender or not counted_plural(noun) or _continues(analysis, index, unit):
        return None
    if unit.word in numerals.FRACTIONS and (analysis.form(index + 2).article or noun.text == "\u0633\u0643\u0627\u0646"):
        return None
    repaired = unit.counting(gender)
    seen = usage(analysis.lexicon, (analysis.form(index).text, noun.text), (repaired, noun.text))
    if seen.contradicts and seen.right < _OUTWEIGHS * seen.wrong:
        return None
    return _unit_hit(analysis, index, unit, gender, index + 1)


def _continues(analysis: Analysis, index: int, unit: Unit) -> bool:
    """Is the numeral the second half of a teen, or after a number in digits?"""
    before = analysis.form(index - 1).text
    if unit.word in (TEN, TEN_FEMININE) and before in numerals.TEEN_UNITS:
        return True
    return index > 0 and analysis.tokens[index - 1].kind is Kind.NUMBER


def _unit_hit(analysis: Analysis, index: int, unit: Unit, gender: str, noun: int) -> Hit:
    token = analysis.tokens[index]
    fixes = replace_any(token.start, token.end, [respell(token.text, unit.counting(gender))], Safety.SAFE)
    return Hit(token.start, token.end, fixes, {"sing": analysis.tokens[noun].text}, 0.95)


@paragraphs(forms=_BID, sparing=())
def bid(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """A few, in the gender of the counted noun."""
    analysis = analyse(paragraph, context.lexicon)
    for index in analysis.spelled(_BID):
        token = analysis.tokens[index]
        noun = analysis.form(index + 1)
        if not _spared(analysis, index + 1, context) and counted_plural(noun) and singular_gender(noun) == _OPPOSITE[_BID[token.bare]]:
            new = token.bare[:-1] if token.bare.endswith(TEH_MARBUTA) else token.bare + TEH_MARBUTA
            yield Hit(token.start, token.end, replace_any(token.start, token.end, [respell(token.text, new)], Safety.SAFE), confidence=0.95)


@paragraphs(forms=_EIGHT)
def eight(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """Eight without its ya before the noun it counts."""
    analysis = analyse(paragraph, context.lexicon)
    for index in analysis.spelled(_EIGHT):
        token = analysis.tokens[index]
        noun = analysis.form(index + 1)
        if counted_plural(noun) and noun.text not in (TEN, TEN_FEMININE, *numerals.HUNDRED):
            new = token.bare + ("\u064a" if singular_gender(noun) != "m" else "\u064a\u0629")
            yield Hit(token.start, token.end, replace_any(token.start, token.end, [respell(token.text, new)], Safety.SAFE), confidence=0.95)


# --- eleven to ninety-nine ---


@paragraphs(forms=(TEN, TEN_FEMININE, *numerals.tens_forms()))
def compounds(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """Both halves of eleven to nineteen, and the unit before the tens."""
    analysis = analyse(paragraph, context.lexicon)
    for before in analysis.spelled(numerals.TEEN_UNITS):
        index = before + 1
        unit = numerals.TEEN_UNITS[analysis.tokens[before].bare]
        if unit.value == 10 or not analysis.is_word(index):
            continue
        text = analysis.tokens[index].bare
        if text in (TEN, TEN_FEMININE):
            hit = _teen_hit(analysis, index, unit)
        else:
            hit = _tens_hit(analysis, index, unit) if text.startswith(numerals.WAW) and numerals.tens(text) and unit.value > 2 else None
        if hit:
            yield hit


def _singular_gender(analysis: Analysis, index: int) -> str:
    """The gender of a singular that stands after a numeral; "" where it is not certain."""
    form = analysis.form(index)
    if not analysis.is_word(index) or (form.name and not form.noun) or form.definite or not form.readings:
        return ""
    singulars = [r for r in form.readings if r.pos in ("noun", "adj") and r.number == "s" and not r.proclitics and not r.enclitic]
    genders = {reading.gender for reading in singulars}
    if len(genders) != 1 or not genders <= {"m", "f"} or any(reading.proclitics for reading in form.readings):
        return ""
    return genders.pop()


def _teen_hit(analysis: Analysis, index: int, unit: Unit) -> Hit | None:
    ten = "m" if analysis.tokens[index].bare == TEN else "f"
    wanted = _singular_gender(analysis, index + 1)
    if unit.gender == ten and (not wanted or wanted == ten):
        return None
    noun = analysis.form(index + 1)
    if not wanted and (noun.cells or noun.name) and not noun.readings:
        return None
    start, end = analysis.tokens[index - 1].start, analysis.tokens[index].end
    forms = [f"{unit.counting(gender)} {TEN if gender == 'm' else TEN_FEMININE}" for gender in (wanted or ten,)]
    if not wanted:
        forms.append(f"{unit.counting(unit.gender)} {TEN if unit.gender == 'm' else TEN_FEMININE}")
    safety = Safety.SAFE if len(forms) == 1 else Safety.UNSAFE
    return Hit(start, end, replace_any(start, end, forms, safety), confidence=0.95)


def _tens_hit(analysis: Analysis, index: int, unit: Unit) -> Hit | None:
    wanted = _singular_gender(analysis, index + 1)
    if not wanted or wanted == unit.gender or analysis.form(index - 2).text in _AFTER_YEAR:
        return None
    token = analysis.tokens[index - 1]
    return Hit(token.start, token.end, replace_any(token.start, token.end, [unit.counting(wanted)], Safety.SAFE), confidence=0.9)


# --- one of several, both ---

_BACK = 12


@paragraphs(forms=_ONE, sparing=(), nobody=())
def one_of(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """One of several, in the other gender than the singular of what follows."""
    analysis = analyse(paragraph, context.lexicon)
    for index in analysis.spelled(_ONE):
        token = analysis.tokens[index]
        gender = _ONE[token.bare]
        noun = analysis.form(index + 1)
        if _spared(analysis, index + 1, context) or not _one_of_plural(analysis, index + 1) or singular_gender(noun) != _OPPOSITE[gender]:
            continue
        if gender == "m" and _is_nobody(analysis, index, context.options["nobody"]):
            continue
        old, new = (
            ("\u0623\u062d\u062f", "\u0625\u062d\u062f\u0649") if gender == "m" else ("\u0625\u062d\u062f\u0649", "\u0623\u062d\u062f")
        )
        fixes = replace_any(token.start, token.end, [respell(token.text, token.bare.replace(old, new))], Safety.SAFE)
        values = {
            "noun": analysis.tokens[index + 1].text,
            "gender": "\u0645\u0624\u0646\u062b" if gender == "m" else "\u0645\u0630\u0643\u0631",
        }
        yield Hit(token.start, token.end, fixes, values, 0.95)


def _one_of_plural(analysis: Analysis, index: int) -> bool:
    """A plural and nothing else, with the article, a pronoun, or before something definite."""
    form = analysis.form(index)
    if not form.readings or form.name or not all(reading.number == "p" for reading in form.readings if reading.nominal):
        return False
    nouns = [reading for reading in form.readings if reading.pos == "noun" and not reading.adjectival]
    if form.verb or not form.only_nominal or (not nouns and form.human is not True):
        return False
    own = all(set(reading.proclitics) <= {_ARTICLE} for reading in form.readings)
    return own and (form.definite or analysis.form(index + 1).definite or analysis.form(index + 1).name)


def _is_nobody(analysis: Analysis, index: int, nobody: Sequence[str]) -> bool:
    """Does a negation, a question or a condition stand before it in its sentence?"""
    for at in range(index - 1, max(-1, index - _BACK), -1):
        if analysis.tokens[at].text in (".", "\u061f", "!", ":"):
            return False
        if analysis.tokens[at].bare in nobody:
            return True
    return False


@paragraphs(forms=_BOTH)
def both(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """Both, in the other gender than the dual after it, or before a dual in the nominative."""
    analysis = analyse(paragraph, context.lexicon)
    for index in analysis.spelled(_BOTH):
        gender, noun = _BOTH[analysis.tokens[index].bare], analysis.form(index + 1)
        duals = [reading for reading in noun.readings if reading.nominal and reading.number == "d" and reading.state == "d"]
        if not duals or not noun.article or {reading.gender for reading in duals} not in ({"m"}, {"f"}):
            continue
        if hit := _both_hit(analysis, index, gender, duals):
            yield hit


def _both_hit(analysis: Analysis, index: int, gender: str, duals: Sequence[Reading]) -> Hit | None:
    token, noun = analysis.tokens[index], analysis.tokens[index + 1]
    numeral, dual, wanted = token.bare, noun.text, duals[0].gender
    if wanted != gender:
        numeral = (
            numeral.replace("\u0643\u0644\u0627", "\u0643\u0644\u062a\u0627")
            if wanted == "f"
            else numeral.replace("\u0643\u0644\u062a\u0627", "\u0643\u0644\u0627")
        )
    if all(reading.case == "n" for reading in duals):
        dual = respell(dual, noun.bare[:-2] + "\u064a\u0646")
    if numeral == token.bare and dual == noun.text:
        return None
    new = f"{respell(token.text, numeral)} {dual}"
    return Hit(token.start, noun.end, replace_any(token.start, noun.end, [new], Safety.SAFE), confidence=0.95)
