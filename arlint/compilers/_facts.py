"""What dictionaries/words knows of gender and number that the analyser's tables do not."""

from __future__ import annotations

from pathlib import Path

from arlint.compilers._stems import WordFacts
from arlint.compilers._tsv import rows


def word_facts(folder: Path) -> WordFacts:
    """The facts of the word lists, by bare spelling. Raises WordListError for a faulty list."""
    names = {row["name"]: row["gender"] for row in rows(folder / "given_names.tsv")}
    names |= {row["place"]: row["gender"] for row in rows(folder / "places.tsv")}
    plurals = {
        (row["plural"], singular): row["gender"] for row in rows(folder / "broken_plurals.tsv") for singular in (row["singular"], "")
    }
    return WordFacts(
        gender={row["noun"]: row["gender"] for row in rows(folder / "noun_genders.tsv")},
        plurals=plurals,
        humans=frozenset(row["singular"] for row in rows(folder / "human_nouns.tsv") if row["use"] == "noun"),
        names=names,
    )
