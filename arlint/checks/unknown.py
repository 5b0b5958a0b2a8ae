"""Words that nothing explains and nothing repairs: a question to the editor."""

from __future__ import annotations

from collections.abc import Iterator

from arlint.checks.protocol import Context, Hit, documents
from arlint.document import Document
from arlint.document.characters import TATWEEL
from arlint.lexicon.letters import ALPHABET

# A word seen this often in clean sources is known well enough, whatever the lists say.
_SEEN = 5
_SHORTEST = 4
_LETTERS = frozenset(ALPHABET)


@documents()
def word(document: Document, context: Context) -> Iterator[Hit]:
    """A word of no list, hardly ever seen in print, that stands once in the document and that no spelling rule repairs."""
    survey = context.fact(context.lexicon.document_speller.survey)
    repaired = {(placed.paragraph, placed.token) for placeds in survey.values() for placed in placeds}
    times = document.fact(context.lexicon.document_speller.words)
    vocabulary = context.lexicon.document_speller.speller.vocabulary
    for number, paragraph in enumerate(document.paragraphs):
        for index in paragraph.words:
            token = paragraph.tokens[index]
            if len(token.bare) < _SHORTEST or times[token.bare] > 1 or (number, index) in repaired or token.text.endswith(TATWEEL):
                continue
            entry = vocabulary.entry(token.bare)
            if not entry.known and entry.clean < _SEEN and _LETTERS.issuperset(token.bare):
                yield Hit(token.start, token.end, values={"word": token.text}, confidence=0.5, paragraph=paragraph)
