"""The command line's own texts, in Arabic and in English: one JSON file a language beside this module.

What errors say in detail stands in the code, in English; `sayings.ar.json` has by that what they say in Arabic.

A text is a string with `{names}`, or, where it counts something, one string for each plural category that the
language distinguishes (the categories of Unicode CLDR: zero, one, two, few, many, other).
"""

from __future__ import annotations

import json
import os
from functools import cached_property, lru_cache
from typing import Any

from arlint.errors import ArlintError, Saying
from arlint.pathnames import is_unruly, shown

LANGUAGES = ("ar", "en")
_PATHS = ("path", "folder", "kept")  # values that are paths, whatever message they stand in


class Messages:
    """The texts of one language, read from `folder` when the first one is asked for."""

    def __init__(self, language: str, folder: str = os.path.dirname(__file__)) -> None:
        self.language = language
        self._folder = folder

    def __call__(self, key: str, **values: object) -> str:
        """The text `key` with its placeholders filled. Raises KeyError for a key that is not in the file."""
        text: str = self._texts[key]
        return text.format_map({name: self._told(name, value) for name, value in values.items()}) if values else text

    def count(self, key: str, number: int, **values: object) -> str:
        """The text `key` in the plural category of `number`, which it calls `{count}`."""
        forms = self._texts[key]
        return str(forms.get(plural(self.language, number)) or forms["other"]).format(count=f"{number:,}", **values)

    def say(self, saying: Saying) -> str:
        """What part of an error says; in English where this language has no words for it."""
        told = saying.english if self.language == "en" else self._sayings.get(saying.english, saying.english)
        return told.format_map({name: self._told("", value) for name, value in saying.values.items()}) if saying.values else told

    def _told(self, name: str, value: object) -> object:
        if isinstance(value, Saying):
            return self.say(value)
        return shown(value) if name in _PATHS else value

    def error(self, error: ArlintError) -> str:
        """An error on one line; in English where this language has no text for its class."""
        key = f"error.{type(error).__name__}"
        if self.language == "en" or key not in self._texts:
            return " ".join(_with_paths_shown(error).split("\n"))
        return self(key, **error.details)

    def knows(self, key: str) -> bool:
        """Is there a text `key`?"""
        return key in self._texts

    @cached_property
    def _texts(self) -> dict[str, Any]:
        return self._read(f"{self.language}.json")

    @cached_property
    def _sayings(self) -> dict[str, Any]:
        return self._read(f"sayings.{self.language}.json")

    def _read(self, name: str) -> dict[str, Any]:
        with open(os.path.join(self._folder, name), "rb") as file:
            texts: dict[str, Any] = json.load(file)
        return texts


def _with_paths_shown(error: ArlintError) -> str:
    text = str(error)
    for path in (str(error.details[name]) for name in _PATHS if name in error.details):
        text = text.replace(path, shown(path)) if is_unruly(path) else text
    return text


@lru_cache
def messages(language: str) -> Messages:
    """The texts in "ar" or "en"."""
    return Messages(language)


def plural(language: str, number: int) -> str:
    """The plural category of a whole number, after Unicode CLDR's rules for Arabic and English."""
    if language != "ar":
        return "one" if number == 1 else "other"
    if number < 3:
        return ("zero", "one", "two")[number]
    rest = number % 100
    return "few" if 3 <= rest <= 10 else "many" if rest >= 11 else "other"
