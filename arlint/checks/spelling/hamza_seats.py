"""The seat of a hamza before an attached pronoun, which shows the case."""

from __future__ import annotations

import re
from collections.abc import Iterator

from arlint.checks.protocol import Context, Hit, paragraphs, replace_any
from arlint.document import Kind, Paragraph, Token
from arlint.document.characters import TATWEEL
from arlint.document.patterns import lazy
from arlint.lexicon.lexicon import Lexicon
from arlint.lexicon.morphology.clitics import respell

NOMINATIVE, ACCUSATIVE, GENITIVE = "\u0624", "\u0621", "\u0626"
ALEF, WAW = "\u0627", "\u0648"

_PRONOUNS = "\u0647\u0645\u0627|\u0647\u0627|\u0647\u0645|\u0647\u0646|\u0643\u0645|\u0646\u0627|\u0647|\u0643"
_BEFORE_PRONOUN = lazy(f"(.+{ALEF})([{NOMINATIVE}{ACCUSATIVE}{GENITIVE}])({_PRONOUNS})")
# Whatever marks stand between the letters.
_SEAT_INSIDE = lazy(f"{ALEF}[\\W{TATWEEL}]*[{NOMINATIVE}{ACCUSATIVE}{GENITIVE}][\\W{TATWEEL}]*[\u0647\u0643\u0646]")
_SEATS = frozenset((NOMINATIVE, ACCUSATIVE, GENITIVE))
_ATTACHED_PREPOSITION = lazy(f"[{WAW}\u0641]?[\u0628\u0644\u0643].{{3}}")


@paragraphs(characters=NOMINATIVE + GENITIVE + ACCUSATIVE, governors=(), sisters_of_inna=(), before_verbs=())
def before_pronoun(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """The seat of a hamza that contradicts the word before: a preposition, a sister of inna, a verb of which it is the subject.

    Options: governors (prepositions and adverbs with a genitive), sisters_of_inna (particles with an accusative), before_verbs (particles
    after which a word that may be a verb is one).
    """
    if not _SEAT_INSIDE.search(paragraph.text):
        return
    for index in paragraph.words:
        form = paragraph.shapes[index].bare
        if _SEATS.isdisjoint(form[-4:-1]) or (match := _BEFORE_PRONOUN.fullmatch(form)) is None:
            continue
        tokens = paragraph.tokens
        token = tokens[index]
        before = tokens[index - 1] if index else None
        earlier = tokens[index - 2].bare if index > 1 else ""
        wanted = _wanted_seats(token, before, earlier, match[2], context)
        repairs = [match[1] + seat + match[3] for seat in wanted if seat != match[2]]
        if match[2] not in wanted and repairs and all(map(context.lexicon.analyser.known, repairs)):
            fixes = replace_any(token.start, token.end, [respell(token.text, repair) for repair in repairs])
            yield Hit(token.start, token.end, fixes, {"word": token.text}, confidence=0.9)


def _wanted_seats(token: Token, before: Token | None, earlier: str, seat: str, context: Context) -> str:
    """The seats that the words before allow, likeliest first; the one there is where they say nothing."""
    lexicon, options = context.lexicon, context.options
    if _ATTACHED_PREPOSITION.match(token.bare) and _has_preposition(token.bare, lexicon):
        return GENITIVE
    if before is None or before.kind is not Kind.WORD:
        return seat
    if before.bare in options["governors"] or (not _joined(token.bare, lexicon) and _governs(before.bare, lexicon)):
        return GENITIVE
    if before.bare in options["sisters_of_inna"]:
        return ACCUSATIVE
    if _joined(token.bare, lexicon) and seat == NOMINATIVE and _accusative_or_genitive(before.bare, lexicon):
        return ACCUSATIVE + GENITIVE
    if seat == GENITIVE and _joined(token.bare, lexicon):
        object_ = _accusative_or_genitive(before.bare, lexicon) and _with_article(earlier, lexicon)
        return ACCUSATIVE if object_ else seat
    if seat != GENITIVE:
        return seat
    if _only_verb(before.bare, lexicon) or (earlier in options["before_verbs"] and _verb(before.bare, lexicon)):
        return NOMINATIVE
    return ACCUSATIVE + NOMINATIVE if _with_article(before.bare, lexicon) and _only_verb(earlier, lexicon) else seat


def _joined(word: str, lexicon: Lexicon) -> bool:
    """Does it begin with "and"?"""
    return word.startswith(WAW) and any(reading.proclitics[:1] == (WAW,) for reading in lexicon.analyser.analyse(word))


def _governs(word: str, lexicon: Lexicon) -> bool:
    """Is it a noun behind an attached preposition, open to a genitive? A verb behind the li- of purpose governs none."""
    if not _ATTACHED_PREPOSITION.match(word) or not _has_preposition(word, lexicon):
        return False
    return not any(reading.state in ("d", "e", "i") or reading.aspect for reading in lexicon.analyser.analyse(word))


def _with_article(word: str, lexicon: Lexicon) -> bool:
    readings = lexicon.analyser.analyse(word)
    return bool(readings) and all(reading.state == "d" and not reading.proclitics[:-1] for reading in readings)


def _verb(word: str, lexicon: Lexicon) -> bool:
    return any(reading.pos == "verb" for reading in lexicon.analyser.analyse(word))


def _has_preposition(word: str, lexicon: Lexicon) -> bool:
    readings = lexicon.analyser.analyse(word)
    return bool(readings) and all(any(clitic in "\u0628\u0644\u0643" for clitic in reading.proclitics) for reading in readings)


def _accusative_or_genitive(word: str, lexicon: Lexicon) -> bool:
    """Is it a sound plural or dual in ya, its nun dropped before a pronoun?"""
    return bool(re.search("\u064a(?:\u0647\u0627|\u0647\u0645|\u0647|\u0646\u0627)$", word)) and any(
        reading.case == "ga" for reading in lexicon.analyser.analyse(word)
    )


def _only_verb(word: str, lexicon: Lexicon) -> bool:
    readings = lexicon.analyser.analyse(word)
    return bool(readings) and all(reading.pos == "verb" and not reading.enclitic and reading.number == "s" for reading in readings)
