"""Mood and tense of verbs after the particles that decide them: lam, lan, an, kay; and of verbs that none of them governs."""

from __future__ import annotations

from collections.abc import Iterator

from arlint.checks.protocol import Context, Hit, paragraphs, replace_any
from arlint.document import Paragraph
from arlint.finding import Safety
from arlint.lexicon.morphology.clitics import respell
from arlint.lexicon.morphology.reading import Reading
from arlint.syntax.agreement import FS, PLURAL
from arlint.syntax.analysis import Analysis, analyse
from arlint.syntax.forms import Tag
from arlint.syntax.inflection import inflected

_CONJUNCTIONS = ("", "\u0648", "\u0641")
_LAM, _LAN, _AN, _LA = "\u0644\u0645", "\u0644\u0646", "\u0623\u0646", "\u0644\u0627"


def _with_conjunctions(*words: str) -> frozenset[str]:
    return frozenset(before + word for word in words for before in _CONJUNCTIONS)


_JUSSIVE = _with_conjunctions(_LAM) | {"\u0623" + _LAM, "\u0623\u0648" + _LAM, "\u0623\u0641" + _LAM}
_SUBJUNCTIVE = _with_conjunctions(
    _LAN,
    _AN,
    "\u0643\u064a",
    "\u0644\u0643\u064a",
    "\u0628" + _AN,
    "\u0623\u0644\u0627",
    "\u0643\u064a\u0644\u0627",
    "\u0644\u0626\u0644\u0627",
)
# The letters of person that an imperfect begins with; the lists of readings leave out the first and second.
_SUBJECTS = ("\u0623", "\u0646", "\u062a", "\u064a")
# Also questions: do you not trust them?
_ALLA = _with_conjunctions("\u0623\u0644\u0627")
_GOVERNORS = _JUSSIVE | _SUBJUNCTIVE
# What may stand between an and its verb.
_NEGATED = frozenset({_AN, "\u0643\u064a", "\u0644\u0643\u064a"})
_VOCATIVE = "\u064a\u0627"
_WEAK = ("\u064a", "\u0648", "\u0649")
_ALEF = "\u0627"
_SHADDA = "\u0651"
_NOON = "\u0646"
_PRINTED = 3
_ASKING = frozenset("\u061f?")


@paragraphs(forms=_JUSSIVE)
def weak(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """Lam and a verb that keeps its final weak letter."""
    for analysis, index in _after(paragraph, context, _JUSSIVE):
        verbs = _verbs(analysis, index)
        if any("j" in reading.mood for reading in verbs) or not all(_ends_weak(reading) for reading in verbs):
            continue
        token, verb = analysis.tokens[index], verbs[0]
        new = verb.prefix + verb.stem[:-1] + verb.suffix
        fixes = replace_any(token.start, token.end, [respell(token.text, new)], Safety.SAFE)
        yield Hit(token.start, token.end, fixes, {"particle": analysis.tokens[index - 1].text}, 0.97)


def _ends_weak(reading: Reading) -> bool:
    """Does the stem end in a weak letter, before a pronoun also in alif?"""
    return not reading.suffix.removesuffix(reading.enclitic) and reading.stem.endswith((*_WEAK, _ALEF) if reading.enclitic else _WEAK)


@paragraphs(forms=_JUSSIVE, preferred=())
def hollow(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """Lam and a verb that keeps the weak letter in its middle."""
    for analysis, index in _after(paragraph, context, _JUSSIVE):
        verbs = _verbs(analysis, index)
        if _SHADDA not in analysis.tokens[index].text:  # "to form" beside "to be": nobody means it
            verbs = tuple(reading for reading in verbs if reading.bare_lemma in context.options["preferred"]) or verbs
        if any("j" in reading.mood or _ends_weak(reading) or reading.number != "s" for reading in verbs):
            continue
        yield from _repaired(analysis, index, verbs, "j")


@paragraphs(forms=_GOVERNORS)
def five_verbs(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """A dual or plural verb that keeps its nun after a particle."""
    for analysis, index in _after(paragraph, context, _GOVERNORS):
        verbs = _verbs(analysis, index)
        if not all(reading.mood == "i" and reading.number in ("d", "p") and reading.suffix.endswith(_NOON) for reading in verbs):
            continue
        yield from _repaired(analysis, index, verbs, "j" if analysis.form(index - 1).text in _JUSSIVE else "s")


def _after(paragraph: Paragraph, context: Context, particles: frozenset[str]) -> Iterator[tuple[Analysis, int]]:
    """The imperfects right after one of the particles, a negation between them allowed."""
    analysis = analyse(paragraph, context.lexicon)
    tokens = analysis.tokens
    for index in analysis.spelled(particles) if _VOCATIVE not in paragraph.forms else ():
        if tokens[index].bare in _ALLA and not _ASKING.isdisjoint(paragraph.characters):
            continue
        at = index + 2 if tokens[index].bare in _NEGATED and analysis.form(index + 1).text == _LA else index + 1
        verbs = _verbs(analysis, at) if analysis.is_word(at) else ()
        if verbs and all(reading.pos == "verb" and reading.aspect == "i" for reading in verbs):
            yield analysis, at


def _verbs(analysis: Analysis, index: int) -> tuple[Reading, ...]:
    """The readings after a particle; after lam and lan nothing but verbs."""
    readings = analysis.readings(index)
    if analysis.form(index - 1).text.endswith((_LAM, _LAN)):
        verbs = tuple(reading for reading in readings if reading.pos == "verb")
        return tuple(reading for reading in verbs if reading.aspect == "i") or verbs
    return readings


def _repaired(analysis: Analysis, index: int, verbs: tuple[Reading, ...], mood: str) -> Iterator[Hit]:
    forms = inflected(analysis.lexicon, verbs, {"mood": mood})[:2]
    token = analysis.tokens[index]
    if forms:
        safety = Safety.SAFE if len(forms) == 1 else Safety.UNSAFE
        fixes = replace_any(token.start, token.end, [respell(token.text, form) for form in forms], safety)
        yield Hit(token.start, token.end, fixes, {"particle": analysis.tokens[index - 1].text}, 0.97)


# --- the verb that nothing governs ---

_PERSONS = _with_conjunctions(
    "\u0647\u0645",
    "\u0627\u0644\u0630\u064a\u0646",
    "\u0643\u0627\u0646\u0648\u0627",
    "\u0645\u0627\u0632\u0627\u0644\u0648\u0627",
    "\u0632\u0627\u0644\u0648\u0627",
    "\u0628\u0627\u062a\u0648\u0627",
    *(particle + "\u0647\u0645" for particle in "إن أن لأن بأن لكن".split()),
)
_FAR = 8


@paragraphs()
def indicative(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """A plural verb without its nun though no particle governs it."""
    analysis = analyse(paragraph, context.lexicon)
    for index in analysis.having(Tag.VERB):
        if not analysis.form(index).text.endswith("\u0648" + _ALEF):
            continue
        verbs = analysis.form(index).readings
        if not all(reading.mood == "sj" and reading.number == "p" and reading.suffix.endswith("\u0648" + _ALEF) for reading in verbs):
            continue
        if _needs_nun(analysis, index):
            yield from _repaired(analysis, index, verbs, "i")


def _needs_nun(analysis: Analysis, index: int) -> bool:
    """Does its subject stand right before it, with nothing in the clause that could take the nun away?"""
    if any(reading.proclitics for reading in analysis.form(index).readings):
        return False
    before = analysis.form(index - 1)
    plural = before.article and before.human is True and not before.cells & ~(PLURAL | FS)
    shown = Tag.NOMINATIVE in before.tags or (analysis.opens_clause(index - 1) and any(reading.broken for reading in before.readings))
    persons = before.text in _PERSONS or (plural and shown)
    return persons and not _governed(analysis, index)


def _governed(analysis: Analysis, index: int) -> bool:
    """Does a particle, or a verb it governs, stand before the verb in its clause?"""
    for at in range(index - 1, max(-1, index - _FAR), -1):
        text = analysis.form(at).text
        if text in _GOVERNORS or text.lstrip("\u0648\u0641") in (
            _LA,
            "\u062d\u062a\u0649",
            "\u0623\u0648",
            "\u0625\u0646",
            "\u0645\u0646",
            "\u0645\u0647\u0645\u0627",
        ):
            return True
        if any(reading.mood in ("s", "j", "sj") for reading in analysis.form(at).readings):
            return True
        if analysis.opens_clause(at):
            return False
    return False


# --- tense after a negation, and verbs where a masdar belongs ---


# According to: what follows is lima with its alif lost, no negation.
_ACCORDING = frozenset("وفقا طبقا تبعا خلافا نظرا".split())


@paragraphs(forms=_with_conjunctions(_LAM, _LAN))
def negated_perfect(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """Lam or lan before a perfect. Lam may be the question "why"."""
    analysis = analyse(paragraph, context.lexicon)
    particles = _with_conjunctions(_LAM, _LAN)
    for index in analysis.spelled(particles):
        token = analysis.tokens[index]
        form = analysis.form(index + 1)
        verbs = _verbs(analysis, index + 1)
        if (
            form.name
            or form.text.startswith(_SUBJECTS)
            or analysis.form(index - 1).text in _ACCORDING
            or not _are_perfect(verbs)
            or not _ASKING.isdisjoint(paragraph.characters)
        ):
            continue
        if context.lexicon.counts.bigram(token.bare, form.text) >= _PRINTED:  # the noun "gathering" looks like the particle
            continue
        mood = "s" if token.bare.endswith(_LAN) else "j"
        verb = analysis.tokens[index + 1]
        found = [one for reading in verbs for one in context.lexicon.paradigms.inflect_reading(reading, aspect="i", mood=mood)]
        forms = sorted(dict.fromkeys(found), key=lambda one: -context.lexicon.counts.unigram(one))[:2]
        yield Hit(verb.start, verb.end, replace_any(verb.start, verb.end, forms), {"neg": token.text}, 0.9)


def _are_perfect(readings: tuple[Reading, ...]) -> bool:
    """Perfects of the third person, and nothing else?"""
    return bool(readings) and all(reading.pos == "verb" and reading.aspect == "p" and reading.person == "3" for reading in readings)


_LACK = frozenset(before + "\u0639\u062f\u0645" for before in ("", "\u0648", "\u0628", "\u0644", "\u0648\u0628", "\u0648\u0644"))


@paragraphs(forms=_LACK)
def lack_of_verb(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """A finite verb after the word for "lack of"."""
    analysis = analyse(paragraph, context.lexicon)
    for index in analysis.spelled(_LACK):
        form = analysis.form(index + 1)
        if form.only_verb and not form.name:
            token = analysis.tokens[index + 1]
            yield Hit(token.start, token.end, confidence=0.9)
