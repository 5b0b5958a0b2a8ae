"""`workspace/diagnostic`: every file of the open folders; and the same by command for clients that are pushed to.

A request that would bring nothing new is held until something changes, as the protocol allows: otherwise editors ask every two seconds.
"""

from __future__ import annotations

from collections.abc import Iterable

from lsprotocol import types

from arlint.lsp.protocol import Encoded
from arlint.lsp.reporting import Report, published
from arlint.lsp.server import ArlintServer
from arlint.lsp.sweep import Sweep
from arlint.lsp.wire import object_of, written

CHECK = "arlint.checkWorkspace"


def register(server: ArlintServer) -> None:
    """The request for clients that pull, the command for the others."""
    sweep = Sweep(server)
    if server.client.pull:

        @server.feature(types.WORKSPACE_DIAGNOSTIC)
        async def pull(params: types.WorkspaceDiagnosticParams) -> Encoded:
            return await workspace_report(server, sweep, params)

        return

    @server.command(CHECK)
    async def check() -> int:
        reports = await sweep.run()
        for uri, result in reports.items():
            server.protocol.publish(published(uri, result))
        return sum(len(result.items) for result in reports.values())


async def workspace_report(server: ArlintServer, sweep: Sweep, params: types.WorkspaceDiagnosticParams) -> Encoded:
    """The reports on all files; held back until one of them says something new."""
    known = {item.uri: item.value for item in params.previous_result_ids}
    token = params.work_done_token
    while True:
        changed = server.changed
        reports = await sweep.run(token)
        gone = known.keys() - reports.keys()
        if gone or not known or any(known.get(uri) != result.result_id for uri, result in reports.items()):
            items = [_item(uri, result, known.get(uri)) for uri, result in reports.items()]
            empty = [_full(uri, ()) for uri in sorted(gone)]
            return Encoded(object_of({}, [*items, *empty]))
        token = None
        await changed.wait()


def _item(uri: str, result: Report, known: str | None) -> str:
    if known == result.result_id:
        return written({"kind": "unchanged", "uri": uri, "version": result.version, "resultId": known})
    return _full(uri, result.items, version=result.version, resultId=result.result_id)


def _full(uri: str, items: Iterable[str], **more: object) -> str:
    return object_of({"kind": "full", "uri": uri, "version": None, **more}, items)
