"""Tables of tab-separated values beside rule files, read with their lines, so that an error points into the table.

The first line names the columns; a line that begins with "#" is a comment, a blank line is passed over.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from arlint.errors import Saying, reason, say
from arlint.records import NamedTuple
from arlint.tomlsource import Table, TomlError, nearest

if TYPE_CHECKING:
    from pathlib import Path


class Row(NamedTuple):
    """One line of a table: its one-based number, and what stands in each column ("" where the line ends early)."""

    line: int
    cells: Mapping[str, str]


class TableFile(NamedTuple):
    """A table that has been read. `path` is only for messages."""

    path: Path
    rows: tuple[Row, ...]

    def error(self, row: Row, what: Saying | str, remedy: Saying | str = "") -> TomlError:
        """An error at a row."""
        return TomlError(self.path, row.line, what, remedy)


def read_table(options: Table, key: str, folder: Path, columns: Collection[str], needed: int = 1) -> TableFile | None:
    """The table that the option `key` names, beside the rule file in `folder`; None when the option is not set.

    Raises TomlError: no such file, not UTF-8, an unknown column, one of the first `needed` columns missing, too many cells.
    """
    name = options.text(key, "")
    if not name:
        return None
    path = folder / name
    shown = options.file.path.parent / name
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        what = say("cannot read the table {name!r}: {reason}", name=name, reason=reason(error))
        raise options.error(key, what, "name a .tsv file beside the rule file") from None
    except UnicodeDecodeError as error:
        what = say("the table {name!r} is not UTF-8 at byte {offset}", name=name, offset=error.start)
        raise options.error(key, what, "save it as UTF-8") from None
    return TableFile(shown, tuple(_rows(text, shown, tuple(columns), needed)))


def read_words(options: Table, key: str, folder: Path) -> list[str]:
    """The words of a table with the one column `word`, which the option `key` names. Raises TomlError as `read_table`."""
    table = read_table(options, key, folder, ("word",))
    return [row.cells["word"] for row in table.rows] if table else []


def _rows(text: str, path: Path, columns: tuple[str, ...], needed: int) -> list[Row]:
    lines = [(number, line) for number, line in enumerate(text.splitlines(), start=1) if line.strip() and not line.startswith("#")]
    if not lines:
        raise TomlError(path, 1, "the table is empty", say("its first line names the columns: {names}", names=", ".join(columns)))
    first, header = lines[0][0], lines[0][1].split("\t")
    for name in header:
        if name not in columns:
            raise TomlError(path, first, say("unknown column {name!r}", name=name), nearest(name, columns))
    for name in columns[:needed]:
        if name not in header:
            raise TomlError(path, first, say("the column {name!r} is missing", name=name), "columns are separated by tabs")
    return [_row(number, line.split("\t"), header, path) for number, line in lines[1:]]


def _row(number: int, cells: list[str], header: list[str], path: Path) -> Row:
    if len(cells) > len(header):
        what = say("{cells} cells where the first line names {columns} columns", cells=len(cells), columns=len(header))
        raise TomlError(path, number, what, "remove a tab")
    padded = [cell.strip() for cell in cells] + [""] * (len(header) - len(cells))
    return Row(number, dict(zip(header, padded, strict=True)))
