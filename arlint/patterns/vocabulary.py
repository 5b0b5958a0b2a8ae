"""The words that authors of patterns write, and what they stand for in `Reading`."""

from __future__ import annotations

from arlint.document import Kind

PARTS_OF_SPEECH = {
    "noun": "noun", "adjective": "adj", "verb": "verb", "name": "name", "numeral": "num", "preposition": "prep",
    "conjunction": "conj", "particle": "particle", "pronoun": "pron", "demonstrative": "dem", "relative": "rel",
    "interrogative": "interrog", "adverb": "adv", "interjection": "interj", "abbreviation": "abbrev",
}  # fmt: skip

# Feature of a reading → the author's word → the letters that `Reading` uses.
FEATURES: dict[str, dict[str, str]] = {
    "pos": PARTS_OF_SPEECH,
    "gender": {"masculine": "m", "feminine": "f"},
    "number": {"singular": "s", "dual": "d", "plural": "p"},
    "state": {"article": "d", "pronoun": "e", "construct": "c", "indefinite": "i", "bare": "b"},
    "person": {"first": "1", "second": "2", "third": "3"},
    "aspect": {"perfect": "p", "imperfect": "i", "imperative": "c"},
    "voice": {"active": "a", "passive": "p"},
    "case": {"nominative": "n", "oblique": "ga", "accusative": "a", "genitive": "g", "none": ""},
    "mood": {"indicative": "i", "subjunctive": "s", "jussive": "j"},
}

KINDS = {kind.value: kind for kind in Kind}

# Features that only finite verbs have, and those that verbs never have.
VERBAL = frozenset({"aspect", "voice", "mood"})
NOMINAL = frozenset({"state", "case"})
VERBAL_POS = frozenset({"verb"})

EDGES = frozenset({"sentence", "clause", "quotation"})
ALTERNATIVES = "|"
OPEN = "+"
