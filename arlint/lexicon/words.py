"""The word lists: names of all kinds, titles, human nouns, months, currencies, units, loan words. Start at `WordLists`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from arlint.document.characters import bare
from arlint.lexicon.container import Container, StrPath, compiled
from arlint.records import NamedTuple

FILE = "words.arl"
SHIPPED = compiled(FILE)

# Each kind of name: its list and the column that holds the name. The order is that of the compiled bits.
NAME_LISTS = {
    "given": ("given_names", "name"),
    "family": ("family_names", "name"),
    "place": ("places", "place"),
    "organisation": ("organisations", "name"),
    "other": ("other_names", "name"),
}
NAME_KINDS = tuple(NAME_LISTS)
GENDERS = ("", "m", "f", "mf")

# The lists that are kept row by row.
LISTS = (
    "titles",
    "human_nouns",
    "noun_genders",
    "broken_plurals",
    "nisba",
    "months",
    "weekdays",
    "currencies",
    "units",
    "loan_words",
    "impersonal_participles",
)

# What may be written together with a name, longest first: a conjunction, a preposition, both.
_PROCLITICS = tuple(
    conjunction + preposition
    for conjunction in ("\u0648", "\u0641", "")
    for preposition in ("\u0628", "\u0644", "\u0643", "")
    if conjunction or preposition
)
_ARTICLE = "\u0627\u0644"
_LONGEST_NAME = 60


class Name(NamedTuple):
    """A name of the lists. kinds: of NAME_KINDS, every one it serves as; gender: "m", "f", "mf", or "" where unknown."""

    name: str
    kinds: tuple[str, ...]
    gender: str


class Human(NamedTuple):
    """A noun that names persons; feminine and plural are "" where there is none. gender is the singular's.

    use: "noun" where the word never stands as an adjective after a noun, else "both".
    """

    singular: str
    feminine: str
    plural: str
    gender: str
    use: str


class Counted(NamedTuple):
    """A currency or unit with the forms that numbers ask for; "" for one that is not inflected."""

    singular: str
    gender: str
    dual: str
    plural: str
    accusative: str
    quantity: str = "money"


class Loan(NamedTuple):
    """The usual spelling of a loan word, and whether the variant is "accepted" beside it or "rejected"."""

    word: str
    status: str


class WordLists:
    """The compiled lists. `path` is the compiled file; raises CompiledDataError when it is missing or damaged."""

    def __init__(self, path: StrPath = SHIPPED) -> None:
        self._container = Container(path, "words")
        self._names = self._container.trie("names")
        self._kinds = self._container.view("name_kinds")
        self._genders = self._container.view("name_genders")

    def name(self, word: str) -> Name | None:
        """The name that `word` is, as it stands or after the proclitics that a name takes; None when it is none.

        Several words, parted by single spaces, are looked up as one name.
        """
        plain = bare(word)
        if len(plain) > _LONGEST_NAME or not plain.replace(" ", "").isalpha():
            return None
        for spelling in _without_proclitics(plain):
            number = self._names.get(spelling)
            if number is not None:
                bits = self._kinds[number]
                kinds = tuple(kind for position, kind in enumerate(NAME_KINDS) if bits >> position & 1)
                return Name(spelling, kinds, GENDERS[self._genders[number]])
        return None

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """Titles and offices → their feminine, "" where there is none."""
        return _pairs(self._rows("titles"))

    @cached_property
    def feminine_titles(self) -> Mapping[str, str]:
        """Feminine titles → their masculine."""
        return {feminine: title for title, feminine in self.titles.items() if feminine}

    @cached_property
    def humans(self) -> Mapping[str, Human]:
        """Nouns that name persons, by singular, feminine and plural (nominative)."""
        found: dict[str, Human] = {}
        for row in self._rows("human_nouns"):
            human = Human(*row)
            for form in (human.singular, human.feminine, human.plural):
                if form:
                    found.setdefault(form, human)
        return found

    @cached_property
    def genders(self) -> Mapping[str, str]:
        """Nouns whose ending does not tell their gender → "m", "f" or "mf"."""
        return _pairs(self._rows("noun_genders"))

    @cached_property
    def plurals(self) -> Mapping[str, tuple[tuple[str, str], ...]]:
        """Broken plurals → their singulars, each with its gender."""
        found: dict[str, tuple[tuple[str, str], ...]] = {}
        for plural, singular, gender in self._rows("broken_plurals"):
            found[plural] = (*found.get(plural, ()), (singular, gender))
        return found

    @cached_property
    def nisba(self) -> frozenset[str]:
        """Adjectives of origin, language, faith and allegiance, masculine singular."""
        return frozenset(word for (word,) in self._rows("nisba"))

    @cached_property
    def impersonal(self) -> Mapping[str, frozenset[str]]:
        """Passive participles that do not agree (the rules referred to) → the prepositions they go with."""
        found: dict[str, frozenset[str]] = {}
        for participle, preposition in self._rows("impersonal_participles"):
            found[participle] = found.get(participle, frozenset()) | {preposition}
        return found

    @cached_property
    def months(self) -> Mapping[str, tuple[tuple[str, int], ...]]:
        """Months → the systems that use the name, each with the month's number."""
        found: dict[str, tuple[tuple[str, int], ...]] = {}
        for month, system, number in self._rows("months"):
            found[month] = (*found.get(month, ()), (system, int(number)))
        return found

    @cached_property
    def weekdays(self) -> Mapping[str, int]:
        """Days of the week → their number by ISO 8601, Monday being 1."""
        return {day: int(number) for day, number in self._rows("weekdays")}

    @cached_property
    def counted(self) -> Mapping[str, Counted]:
        """Currencies and units, by every form."""
        found: dict[str, Counted] = {}
        for row in (*self._rows("currencies"), *self._rows("units")):
            counted = Counted(*row)
            for form in counted[:1] + counted[2:5]:
                if form:
                    found.setdefault(form, counted)
        return found

    @cached_property
    def loan_words(self) -> Mapping[str, Loan]:
        """Variant spellings of loan words → the usual one."""
        return {variant: Loan(word, status) for word, variant, status in self._rows("loan_words")}

    def _rows(self, name: str) -> list[list[str]]:
        rows: list[list[str]] = self._container.json(name)
        return rows


def _pairs(rows: list[list[str]]) -> dict[str, str]:
    return {row[0]: row[1] for row in rows}


def _without_proclitics(word: str) -> Iterator[str]:
    """The word, and what is left of it after each chain of proclitics that it begins with."""
    yield word
    for proclitics in _PROCLITICS:
        rest = word.removeprefix(proclitics)
        if rest != word and len(rest) > 2:
            yield rest
            if proclitics.endswith("\u0644") and rest.startswith("\u0644"):
                yield _ARTICLE + rest[1:]
