"""The text model: Document → Paragraph → Sentence → Token, positions, facts.

Start at `arlint.document.model`. A paragraph's own coordinates are code points of its plain text;
its source map leads back to the text as the user sees it.
"""

from arlint.document.facts import Fact
from arlint.document.model import Document, Paragraph, Sentence
from arlint.document.positions import LineIndex, Position, Unit
from arlint.document.sourcemap import SourceMap
from arlint.document.tokens import Kind, Shape, Token

__all__ = [
    "Document",
    "Fact",
    "Kind",
    "LineIndex",
    "Paragraph",
    "Position",
    "Sentence",
    "Shape",
    "SourceMap",
    "Token",
    "Unit",
]
