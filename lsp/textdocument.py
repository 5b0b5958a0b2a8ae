"""Open documents. pygls' own class ends lines at U+2028, U+0085 and others where the protocol does not; this one doesn't."""

from __future__ import annotations

import logging
from functools import cached_property

from lsprotocol import types
from pygls.workspace import TextDocument, Workspace

from arlint.document.positions import LineIndex, Position, Unit

logger = logging.getLogger(__name__)


class Text:
    """One version of a text and where its lines begin. Never changed, so that every thread may read it."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def lines(self) -> LineIndex:
        """Found when first asked for."""
        return LineIndex(self.text)

    def offset(self, position: types.Position, unit: Unit) -> int:
        """Code-point offset of a position; one outside the text means the nearest place inside."""
        return self.lines.offset(Position(position.line, position.character), unit)

    def span(self, range_: types.Range, unit: Unit) -> tuple[int, int]:
        """Code-point span of a range, whichever of its ends comes first."""
        start, end = self.offset(range_.start, unit), self.offset(range_.end, unit)
        return min(start, end), max(start, end)

    def position(self, offset: int, unit: Unit) -> types.Position:
        """The position of a code-point offset."""
        line, column = self.lines.position(offset, unit)
        return types.Position(line, column)

    def range(self, start: int, end: int, unit: Unit) -> types.Range:
        """The range of a code-point span."""
        return types.Range(self.position(start, unit), self.position(end, unit))

    def edited(self, start: int, end: int, replacement: str) -> Text:
        """The text after an edit."""
        return Text(self.text[:start] + replacement + self.text[end:])


class OpenDocument(TextDocument):
    """A document the client has opened. `current` is its present text."""

    unit = Unit.UTF16
    _current: Text | None = None

    @property
    def current(self) -> Text:
        """The text as of the last change."""
        if self._current is None:
            self._current = Text(self._source or "")
        return self._current

    @property
    def source(self) -> str:
        """The text of `current`."""
        return self.current.text

    def apply_change(self, change: types.TextDocumentContentChangeEvent) -> None:
        """Take over one change, of a range or of the whole text."""
        if isinstance(change, types.TextDocumentContentChangePartial):
            start, end = self.current.span(change.range, self.unit)
            self._current = self.current.edited(start, end, change.text)
        else:
            self._current = Text(change.text)


class OpenDocuments(Workspace):
    """pygls' workspace with documents of our own."""

    @property
    def unit(self) -> Unit:
        """What the client's columns count."""
        return Unit(str(getattr(self.position_encoding, "value", self.position_encoding)))

    def open_document(self, uri: str) -> OpenDocument | None:
        """The document with this URI, if the client has opened it."""
        document = self.text_documents.get(uri) or self.get_text_document(uri)
        return document if isinstance(document, OpenDocument) and document.version is not None else None

    def update_text_document(self, text_doc: types.VersionedTextDocumentIdentifier, change: types.TextDocumentContentChangeEvent) -> None:
        """Apply a change in the order of arrival. One to a document that isn't open is passed over with a line in the log."""
        document = self.open_document(text_doc.uri)
        if document is None:
            logger.warning("change to a document that is not open: %s", text_doc.uri)
            return
        if document.version is not None and text_doc.version is not None and text_doc.version < document.version:
            logger.warning("%s: version %s comes after %s", text_doc.uri, text_doc.version, document.version)
        super().update_text_document(text_doc, change)

    def _create_text_document(
        self, doc_uri: str, source: str | None = None, version: int | None = None, language_id: str | None = None
    ) -> TextDocument:
        document = OpenDocument(doc_uri, source, version, language_id)
        document.unit = self.unit
        return document
