"""Buckwalter's prefixes and suffixes, their tags turned into features."""

from __future__ import annotations

import re

from arlint.compilers._buckwalter import Row, arabic
from arlint.lexicon.morphology.stems import Prefix, Suffix

_PERSON = re.compile(r"/IV([123])([MF]?)([SDP])")
_PRONOUN = re.compile(r"\+([^+/]+)/(?:POSS_PRON_|PRON_|[PIC]VSUFF_DO:)([123])([MF]?)([SDP])")
_SUBJECT = re.compile(r"VSUFF_SUBJ:([123]?)([MF]?)([SDP])")
_PROCLITICS = {"CONJ", "PREP", "DET", "FUT", "SUBJUNC", "EMPHATIC_PARTICLE", "RESULT_CLAUSE_PARTICLE"}
_MOODS = {"FUT": "i", "SUBJUNC": "sj"}
_VOWELS = re.compile("[aiuo~]")


def prefix(row: Row, category: int) -> Prefix:
    """The features of a row of dictPrefixes."""
    parts = [part.split("/") for part in row.tags.split("+") if "/" in part]
    kinds = [kind for _, kind in parts]
    person, gender, number = _agreement(_PERSON.search(row.tags))
    return Prefix(
        arabic(row.bare),
        arabic(row.vocalised),
        category,
        tuple(arabic(_VOWELS.sub("", text)) for text, kind in parts if kind in _PROCLITICS),
        "DET" in kinds or row.category in ("NPref-Lil", "NPref-LiAl"),
        person,
        gender,
        number,
        next((_MOODS[kind] for kind in kinds if kind in _MOODS), ""),
    )


def suffix(row: Row, category: int) -> Suffix:
    """The features of a row of dictSuffixes."""
    person, gender, number = _agreement(_SUBJECT.search(row.tags))
    found = Suffix(
        arabic(row.bare),
        arabic(row.vocalised),
        category,
        person=person,
        gender=gender,
        number=number,
        mood="i" if "MOOD:I" in row.tags else "sj" if "MOOD:SJ" in row.tags else "",
    )
    return _with_pronoun(_with_nominal_ending(found, row), row)


def _agreement(match: re.Match[str] | None) -> tuple[str, str, str]:
    if match is None:
        return "", "", ""
    person, gender, number = match.groups()
    return person, gender.lower() or "mf", number.lower()


def _with_nominal_ending(found: Suffix, row: Row) -> Suffix:
    tags = row.tags
    if "NSUFF_FEM_SG" in tags:
        return found._replace(ending="ap")
    if "NSUFF_FEM_PL" in tags:
        return found._replace(ending="at")
    if "ACC_INDEF" in tags:
        return found._replace(ending="acc", case="a")
    if "_DU_" not in tags and "MASC_PL" not in tags:
        return found
    dual = "_DU_" in tags
    return found._replace(
        ending="du" if dual else "pl",
        number="d" if dual else "p",
        gender="f" if "NSUFF_FEM" in tags else "m",
        case="n" if "_NOM" in tags else "ga",
        construct="_POSS" in tags,
    )


def _with_pronoun(found: Suffix, row: Row) -> Suffix:
    pronoun = _PRONOUN.search(row.tags)
    if pronoun is None:
        return found
    text, person, gender, number = pronoun.groups()
    written = arabic(_VOWELS.sub("", text))
    # A doubled consonant (minni, laysanna) writes the pronoun with one letter less, or with none.
    enclitic = written if found.surface.endswith(written) else found.surface
    return found._replace(enclitic=enclitic, enclitic_agreement=person + gender.lower() + number.lower(), construct=False)
