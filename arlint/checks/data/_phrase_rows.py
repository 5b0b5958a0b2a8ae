"""The rows of the data check `phrase` as an author writes them, and what is refused in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arlint.checks.data.phrase import DELETION, OPEN, QUERY, words_of
from arlint.errors import Saying, say, saying
from arlint.tablesource import read_table
from arlint.tomlsource import Table, TomlError

if TYPE_CHECKING:
    from pathlib import Path

_COLUMNS = ("wrong", "right", "contested", "note")


class Rows:
    """The rows read so far, checked against each other: what to write for each wrong expression, and who accepts it where one does."""

    def __init__(self) -> None:
        self.rights: dict[str, list[str]] = {}
        self.places: dict[str, TomlError] = {}
        self.contested: dict[str, str] = {}

    def add(self, wrong: str, rights: list[str], place: TomlError) -> None:
        """Take in a row; `place` is an error that points to it. Raises TomlError for a row that cannot stand."""
        key = " ".join(words_of(wrong))
        if not key or not rights or not all(rights):
            raise _at(place, "an expression is empty", "write both, and '-' to delete")
        if key in self.places:
            raise _at(
                place, say("a second answer for {wrong!r}", wrong=wrong), say("the first stands at line {line}", line=self.places[key].line)
            )
        if wrong in rights:
            raise _at(place, say("{wrong!r} is its own repair", wrong=wrong), "write what is right")
        if (OPEN in wrong) != any(OPEN in right for right in rights) and rights not in ([DELETION], [QUERY]):
            raise _at(place, "'+' stands on one side only", "write it in both expressions, or in neither")
        self.rights[wrong] = rights
        self.places[key] = place

    def check_loops(self) -> None:
        """No repair may itself hold a wrong expression: it would be found again."""
        for wrong, rights in self.rights.items():
            place = self.places[" ".join(words_of(wrong))]
            for right in rights:
                if (again := " ".join(words_of(right))) in self.places:
                    raise _at(place, say("the repair {right!r} is itself wrong at line {line}", right=right, line=self.places[again].line))


def _at(place: TomlError, what: Saying | str, remedy: Saying | str = "") -> TomlError:
    return TomlError(place.path, place.line, say("{place}: {what}", place=place.what, what=saying(what)), remedy)


def read_rows(options: Table, folder: Path) -> Rows:
    """The rows of a rule, from its options and from the table in `folder`. Raises TomlError, into the table where the fault is there."""
    rows = Rows()
    for number, row in enumerate(_inline_rows(options)):
        rows.add(row[0], row[1:], options.error("phrases", say("row {number}", number=number + 1)))
    if table := read_table(options, "table", folder, _COLUMNS, needed=2):
        for line in table.rows:
            cells = line.cells
            rights = [right.strip() for right in cells["right"].split(" / ")]
            rows.add(cells["wrong"], rights, table.error(line, say("the row of {wrong!r}", wrong=cells["wrong"])))
            if cells.get("contested"):
                rows.contested[cells["wrong"]] = cells["contested"]
    if not rows.rights:
        raise options.error("phrases", "no expression", "give phrases or a table")
    rows.check_loops()
    return rows


def _inline_rows(options: Table) -> list[list[str]]:
    """The rows of the option `phrases`. Raises TomlError."""
    rows = options.values.get("phrases", [])
    if isinstance(rows, list) and all(isinstance(row, list) and row and all(isinstance(cell, str) for cell in row) for row in rows):
        return rows
    raise options.error("phrases", 'phrases must be rows ["wrong", "right", …]')
