"""The file format of compiled data: named sections in one file that is mapped, not loaded.

Layout: the magic bytes, the length and CRC-32 of a JSON directory, the directory, then the sections, each
on an eight-byte boundary. The directory names every section's offset, size and CRC-32. Numbers are little-endian.
"""

from __future__ import annotations

import json
import mmap
import os
import struct
import sys
import zlib
from collections.abc import Iterable, Mapping
from typing import Any, Literal

import marisa_trie

from arlint.errors import reason, say
from arlint.lexicon.errors import CompiledDataError

# A path in whatever form the caller has it. Ours are plain text: `pathlib` brings urllib and ipaddress along, 3 ms of a cold start.
StrPath = str | os.PathLike[str]

COMPILED = os.path.join(os.path.dirname(os.path.dirname(os.path.realpath(__file__))), "_compiled")

_MAGIC = b"ARLINT1\n"
_HEAD = struct.Struct("<8sII")
_ALIGNMENT = 8


def compiled(name: str) -> str:
    """The path of a compiled file that arlint ships."""
    return os.path.join(COMPILED, name)


def write(path: StrPath, kind: str, sections: Mapping[str, bytes]) -> None:
    """Write `sections` to `path`; `kind` names what the file holds and is checked by `Container`."""
    placed: dict[str, tuple[int, int, int]] = {}
    offset = 0
    for name, content in sections.items():
        placed[name] = (offset, len(content), zlib.crc32(content))
        offset += -(-len(content) // _ALIGNMENT) * _ALIGNMENT
    directory = json.dumps({"kind": kind, "sections": placed}).encode()
    directory += b" " * (-(_HEAD.size + len(directory)) % _ALIGNMENT)
    fresh = f"{os.fspath(path)}.{os.getpid()}.tmp"  # a process that has the old file mapped keeps it
    with open(fresh, "wb") as file:
        file.write(_HEAD.pack(_MAGIC, len(directory), zlib.crc32(directory)) + directory)
        for content in sections.values():
            file.write(content + b"\0" * (-len(content) % _ALIGNMENT))
    os.replace(fresh, path)


def sizes_of(names: Iterable[str], folder: StrPath) -> dict[str, int]:
    """The sizes in bytes of files in `folder`, 0 for one that is not there: enough to notice that one was built anew."""
    paths = {name: os.path.join(folder, name) for name in names}
    return {name: os.path.getsize(path) if os.path.exists(path) else 0 for name, path in paths.items()}


class Container:
    """A compiled file, mapped read-only. Every access raises CompiledDataError where the file is damaged."""

    def __init__(self, path: StrPath, kind: str) -> None:
        self.path = path
        self._bytes = self._map()
        self._sections, self._start = self._directory(kind)

    def _map(self) -> memoryview:
        try:
            with open(self.path, "rb") as file:
                return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        except FileNotFoundError:
            raise CompiledDataError(self.path, "it does not exist") from None
        except (OSError, ValueError) as error:
            raise CompiledDataError(self.path, say("it cannot be read ({reason})", reason=reason(error))) from None

    def _directory(self, kind: str) -> tuple[dict[str, tuple[int, int, int]], int]:
        if len(self._bytes) < _HEAD.size:
            raise CompiledDataError(self.path, "it is cut short")
        magic, length, checksum = _HEAD.unpack_from(self._bytes)
        if magic != _MAGIC:
            raise CompiledDataError(self.path, "it is not a file of this version of arlint")
        start = _HEAD.size + length
        directory = bytes(self._bytes[_HEAD.size : start])
        if zlib.crc32(directory) != checksum:
            raise CompiledDataError(self.path, "its directory is damaged")
        content = json.loads(directory)
        if content["kind"] != kind:
            raise CompiledDataError(self.path, say("it holds {found}, not {kind}", found=content["kind"], kind=kind))
        return content["sections"], start

    def view(self, name: str, *, verify: bool = True) -> memoryview:
        """The bytes of a section. `verify=False` leaves the checksum unread, for sections of many megabytes."""
        if name not in self._sections:
            raise CompiledDataError(self.path, say("it has no section {name!r}", name=name))
        offset, size, checksum = self._sections[name]
        section = self._bytes[self._start + offset : self._start + offset + size]
        if len(section) < size:
            raise CompiledDataError(self.path, say("its section {name!r} is cut short", name=name))
        if verify and zlib.crc32(section) != checksum:
            raise CompiledDataError(self.path, say("its section {name!r} is damaged", name=name))
        return section

    def array(self, name: str, code: Literal["B", "H", "I", "Q"], *, verify: bool = True) -> memoryview[int]:
        """A section as numbers; `code` is a type code of the `struct` module, such as "I"."""
        if sys.byteorder != "little":
            raise CompiledDataError(self.path, "it can only be read on a little-endian machine")
        return self.view(name, verify=verify).cast(code)

    def json(self, name: str) -> Any:
        """A section of JSON."""
        return json.loads(bytes(self.view(name)))

    def trie(self, name: str, *, verify: bool = True) -> marisa_trie.Trie:
        """A section as a trie from strings to numbers, used in place."""
        trie = marisa_trie.Trie()
        trie.map(self.view(name, verify=verify))
        return trie
