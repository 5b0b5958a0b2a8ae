"""Word lists as they stand in dictionaries/words/: tab-separated, header comments first, "-" for an empty cell."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from arlint.errors import ArlintError


class WordListError(ArlintError):
    """A line of a word list has not the columns its header announces."""

    def __init__(self, path: Path, line: int, problem: str) -> None:
        super().__init__(f"{path}:{line}: {problem}")


def columns(path: Path) -> tuple[str, ...]:
    """The names of the columns, from the header line `# columns:`. Raises WordListError without one."""
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("# columns: "):
            return tuple(line.removeprefix("# columns: ").split("\t"))
    raise WordListError(path, 1, 'the header has no line "# columns: …"')


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The entries of a list as column → cell. Raises WordListError for a line of another width."""
    names = columns(path)
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1):
        if not line or line.startswith("#"):
            continue
        cells = ["" if cell == "-" else cell for cell in line.split("\t")]
        if len(cells) != len(names):
            raise WordListError(path, number, f"{len(cells)} cells where the header announces {len(names)}")
        yield dict(zip(names, cells, strict=True))
