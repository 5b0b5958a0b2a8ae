"""Findings → the protocol's diagnostics."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types

from arlint.finding import Finding, Severity
from arlint.lsp.analysis import Analysis
from arlint.lsp.bidi import isolated
from arlint.lsp.documentation import rule_link
from arlint.lsp.texts import texts

SOURCE = "arlint"

_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.STYLE: types.DiagnosticSeverity.Information,
    Severity.INFO: types.DiagnosticSeverity.Hint,
}


def diagnostics(analysis: Analysis) -> list[types.Diagnostic]:
    """What the editor underlines: the findings, or why there are none."""
    say = texts(analysis.environment.language)
    if analysis.too_long:
        limit = analysis.environment.preferences.maximum_length
        return [notice(say("too_long", limit=f"{limit:,}"), types.DiagnosticSeverity.Information)]
    if analysis.error:
        return [notice(say.error(analysis.error), types.DiagnosticSeverity.Error)]
    return [diagnostic(analysis, finding) for finding in analysis.findings]


def diagnostic(analysis: Analysis, finding: Finding) -> types.Diagnostic:
    """One finding. `data` carries its fingerprint, by which a code action knows it again."""
    snapshot = analysis.snapshot
    client = snapshot.client
    link = rule_link(finding, analysis.environment) if client.links else None
    return types.Diagnostic(
        range=snapshot.range(finding.start, finding.end),
        message=isolated(finding.message, analysis.environment.language, client),
        severity=_SEVERITIES[finding.severity],
        code=finding.code,
        code_description=types.CodeDescription(link) if link else None,
        source=SOURCE,
        tags=[types.DiagnosticTag.Unnecessary] if client.tags and _is_needless(finding) else None,
        related_information=list(_related(analysis, finding)) if client.related and finding.related else None,
        data={"fingerprint": finding.fingerprint},
    )


def _related(analysis: Analysis, finding: Finding) -> Iterator[types.DiagnosticRelatedInformation]:
    snapshot = analysis.snapshot
    say = texts(analysis.environment.language)
    for place in finding.related:
        text = snapshot.text.text[place.start : place.end]
        location = types.Location(snapshot.uri, snapshot.range(place.start, place.end))
        message = isolated(say("related", text=text), analysis.environment.language, snapshot.client)
        yield types.DiagnosticRelatedInformation(location, message)


def _is_needless(finding: Finding) -> bool:
    """Is deleting the whole span the repair?"""
    edits = finding.fixes[0].edits if finding.fixes else ()
    return len(edits) == 1 and edits[0] == (finding.start, finding.end, "")


def notice(message: str, severity: types.DiagnosticSeverity, range_: types.Range | None = None) -> types.Diagnostic:
    """Something to say of the file as a whole, or of a range that is no finding."""
    start = types.Position(0, 0)
    return types.Diagnostic(range=range_ or types.Range(start, start), message=message, severity=severity, source=SOURCE)
