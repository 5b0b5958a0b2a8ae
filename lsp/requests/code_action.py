"""`textDocument/codeAction`, `codeAction/resolve`, and the command that carries out an action for clients that know neither."""

from __future__ import annotations

from typing import Any

from lsprotocol import types
from pygls.exceptions import JsonRpcContentModified, JsonRpcInvalidParams

from arlint.lsp import actions
from arlint.lsp.analysis import Analysis
from arlint.lsp.repairs import repair, workspace_edit
from arlint.lsp.server import ArlintServer

APPLY = "arlint.apply"
FIX_ALL = "arlint.fixAll"

_OPTIONS = types.CodeActionOptions(code_action_kinds=[actions.QUICK_FIX, actions.FIX_ALL], resolve_provider=True)
Actions = list[types.Command | types.CodeAction]


def register(server: ArlintServer) -> None:
    """For every client."""

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, _OPTIONS)
    async def code_action(params: types.CodeActionParams) -> Actions | None:
        return await server.answer(params.text_document.uri, lambda analysis: actions_in(analysis, params.range, params.context.only or ()))

    @server.feature(types.CODE_ACTION_RESOLVE)
    async def resolve(action: types.CodeAction) -> types.CodeAction:
        if isinstance(action.data, dict):
            action.edit = await _edit(server, action.data)
        return action

    @server.command(APPLY)
    async def apply(data: dict[str, Any]) -> None:
        edit = await _edit(server, data)
        await server.workspace_apply_edit_async(types.ApplyWorkspaceEditParams(edit))

    @server.command(FIX_ALL)
    async def fix_all(uri: str) -> None:
        edit = await server.answer(uri, lambda analysis: workspace_edit(analysis.snapshot, repair(analysis)))
        if edit:
            await server.workspace_apply_edit_async(types.ApplyWorkspaceEditParams(edit))


def actions_in(analysis: Analysis, range_: types.Range, only: Any) -> Actions:
    """The actions for a range of the document."""
    found = actions.offers(analysis, analysis.snapshot.span(range_), [str(getattr(kind, "value", kind)) for kind in only])
    return [action for offer in found if (action := actions.action(analysis, offer, APPLY))]


async def _edit(server: ArlintServer, data: dict[str, Any]) -> types.WorkspaceEdit:
    """The edit an offer stands for. Raises JsonRpcContentModified when the document is no longer the one it was offered for."""

    def work(analysis: Analysis) -> types.WorkspaceEdit:
        if analysis.result_id != data["result"]:
            raise JsonRpcContentModified
        return workspace_edit(analysis.snapshot, actions.edits(analysis, data))

    if not {"do", "uri", "result"} <= data.keys():
        raise JsonRpcInvalidParams("not an action of arlint")
    edit = await server.answer(str(data["uri"]), work)
    return edit or types.WorkspaceEdit(changes={})
