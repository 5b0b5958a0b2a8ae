"""Repairs as edits of the editor's text: those of one finding, or every safe one of a document at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from lsprotocol import types

from arlint.baseline import KnownSieve
from arlint.document import Document
from arlint.finding import Edit, Finding
from arlint.fixing import fix
from arlint.lsp.analysis import Analysis
from arlint.lsp.snapshot import Snapshot

Span = tuple[int, int]


def repair(analysis: Analysis, family: str = "", span: Span | None = None) -> list[Edit]:
    """What `arlint check --fix` would change: the safe fixes of rules whose code begins with `family`, within `span`."""
    before, environment = analysis.document.text, analysis.environment
    lines = _line_span(analysis, span) if span else (0, len(before))
    sieve = KnownSieve(analysis.known, analysis.document)
    document = analysis.document

    def parsed(text: str) -> Document:
        nonlocal document
        document = _version(analysis, text, document)
        return document

    def lint(text: str) -> Sequence[Finding]:
        path = environment.settings.relative(analysis.snapshot.path)
        findings = sieve.keep(parsed(text), environment.linter.examine(parsed(text), path).findings)
        low, high = lines[0], lines[1] + len(text) - len(before)
        return [one for one in findings if one.code.startswith(family) and low <= one.start and one.end <= high]

    after = fix(before, lint, guard=lambda text: environment.guard.examine(parsed(text)).findings).text
    edits = changes(before, after)
    return [edit for edit in edits if not span or (span[0] <= edit.start and edit.end <= span[1])]


def _version(analysis: Analysis, text: str, earlier: Document) -> Document:
    """The document with another text; what is known of paragraphs that stand in an earlier version is taken over."""
    if text == earlier.text:
        return earlier
    document = analysis.snapshot.format.parse(text)
    document.recall(earlier)
    return document


def _line_span(analysis: Analysis, span: Span) -> Span:
    lines = analysis.document.lines
    return lines.line_span(lines.line_of(span[0]))[0], lines.line_span(lines.line_of(span[1]))[1]


def changes(before: str, after: str) -> list[Edit]:
    """The edits that make `after` of `before`: few and small, in order, so that the editor's cursor and marks stay in place."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    if len(old) != len(new):
        return list(_difference(0, before, after))
    edits: list[Edit] = []
    at = 0
    for one, other in zip(old, new, strict=True):
        edits += _difference(at, one, other)
        at += len(one)
    return edits


def _difference(at: int, before: str, after: str) -> Iterator[Edit]:
    if before == after:
        return
    if len(before) > 5000:
        yield _trimmed(at, before, after)
        return
    for tag, low, high, new_low, new_high in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            yield Edit(at + low, at + high, after[new_low:new_high])


def _trimmed(at: int, before: str, after: str) -> Edit:
    """One edit: all but the beginning and the end that are equal."""
    shorter = min(len(before), len(after))
    head = next((index for index in range(shorter) if before[index] != after[index]), shorter)
    tail = next((index for index in range(shorter - head) if before[-1 - index] != after[-1 - index]), shorter - head)
    return Edit(at + head, at + len(before) - tail, after[head : len(after) - tail])


def text_edits(snapshot: Snapshot, edits: Iterable[Edit]) -> list[types.TextEdit]:
    """The edits in the client's units."""
    return [types.TextEdit(snapshot.range(start, end), replacement) for start, end, replacement in edits]


def workspace_edit(snapshot: Snapshot, edits: Iterable[Edit]) -> types.WorkspaceEdit:
    """The edits as one change of the document, bound to its version where the client can check that."""
    changes_ = text_edits(snapshot, edits)
    if not snapshot.client.versioned_edits:
        return types.WorkspaceEdit(changes={snapshot.uri: changes_})
    document = types.OptionalVersionedTextDocumentIdentifier(snapshot.uri, snapshot.version)
    return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(document, list(changes_))])
