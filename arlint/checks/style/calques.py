"""Calques that can be told from their setting: jaʾa ka-radd ʿala, ka-natija li-."""

from __future__ import annotations

from collections.abc import Iterator

from arlint.checks.protocol import Context, Hit, paragraphs, replace
from arlint.document import Paragraph, Token

_REPLY, _REACTION, _RESULT = "\u0643\u0631\u062f", "\u0641\u0639\u0644", "\u0643\u0646\u062a\u064a\u062c\u0629"
_AGAINST, _LAM = "\u0639\u0644\u0649", "\u0644"
_RADDAN = "\u0631\u062f\u0627\u064b"
_RADDAN_OLD = "\u0631\u062f\u064b\u0627"

# Before these words "krd" means Kurds: plurals in -un and -in that it describes.
_PLURALS = ("\u0648\u0646", "\u064a\u0646")
_FOLK = ("\u0623\u0643\u0631\u0627\u062f", "\u0639\u0631\u0628", "\u0648\u0639\u0631\u0628")


@paragraphs(forms=(_REPLY, _RESULT))
def as_reply(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """ka-radd (fi'l) ʿala and ka-natija li-, where the accusative says it; Kurds on the border are left alone."""
    tokens = paragraph.tokens
    for index in paragraph.words:
        after = tokens[index + 1 : index + 3]
        if tokens[index].bare == _RESULT and after and after[0].bare.startswith(_LAM):
            yield _hit(tokens[index : index + 1], tokens[index].text[1:])
        elif tokens[index].bare == _REPLY and not _follows_people(tokens, index):
            length = 2 if after and after[0].bare == _REACTION else 1
            if index + length < len(tokens) and tokens[index + length].bare == _AGAINST:
                raddan = _RADDAN_OLD if _old_tanween(paragraph) else _RADDAN
                yield _hit(tokens[index : index + length], raddan)


def _hit(tokens: tuple[Token, ...], repair: str) -> Hit:
    return Hit(tokens[0].start, tokens[-1].end, replace(tokens[0].start, tokens[-1].end, repair))


def _follows_people(tokens: tuple[Token, ...], index: int) -> bool:
    return index > 0 and (tokens[index - 1].bare.endswith(_PLURALS) or tokens[index - 1].bare in _FOLK)


def _old_tanween(paragraph: Paragraph) -> bool:
    """Does the paragraph write the tanween before its alif?"""
    return "\u064b\u0627" in paragraph.text and "\u0627\u064b" not in paragraph.text
