"""Findings → the protocol's diagnostics."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types

from arlint.errors import aside
from arlint.finding import Finding, Severity
from arlint.lsp.analysis import Analysis
from arlint.lsp.bidi import isolated
from arlint.lsp.client import Client
from arlint.lsp.documentation import rule_link
from arlint.lsp.environment import Environment
from arlint.lsp.texts import texts
from arlint.records import NamedTuple
from arlint.suppressions import Fault

SOURCE = "arlint"

_NOWHERE = types.Range(types.Position(0, 0), types.Position(0, 0))

_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.STYLE: types.DiagnosticSeverity.Information,
    Severity.INFO: types.DiagnosticSeverity.Hint,
}


def notices(analysis: Analysis) -> list[types.Diagnostic]:
    """Why a document has not been checked; of one that has, which of its suppressions ask for what there is not."""
    say = texts(analysis.environment.language)
    if analysis.too_long:
        limit = analysis.environment.preferences.maximum_length
        return [notice(say("too_long", limit=f"{limit:,}"), types.DiagnosticSeverity.Information)]
    if analysis.error:
        return [notice(say.error(analysis.error), types.DiagnosticSeverity.Error)]
    return [_faulty(analysis, fault) for fault in analysis.faults]


def _faulty(analysis: Analysis, fault: Fault) -> types.Diagnostic:
    """In the words of the command line, at the place itself."""
    say, snapshot = texts(analysis.environment.language), analysis.snapshot
    message = isolated(say.say(fault.what) + say.say(aside(fault.remedy)), analysis.environment.language, snapshot.client)
    return notice(message, types.DiagnosticSeverity.Error, snapshot.range(fault.start, fault.end))


class Statement(NamedTuple):
    """What is said of a finding, wherever it stands. needless: deleting the whole span is the repair."""

    code: str
    name: str
    severity: Severity
    message: str
    fingerprint: str
    needless: bool


def statement(finding: Finding) -> Statement:
    """What is said of a finding."""
    return Statement(finding.code, finding.name, finding.severity, finding.message, finding.fingerprint, _is_needless(finding))


def diagnostic(analysis: Analysis, finding: Finding) -> types.Diagnostic:
    """One finding."""
    snapshot = analysis.snapshot
    result = unplaced(statement(finding), analysis.environment, snapshot.client)
    result.range = snapshot.range(finding.start, finding.end)
    if snapshot.client.related and finding.related:
        result.related_information = list(_related(analysis, finding))
    return result


def unplaced(said: Statement, environment: Environment, client: Client) -> types.Diagnostic:
    """A finding as the client understands it, at no place yet. `data` carries its fingerprint, by which it is known again."""
    link = rule_link(said.code, said.name, environment) if client.links else None
    return types.Diagnostic(
        range=_NOWHERE,
        message=isolated(said.message, environment.language, client),
        severity=_SEVERITIES[said.severity],
        code=said.code,
        code_description=types.CodeDescription(link) if link else None,
        source=SOURCE,
        tags=[types.DiagnosticTag.Unnecessary] if client.tags and said.needless else None,
        data={"fingerprint": said.fingerprint},
    )


def related_message(text: str, environment: Environment, client: Client) -> str:
    """What is said of a place elsewhere; `text` is what stands there."""
    return isolated(texts(environment.language)("related", text=text), environment.language, client)


def _related(analysis: Analysis, finding: Finding) -> Iterator[types.DiagnosticRelatedInformation]:
    snapshot = analysis.snapshot
    for place in finding.related:
        text = snapshot.text.text[place.start : place.end]
        location = types.Location(snapshot.uri, snapshot.range(place.start, place.end))
        yield types.DiagnosticRelatedInformation(location, related_message(text, analysis.environment, snapshot.client))


def _is_needless(finding: Finding) -> bool:
    """Is deleting the whole span the repair?"""
    edits = finding.fixes[0].edits if finding.fixes else ()
    return len(edits) == 1 and edits[0] == (finding.start, finding.end, "")


def notice(message: str, severity: types.DiagnosticSeverity, range_: types.Range | None = None) -> types.Diagnostic:
    """Something to say of the file as a whole, or of a range that is no finding."""
    return types.Diagnostic(range=range_ or _NOWHERE, message=message, severity=severity, source=SOURCE)
