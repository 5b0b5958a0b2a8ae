"""Analyses of CAMeL Tools (dictionaries of features) as readings of arlint. Pure functions; start at `reading`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from arlint.document.characters import bare
from arlint.lexicon.morphology.reading import NOMINAL, Reading

_POS = {
    "noun": "noun", "noun_quant": "noun", "noun_prop": "name", "noun_num": "num",
    "adj": "adj", "adj_comp": "adj", "adj_num": "adj", "verb": "verb",
}  # fmt: skip
_PROCLITICS = {
    "wa": "\u0648", "fa": "\u0641", "bi": "\u0628", "ka": "\u0643", "li": "\u0644", "la": "\u0644", "sa": "\u0633", "Al": "\u0627\u0644",
    ">a": "\u0623",
}  # fmt: skip
_ENCLITICS = {
    "1s": ("\u0646\u064a", "\u064a"), "1p": ("\u0646\u0627",), "2ms": ("\u0643",), "2fs": ("\u0643",), "2d": ("\u0643\u0645\u0627",),
    "2mp": ("\u0643\u0645",), "2fp": ("\u0643\u0646",), "3ms": ("\u0647",), "3fs": ("\u0647\u0627",), "3d": ("\u0647\u0645\u0627",),
    "3mp": ("\u0647\u0645",), "3fp": ("\u0647\u0646",),
}  # fmt: skip
_LI, _AL = _PROCLITICS["li"], _PROCLITICS["Al"]
_NOON, _TANWEEN = "\u0646", "\u0627"
_CONSTRUCT = ("\u0627", "\u064a", "\u0648")
_SOUND = ("\u0627\u062a", "\u0648\u0646", "\u064a\u0646", "\u0648", "\u064a")
_RATIONAL = {"r": True, "y": True, "i": False, "n": False}
_ASPECTS, _MOODS = {"p": "p", "i": "i", "c": "c"}, {"i": "i", "s": "s", "j": "j", "u": "isj"}


def analyses_in_this_spelling(word: str, analyses: Iterable[dict[str, Any]]) -> tuple[dict[str, Any], ...]:
    """Those that are neither spelling variants nor guesses nor of another spelling than the bare `word`."""
    return tuple(one for one in analyses if one.get("source") not in ("spvar", "backoff") and bare(one["diac"]) == word)


def persons(analyses: Iterable[Mapping[str, Any]]) -> bool | None:
    """The rationality that all nominal analyses share."""
    said = {_RATIONAL.get(one.get("rat", "")) for one in analyses if _POS.get(one["pos"]) in NOMINAL}
    return said.pop() if len(said) == 1 else None


def reading(word: str, analysis: Mapping[str, Any]) -> Reading | None:
    """The reading of an analysis; None for function words and where the parts don't join up to the word."""
    pos = _POS.get(analysis["pos"])
    proclitics = _proclitics(analysis)
    if pos is None or proclitics is None:
        return None
    person = analysis.get("enc0", "0").partition("_")[0]
    enclitic = next((one for one in _ENCLITICS.get(person, ()) if word.endswith(one)), "")
    stem = bare(analysis.get("stem") or "")
    start = word.find(stem, len(proclitics))  # every proclitic is a letter at least, and the stem may begin like one
    if not stem or start < 0 or (pos in NOMINAL and word[:start] != _written(proclitics)):
        return None
    suffix = word[start + len(stem) :]
    parts = word[:start], stem, suffix, proclitics, enclitic, person if enclitic else "", analysis["lex"], bare(analysis["lex"])
    return _nominal(parts, pos, analysis) if pos in NOMINAL else _verb(parts, analysis)


_Parts = tuple[str, str, str, tuple[str, ...], str, str, str, str]


def _nominal(parts: _Parts, pos: str, analysis: Mapping[str, Any]) -> Reading:
    _, _, suffix, proclitics, enclitic, *_ = parts
    ending = suffix.removesuffix(enclitic) if enclitic else suffix
    gender, number = _one_of(analysis.get("gen"), "mf") or "mf", _one_of(analysis.get("num"), "sdp") or "s"
    visible = ending.endswith(_NOON) or (number == "s" and ending == _TANWEEN)
    dropped = number != "s" and ending.endswith(_CONSTRUCT)
    state = "d" if _PROCLITICS["Al"] in proclitics else "e" if enclitic else "i" if visible else "c" if dropped else "b"
    broken = number == "p" and (analysis.get("form_num") == "s" if analysis.get("form_num") else not ending.endswith(_SOUND))
    case = "a" if number == "s" and ending == _TANWEEN else ""
    return Reading(*parts, pos, gender, number, state, "", "", "", case, "", gender if number == "s" else "", pos == "adj", broken, False)


def _verb(parts: _Parts, analysis: Mapping[str, Any]) -> Reading:
    gender, number = _one_of(analysis.get("gen"), "mf") or "mf", _one_of(analysis.get("num"), "sdp") or "sdp"
    aspect = _ASPECTS.get(analysis.get("asp", ""), "")
    mood = _MOODS.get(analysis.get("mod", ""), "isj") if aspect == "i" else ""
    voice = _one_of(analysis.get("vox"), "ap") or "ap"
    person = _one_of(analysis.get("per"), "123")
    return Reading(*parts, "verb", gender, number, "", person, aspect, voice, "", mood, "", False, False, False)


def _proclitics(analysis: Mapping[str, Any]) -> tuple[str, ...] | None:
    """What stands before the stem, in order; None where a proclitic is one that arlint's readings do not know."""
    found = []
    for feature in ("prc3", "prc2", "prc1", "prc0"):
        value = analysis.get(feature) or "0"
        if value not in ("0", "na", "-"):
            letters = _PROCLITICS.get(value.partition("_")[0])
            if letters is None:
                return None
            found.append(letters)
    return tuple(found)


def _written(proclitics: tuple[str, ...]) -> str:
    """The proclitics as they stand before a noun: li- takes the alif from the article."""
    return "".join(proclitics).replace(_LI + _AL, _LI + _LI)


def _one_of(value: str | None, letters: str) -> str:
    return value if value and value in letters else ""
