"""The protocol's rim: what a client sends that is no message gets a proper error or one line in the log, never silence or a traceback."""

from __future__ import annotations

import asyncio
import inspect
import json
import logging
from typing import Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException, JsonRpcInvalidParams, JsonRpcInvalidRequest
from pygls.protocol import LanguageServerProtocol

from arlint.records import NamedTuple

logger = logging.getLogger(__name__)


class MalformedMessageError(JsonRpcException):
    """A message that could not be read; it has been answered."""


class Encoded(NamedTuple):
    """A value that is JSON already and goes into a message as it is."""

    text: str


class Protocol(LanguageServerProtocol):
    """pygls' protocol, which leaves requests that it cannot read unanswered, made to answer them."""

    def __init__(self, server: Any, converter: Any) -> None:
        super().__init__(server, converter)
        self._sending: set[asyncio.Future[None]] = set()  # or they might be collected before they are done

    @property
    def has_shut_down(self) -> bool:
        """Has the client said goodbye?"""
        return bool(self._shutdown)

    def structure_message(self, data: dict[str, Any]) -> Any:
        """The typed message. A request that isn't one is answered with the error, and MalformedMessageError is raised."""
        try:
            message = super().structure_message(data)
        except JsonRpcException as error:
            if "method" in data and _is_id(data.get("id")):
                self._send_response(data["id"], error=JsonRpcInvalidParams(str(error.__cause__ or error)[:500]).to_response_error())
            raise MalformedMessageError(f"not a valid message: {data.get('method')}") from None
        if isinstance(message, dict) and _is_id(data.get("id")) and "method" in data:
            self._send_response(data["id"], error=JsonRpcInvalidRequest("jsonrpc is missing").to_response_error())
        return message

    def handle_message(self, message: Any) -> None:
        """Hand a message to its handler. What comes before `initialize` or is no message at all is refused."""
        if not hasattr(message, "jsonrpc"):
            raise MalformedMessageError("not a JSON-RPC message")
        method = getattr(message, "method", None)
        if self._workspace is None and method not in (None, types.INITIALIZE, types.EXIT):
            self._refuse(message)
            return
        super().handle_message(message)

    def publish(self, params: Encoded) -> None:
        """Send diagnostics that are JSON already."""
        self._write(f'{{"jsonrpc":"2.0","method":"{types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS}","params":{params.text}}}')

    def _send_response(self, msg_id: int | str, result: Any | None = None, error: types.ResponseError | None = None) -> None:
        """As pygls does it; a result that is JSON already goes out as it is."""
        if error is None and isinstance(result, Encoded):
            self._result_types.pop(msg_id, None)
            self._write(f'{{"jsonrpc":"2.0","id":{json.dumps(msg_id)},"result":{result.text}}}')
        else:
            super()._send_response(msg_id, result, error)

    def _write(self, body: str) -> None:
        """Send a message that is JSON already."""
        logger.info("Sending data: %s", body)
        data = body.encode()
        if self._include_headers:
            data = b"Content-Length: %d\r\n\r\n" % len(data) + data
        try:
            sending = self.writer.write(data) if self.writer else None
        except OSError as error:
            logger.error("the client is gone: %s", error)
            return
        if inspect.isawaitable(sending):
            task = asyncio.ensure_future(sending)
            self._sending.add(task)
            task.add_done_callback(self._sending.discard)

    def _refuse(self, message: Any) -> None:
        logger.warning("%s before initialize", message.method)
        if hasattr(message, "id"):
            error = types.ResponseError(code=types.ErrorCodes.ServerNotInitialized, message="the server is not initialized")
            self._send_response(message.id, error=error)


def _is_id(value: object) -> bool:
    return isinstance(value, (str, int)) and not isinstance(value, bool)
