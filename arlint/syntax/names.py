"""Foreign names: words that the lexicon does not know, or knows as names alone. No list of them is needed."""

from __future__ import annotations

from functools import lru_cache

from arlint.lexicon.lexicon import Lexicon
from arlint.syntax.formtable import forms_of

SHORTEST_NAME = 5
_PRONOUN_ENDINGS = ("\u0647", "\u0647\u0627", "\u0647\u0645")
_PRONOUN_LETTERS = "\u0647\u0627\u0645"
_PERSON_PREFIXES = "\u064a\u062a\u0646"


@lru_cache(1 << 13)
def may_be_name(form: str, lexicon: Lexicon) -> bool:
    """Is the word unknown, or known as a name alone? A word with a pronoun attached is no name."""
    # What is no name among its forms, which most words have at hand, has a reading that is none: only the others are analysed.
    if len(form) < SHORTEST_NAME or not forms_of(lexicon).get(form).name:
        return False
    analyser = lexicon.analyser
    if not all(reading.pos == "name" for reading in analyser.analyse(form)):
        return False
    return not (form.endswith(_PRONOUN_ENDINGS) and (form[0] in _PERSON_PREFIXES or analyser.known(form.rstrip(_PRONOUN_LETTERS))))
