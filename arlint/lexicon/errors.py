"""How the lexicon fails: a compiled file is missing, damaged, or made by another version."""

from __future__ import annotations

import os

from arlint.errors import ArlintError, Saying, saying


class CompiledDataError(ArlintError):
    """A compiled data file cannot be used. Says which file, why, and how to make it again."""

    def __init__(self, path: str | os.PathLike[str], problem: Saying | str) -> None:
        self.path = os.fspath(path)
        self.problem = saying(problem)
        self.details = {"path": self.path, "problem": self.problem}
        super().__init__(
            f'cannot use the compiled data file {path}: {problem}; run "python -m arlint.compilers" in a checkout, or reinstall arlint'
        )
