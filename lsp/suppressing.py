"""Comments that silence a rule, written where the document's format lets them stand."""

from __future__ import annotations

from collections.abc import Iterator

from arlint.document import Document
from arlint.document.comments import Directive, read_directives
from arlint.finding import Edit, Finding, apply_edits
from arlint.formats.catalogue import Format
from arlint.lsp.analysis import Analysis

_MARKUP = ("<!--", " -->")
_LINE = ("#", "")
_FILE_HEADS = ("<!doctype", "<?xml")


def ignore_here(analysis: Analysis, finding: Finding) -> list[Edit]:
    """Silence the finding's rule on its line; no edit where no comment can stand."""
    document = analysis.document
    start, end = document.lines.line_span(document.lines.line_of(finding.start))
    for directive in _directives(document, "ignore"):
        if start <= directive.start < end and directive.selectors:
            return [Edit(directive.end, directive.end, f", {finding.code}")]
    end -= len(document.text[start:end]) - len(document.text[start:end].rstrip(" \t"))
    edits = (Edit(end, end, f" {_comment(form, 'ignore', finding.code)}") for form in _forms(document))
    return _first_that_holds(analysis.snapshot.format, document, edits)


def ignore_in_file(analysis: Analysis, finding: Finding) -> list[Edit]:
    """Silence the finding's rule in the whole document; no edit where no comment can stand."""
    document = analysis.document
    for directive in _directives(document, "ignore-file"):
        if directive.selectors:
            return [Edit(directive.end, directive.end, f", {finding.code}")]
    edits = (
        Edit(at, at, f"{before}{_comment(form, 'ignore-file', finding.code)}{after}")
        for at, before, after in _places(document)
        for form in _forms(document)
    )
    return _first_that_holds(analysis.snapshot.format, document, edits)


def _comment(form: tuple[str, str], scope: str, code: str) -> str:
    return f"{form[0]} arlint: {scope} {code}{form[1]}"


def _forms(document: Document) -> tuple[tuple[str, str], ...]:
    """The forms of a comment, the format's own first."""
    return (_LINE, _MARKUP) if document.format == "text" else (_MARKUP, _LINE)


def _directives(document: Document, scope: str) -> Iterator[Directive]:
    for start, end in document.comments:
        yield from (one for one in read_directives(document.text, start, end) if one.scope == scope)


def _places(document: Document) -> Iterator[tuple[int, str, str]]:
    """Where a comment on the file may stand, with what goes before and after it: at the top, behind its head, at the end."""
    text = document.text
    break_ = "\r\n" if "\r\n" in text else "\n"
    if not text.lower().startswith(_FILE_HEADS):
        yield 0, "", break_
    for line in range(1, min(len(document.lines), 60)):
        if document.text[slice(*document.lines.line_span(line - 1))].strip() == "---" or line == 1:
            yield document.lines.line_span(line)[0], "", break_
    yield len(text), "" if text.endswith(("\n", "\r")) else break_, break_


def _first_that_holds(format: Format, document: Document, edits: Iterator[Edit]) -> list[Edit]:
    """The first edit after which the comment is a comment and the copy is as it was."""
    for edit in edits:
        after = format.parse(apply_edits(document.text, [edit]))
        is_comment = any(start < edit.start + len(edit.replacement) and edit.start < end for start, end in after.comments)
        if is_comment and _copy(after) == _copy(document):
            return [edit]
    return []


def _copy(document: Document) -> list[str]:
    return [paragraph.text.strip() for paragraph in document.paragraphs]
