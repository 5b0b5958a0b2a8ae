"""Other forms of a word: its feminine, its plural, its jussive. Start at `inflect`.

Endings and prefixes are exchanged for all others of their kind, and a candidate counts when the analyser gives it the
same lemma and the features asked for: the tables know which ending a word takes, nothing here does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache, reduce

from arlint.lexicon.lexicon import Lexicon
from arlint.lexicon.morphology.clitics import attach
from arlint.lexicon.morphology.reading import Reading

ALEF, ALEF_MAQSURA, YEH, WAW, NOON, TEH, TEH_MARBUTA = "\u0627", "\u0649", "\u064a", "\u0648", "\u0646", "\u062a", "\u0629"

ARTICLE = "\u0627\u0644"

_NOMINAL_ENDINGS = (
    "", TEH_MARBUTA, ALEF, YEH, WAW, ALEF + NOON, YEH + NOON, WAW + NOON, ALEF + TEH,
    TEH + ALEF + NOON, TEH + YEH + NOON, TEH + ALEF, TEH + YEH, ALEF_MAQSURA,
)  # fmt: skip
# The endings that a number can have: what asks for one need not try the others.
_ENDINGS_OF = {
    "s": ("", TEH_MARBUTA, ALEF, ALEF_MAQSURA),
    "d": (ALEF, YEH, ALEF + NOON, YEH + NOON, TEH + ALEF + NOON, TEH + YEH + NOON, TEH + ALEF, TEH + YEH),
    "p": ("", YEH, WAW, YEH + NOON, WAW + NOON, ALEF + TEH, ALEF, TEH_MARBUTA),
}
_VERBAL_ENDINGS = (
    "", TEH, ALEF, TEH + ALEF, WAW + ALEF, NOON, ALEF + NOON, WAW + NOON, YEH, ALEF_MAQSURA, WAW, YEH + NOON,
)  # fmt: skip
_SUBJECT_PREFIXES = (YEH, TEH)
_WEAK = ALEF + WAW + YEH + ALEF_MAQSURA

# What may be asked for, and how a reading answers. "state" of an indefinite may be bare or show its tanween.
FEATURES = ("gender", "number", "state", "person", "aspect", "case", "mood")


_LONGEST_FIRST = sorted(_NOMINAL_ENDINGS, key=len, reverse=True)


def inflect(lexicon: Lexicon, reading: Reading, wanted: Mapping[str, str]) -> tuple[str, ...]:
    """The forms of the word that `reading` reads with the features `wanted` (as `Reading` writes them), clitics kept.

    What is not named stays as it is, unless a feature asked for leaves no choice. The forms are bare, the likeliest first.
    """
    return _inflect(lexicon, reading, tuple(sorted(wanted.items())))


def inflected(lexicon: Lexicon, readings: Iterable[Reading], wanted: Mapping[str, str]) -> list[str]:
    """The forms that any of the readings has with these features, the one most seen in print first."""
    forms = list(dict.fromkeys(form for reading in readings for form in inflect(lexicon, reading, wanted)))
    return forms if len(forms) < 2 else sorted(forms, key=lambda form: -lexicon.counts.unigram(form))


@lru_cache(1 << 12)
def _inflect(lexicon: Lexicon, reading: Reading, wanted: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    features = dict(wanted)
    analyse = lexicon.analyser.analyse
    ranked: dict[str, int] = {}
    for form in _candidates(reading, features):
        for found in analyse(form):
            if _answers(found, reading, features):
                ranked[form] = min(ranked.get(form, 99), _distance(found, reading, features))
    nearest = min(ranked.values(), default=0)
    return tuple(form for form, distance in ranked.items() if distance == nearest)


def _answers(found: Reading, reading: Reading, wanted: Mapping[str, str]) -> bool:
    """Has `found` the lemma and clitics of `reading`, and every feature wanted?"""
    if found.proclitics != _proclitics(reading, wanted) or found.enclitic != reading.enclitic:
        return False
    if not _same_word(found, reading):
        return False
    return all(_has(getattr(found, name), value, reading.pos != "verb") for name, value in wanted.items())


def _same_word(found: Reading, reading: Reading) -> bool:
    if found.pos == "verb" or reading.pos == "verb":
        return found.pos == reading.pos and found.lemma == reading.lemma and found.voice[:1] == reading.voice[:1]
    if found.closed != reading.closed:
        return False
    return found.lemma == reading.lemma or (found.nominal and reading.nominal and _pair(found.bare_lemma, reading.bare_lemma))


def _pair(left: str, right: str) -> bool:
    """Are these lemmas the masculine and the feminine of one noun, or one word?"""
    return left.removesuffix(TEH_MARBUTA) == right.removesuffix(TEH_MARBUTA)


def _has(value: str, wanted: str, nominal: bool) -> bool:
    if not wanted:
        return not value
    return wanted in value or (nominal and wanted == "i" and value == "b")


def _distance(found: Reading, reading: Reading, wanted: Mapping[str, str]) -> int:
    """In how many features that were not asked for does the form depart from the reading?"""
    others = ("pos", *(name for name in FEATURES if name not in wanted))
    different = [name for name in others if getattr(found, name) != getattr(reading, name)]
    return len(different) + (found.lemma != reading.lemma)


def _candidates(reading: Reading, wanted: Mapping[str, str]) -> Iterator[str]:
    seen: set[str] = set()
    for form in _spellings(reading, wanted):
        if form not in seen:
            seen.add(form)
            yield form


def _spellings(reading: Reading, wanted: Mapping[str, str]) -> Iterator[str]:
    if reading.pos == "verb":
        yield from _verb_spellings(reading)
        return
    proclitics = _proclitics(reading, wanted)
    core = reading.stem + reading.suffix.removesuffix(reading.enclitic)
    for stem in _nominal_stems(core):
        for ending in _ENDINGS_OF.get(wanted.get("number", ""), _NOMINAL_ENDINGS):
            yield _with(proclitics, stem + ending + reading.enclitic)


def _with(proclitics: tuple[str, ...], word: str) -> str:
    return reduce(lambda joined, clitic: attach(clitic, joined), reversed(proclitics), word)


def _proclitics(reading: Reading, wanted: Mapping[str, str]) -> tuple[str, ...]:
    """The proclitics with the article put in or taken out, as the state wanted asks."""
    state = wanted.get("state", reading.state)
    bare = tuple(clitic for clitic in reading.proclitics if clitic != ARTICLE)
    if not reading.nominal or state == reading.state:
        return reading.proclitics
    return (*bare, ARTICLE) if state == "d" else bare


def _nominal_stems(core: str) -> Iterable[str]:
    """What may be left of a noun when its ending is taken away."""
    for ending in _LONGEST_FIRST:
        if core.endswith(ending) and len(core) - len(ending) >= 2:
            yield core[: len(core) - len(ending)]


def _verb_spellings(reading: Reading) -> Iterator[str]:
    """Prefix of person, stem and ending in every combination; weak letters of the stem present and dropped."""
    before = "".join(reading.proclitics)
    for start in _SUBJECT_PREFIXES if reading.aspect == "i" else ("",):
        for stem in _verb_stems(reading):
            for ending in _VERBAL_ENDINGS:
                joined = ending.removesuffix(ALEF) if ending == WAW + ALEF and reading.enclitic else ending
                if reading.enclitic and ending == ALEF_MAQSURA:
                    joined = ALEF
                yield attach(before, start + stem + joined + reading.enclitic)


def _verb_stems(reading: Reading) -> Iterator[str]:
    stem = reading.stem
    yield stem
    if stem[-1:] in _WEAK:
        yield stem[:-1]
    if len(stem) > 2 and stem[-2] in _WEAK:
        yield stem[:-2] + stem[-1]
    for weak in (ALEF, WAW, YEH):  # a hollow verb whose vowel the ending had shortened
        if reading.mood == "j" and len(stem) > 1:
            yield stem[:-1] + weak + stem[-1]
