"""What no editor should send: the server answers properly or logs one line, and lives."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

URI = "file:///nowhere/a.txt"
TEXT = "قال  نعم.\nقال  لا."


class Wire:
    """The bare protocol over standard input and output, one message after the other."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "arlint", "lsp"]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.number = 0

    def raw(self, body: bytes) -> None:
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def notify(self, method: str, params: Any) -> None:
        self.raw(json.dumps({"jsonrpc": "2.0", "method": method, "params": params}).encode())

    def request(self, method: str, params: Any) -> Any:
        self.number += 1
        self.raw(json.dumps({"jsonrpc": "2.0", "id": self.number, "method": method, "params": params}).encode())
        return self.answer(self.number)

    def answer(self, number: int | None) -> Any:
        """The answer to a request; what comes in between is passed over."""
        while True:
            message = self.read()
            if "method" not in message and message.get("id") == number:
                return message

    def read(self) -> Any:
        assert self.process.stdout
        length = 0
        while (line := self.process.stdout.readline().strip()) or not length:
            assert self.process.poll() is None or line, "the server has gone"
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        return json.loads(self.process.stdout.read(length))

    def initialize(self, **capabilities: Any) -> Any:
        result = self.request("initialize", {"processId": None, "rootUri": None, "capabilities": capabilities})
        self.notify("initialized", {})
        return result

    def open(self, text: str = TEXT, uri: str = URI) -> None:
        self.notify("textDocument/didOpen", {"textDocument": {"uri": uri, "languageId": "plaintext", "version": 1, "text": text}})

    def pull(self, uri: str = URI) -> list[Any]:
        return list(self.request("textDocument/diagnostic", {"textDocument": {"uri": uri}})["result"]["items"])

    def leave(self) -> tuple[int, list[str]]:
        """Say goodbye; gives the exit code and the lines of the log."""
        self.request("shutdown", None)
        self.notify("exit", None)
        _, log = self.process.communicate(timeout=20)
        return self.process.returncode, log.decode().splitlines()


@pytest.fixture
def wire() -> Iterator[Wire]:
    connection = Wire()
    yield connection
    connection.process.kill()
    connection.process.wait()
    for stream in (connection.process.stdin, connection.process.stdout, connection.process.stderr):
        if stream:
            stream.close()


PULL: dict[str, Any] = {"textDocument": {"diagnostic": {}}}


def test_requests_before_initialize_are_refused(wire: Wire) -> None:
    assert (
        wire.request("textDocument/hover", {"textDocument": {"uri": URI}, "position": {"line": 0, "character": 0}})["error"]["code"]
        == -32002
    )
    wire.open()
    assert "capabilities" in wire.initialize()["result"]
    code, log = wire.leave()
    assert code == 0
    assert len(log) == 2


def test_malformed_messages_are_answered_and_survived(wire: Wire) -> None:
    wire.initialize(**PULL)
    wire.open()
    wire.raw(b"this is no JSON")
    assert wire.answer(None)["error"]["code"] == -32700
    wire.raw(b'{"jsonrpc": "2.0", "id": 77, "method": "textDocument/hover", "params": {"position": "here"}}')
    assert wire.answer(77)["error"]["code"] == -32602
    wire.raw(b'{"id": 78, "method": "textDocument/hover"}')
    assert wire.answer(78)["error"]["code"] == -32600
    wire.raw(b"[1, 2, 3]")
    wire.raw(b"null")
    wire.raw(b'{"jsonrpc": "2.0", "method": "textDocument/didChange", "params": {"contentChanges": 5}}')
    wire.raw(b'{"jsonrpc": "2.0", "method": "no/suchNotification"}')
    assert wire.request("no/suchRequest", {})["error"]["code"] == -32601
    assert wire.request("workspace/executeCommand", {"command": "arlint.nothing"})["error"]["code"] == -32602
    assert wire.request("workspace/executeCommand", {"command": "arlint.disableRule", "arguments": [1]})["error"]["code"] == -32602
    assert len(wire.pull()) == 2
    code, log = wire.leave()
    assert code == 0
    assert all(line.startswith("arlint lsp: ") for line in log)


def test_unknown_documents(wire: Wire) -> None:
    wire.initialize(**PULL)
    change = {"textDocument": {"uri": URI, "version": 2}, "contentChanges": [{"text": TEXT}]}
    wire.notify("textDocument/didChange", change)
    wire.notify("textDocument/didClose", {"textDocument": {"uri": URI}})
    place = {"textDocument": {"uri": URI}, "position": {"line": 0, "character": 4}}
    everywhere = {"start": {"line": 0, "character": 0}, "end": {"line": 9, "character": 0}}
    assert wire.pull() == []
    assert wire.request("textDocument/hover", place)["result"] is None
    assert wire.request("textDocument/completion", place)["result"] is None
    actions = {"textDocument": {"uri": URI}, "range": everywhere, "context": {"diagnostics": []}}
    assert wire.request("textDocument/codeAction", actions)["result"] is None
    assert (
        wire.request("textDocument/formatting", {"textDocument": {"uri": URI}, "options": {"tabSize": 2, "insertSpaces": True}})["result"]
        is None
    )
    assert wire.leave()[0] == 0


def test_positions_outside_the_text_and_edits_out_of_order(wire: Wire) -> None:
    wire.initialize(**PULL)
    wire.open()
    far = {"line": 500, "character": 500}

    def change(version: int, start: Any, end: Any, text: str) -> None:
        changes = [{"range": {"start": start, "end": end}, "text": text}]
        wire.notify("textDocument/didChange", {"textDocument": {"uri": URI, "version": version}, "contentChanges": changes})

    change(7, far, far, "\nقال  ربما.")
    change(3, {"line": 0, "character": 9999}, {"line": 0, "character": 9999}, " قال  بلى.")
    change(4, {"line": 1, "character": 3}, {"line": 1, "character": 0}, "قيل")  # the end before the start
    findings = wire.pull()
    assert [(item["range"]["start"]["line"], item["code"]) for item in findings] == [
        (0, "TYP018"),
        (0, "TYP018"),
        (1, "TYP018"),
        (2, "TYP018"),
    ]
    assert wire.request("textDocument/hover", {"textDocument": {"uri": URI}, "position": far})["result"] is None
    span = {"start": far, "end": {"line": 0, "character": 0}}
    actions = {"textDocument": {"uri": URI}, "range": span, "context": {"diagnostics": []}}
    assert wire.request("textDocument/codeAction", actions)["result"]
    code, log = wire.leave()
    assert code == 0
    assert any("version 3 comes after 7" in line for line in log)


def test_a_client_that_dies_takes_the_server_with_it(wire: Wire) -> None:
    wire.initialize(**PULL)
    wire.open("قال  نعم. " * 20_000)
    wire.number += 1
    body = {"jsonrpc": "2.0", "id": wire.number, "method": "textDocument/diagnostic", "params": {"textDocument": {"uri": URI}}}
    wire.raw(json.dumps(body).encode())
    assert wire.process.stdin
    assert wire.process.stdout
    wire.process.stdin.close()
    wire.process.stdout.close()
    assert wire.process.wait(timeout=20) == 1


def test_a_document_of_twenty_megabytes_is_not_checked_and_does_no_harm(wire: Wire) -> None:
    wire.initialize(**PULL)
    wire.open("قال الوزير  نعم.\n" * 700_000)
    (notice,) = wire.pull()
    assert "1,000,000" in notice["message"]
    insertion = {"range": {"start": {"line": 5, "character": 0}, "end": {"line": 5, "character": 0}}, "text": "و"}
    wire.notify("textDocument/didChange", {"textDocument": {"uri": URI, "version": 2}, "contentChanges": [insertion]})
    assert len(wire.pull()) == 1
    other = "file:///nowhere/b.txt"
    wire.open(uri=other)
    assert len(wire.pull(other)) == 2
    assert wire.leave()[0] == 0


def test_a_cancelled_request_is_answered_at_once_and_its_work_stops(wire: Wire) -> None:
    wire.initialize(**PULL)
    wire.open("".join(f"وقال  المتحدث رقم {number} إن هذا غير صحيح.\n" for number in range(12_000)))
    body = {"jsonrpc": "2.0", "id": 900, "method": "textDocument/diagnostic", "params": {"textDocument": {"uri": URI}}}
    wire.raw(json.dumps(body).encode())
    wire.notify("$/cancelRequest", {"id": 900})
    assert wire.answer(900)["error"]["code"] == -32800
    other = "file:///nowhere/b.txt"
    wire.open(uri=other)
    assert len(wire.pull(other)) == 2
    assert wire.leave()[0] == 0


def test_an_error_in_the_configuration_is_told_once_and_checking_goes_on(wire: Wire, tmp_path: Path) -> None:
    (tmp_path / "arlint.toml").write_text("selekt = []\n", encoding="utf-8")
    uri = (tmp_path / "a.txt").as_uri()
    wire.initialize(**PULL)
    wire.open(uri=uri)
    assert len(wire.pull(uri)) == 2
    configuration = (tmp_path / "arlint.toml").as_uri()
    wire.open("selekt = []\n", configuration)
    (mistake,) = wire.pull(configuration)
    assert "selekt" in mistake["message"]
    code, log = wire.leave()
    assert code == 0
    assert len([line for line in log if "selekt" in line]) == 1
