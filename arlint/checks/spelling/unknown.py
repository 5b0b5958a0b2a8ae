"""Words that nothing explains and nothing repairs: a question to the editor."""

from __future__ import annotations

from collections.abc import Iterator

from arlint.checks.protocol import Context, Hit, documents
from arlint.document import Document
from arlint.document.characters import TATWEEL
from arlint.lexicon.letters import ALPHABET
from arlint.lexicon.spelling.speller import Speller

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
    speller = context.lexicon.document_speller.speller
    odd = {form for form, count in times.items() if count == 1 and not speller.in_use(form) and _is_unknown(form, speller)}
    for number, paragraph in enumerate(document.paragraphs):
        for index, shape in enumerate(paragraph.shapes):
            if shape.bare in odd and (number, index) not in repaired and not shape.text.endswith(TATWEEL):
                token = paragraph.token(index)
                yield Hit(token.start, token.end, values={"word": token.text}, confidence=0.5, paragraph=paragraph)


def _is_unknown(form: str, speller: Speller) -> bool:
    profile, vocabulary = speller.profiles[form], speller.vocabulary
    if len(form) < _SHORTEST or not _LETTERS.issuperset(form) or vocabulary.clean(form) >= _SEEN:
        return False
    return profile.strange or (profile.canonical != "" and not vocabulary.entry(form).known)
