"""What can be done about a finding, as data that any editor can send back: a title, and enough to work out the edit again.

`offers` lists them; `edits` carries one out on the text it was offered for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lsprotocol import types

from arlint.finding import Edit, Finding, Fix, apply_edits
from arlint.lexicon.userwords import UserWordError, parse_word
from arlint.lsp.analysis import Analysis
from arlint.lsp.bidi import isolated
from arlint.lsp.diagnostics import diagnostic
from arlint.lsp.repairs import repair, workspace_edit
from arlint.lsp.suppressing import ignore_here, ignore_in_file
from arlint.lsp.texts import texts
from arlint.records import NamedTuple
from arlint.reports.quoting import quoted

FIX_ALL = "source.fixAll.arlint"
QUICK_FIX = "quickfix"
DISABLE_RULE = "arlint.disableRule"
ADD_WORD = "arlint.addWord"

_MOST = 8  # findings that actions are offered for at once
_WORD_FAMILY = "SPL"


class Offer(NamedTuple):
    """One action. `data` says which edit it stands for; a `command` is carried out by the server instead."""

    title: str
    kind: str
    data: Mapping[str, Any]
    preferred: bool = False
    finding: Finding | None = None
    command: str = ""
    slow: bool = False


def offers(analysis: Analysis, span: tuple[int, int], only: Sequence[str]) -> list[Offer]:
    """The actions for findings that touch a span, repairs first, then what concerns the whole document."""
    wants = _wants(only)
    here = [one for one in analysis.findings if _is_at(one, span)][:_MOST] if wants(QUICK_FIX) else []
    found = [offer for finding in here for offer in _repairs(analysis, finding)]
    found += [offer for finding in here for offer in _silencers(analysis, finding)]
    if wants(FIX_ALL) and any(finding.safe_fix for finding in analysis.findings):
        title = texts(analysis.environment.language)("action.fix_all")
        found.append(Offer(title, FIX_ALL, _data(analysis, "fix_all"), slow=True))
    return _distinct(found)


def _is_at(finding: Finding, span: tuple[int, int]) -> bool:
    """Does the finding, or one of the places that its repairs reach, touch the span?"""
    repaired = {edit.start for fix in finding.fixes[:1] for edit in fix.edits}
    places = [(finding.start, finding.end), *(place for place in finding.related if any(place.start <= at <= place.end for at in repaired))]
    return any(start <= span[1] and span[0] <= end for start, end in places)


def edits(analysis: Analysis, data: Mapping[str, Any]) -> list[Edit]:
    """The edits that the data of an offer stand for; none when its finding is not there."""
    if data["do"] == "fix_all":
        return repair(analysis)
    span = tuple(data["span"])
    finding = next((one for one in analysis.findings if one.code == data["code"] and (one.start, one.end) == span), None)
    if finding is None:
        return []
    if data["do"] == "ignore":
        return ignore_here(analysis, finding)
    if data["do"] == "ignore_in_file":
        return ignore_in_file(analysis, finding)
    return list(finding.fixes[data["fix"]].edits)


def action(analysis: Analysis, offer: Offer, apply: str) -> types.CodeAction | types.Command | None:
    """The offer as the client understands it; `apply` is the command that carries out an offer by its data. None for one
    whose edit cannot be made."""
    client = analysis.snapshot.client
    data = dict(offer.data)
    offer = offer._replace(title=isolated(offer.title, analysis.environment.language, client))
    if not client.literal_actions:
        return types.Command(title=offer.title, command=offer.command or apply, arguments=_arguments(offer))
    result = types.CodeAction(
        title=offer.title,
        kind=offer.kind,
        is_preferred=True if offer.preferred and client.preferred else None,
        diagnostics=[diagnostic(analysis, offer.finding)] if offer.finding else None,
    )
    if offer.command:
        result.command = types.Command(title=offer.title, command=offer.command, arguments=_arguments(offer))
    elif offer.slow and client.lazy_actions:
        result.data = data
    else:
        changes = edits(analysis, data)
        if not changes:
            return None
        result.edit = workspace_edit(analysis.snapshot, changes)
    return result


def _arguments(offer: Offer) -> list[Any]:
    data = offer.data
    if offer.command == DISABLE_RULE:
        return [data["uri"], data["code"]]
    if offer.command == ADD_WORD:
        return [data["uri"], data["word"], data["scope"]]
    return [dict(data)]


def _repairs(analysis: Analysis, finding: Finding) -> Iterator[Offer]:
    say = texts(analysis.environment.language)
    for index, fix in enumerate(finding.fixes):
        data = _data(analysis, "fix", finding, fix=index)
        yield Offer(_title(say, analysis, finding, fix), QUICK_FIX, data, preferred=index == 0, finding=finding)


def _title(say: Any, analysis: Analysis, finding: Finding, fix: Fix) -> str:
    """«repair» as the span will read; what is deleted is named itself."""
    text = analysis.document.text
    if finding.related and len(fix.edits) > 1:
        return str(say("action.everywhere", count=len(fix.edits)))
    low, high = min(finding.start, fix.start), max(finding.end, fix.end)
    repaired = apply_edits(text[low:high], [Edit(start - low, end - low, new) for start, end, new in fix.edits])
    if not repaired.strip():
        return str(say("action.delete" if not repaired else "action.space", text=quoted(text[low:high])))
    return str(say("action.replace", text=quoted(repaired)))


def _silencers(analysis: Analysis, finding: Finding) -> Iterator[Offer]:
    say = texts(analysis.environment.language)
    if finding.code.startswith(_WORD_FAMILY) and (word := _word(analysis.document.text[finding.start : finding.end])):
        for scope in ("project", "user"):
            data = {**_data(analysis, "word", finding), "word": word, "scope": scope}
            yield Offer(say(f"action.word.{scope}", text=quoted(word)), QUICK_FIX, data, finding=finding, command=ADD_WORD)
    names = {"code": finding.code, "name": finding.name}
    for do in ("ignore", "ignore_in_file"):
        yield Offer(say(f"action.{do}", **names), QUICK_FIX, _data(analysis, do, finding), finding=finding, slow=True)
    data = _data(analysis, "disable", finding)
    yield Offer(say("action.disable", **names), QUICK_FIX, data, finding=finding, command=DISABLE_RULE)


def _word(text: str) -> str:
    """The text, if it is one word that a word list can take; else ""."""
    try:
        return parse_word(text).word
    except UserWordError:
        return ""


def _data(analysis: Analysis, do: str, finding: Finding | None = None, **more: Any) -> dict[str, Any]:
    snapshot = analysis.snapshot
    data: dict[str, Any] = {"do": do, "uri": snapshot.uri, "result": analysis.result_id, **more}
    if finding:
        data |= {"code": finding.code, "span": [finding.start, finding.end]}
    return data


def _distinct(found: list[Offer]) -> list[Offer]:
    """Without a second offer that says the same of another finding nearby."""
    seen: dict[tuple[str, str], Offer] = {}
    for offer in found:
        where = str(offer.data.get("span")) if offer.data["do"] == "fix" else ""
        seen.setdefault((offer.title, where), offer)
    return list(seen.values())


def _wants(only: Sequence[str]) -> Any:
    """Does a request for these kinds (all, when there are none) include a kind? "source" includes "source.fixAll.arlint"."""
    return lambda kind: not only or any(kind == one or kind.startswith(f"{one}.") or one == "" for one in only)
