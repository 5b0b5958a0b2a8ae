"""Words that a user or a newsroom adds: plain text, one word a line, which no spelling rule then reports.

    # a comment
    كوفيد
    أنتوني/name
    حوسبة/noun

A word alone is accepted as it stands and after "and" (و ف). `/name` (or `/علم`) accepts it after the proclitics of a name as well
(و ف ب ل ك), `/noun` (or `/اسم`) also with the article and with attached pronouns. Marks and tatweel are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from arlint.document.characters import SCRIPT_LETTERS, bare
from arlint.errors import ArlintError, Saying, say, saying
from arlint.lexicon.container import StrPath
from arlint.lexicon.morphology.clitics import ENCLITICS, PROCLITICS
from arlint.records import NamedTuple

PLAIN, NAME, NOUN = "", "name", "noun"
CLASSES = {PLAIN: PLAIN, NAME: NAME, NOUN: NOUN, "\u0639\u0644\u0645": NAME, "\u0627\u0633\u0645": NOUN}

_WORD = re.compile(f"[{SCRIPT_LETTERS}]{{1,60}}")
_CONJUNCTIONS = frozenset(PROCLITICS["conjunction"])
_ARTICLE = "\u0627\u0644"
_BEFORE = {
    PLAIN: _CONJUNCTIONS,
    NAME: frozenset(proclitic for proclitic in PROCLITICS["noun"] if _ARTICLE not in proclitic and not proclitic.endswith("\u0644\u0644")),
    NOUN: frozenset(PROCLITICS["noun"]),
}
_TEH_MARBUTA, _TEH = "\u0629", "\u062a"


class UserWordError(ArlintError):
    """A line of a word list is no word, or names no affix class."""

    def __init__(self, line: str, problem: Saying | str, where: str = "") -> None:
        self.details = {"line": line, "problem": saying(problem), "where": f"{where}: " if where else ""}
        super().__init__(f"{where + ': ' if where else ''}{line!r}: {problem}")


class UserWord(NamedTuple):
    """A bare word and its affix class: PLAIN, NAME or NOUN."""

    word: str
    affixes: str = PLAIN

    def __str__(self) -> str:
        return f"{self.word}/{self.affixes}" if self.affixes else self.word


def parse_word(line: str, where: str = "") -> UserWord:
    """The word of a line. Raises UserWordError."""
    text, _, affixes = (part.strip() for part in line.partition("/"))
    word = bare(text)
    if not _WORD.fullmatch(word):
        raise UserWordError(line.strip(), "not one word of Arabic letters", where)
    if affixes not in CLASSES:
        raise UserWordError(line.strip(), say("no affix class {name!r}; there are name and noun", name=affixes), where)
    return UserWord(word, CLASSES[affixes])


def parse_words(text: str, where: str = "") -> list[UserWord]:
    """The words of a list, comments and blank lines passed over. Raises UserWordError with file and line (`where`: the file)."""
    found = []
    for number, line in enumerate(re.split(r"\r\n|\n|\r", text.removeprefix("\ufeff")), start=1):
        content = line.partition("#")[0].strip()
        if content:
            found.append(parse_word(content, f"{where}:{number}"))
    return found


def read_words(path: StrPath) -> list[UserWord]:
    """The words of a file. Raises UserWordError; OSError when it cannot be read."""
    try:
        with open(path, encoding="utf-8") as file:
            text = file.read()
    except UnicodeDecodeError as error:
        raise UserWordError(str(path), say("the word list is not UTF-8 (byte {offset})", offset=error.start)) from None
    return parse_words(text, str(path))


class UserWords:
    """Accepts the words of some lists with the affixes of their classes."""

    def __init__(self, words: Iterable[UserWord] = ()) -> None:
        self._classes: dict[str, set[str]] = {}
        for word, affixes in words:
            self._classes.setdefault(word, set()).add(affixes)
            if affixes == NOUN and word.endswith(_TEH_MARBUTA):
                self._classes.setdefault(word[:-1] + _TEH, set()).add(affixes)
        self._longest = max(map(len, self._classes), default=0)

    def __bool__(self) -> bool:
        return bool(self._classes)

    def accepts(self, word: str) -> bool:
        """Is the bare word on a list, as it stands or with affixes of its class?"""
        if not self._classes or len(word) > self._longest + 8:
            return False
        ends = [len(word)] + [len(word) - len(ending) for ending in ENCLITICS if ending and word.endswith(ending)]
        return any(
            self._fits(word[:start], word[start:end], word[end:]) for start in range(min(5, len(word))) for end in ends if start < end
        )

    def _fits(self, before: str, word: str, after: str) -> bool:
        return any(before in _BEFORE[affixes] and (not after or affixes == NOUN) for affixes in self._classes.get(word, ()))
