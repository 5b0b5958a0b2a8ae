"""Runs over what git is about to commit or push: its contents instead of files, its fixes into the index."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from arlint.cli.checking import Request, Run
from arlint.cli.inputs import Fail
from arlint.cli.sieves import ChangedSieve, Sieve
from arlint.configfiles import Configurations, Settings
from arlint.document import Document
from arlint.errors import ArlintError
from arlint.formats import files
from arlint.formats.catalogue import known_format
from arlint.formats.encoding import encode
from arlint.formats.errors import BinaryFileError, UnencodableFixError
from arlint.formats.files import SourceFile
from arlint.git.changes import staged_lines
from arlint.git.process import Blobs, HugeFileError
from arlint.git.repository import Repository
from arlint.git.staged import TrackedFile
from arlint.messages import Messages

if TYPE_CHECKING:
    from arlint.git.restaging import Repair


class GitFiles:
    """Tracked files of formats that arlint knows, with the contents git has; paths are relative to the repository's top.

    repairs: what `put` was given. passed_over: files that hold no text, or too much.
    """

    def __init__(self, repository: Repository, tracked: Sequence[TrackedFile]) -> None:
        self.repairs: list[Repair] = []
        self.passed_over: list[ArlintError] = []
        self._files = {file.path: file for file in tracked if known_format(file.path)}
        self._blobs = Blobs([file.name for file in self._files.values()], repository.folder)

    def paths(self, configurations: Configurations, fail: Fail) -> list[str]:
        """The files that the configuration does not exclude and that can be taken for text."""
        return [path for path in self._files if self._is_text(path, configurations, fail)]

    def name(self, path: str) -> str:
        """The path itself."""
        return path

    def read(self, path: str, settings: Settings) -> SourceFile:
        """Raises UnreadableObjectError, HugeFileError, FileErrors."""
        return files.from_bytes(path, self._blobs.content(self._files[path].name, path), settings.encoding)

    def put(self, source: SourceFile, text: str) -> None:
        """Keep a fixed text for `restage`. Raises UnencodableFixError."""
        if text == source.text:
            return
        if encode(source.path, source.text, source.encoding) != source.raw:
            raise UnencodableFixError(source.path, encoding=source.encoding.name)
        from arlint.git.restaging import Repair

        self.repairs.append(Repair(self._files[source.path], source.raw, encode(source.path, text, source.encoding)))

    def _is_text(self, path: str, configurations: Configurations, fail: Fail) -> bool:
        try:
            settings = configurations.for_path(path)
            if settings.excludes(path):
                return False
            self.read(path, settings)
        except (BinaryFileError, HugeFileError) as error:
            self.passed_over.append(error)
            return False
        except ArlintError:
            pass  # told when it is checked
        return True


class GitRun(Run):
    """A run over tracked files; git runs hooks at the repository's top, and so do we."""

    def __init__(self, request: Request, texts: Messages, repository: Repository, tracked: Sequence[TrackedFile], *sieves: Sieve) -> None:
        """Raises ArlintError for a faulty configuration."""
        os.chdir(repository.folder)
        self.repository = repository
        self.contents = GitFiles(repository, tracked)
        super().__init__(request._replace(paths=(".",)), texts, self.contents, sieves)

    def run(self) -> int:
        """Gives the exit code; with fixes, after they are staged. Raises ChangedIndexError, GitFailedError too."""
        code = super().run()
        if not self.contents.repairs:
            return code
        from arlint.git.restaging import restage

        restage(self.repository, self.contents.repairs)
        return code


def changed_sieve(repository: Repository) -> Sieve:
    """Keeps what touches staged lines that differ from the last commit."""
    changes = staged_lines(repository)

    def sieve(name: str, document: Document) -> ChangedSieve:
        return ChangedSieve(changes, name, document)

    return sieve
