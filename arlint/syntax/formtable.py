"""The forms of a lexicon: those of usual spellings compiled, the others made as they come by. Start at `forms_of`.

The table is made from the compiled morphology, word lists and counts (`arlint.compilers.formtable`) and holds, for each of
the spellings most seen in print, one number and its lemmas. Where it is missing or older than they are, forms are made from the
readings: slower, never different.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cached_property, lru_cache

from arlint.lexicon import words
from arlint.lexicon.container import Container, StrPath, sizes_of
from arlint.lexicon.counts import store
from arlint.lexicon.lexicon import Lexicon
from arlint.lexicon.morphology import analyser
from arlint.lexicon.morphology.reading import Reading
from arlint.lexicon.words import Human
from arlint.syntax.forms import FIELDS, TAGS, TEH_MARBUTA, Form, in_print, summed

FILE = "forms.arl"
MADE_FROM = (analyser.FILE, words.FILE, store.FILE)
_CACHE = 1 << 16

# Bits of each field in a packed form, in the order of FIELDS; after them one bit a tag.
_WIDTHS = tuple({"cells": 6, "adjective": 6, "verb": 6, "human": 2}.get(field, 1) for field in FIELDS)
_HUMAN = (None, False, True)
_ARTICLE = "\u0627\u0644"
_RELATIVE_OF_PERSONS, _RELATIVE_OF_THINGS = "\u0627\u0644\u0630\u064a\u0646", "\u0627\u0644\u062a\u064a"
# Judges, governors, shepherds: broken plurals in -at of weak roots name persons.
_PERSONS_IN_TEH = "\u0627\u0629"

# Enough sightings to tell nouns of persons from nouns of things, and how clear they must be.
_SEEN, _CLEAR, _RARE = 4, 8, 40


class Forms:
    """The forms of one lexicon. Read-only once made, so it may be shared by threads."""

    def __init__(self, lexicon: Lexicon, table: FormTable | None = None) -> None:
        self._lexicon = lexicon
        self._table = table
        self.get = lru_cache(_CACHE)(self._form)

    def readings(self, text: str) -> tuple[Reading, ...]:
        """The readings of a spelling as news prose uses them; a title is taken for the title, though families are called so."""
        return self._read(text)[0]

    def lemmas(self, text: str) -> frozenset[str] | None:
        """The lemmas of a spelling that the table has; None for any other."""
        return self._table.lemmas(text) if self._table else None

    def summed(self, text: str) -> Form:
        """The form, made from the readings."""
        readings, human = self._read(text)
        return summed(text, readings, human, self._lexicon.words.name(text) is not None)

    def _form(self, text: str) -> Form:
        packed = self._table.packed(text) if self._table else None
        return self.summed(text) if packed is None else unpack(text, packed, self)

    def _read(self, text: str) -> tuple[tuple[Reading, ...], bool | None]:
        readings = in_print(self._lexicon.analyser.analyse(text))
        said = self._lexicon.persons(text)
        human = self._human(readings) if said is None else said
        if human and (nouns := tuple(reading for reading in readings if reading.pos != "name")):
            return nouns, human
        return readings, human

    def _human(self, readings: tuple[Reading, ...]) -> bool | None:
        """Does the noun name persons? The list of such nouns knows, of sound plurals in -un the form, else the relative in print."""
        humans = self._lexicon.words.humans
        listed = weak = False
        plural = ""
        for reading in readings:
            if not reading.nominal:
                continue
            if reading.sound_plural and reading.gender == "m":
                return True
            listed = listed or (not reading.bare_lemma.endswith(TEH_MARBUTA) and reading.bare_lemma in humans)
            listed = listed or _own_entry(humans, reading)
            if reading.number == "p":
                plural = reading.stem + reading.suffix.removesuffix(reading.enclitic)
                weak = weak or (reading.broken and plural.endswith(_PERSONS_IN_TEH))
        seen = self._human_in_print(plural) if plural else None
        if listed:  # a list of persons knows one sense of a word; print may know another
            return None if seen is False else True
        return None if weak and seen is False else seen

    def _human_in_print(self, plural: str) -> bool | None:
        """Which relative follows the definite plural: that of persons, or that of things? None when both do, or neither."""
        counts = self._lexicon.counts
        persons = counts.bigram(_ARTICLE + plural, _RELATIVE_OF_PERSONS)
        things = counts.bigram(_ARTICLE + plural, _RELATIVE_OF_THINGS)
        if things >= _SEEN and persons * _RARE <= things:
            return False
        return True if persons >= _SEEN and things * _CLEAR <= persons else None


def _own_entry(humans: Mapping[str, Human], reading: Reading) -> bool:
    """Does the list have the form, and not as the feminine of another word (need, written like the feminine of pilgrim)?"""
    if reading.bare_lemma.endswith(TEH_MARBUTA):
        entry = humans.get(reading.bare_lemma)
        return entry is not None and entry.feminine != reading.bare_lemma
    return reading.stem in humans or reading.stem + reading.suffix in humans


class FormTable:
    """The compiled forms in `path`. Raises CompiledDataError when the file is damaged."""

    def __init__(self, path: StrPath) -> None:
        self._container = Container(path, "forms")
        self.made_from: dict[str, int] = self._container.json("made_from")
        self._get = self._container.trie("forms").get
        self._packed = self._container.array("packed", "Q")
        self._ends = self._container.array("lemma_ends", "I")
        self._ids = self._container.array("lemma_ids", "I")

    @cached_property
    def _lemmas(self) -> list[str]:
        lemmas: list[str] = self._container.json("lemmas")
        return lemmas

    def packed(self, text: str) -> int | None:
        """The packed form of a spelling, None when the table does not have it."""
        place = self._get(text)
        return None if place is None else self._packed[place]

    def lemmas(self, text: str) -> frozenset[str] | None:
        """Its lemmas, None when the table does not have it."""
        place = self._get(text)
        if place is None:
            return None
        return frozenset(self._lemmas[number] for number in self._ids[self._ends[place] : self._ends[place + 1]])


def pack(form: Form) -> int:
    """The fields and tags of a form as one number."""
    packed = shift = 0
    for field, width in zip(FIELDS, _WIDTHS, strict=True):
        value = getattr(form, field)
        packed |= (_HUMAN.index(value) if field == "human" else int(value)) << shift
        shift += width
    return packed | sum(1 << shift + number for number, tag in enumerate(TAGS) if tag in form.tags)


def unpack(text: str, packed: int, source: Forms) -> Form:
    """The form that `pack` packed."""
    form = Form(text, source)
    form.cells, form.adjective, form.verb = packed & 63, packed >> 6 & 63, packed >> 12 & 63
    form.human = _HUMAN[packed >> 18 & 3]
    flags = packed >> 20
    form.name, form.noun, form.only_nominal, form.only_adjective = flags & 1 == 1, flags & 2 == 2, flags & 4 == 4, flags & 8 == 8
    form.only_verb, form.article, form.definite, form.indefinite = flags & 16 == 16, flags & 32 == 32, flags & 64 == 64, flags & 128 == 128
    form.to, form.and_, form.maybe_and = flags & 256 == 256, flags & 512 == 512, flags & 1024 == 1024
    form.tags = _tags(packed >> 31)
    return form


@lru_cache(1 << 10)
def _tags(bits: int) -> tuple[str, ...]:
    return tuple(tag for number, tag in enumerate(TAGS) if bits >> number & 1)


@lru_cache(4)
def forms_of(lexicon: Lexicon) -> Forms:
    """The forms of a lexicon, shared by all texts."""
    return Forms(lexicon, _table(lexicon.folder) if lexicon.reads_alone else None)


def _table(folder: StrPath) -> FormTable | None:
    """The compiled table, if it was made from the files beside it."""
    path = os.path.join(folder, FILE)
    if not os.path.exists(path):
        return None
    table = FormTable(path)
    return table if table.made_from == sizes(folder) else None


def sizes(folder: StrPath) -> dict[str, int]:
    """The sizes in bytes of the files that the table is made from: enough to notice that one was built anew."""
    return sizes_of(MADE_FROM, folder)
