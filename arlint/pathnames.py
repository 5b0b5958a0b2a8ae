"""Paths as people are told of them: a name must neither break its line, nor turn its direction, nor command the terminal.

Machines are told the path itself, each format with escapes of its own.
"""

from __future__ import annotations

import os
import re

from arlint.document.patterns import lazy

# Control characters, bytes that are no text, breaks of lines and paragraphs, and what turns the direction of a line.
_CHARACTERS = r"\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff"
_UNRULY, _UNQUOTABLE = lazy(f"[{_CHARACTERS}]"), lazy(rf'[{_CHARACTERS}"\\]')
_SLASHED = str.maketrans({"\\": "\\\\", "'": "\\'"})
_SHORT = {"\n": "\\n", "\t": "\\t", "\r": "\\r", '"': '\\"', "\\": "\\\\"}


def shown(path: object) -> str:
    """A path as people read it and paste it into a shell: one that holds unruly characters as shells quote such names.

    >>> shown("news/a.txt"), shown("two\\nlines.txt")
    ('news/a.txt', "$'two\\\\nlines.txt'")
    """
    name = str(path)
    if not is_unruly(name):
        return name or "''"
    return f"$'{_UNRULY.sub(_escape, name.translate(_SLASHED))}'"


def is_unruly(path: str) -> bool:
    """Does the path hold what must not stand in a line as it is?"""
    return not path.isprintable() and _UNRULY.search(path) is not None


def in_patch(path: str) -> str:
    """A path for the head of a diff, as git writes and patch reads it: one that holds unruly characters in double quotes, one with
    a space with a tab at its end."""
    if is_unruly(path):
        return f'"{_UNQUOTABLE.sub(_octal, path)}"'
    return f"{path}\t" if " " in path else path


def _escape(match: re.Match[str]) -> str:
    char, code = match[0], ord(match[0])
    if 0xDC80 <= code <= 0xDCFF:  # a byte that Python could not decode
        return f"\\x{code - 0xDC00:02x}"
    return _SHORT.get(char) or (f"\\x{code:02x}" if code < 0x80 else f"\\u{code:04x}")


def _octal(match: re.Match[str]) -> str:
    return _SHORT.get(match[0]) or "".join(f"\\{byte:03o}" for byte in os.fsencode(match[0]))
