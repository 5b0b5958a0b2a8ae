"""What a request is answered from: one version of one document, never changed while somebody works on it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from lsprotocol import types
from pygls.uris import to_fs_path

from arlint.document.positions import Unit
from arlint.lsp.client import Client
from arlint.lsp.textdocument import Text

if TYPE_CHECKING:
    from arlint.baseline import Known
    from arlint.formats.catalogue import Format
    from arlint.lsp.environment import Environments

_LANGUAGES = {"markdown": ".md", "html": ".html", "plaintext": ".txt", "srt": ".srt", "subrip": ".srt", "vtt": ".vtt", "webvtt": ".vtt"}


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A document at one moment. version: None for one that is read from disk. unit: what the client's columns count."""

    uri: str
    version: int | None
    language_id: str
    text: Text
    unit: Unit
    client: Client
    environments: Environments

    @property
    def path(self) -> str:
        """The file's path, or for a buffer without one a name in the current folder with the suffix of its language."""
        path = to_fs_path(self.uri)
        if path and self.uri.startswith("file:"):
            return path
        return os.path.join(os.getcwd(), "untitled" + _LANGUAGES.get(self.language_id, ".txt"))  # noqa: PTH109, PTH118

    @property
    def baseline(self) -> Mapping[str, Known]:
        """What the project's baseline knows of the document; nothing of one that is no file."""
        return self.environments.baseline(self.path) if self.uri.startswith("file:") else {}

    @property
    def is_toml(self) -> bool:
        """Is this a configuration or rule file, which is checked as such and not as copy?"""
        return self.language_id == "toml" or PurePath(self.path).suffix.lower() == ".toml"

    @property
    def format(self) -> Format:
        """The format the command line would read it in; for a suffix it doesn't know, that of the editor's language."""
        from arlint.formats.catalogue import format_of, known_format

        return known_format(self.path) or format_of("x" + _LANGUAGES.get(self.language_id, ".txt"))

    @property
    def key(self) -> tuple[int, int | None, int]:
        """Equal for snapshots that must give the same findings."""
        return self.environments.generation, self.version, hash(self.text.text)

    def range(self, start: int, end: int) -> types.Range:
        """The client's range of a code-point span."""
        return self.text.range(start, end, self.unit)

    def span(self, range_: types.Range) -> tuple[int, int]:
        """The code-point span of a client's range."""
        return self.text.span(range_, self.unit)

    def offset(self, position: types.Position) -> int:
        """The code-point offset of a client's position."""
        return self.text.offset(position, self.unit)
