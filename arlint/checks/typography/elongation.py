"""Letters repeated for emphasis, as in messages: «biiig»."""

from __future__ import annotations

from collections.abc import Iterator

from arlint.checks.protocol import Context, Hit, paragraphs, replace_any
from arlint.document import Kind, Paragraph
from arlint.document.characters import ARABIC_LETTERS, bare
from arlint.document.patterns import lazy

_THREE = lazy(rf"([{ARABIC_LETTERS}])\1\1+")
_CLITICS = "\u0648\u0644"
_LONGEST = 30


@paragraphs()
def elongated(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """A letter three times or more in a row in a word that no dictionary has; laughter (one letter only) is left alone."""
    if not _THREE.search(paragraph.text):
        return
    known = context.lexicon.analyser.known
    for token in paragraph.tokens:
        run = _THREE.search(token.text) if token.kind is Kind.WORD else None
        if run is None or len(token.bare) > _LONGEST or run.span() == (0, len(token.text)):
            continue
        if known(token.bare) or context.lexicon.accepts(token.bare):  # affix rules of dictionaries build such words, too
            continue
        once, twice = (_THREE.sub(r"\1" * times, token.text) for times in (1, 2))
        clitics = run.start() == 0 and run[1] in _CLITICS
        words = [spelling for spelling in ((twice, once) if clitics else (once, twice)) if known(bare(spelling))]
        yield Hit(token.start, token.end, replace_any(token.start, token.end, words or [once]), {"word": token.text})
