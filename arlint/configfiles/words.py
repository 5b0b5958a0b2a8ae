"""What a project adds to the lexicon: its word lists and its counts.

Lists are those that the configuration names, `.arlint/words.txt` beside the configuration file (without one, in the current
folder), and the user's `arlint/words.txt` in $XDG_CONFIG_HOME (else ~/.config); the last two are read where they exist.
`.arlint/counts.arl`, which `arlint train` makes, stands for the counts that arlint ships.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from arlint.configfiles.settings import Settings
from arlint.errors import ArlintError, Saying, reason

if TYPE_CHECKING:
    from arlint.lexicon.counts.store import Counts
    from arlint.lexicon.lexicon import Lexicon
    from arlint.lexicon.userwords import UserWord

PROJECT_LIST = os.path.join(".arlint", "words.txt")
PROJECT_COUNTS = os.path.join(".arlint", "counts.arl")


class UnreadableWordListError(ArlintError):
    """A word list that the configuration names cannot be read."""

    def __init__(self, path: str, reason: Saying) -> None:
        self.details = {"path": path, "reason": reason}
        super().__init__(f"{path}: the word list cannot be read ({reason})")


class UnusableCountsError(ArlintError):
    """The counts of the project's archive are damaged, or were made by another version of arlint."""

    def __init__(self, path: str, problem: Saying) -> None:
        self.details = {"path": path, "problem": problem}
        super().__init__(
            f"{path}: the counts of your archive cannot be used ({problem}); make them anew with 'arlint train', or remove the file"
        )


def project_list(settings: Settings) -> str:
    """The project's own list, whether or not it exists."""
    return os.path.join(settings.folder or os.getcwd(), PROJECT_LIST)


def user_list() -> str:
    """The user's list, whether or not it exists."""
    folder = os.environ.get("XDG_CONFIG_HOME") or os.path.join(os.path.expanduser("~"), ".config")
    return os.path.join(folder, "arlint", "words.txt")


def word_lists(settings: Settings) -> list[str]:
    """Every list that a run reads, the configured ones first."""
    configured = list(map(os.path.normpath, settings.words))
    return configured + [path for path in (project_list(settings), user_list()) if os.path.isfile(path) and path not in configured]


def project_counts(settings: Settings) -> str:
    """The project's own counts, whether or not they exist."""
    return os.path.join(settings.folder or os.getcwd(), PROJECT_COUNTS)


def lexicon_for(settings: Settings) -> Lexicon:
    """The lexicon with what the project adds. Raises UserWordError, UnreadableWordListError,
    UnusableCountsError, CompiledDataError, and where a backend cannot be used one of `arlint.backends.errors`."""
    from arlint.lexicon.lexicon import Lexicon

    paths, counts = word_lists(settings), project_counts(settings)
    if not paths and not os.path.isfile(counts):
        return _reviewed(Lexicon.default(), settings)
    from arlint.lexicon.userwords import UserWords

    words = UserWords(word for path in paths for word in _read(path))
    extended = Lexicon.default().extended(words, _counts(counts) if os.path.isfile(counts) else None)
    return _reviewed(extended, settings)


def _counts(path: str) -> Counts:
    from arlint.lexicon.counts.store import Counts
    from arlint.lexicon.errors import CompiledDataError

    try:
        return Counts(path)
    except CompiledDataError as error:
        raise UnusableCountsError(path, error.problem) from None


def _reviewed(lexicon: Lexicon, settings: Settings) -> Lexicon:
    """The lexicon with the backends that are configured."""
    if settings.backends is None:
        return lexicon
    from arlint.backends.loading import load

    return lexicon.reviewed(load(settings.backends, lexicon.counts.unigram))


def _read(path: str) -> list[UserWord]:
    from arlint.lexicon.userwords import read_words

    try:
        return read_words(path)
    except OSError as error:
        raise UnreadableWordListError(path, reason(error)) from None
