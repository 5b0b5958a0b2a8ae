"""The server's own texts, in Arabic and in English: one JSON file a language beside this module, read as `arlint.messages` reads them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from arlint.errors import ArlintError, Saying
from arlint.messages import Messages, messages


class Texts(Messages):
    """The server's texts; errors are told in the words of the command line."""

    def error(self, error: ArlintError) -> str:
        """An error on one line."""
        return messages(self.language).error(error)

    def say(self, saying: Saying) -> str:
        """Part of what an error says."""
        return messages(self.language).say(saying)


@cache
def texts(language: str) -> Texts:
    """The texts of a language, "ar" or "en"."""
    return Texts(language, str(Path(__file__).parent))
