"""Hunspell dictionaries, through chunspell, as a backend that only ever accepts words.

Affix rules of the Arabic dictionaries build words that nobody writes. So a word that only they build, and that is not itself an entry,
must have been seen in print. Suggestions are never asked for: they take up to a second a word.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from arlint.backends.errors import MissingBackendError, MissingDictionaryError, UnusableDataError
from arlint.document.characters import bare
from arlint.errors import reason, say
from arlint.lexicon.morphology.reading import Reading

_FOLDERS = (
    "/usr/share/hunspell", "/usr/share/myspell", "/usr/share/myspell/dicts", "/usr/local/share/hunspell", "/opt/homebrew/share/hunspell",
    "~/.local/share/hunspell", "~/Library/Spelling", "/Library/Spelling",
)  # fmt: skip


class HunspellBackend:
    """Accepts what any of the dictionaries accepts. seen: how often a word is seen in print. personal: vouched-for bare words."""

    has_morphology = False

    def __init__(self, dictionaries: Sequence[Any], personal: frozenset[str], seen: Callable[[str], int]) -> None:
        self._dictionaries = tuple(dictionaries)
        self._personal = personal
        self._seen = seen

    def accepts(self, word: str) -> bool:
        """Is it an entry, or built from one and seen in print?"""
        if not word.isalpha():
            return False
        return any(one.spell(word) and (word in one.stem(word) or self._seen(word) > 0) for one in self._dictionaries)

    def readings(self, word: str) -> tuple[Reading, ...]:
        """None: the Arabic dictionaries carry no features."""
        return ()

    def persons(self, word: str) -> bool | None:
        """Not known."""
        return None

    def trusted(self, word: str) -> bool:
        """Does it stand in a personal dictionary?"""
        return word in self._personal


def load(dictionaries: Sequence[str], personal: Sequence[str], seen: Callable[[str], int]) -> HunspellBackend:
    """The backend. Raises MissingBackendError, MissingDictionaryError, UnusableDataError."""
    try:
        from hunspell import Hunspell
    except ImportError as error:
        raise MissingBackendError("hunspell", "chunspell", str(error)) from None
    opened = []
    for path in map(find, dictionaries):
        try:
            opened.append(Hunspell(path.stem, hunspell_data_dir=str(path.parent)))
        except Exception as error:  # chunspell has no common class of its own
            raise UnusableDataError(str(path), str(error)) from None
    return HunspellBackend(opened, frozenset(word for path in personal for word in read_personal(path)), seen)


def find(name: str) -> Path:
    """The .dic of a path, or of a language code ("ar", "ar_EG") among the system's dictionaries. Raises MissingDictionaryError."""
    if name.endswith(".dic") or os.sep in name:
        path = Path(name).with_suffix(".dic") if name.endswith((".dic", ".aff")) else Path(f"{name}.dic")
        candidates = [path]
    else:
        candidates = [Path(folder).expanduser() / f"{name.replace('-', '_')}.dic" for folder in _folders()]
    for path in candidates:
        if path.is_file() and path.with_suffix(".aff").is_file():
            return path
    raise MissingDictionaryError(name)


def read_personal(path: str) -> list[str]:
    """The bare words of a personal dictionary: one a line, a count in the first line and flags behind "/" passed over."""
    try:
        lines = Path(path).read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise UnusableDataError(path, say("not UTF-8 at byte {offset}", offset=error.start)) from None
    except OSError as error:
        raise UnusableDataError(path, reason(error)) from None
    words = (bare(line.partition("/")[0].split("\t")[0].strip()) for line in lines)
    return [word for word in words if word.isalpha()]


def _folders() -> list[str]:
    named = os.environ.get("DICPATH", "").split(os.pathsep)
    installed = str(Path(sys.prefix) / "share" / "hunspell")
    return [folder for folder in (*named, *_FOLDERS, installed) if folder]
