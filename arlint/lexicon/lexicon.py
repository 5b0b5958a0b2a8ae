"""The lexicon: one object with everything known of words, each part loaded when it is first asked for."""

from __future__ import annotations

import os
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from arlint.lexicon import container, words
from arlint.lexicon.morphology import analyser
from arlint.lexicon.morphology.analyser import Analyser
from arlint.lexicon.words import WordLists

if TYPE_CHECKING:
    from collections.abc import Sequence

    from arlint.lexicon.counts.store import Counts
    from arlint.lexicon.morphology.paradigms import Paradigms
    from arlint.lexicon.opinions import Backend, Opinions
    from arlint.lexicon.spelling.survey import DocumentSpeller
    from arlint.lexicon.userwords import UserWords


class Lexicon:
    """Everything known of words. `folder` holds the compiled files; a part raises CompiledDataError when its file is unusable."""

    def __init__(self, folder: container.StrPath = container.COMPILED, user_words: UserWords | None = None) -> None:
        self.folder = folder
        self._user_words = user_words
        self._opinions: Opinions | None = None

    def extended(self, user_words: UserWords | None = None, counts: Counts | None = None) -> Lexicon:
        """A lexicon that accepts further words, or goes by other counts, and shares everything else with this one."""
        other = Lexicon(self.folder, user_words)
        own = {"analyser": self.analyser, "words": self.words, "counts": counts or self.counts}
        other.__dict__.update(own)
        other._opinions = self._opinions
        return other

    def reviewed(self, backends: Sequence[Backend]) -> Lexicon:
        """A lexicon that asks these backends too, and shares everything else with this one."""
        from arlint.lexicon.opinions import BuiltIn, Opinions, ReviewedAnalyser

        other = self.extended(self._user_words, self.counts)
        other._opinions = Opinions(BuiltIn(self.analyser, self.words), backends)
        if other._opinions.on_readings:
            other.__dict__["analyser"] = ReviewedAnalyser(self.analyser, other._opinions)
        return other

    @property
    def reads_alone(self) -> bool:
        """Are readings, and who is a person, the built-in lexicon's own? A backend that only accepts words does not change them."""
        return self._opinions is None or not self._opinions.on_readings

    @cached_property
    def analyser(self) -> Analyser:
        """Morphology: the readings of a word."""
        return Analyser(os.path.join(self.folder, analyser.FILE))

    @cached_property
    def paradigms(self) -> Paradigms:
        """The other forms of a word."""
        from arlint.lexicon.morphology.paradigms import Paradigms

        return Paradigms(self.analyser)

    @cached_property
    def words(self) -> WordLists:
        """The word lists: names, titles, human nouns, months, currencies, units, loan words."""
        return WordLists(os.path.join(self.folder, words.FILE))

    @cached_property
    def counts(self) -> Counts:
        """How often words, pairs and triples of words are seen in print."""
        from arlint.lexicon.counts import store

        return store.Counts(os.path.join(self.folder, store.FILE))

    @cached_property
    def document_speller(self) -> DocumentSpeller:
        """Judges the spelling of documents."""
        from arlint.lexicon.counts import store
        from arlint.lexicon.spelling import calibration, speller, survey, wordfacts

        weights = calibration.Calibration(os.path.join(self.folder, calibration.FILE))
        facts = wordfacts.shipped(self.folder) if self.counts.path == os.path.join(self.folder, store.FILE) else None
        return survey.DocumentSpeller(speller.Speller(self, self.counts, weights, facts))

    def known(self, word: str) -> bool:
        """Does the analyser explain the word, is it a name of the lists, or has the user said that it is right? Then it may be meant
        where another one stands."""
        return self.analyser.known(word) or self.is_name(word) or self.accepts(word)

    def is_given_name(self, word: str) -> bool:
        """Is it a given name of the lists?"""
        name = self.words.name(word)
        return name is not None and "given" in name.kinds

    def accepts(self, word: str) -> bool:
        """Has the user said that the word is right, wherever it stands?"""
        if self._user_words is not None and self._user_words.accepts(word):
            return True
        return self._opinions is not None and self._opinions.vouches(word)

    def adds(self, word: str) -> bool:
        """Is it a word for the user, or for a backend? What only a backend knows is a word where it stands, as far as its context
        bears that out, and never the repair of another."""
        return self.accepts(word) or (self._opinions is not None and self._opinions.accepts(word))

    def persons(self, word: str) -> bool | None:
        """Does the word name persons? None where no backend says it."""
        return self._opinions.persons(word) if self._opinions else None

    def is_name(self, word: str) -> bool:
        """Is it a name of the lists, as it stands or after the proclitics of a name?"""
        return self.words.name(word) is not None

    @staticmethod
    @lru_cache(1)
    def default() -> Lexicon:
        """The lexicon that arlint ships, one for the whole process."""
        return Lexicon()
