"""Plain text: every line that is not blank is a paragraph."""

from __future__ import annotations

from arlint.document import Document

NAME = "text"
SUFFIXES = (".txt", ".text")


def parse(text: str) -> Document:
    """The document of a plain text."""
    return Document.plain(text)
