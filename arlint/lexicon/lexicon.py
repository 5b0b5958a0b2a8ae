"""The lexicon: one object with everything known of words, each part loaded when it is first asked for."""

from __future__ import annotations

from functools import cached_property, lru_cache
from pathlib import Path

from arlint.lexicon import analyser, container
from arlint.lexicon.analyser import Analyser


class Lexicon:
    """Everything known of words. `folder` holds the compiled files; a part raises CompiledDataError when its file is unusable."""

    def __init__(self, folder: Path = container.COMPILED) -> None:
        self.folder = folder

    @cached_property
    def analyser(self) -> Analyser:
        """Morphology: the readings of a word."""
        return Analyser(self.folder / analyser.FILE)

    @staticmethod
    @lru_cache(1)
    def default() -> Lexicon:
        """The lexicon that arlint ships, one for the whole process."""
        return Lexicon()
