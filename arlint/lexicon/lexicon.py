"""The lexicon as one value, its parts loaded when first asked for."""

from __future__ import annotations

from functools import cache


class Lexicon:
    """What the words are."""

    @classmethod
    @cache
    def default(cls) -> Lexicon:
        """The lexicon that arlint ships."""
        return cls()
