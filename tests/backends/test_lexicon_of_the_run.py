"""Every check asks the lexicon of the run: what a backend knows counts for those too that look at whole documents."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import arlint
from arlint import Config, Linter
from arlint.lexicon.lexicon import Lexicon
from arlint.lexicon.morphology.reading import Reading


def like(model: str, word: str) -> dict[str, tuple[Reading, ...]]:
    """The word with the first reading of another one."""
    reading = Lexicon.default().analyser.analyse(model)[0]
    return {word: (reading._replace(stem=word, lemma=word, bare_lemma=word),)}


class Knows:
    """A backend that knows these words and vouches for them."""

    has_morphology = True

    def __init__(self, words: dict[str, tuple[Reading, ...]]) -> None:
        self._words = words

    def accepts(self, word: str) -> bool:
        return word in self._words

    def readings(self, word: str) -> tuple[Reading, ...]:
        return self._words.get(word, ())

    def persons(self, word: str) -> bool | None:
        return None

    def trusted(self, word: str) -> bool:
        return word in self._words


VERB = like("كتب", "زخرفط")
UNDOTTED = """
قضى المجلس الأعلى بتأجيل الدعوى التي رفعها النادي.
وقال المحامى إن الحكم النهائى قريب."""
TWO_SPELLINGS = """
زار غوتيريش المخيم صباح أمس.
ودعا جوتيريش إلى وقف القتال."""


@pytest.mark.parametrize(
    ("code", "text", "words", "alone", "with_backend"),
    [
        # What is said between the marks is a clause by its verb alone.
        ("NWS001", "قال المتحدث «زخرفط الجمهور كثيرا».", VERB, 0, 1),
        # A verb of saying and its subject run together, unless it is a word.
        ("NWS001", "قالزخرفط الجديد «لن نعود إلى الوراء».", like("كتاب", "قالزخرفط"), 1, 0),
        # A line is running text by its verb.
        ("NWS003", "زخرفط الجمهور في القاعة الكبرى مساء أمس طويلا", VERB, 0, 1),
        # One undotted ya is a slip, two are a habit.
        ("CON006", UNDOTTED, like("كتاب", "النهائى"), 2, 0),
        # A title that is written so.
        ("TYP025", "شاهدنا فيلم أوووه في القاعة.", like("كتاب", "أوووه"), 1, 0),
        # Common nouns are not compared.
        ("CON002", TWO_SPELLINGS, like("كتاب", "جوتيريش"), 1, 0),
    ],
)
def test_what_a_backend_knows(code: str, text: str, words: dict[str, tuple[Reading, ...]], alone: int, with_backend: int) -> None:
    config = Config(select=(code,))
    assert len(Linter(config).lint(text)) == alone
    assert len(Linter(config, Lexicon.default().reviewed([Knows(words)])).lint(text)) == with_backend


def test_no_check_takes_the_default_lexicon() -> None:
    """Nor do patterns, the syntax or a house's style: they are given the lexicon of the run."""
    root = Path(arlint.__file__).parent
    folders = ("checks", "patterns", "syntax", "housestyle")
    modules = [path for folder in folders for path in (root / folder).rglob("*.py")]
    assert len(modules) > 50
    assert not [path for path in modules if re.search(r"\bLexicon(\.default)?\(", path.read_text("utf-8"))]
