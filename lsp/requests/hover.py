"""`textDocument/hover`: why the place is underlined, with what was seen, in the reader's language."""

from __future__ import annotations

from lsprotocol import types

from arlint.finding import Finding
from arlint.lsp.analysis import Analysis
from arlint.lsp.bidi import isolated_markdown
from arlint.lsp.documentation import explanation, rule_of
from arlint.lsp.server import ArlintServer
from arlint.lsp.texts import texts


def register(server: ArlintServer) -> None:
    """For every client."""

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def hover(params: types.HoverParams) -> types.Hover | None:
        return await server.answer(params.text_document.uri, lambda analysis: hover_at(analysis, params.position))


def hover_at(analysis: Analysis, position: types.Position) -> types.Hover | None:
    """What there is to tell of the findings at a position; None where there is none."""
    snapshot = analysis.snapshot
    offset = snapshot.offset(position)
    here = [finding for finding in analysis.findings if finding.start <= offset <= finding.end]
    if not here:
        return None
    kind = types.MarkupKind.Markdown if snapshot.client.markdown else types.MarkupKind.PlainText
    text = "\n\n---\n\n".join(describe(finding, analysis) for finding in here)
    text = isolated_markdown(text, analysis.environment.language, snapshot.client)
    range_ = snapshot.range(min(finding.start for finding in here), max(finding.end for finding in here))
    return types.Hover(types.MarkupContent(kind, text), range_)


def describe(finding: Finding, analysis: Analysis) -> str:
    """The message, the evidence («between the two countries» 3,383), the rule's page; Markdown."""
    language = analysis.environment.language
    parts = [finding.message]
    if finding.evidence:
        seen = texts(language)("evidence.separator").join(f"«{text}» {count:,}" for text, count in finding.evidence)
        parts.append(texts(language)("evidence", seen=seen))
    rule = rule_of(finding.code, analysis.environment)
    if rule and (page := explanation(rule, language)):
        parts.append(page.strip())
    return "\n\n".join(parts)
