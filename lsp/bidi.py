"""Right-to-left messages in windows that are laid out from left to right.

A message in Arabic that ends in a full stop, or holds «slip» ← «repair», is put into disorder there unless it is isolated.
Terminals and Emacs know what to do with bare Arabic, and some of them print the isolates as signs: they get none.
"""

from __future__ import annotations

import re

from arlint.lsp.client import Client

_RIGHT_TO_LEFT_ISOLATE, _POP_ISOLATE = "\u2067", "\u2069"
_MARKDOWN_LINE = re.compile(r"^(\s*(?:#+ |- )?)(.*\S)", re.MULTILINE)


def isolated(text: str, language: str, client: Client) -> str:
    """One line of our own in Arabic, in an isolate where the client needs it."""
    if language != "ar" or not client.isolates:
        return text
    return f"{_RIGHT_TO_LEFT_ISOLATE}{text}{_POP_ISOLATE}"


def isolated_markdown(text: str, language: str, client: Client) -> str:
    """The same for every line of a Markdown text; headings and lists stay what they are."""
    if language != "ar" or not client.isolates:
        return text
    return _MARKDOWN_LINE.sub(rf"\1{_RIGHT_TO_LEFT_ISOLATE}\2{_POP_ISOLATE}", text)
