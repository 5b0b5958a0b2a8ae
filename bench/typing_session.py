"""A typing session in the language server, measured: 500 edits of a 10,000-word article.

python bench/typing_session.py [--edits 500] [--words 10000] [--seed 1] [--push]

Prints the time from start to the reply to `initialize`, from each change to the findings (median, p95, the longest), the processor
time that the server takes for an edit (a busy machine makes the times longer, not this), and the server's memory. The client can do
all that VS Code can show: links, tags, related places.
After every edit the findings must be those of a fresh check of the text (exit 1 otherwise); the article is put together of the rules'
own examples, one slip in eight sentences.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from arlint import Config, Linter
from arlint.document import Document
from arlint.rulefiles.examples import parse_example
from arlint.rulefiles.store import builtin_pages

URI = "file:///typing/article.txt"
KEYS = ["ا", "و", "ة", "ى", "ء", " ", "  ", "،", ".", "«", "»", "\n", "😀", "إن ", " الذي ", "ـ", "َ"]
COMMAND = [sys.executable, "-m", "arlint", "lsp"]


class Edit(NamedTuple):
    """Replace text[start:end] by `new`."""

    start: int
    end: int
    new: str


def article(words: int, chance: random.Random) -> str:
    """Paragraphs of about 70 words made of the rules' examples, each taken once until all have been."""
    right = [parse_example(one).text for page in builtin_pages().values() for one in page.right]
    wrong = [parse_example(one).text for page in builtin_pages().values() for one in page.wrong]
    chance.shuffle(right)
    chance.shuffle(wrong)
    paragraphs: list[str] = []
    written = number = 0
    while written < words:
        paragraph = ""
        while len(paragraph.split()) < 70:
            source = wrong if number % 8 == 7 else right
            paragraph += " " + " ".join(source[number % len(source)].split("\n"))
            number += 1
        paragraphs.append(paragraph.strip())
        written += len(paragraph.split())
    return "\n".join(paragraphs)


def next_edit(text: str, last: int, chance: random.Random) -> Edit:
    """Mostly a key or a few where the cursor is; now and then a jump, a deletion, a pasted sentence."""
    at = last if chance.random() < 0.7 else chance.randrange(len(text))
    at = min(at, len(text))
    what = chance.random()
    if what < 0.2:
        return Edit(max(at - chance.randint(1, 6), 0), at, "")
    if what < 0.25:
        start = chance.randrange(len(text) - 100)
        return Edit(at, at, text[start : start + 60])
    return Edit(at, at, chance.choice(KEYS))


class Server:
    """The server and the little of the protocol that a session needs. Positions in UTF-32: code points."""

    def __init__(self, *, push: bool) -> None:
        self.push = push
        self.number = 0
        self.process = subprocess.Popen(COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        abilities = {"versionSupport": True, "codeDescriptionSupport": True, "relatedInformation": True, "tagSupport": {"valueSet": [1, 2]}}
        documents: dict[str, Any] = {"publishDiagnostics": abilities} | ({} if push else {"diagnostic": {}})
        capabilities = {"general": {"positionEncodings": ["utf-32"]}, "textDocument": documents}
        options = {"debounce": 0, "language": "ar"}
        self.request("initialize", {"processId": None, "rootUri": None, "capabilities": capabilities, "initializationOptions": options})
        self.notify("initialized", {})

    def notify(self, method: str, params: Any) -> None:
        """Send a notification."""
        self._send({"jsonrpc": "2.0", "method": method, "params": params})

    def request(self, method: str, params: Any) -> Any:
        """Send a request and wait for its result."""
        self.number += 1
        self._send({"jsonrpc": "2.0", "id": self.number, "method": method, "params": params})
        while (message := self._read()).get("id") != self.number or "method" in message:
            pass
        return message["result"]

    def findings(self, version: int) -> list[Any]:
        """The diagnostics of a version."""
        if not self.push:
            return list(self.request("textDocument/diagnostic", {"textDocument": {"uri": URI}})["items"])
        while True:
            message = self._read()
            if message.get("method") == "textDocument/publishDiagnostics" and message["params"].get("version") == version:
                return list(message["params"]["diagnostics"])

    def memory(self) -> float:
        """Resident memory in MB (as Linux tells it)."""
        status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS"))

    def processor(self) -> float:
        """Seconds of processor time so far (as Linux tells it)."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def leave(self) -> None:
        """Say goodbye."""
        self.request("shutdown", None)
        self.notify("exit", None)
        self.process.wait()

    def _send(self, message: Any) -> None:
        body = json.dumps(message).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def _read(self) -> Any:
        assert self.process.stdout
        length = 0
        while (line := self.process.stdout.readline().strip()) or not length:
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        return json.loads(self.process.stdout.read(length))


def differences(text: str, linter: Linter, shown: list[Any]) -> list[str]:
    """How the diagnostics differ from what a fresh check of the text finds."""
    document = Document.plain(text)
    expected = []
    for finding in linter.lint_document(document):
        start, end = document.lines.position(finding.start), document.lines.position(finding.end)
        expected.append((start.line, start.column, end.line, end.column, finding.code, finding.message))
    found = [(*one["range"]["start"].values(), *one["range"]["end"].values(), one["code"], one["message"]) for one in shown]
    return [f"{'missing' if one in expected else 'too much'}: {one}" for one in sorted(set(expected) ^ set(found))]


class Typed(NamedTuple):
    """How an edit went: seconds from change to findings, the server's seconds of processor time, and whether all findings were right."""

    seconds: float
    processor: float
    right: bool


def session(server: Server, text: str, edits: int, chance: random.Random) -> Iterator[Typed]:
    """Type. The first value is the opening of the document."""
    linter, cursor = Linter(Config(language="ar")), 0
    document = {"uri": URI, "languageId": "plaintext", "version": 1, "text": text}
    yield timed(server, linter, text, "textDocument/didOpen", {"textDocument": document}, 1)
    for version in range(2, edits + 2):
        edit = next_edit(text, cursor, chance)
        lines = Document.plain(text).lines
        start, end = lines.position(edit.start), lines.position(edit.end)
        range_ = {"start": dict(zip(("line", "character"), start, strict=True)), "end": dict(zip(("line", "character"), end, strict=True))}
        text = text[: edit.start] + edit.new + text[edit.end :]
        cursor = edit.start + len(edit.new)
        change = {"textDocument": {"uri": URI, "version": version}, "contentChanges": [{"range": range_, "text": edit.new}]}
        yield timed(server, linter, text, "textDocument/didChange", change, version)


def timed(server: Server, linter: Linter, text: str, method: str, params: Any, version: int) -> Typed:
    """Tell the server of `text`, and compare what it finds with what a fresh check does."""
    gc.disable()  # what the fresh checks leave behind is this program's to clear away, not in the server's time
    begun, used = time.perf_counter(), server.processor()
    server.notify(method, params)
    shown = server.findings(version)
    seconds, used = time.perf_counter() - begun, server.processor() - used
    gc.enable()
    differing = differences(text, linter, shown)
    if differing:
        print(f"version {version}:", *differing[:5], sep="\n  ")
    return Typed(seconds, used, not differing)


def main() -> int:
    """Run one session."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--edits", type=int, default=500)
    parser.add_argument("--words", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--push", action="store_true")
    arguments = parser.parse_args()
    chance = random.Random(arguments.seed)
    text = article(arguments.words, chance)
    begun = time.perf_counter()
    server = Server(push=arguments.push)
    started = time.perf_counter() - begun
    opened, *typed = session(server, text, arguments.edits, chance)
    memory = server.memory()
    server.leave()
    times = sorted(one.seconds * 1000 for one in typed)
    median, p95 = (times[int(len(times) * share)] for share in (0.5, 0.95))
    processor = sum(one.processor for one in typed) * 1000 / len(typed)
    wrong = sum(not one.right for one in (opened, *typed))
    print(f"start to initialize {started:.2f} s; {len(text.split())} words opened in {opened.seconds:.1f} s; {len(typed)} edits:")
    print(f"change to findings: median {median:.0f} ms, p95 {p95:.0f} ms, longest {times[-1]:.0f} ms; processor {processor:.0f} ms an edit")
    print(f"memory {memory:.0f} MB; {wrong} times the findings were not those of a fresh check")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
