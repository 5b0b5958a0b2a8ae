"""Words of like sound and different sense, told apart by the words beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from arlint.checks.protocol import Context, Hit, Interest, ParagraphDetector, made, replace
from arlint.document import Kind, Paragraph, Token
from arlint.finding import Safety
from arlint.lexicon.morphology.clitics import bases, respell

_DAL, _DHAL = "\u062f", "\u0630"
_PARTICLES = ("", "\u0648", "\u0641")
_STEMS = ("\u0646\u0641{}", "\u0646\u0641{}\u062a", "\u064a\u0646\u0641{}", "\u062a\u0646\u0641{}")
_NOUN = "\u0646\u0641\u0627{}"

# Prepositions that show the passing through: into, across, towards.
_INTO = frozenset({"\u0625\u0644\u0649", "\u0627\u0644\u0649", "\u0639\u0628\u0631", "\u0644\u0644", "\u062f\u0627\u062e\u0644"})


def _forms(stems: tuple[str, ...], letter: str, before: tuple[str, ...]) -> frozenset[str]:
    return frozenset(particle + stem.format(letter) for stem in stems for particle in before)


_CARRIED_OUT = _forms(_STEMS, _DHAL, (*_PARTICLES, "\u0633"))
_RAN_OUT = _forms(_STEMS, _DAL, (*_PARTICLES, "\u0633"))
_PASSING = _forms((_NOUN,), _DHAL, (*_PARTICLES, "\u0628", "\u0644", "\u0648\u0628", "\u0648\u0644"))
_FORMS = _CARRIED_OUT | _RAN_OUT | _PASSING


@made(consumables=(), undertakings=())
def run_out(options: Mapping[str, Any]) -> ParagraphDetector:
    """nafidha beside what is consumed, nafida beside what is carried out. Options: the two lists, without the article."""
    run = partial(_run, consumables=frozenset(options["consumables"]), undertakings=frozenset(options["undertakings"]))
    return ParagraphDetector(run, Interest(forms=_FORMS))


def _run(paragraph: Paragraph, context: Context, *, consumables: frozenset[str], undertakings: frozenset[str]) -> Iterator[Hit]:
    tokens = paragraph.tokens
    for index in paragraph.words:
        form = tokens[index].bare
        if form not in _FORMS:
            continue
        before, after = tokens[max(0, index - 1) : index], tokens[index + 1 : index + 6]
        if form in _RAN_OUT:
            is_slip = _carries_out(after, consumables, undertakings)
        else:
            is_slip = _runs_out(before, after, form in _PASSING, consumables, undertakings)
        if is_slip:
            old, new = (_DAL, _DHAL) if form in _RAN_OUT else (_DHAL, _DAL)
            start, end, text, _ = tokens[index][1:]
            yield Hit(start, end, replace(start, end, respell(text, form.replace(old, new)), Safety.SAFE))


def _runs_out(
    before: tuple[Token, ...], after: tuple[Token, ...], is_noun: bool, consumables: frozenset[str], undertakings: frozenset[str]
) -> bool:
    """Is the neighbour something that is used up, and does it not pass into anything?"""
    if any(token.bare in _INTO or token.bare.startswith("\u0644\u0644") for token in after):
        return False
    if after and _is_one_of(after[0], consumables):
        return is_noun or not (len(after) > 1 and _is_one_of(after[1], undertakings))
    if is_noun or not before or not _is_one_of(before[0], consumables) or not _is_definite(before[0]):
        return False
    return not after or after[0].kind is not Kind.WORD


def _carries_out(after: tuple[Token, ...], consumables: frozenset[str], undertakings: frozenset[str]) -> bool:
    """Is there, close behind, something that one carries out, and nothing that runs out?"""
    near = after[:3]
    return any(_is_one_of(token, undertakings) for token in near) and not any(_is_one_of(token, consumables) for token in near)


def _is_one_of(token: Token, words: frozenset[str]) -> bool:
    return token.kind is Kind.WORD and not words.isdisjoint(bases(token.bare))


def _is_definite(token: Token) -> bool:
    return token.bare.startswith("\u0627\u0644") or token.bare.endswith(("\u0647", "\u0647\u0627", "\u0647\u0645", "\u0646\u0627"))
