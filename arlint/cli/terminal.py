"""The terminal: streams that can write anything, colours, the language of the person who sits there."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from io import TextIOWrapper
from typing import TextIO

from arlint.errors import ArlintError, Saying, reason


class OutputClosedError(ArlintError):
    """Whoever read our output has gone, as `head` does; there is nobody to tell it to."""


class UnwritableOutputError(OutputClosedError):
    """What standard output leads to takes no more, as a full disk."""

    def __init__(self, reason: Saying) -> None:
        self.details = {"reason": reason}
        super().__init__(f"the output cannot be written ({reason})")


def prepare_streams() -> None:
    """Let both streams write any text: into pipes and files as UTF-8, on a terminal with escapes for what it lacks."""
    # A stream that was closed before the start is None.
    sys.stdout = sys.stdout or open(os.devnull, "w")  # noqa: SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")


def write(chunks: Iterable[str], stream: TextIO | None = None) -> None:
    """Write to standard output, or to another stream. Raises OutputClosedError when nobody reads it any more, or it takes no more."""
    stream = stream or sys.stdout
    for chunk in chunks:
        try:
            stream.write(chunk)
        except OSError as error:
            raise _unwritten(error) from None


def _unwritten(error: OSError) -> OutputClosedError:
    return OutputClosedError() if isinstance(error, BrokenPipeError) else UnwritableOutputError(reason(error))


def write_bytes(content: bytes) -> None:
    """Write bytes to standard output as they are."""
    flush()
    try:
        sys.stdout.buffer.write(content)
    except OSError as error:
        raise _unwritten(error) from None


def flush() -> None:
    """Raises OutputClosedError."""
    try:
        sys.stdout.flush()
    except OSError as error:
        raise _unwritten(error) from None


def abandon_output() -> None:
    """After OutputClosedError: let Python's own flush at the end go nowhere instead of failing."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def shows_colours(stream: TextIO) -> bool:
    """Only terminals, unless NO_COLOR is set (https://no-color.org) or the terminal is a dumb one."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def language_of(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """The language of our own texts: `--lang` wherever it stands, else Arabic in an Arabic locale, else English."""
    for index, argument in enumerate(arguments):
        asked = argument.removeprefix("--lang=") if argument.startswith("--lang=") else ""
        if argument == "--lang" and index + 1 < len(arguments):
            asked = arguments[index + 1]
        if asked in ("ar", "en"):
            return asked
    locale = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    return "ar" if locale.lower().split("_")[0].split(".")[0] == "ar" else "en"
