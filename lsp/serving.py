"""Starting the server: the channel to the client, and where its log goes."""

from __future__ import annotations

import gc
import logging
import os
import signal
import sys
from typing import TYPE_CHECKING, BinaryIO

from arlint.collecting import collect_at_rest
from arlint.errors import ArlintError, Saying, reason
from arlint.records import NamedTuple

if TYPE_CHECKING:
    from arlint.lsp.server import ArlintServer


_INTERRUPTED = 130


class Address(NamedTuple):
    """kind: "stdio", "tcp" or "ws". host, port: for the last two."""

    kind: str = "stdio"
    host: str = "127.0.0.1"
    port: int = 8888


class MissingServerError(ArlintError):
    """The packages that the server rests on are not installed."""

    def __init__(self, package: str) -> None:
        self.details = {"package": package}
        super().__init__(f"the language server needs the package {package!r}: run 'pip install {package}'")


class AddressError(ArlintError):
    """Nobody can listen at the address."""

    def __init__(self, address: Address, reason: Saying) -> None:
        self.details = {"host": address.host, "port": address.port, "reason": reason}
        super().__init__(f"cannot listen at {address.host}:{address.port}: {reason}")


class LineFormatter(logging.Formatter):
    """One line a record; a traceback is left to --verbose."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        line = " ".join(record.getMessage().split())
        error = record.exc_info[1] if record.exc_info else None
        return f"arlint lsp: {record.levelname.lower()}: {line}" + (f": {type(error).__name__}: {error}" if error else "")


def serve(address: Address, log: str | None = None, *, verbose: bool = False) -> int:
    """Serve until the client leaves; gives the exit code, 1 when it left without `shutdown`. Raises MissingServerError, AddressError."""
    _log_to(log, verbose)
    try:
        if not verbose:
            from arlint.lsp.quickstart import import_types

            import_types()
        from arlint.lsp.server import make_server
    except ModuleNotFoundError as error:
        raise MissingServerError(error.name or "pygls") from None
    server = make_server()
    _end_when_interrupted()
    collect_at_rest()
    gc.freeze()
    try:
        _start(server, address)
    except OSError as error:
        if address.kind == "stdio":
            return 1
        raise AddressError(address, reason(error)) from None
    return 0 if server.protocol.has_shut_down else 1


def _start(server: ArlintServer, address: Address) -> None:
    if address.kind != "stdio":
        _end_at_once(server)
    if address.kind == "tcp":
        server.start_tcp(address.host, address.port)
    elif address.kind == "ws":
        _needs("websockets")
        server.start_ws(address.host, address.port)
    else:
        server.start_io(sys.stdin.buffer, _own_output())


def _end_when_interrupted() -> None:
    """Let Ctrl-C in a terminal end the process: pygls would wait for the thread that reads the standard input."""
    signal.signal(signal.SIGINT, lambda number, frame: os._exit(_INTERRUPTED))


def _end_at_once(server: ArlintServer) -> None:
    """Let `exit` end the process: pygls raises SystemExit inside a connection's task, which sockets and WebSockets swallow."""
    from lsprotocol import types

    @server.feature(types.EXIT)
    def end(params: None) -> None:
        server.shutdown()
        os._exit(0 if server.protocol.has_shut_down else 1)


def _own_output() -> BinaryIO:
    """Standard output for the protocol alone: what anything else prints goes to standard error."""
    output = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return output


def _needs(package: str) -> None:
    from importlib.util import find_spec

    if find_spec(package) is None:
        raise MissingServerError(package)


def _log_to(path: str | None, verbose: bool) -> None:
    handler = logging.FileHandler(path, encoding="utf-8") if path else logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s") if verbose else LineFormatter())
    logging.basicConfig(level=logging.DEBUG if verbose else logging.WARNING, handlers=[handler], force=True)
