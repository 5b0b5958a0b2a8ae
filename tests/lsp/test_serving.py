"""Over TCP: one client, a proper end, and one line when the address is taken."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Any

import pytest

COMMAND = [sys.executable, "-m", "arlint", "lsp", "--lang", "en", "--tcp", "--port"]


@pytest.fixture
def port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.fixture
def server(port: int) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen([*COMMAND, str(port)], stderr=subprocess.PIPE)
    yield process
    process.kill()
    process.communicate()


def connected(port: int) -> socket.socket:
    for _ in range(200):
        try:
            return socket.create_connection(("127.0.0.1", port))
        except OSError:
            time.sleep(0.1)
    raise AssertionError("nobody listens")


def send(connection: socket.socket, **message: Any) -> None:
    body = json.dumps({"jsonrpc": "2.0", **message}).encode()
    connection.sendall(b"Content-Length: %d\r\n\r\n" % len(body) + body)


def test_a_client_over_tcp_and_its_leave(server: subprocess.Popen[bytes], port: int) -> None:
    with connected(port) as connection:
        second = subprocess.run([*COMMAND, str(port)], capture_output=True, text=True, timeout=60, check=False)
        assert second.returncode == 2
        assert second.stderr.count("\n") == 1
        assert f"cannot listen at 127.0.0.1:{port}" in second.stderr
        send(connection, id=1, method="initialize", params={"processId": None, "rootUri": None, "capabilities": {}})
        assert connection.recv(15) == b"Content-Length:"
        send(connection, id=2, method="shutdown")
        send(connection, method="exit")
        assert server.wait(timeout=30) == 0
        assert server.stderr
        assert server.stderr.read() == b""


def test_an_interrupt_in_a_terminal_ends_the_server() -> None:
    process = subprocess.Popen(COMMAND[:-2], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdin
    assert process.stdout
    body = json.dumps({"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"processId": None, "capabilities": {}}}).encode()
    process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
    process.stdin.flush()
    try:
        assert process.stdout.read(15) == b"Content-Length:"
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == 130
    finally:
        process.kill()
        _, err = process.communicate()
    assert err == b""
