"""Proclitics and attached pronouns as they are written: what may stand before and after a word, and how to join it again.

This is spelling alone, for tables of words that editors write; the analyser knows which readings a word really has.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from arlint.document.characters import bare

_CONJUNCTIONS = ("", "\u0648", "\u0641")
_PREPOSITIONS = ("", "\u0628", "\u0643", "\u0644")
_ARTICLE = "\u0627\u0644"
_LAM = "\u0644"

# What may stand before a word, by the kind of word that an author of rules names.
PROCLITICS: dict[str, tuple[str, ...]] = {
    "none": ("",),
    "conjunction": _CONJUNCTIONS,
    "verb": (*_CONJUNCTIONS, *(before + particle for before in _CONJUNCTIONS for particle in ("\u0633", "\u0644"))),
    "noun": tuple(
        dict.fromkeys(
            before + (_LAM * 2 if preposition + article == _LAM + _ARTICLE else preposition + article)
            for article in ("", _ARTICLE)
            for preposition in _PREPOSITIONS
            for before in _CONJUNCTIONS
        )
    ),
}

# Attached pronouns, as an ending that a table leaves open.
ENCLITICS = (
    "", "\u0647", "\u0647\u0627", "\u0647\u0645", "\u0647\u0645\u0627", "\u0647\u0646",
    "\u0643", "\u0643\u0645", "\u0643\u0645\u0627", "\u0643\u0646", "\u0646\u0627", "\u0646\u064a", "\u064a",
)  # fmt: skip


def attach(proclitic: str, word: str) -> str:
    """The word with a proclitic before it, as Arabic writes it.

    >>> attach("\\u0644", "\\u0627\\u0644\\u0642\\u0627\\u0646\\u0648\\u0646") == "\\u0644\\u0644\\u0642\\u0627\\u0646\\u0648\\u0646"
    True
    """
    if proclitic.endswith(_LAM * 2):
        return proclitic[:-1] + word if word.startswith(_LAM) else proclitic + word
    if proclitic.endswith(_LAM) and not proclitic.endswith(_ARTICLE) and word.startswith(_ARTICLE):
        return proclitic + word[2 if word.startswith(_LAM, 2) else 1 :]
    return proclitic + word


def attach_all(words: Iterable[str], kind: str) -> frozenset[str]:
    """The words with each proclitic of a kind before them. Only words that begin with a lam or the article join otherwise than end to end.

    >>> sorted(attach_all(["b"], "none"))
    ['b']
    """
    proclitics = PROCLITICS[kind]
    found = set()
    for word in words:
        if word.startswith((_LAM, _ARTICLE)):
            found.update([attach(proclitic, word) for proclitic in proclitics])
        else:
            found.update([proclitic + word for proclitic in proclitics])
    return frozenset(found)


def proclitic_ends(form: str, kind: str = "noun") -> list[int]:
    """Every length of a proclitic of this kind that the form may begin with, 0 among them; what is left is not empty."""
    allowed = _SETS[kind]
    return [end for end in range(min(len(form), _LONGEST + 1)) if form[:end] in allowed]


_SETS = {kind: frozenset(proclitics) for kind, proclitics in PROCLITICS.items()}
_LONGEST = max(len(proclitic) for proclitics in PROCLITICS.values() for proclitic in proclitics)


def respell(text: str, wanted: str) -> str:
    """The bare word `wanted` with the marks and tatweel of `text`, which writes another spelling of it, where the letters are the same.

    >>> respell("a\\u064eb", "ac") == "a\\u064ec"
    True
    """
    letters = [at for at, letter in enumerate(text) if bare(letter)]
    found = [text[at] for at in letters]
    before = _common(found, wanted)
    after = _common(found[before:][::-1], wanted[before:][::-1])
    start = letters[before] if before < len(letters) else len(text)
    end = letters[len(letters) - after] if after else len(text)
    return text[:start] + wanted[before : len(wanted) - after] + text[end:]


def _common(left: Sequence[str], right: Sequence[str]) -> int:
    """How many items both begin with."""
    length = 0
    for one, other in zip(left, right, strict=False):
        if one != other:
            break
        length += 1
    return length


def bases(form: str) -> set[str]:
    """All that may be left of a bare noun when proclitics, an attached pronoun and the alif of tanween are taken off."""
    starts = [form[end:] for end in proclitic_ends(form)]
    endings = (*ENCLITICS, "\u0627")
    return {base for start in starts for ending in endings if start.endswith(ending) and (base := start.removesuffix(ending))}
