"""The data check `spelling`: what the word checker found, by kind of slip. Options:

kinds: the kinds of slip that the rule reports (`arlint.lexicon.spelling.kinds.Kind`). confidence: the least that it must be sure of
(0.5 to 1). safe: from which confidence on its fix may be applied unseen, where it is the only one.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from arlint.checks.protocol import Context, DocumentDetector, Hit
from arlint.document import Document
from arlint.document.characters import TATWEEL
from arlint.errors import say
from arlint.finding import Edit, Evidence, Fix, Safety
from arlint.lexicon.letters import ARTICLE, HAMZAS, SOUND_ALIKE, TRANSLITERATED, difference
from arlint.lexicon.morphology.clitics import respell
from arlint.lexicon.spelling.kinds import Kind
from arlint.lexicon.spelling.speller import Slip
from arlint.lexicon.spelling.survey import PlacedSlip

if TYPE_CHECKING:
    from pathlib import Path

    from arlint.tomlsource import Table

_KEYS = ("kinds", "confidence", "safe")
_CONFIDENCE = 0.7
_SAFE = 0.97
_SHADDA, _DAMMA = "\u0651", "\u064f"
# Kinds of slip that names look like, when they are read as words.
_OF_NAMES = frozenset((Kind.FINAL_HAMZA, Kind.MADDA, Kind.INITIAL_SEAT, Kind.YA_FOR_MAQSURA, Kind.SOUND_ALIKE))
_HAMZAS = frozenset(HAMZAS)
_REGULAR_ENDINGS = ("\u0627\u0646", "\u064a\u0646", "\u0648\u0646", "\u0627\u062a")
_AGAIN_AND_AGAIN, _DOUBTFUL, _LONG = 3, 0.9, 5
# Letters that stand for one sound of a foreign name: t, th, s, k.
_ONE_FOREIGN_SOUND = TRANSLITERATED | SOUND_ALIKE


def read(options: Table, folder: Path) -> dict[str, Any]:
    """Check the options. Raises TomlError."""
    from arlint.tomlsource import one_of

    options.only(_KEYS)
    known = [kind.value for kind in Kind]
    for kind in (named := options.texts("kinds")):
        if kind not in known:
            raise options.error("kinds", say("there is no kind {kind!r}", kind=kind), one_of(known))
    if not named:
        raise options.error("kinds", "no kind of slip", one_of(known))
    return {
        "kinds": list(named),
        "confidence": _number(options, "confidence", _CONFIDENCE),
        "safe": _number(options, "safe", _SAFE),
    }


def build(options: Mapping[str, Any]) -> DocumentDetector:
    """The detector for options that `read` gave."""
    kinds = [Kind(kind) for kind in options["kinds"]]
    least, safe = options["confidence"], options["safe"]

    def run(document: Document, context: Context) -> Iterator[Hit]:
        return slips(document, context, kinds, least, safe)

    return DocumentDetector(run, options)


def slips(
    document: Document,
    context: Context,
    kinds: Iterable[Kind],
    least: float = _CONFIDENCE,
    safe: float = _SAFE,
    except_for: Container[tuple[int, int]] = (),
) -> Iterator[Hit]:
    """The slips of some kinds that are sure enough; except_for: places (paragraph, token) to leave out."""
    survey = context.fact(context.lexicon.document_speller.survey)
    for kind in kinds:
        for placed in survey.get(kind, ()):
            if placed.slip.confidence < least or (placed.paragraph, placed.token) in except_for:
                continue
            if not _is_meant(document, placed, context):
                yield _hit(document, placed, safe)


def _is_meant(document: Document, placed: PlacedSlip, context: Context) -> bool:
    """Does something beside the context show that the word is as the writer wants it?"""
    token, slip = document.paragraphs[placed.paragraph].shapes[placed.token], placed.slip
    if token.text.startswith(TATWEEL):  # an ending that is spoken of
        return True
    if _is_vocalised(token.text, slip) or _is_foreign(token.bare, slip, context) or _is_repeated(token.bare, slip, context):
        return True
    if slip.confidence >= _DOUBTFUL:
        return False
    if slip.kind is Kind.YA_FOR_MAQSURA:
        return _is_other_word(token.bare, slip, context)
    if slip.kind is Kind.INITIAL_SEAT:
        return context.lexicon.analyser.known(token.bare)  # a masdar in i-, a plural in a-
    return slip.kind is Kind.FINAL_HAMZA and _HAMZAS.isdisjoint(token.bare)  # Bastia, Zarqa


def _is_vocalised(text: str, slip: Slip) -> bool:
    """Has the writer vocalised the very letter that the repair changes, or the passive verb that ends in it?"""
    if slip.kind is Kind.YA_FOR_MAQSURA:
        return text.endswith(_SHADDA) or _DAMMA in text[:3]
    return slip.kind is Kind.MAQSURA_FOR_YA and text.endswith(_SHADDA)


def _is_other_word(word: str, slip: Slip, context: Context) -> bool:
    """May a word in ya be the passive of the verb that the repair is, or an adjective of origin with the article?"""
    analyser = context.lexicon.analyser
    if word.startswith(ARTICLE):
        return analyser.known(word)
    return len(word) >= _LONG and any(reading.aspect == "p" for reading in analyser.analyse(slip.repairs[0]))


def _is_repeated(word: str, slip: Slip, context: Context) -> bool:
    """Is it used again and again, and so probably a name that looks like the slip of a word?"""
    if slip.kind not in _OF_NAMES or slip.confidence >= _SAFE or not _HAMZAS.isdisjoint(word[1:]):
        return False
    times = context.fact(context.lexicon.document_speller.words)[word]
    return times >= _AGAIN_AND_AGAIN or (times > 1 and slip.confidence < _DOUBTFUL)


def _is_foreign(word: str, slip: Slip, context: Context) -> bool:
    """Is the repair a foreign name of which the word is another transliteration, or which it gives an ending of its own?"""
    repair, lexicon = slip.repairs[0], context.lexicon
    _, wrong, right = difference(word, repair)
    if slip.kind is Kind.SOUND_ALIKE and (wrong, right) in _ONE_FOREIGN_SOUND:
        return not lexicon.analyser.known(repair)
    longer = slip.kind is Kind.ADDED and not right and word.startswith(repair) and word[-1] != repair[-1]
    return longer and (not lexicon.analyser.known(repair) or lexicon.is_name(repair) or _is_inflected(word, context))


def _is_inflected(word: str, context: Context) -> bool:
    """Is it the regular dual or plural of a noun in use, though no list has it? Loan words take these endings freely."""
    stems = [word.removesuffix(ending) for ending in _REGULAR_ENDINGS if word.endswith(ending) and len(word) > len(ending) + 2]
    in_use, analyse = context.lexicon.document_speller.speller.in_use, context.lexicon.analyser.analyse
    return any(in_use(stem) and any(one.pos == "noun" and not one.enclitic for one in analyse(stem)) for stem in stems)


def _hit(document: Document, placed: PlacedSlip, safe: float) -> Hit:
    paragraph, slip = document.paragraphs[placed.paragraph], placed.slip
    token = paragraph.token(placed.token)
    sure = len(slip.repairs) == 1 and slip.confidence >= safe
    safety = Safety.SAFE if sure else Safety.UNSAFE
    fixes = tuple(Fix((Edit(token.start, token.end, _spelled(token.text, repair)),), safety) for repair in slip.repairs)
    return Hit(
        token.start,
        token.end,
        fixes,
        values={"word": token.text, "n": str(placed.times)},
        confidence=slip.confidence,
        evidence=tuple(Evidence(text, count) for text, count in slip.evidence),
        paragraph=paragraph,
    )


def _spelled(text: str, repair: str) -> str:
    """The repair with the marks of the slip where its letters are the same."""
    return repair if " " in repair else respell(text, repair)


def _number(options: Table, key: str, default: float) -> float:
    from arlint.tomlsource import expected

    value = options.values.get(key, default)
    if isinstance(value, (int, float)) and 0.5 <= value <= 1:
        return float(value)
    raise options.error(key, expected(key, value, say("a number from {low} to {high}", low=0.5, high=1)))
