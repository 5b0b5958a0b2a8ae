"""`arlint train PATH…`: count an archive, and check by its counts as well as by those that arlint ships."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from arlint.cli import terminal
from arlint.cli.group import Command, complain, language_option
from arlint.configfiles import Configurations
from arlint.errors import ArlintError, Saying, reason
from arlint.lexicon.counts.training import Tally
from arlint.messages import Messages


class UnwritableCountsError(ArlintError):
    """The counts cannot be written where they were asked for."""

    def __init__(self, path: Path, reason: Saying) -> None:
        self.details = {"path": str(path), "reason": reason}
        super().__init__(f"{path}: the counts cannot be written ({reason})")


@click.command("train", cls=Command)
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option("--output", metavar="FILE")
@click.option("--alone", is_flag=True)
@language_option
@click.pass_obj
def command(texts: Messages, /, paths: tuple[str, ...], output: str | None, alone: bool) -> int:
    """Count, write, and give the exit code: 2 where a file could not be read."""
    from arlint.configfiles.words import project_counts
    from arlint.lexicon.counts.training import compile_archive
    from arlint.lexicon.lexicon import Lexicon

    tally = Tally()
    files, failed = _count(paths, tally, texts)
    if not files:
        return 2
    target = Path(output or project_counts(Configurations().for_path(".")))
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        compile_archive(tally, target, None if alone else Lexicon.default().counts)
    except OSError as error:
        raise UnwritableCountsError(target, reason(error)) from None
    terminal.write([texts("train.done", words=tally.words, files=files, path=target), "\n"])
    return 2 if failed else 0


def _count(paths: Iterable[str], tally: Tally, texts: Messages) -> tuple[int, int]:
    """Count every file; gives how many were read and how many were not."""
    from arlint.formats import files
    from arlint.formats.catalogue import format_of
    from arlint.formats.discovery import find_files
    from arlint.lexicon.spelling.survey import view

    read = failed = 0
    for path in paths:
        try:
            for name in find_files(path):
                for paragraph in format_of(name).parse(files.read(name, None).text).paragraphs:
                    tally.add(view(paragraph).words)
                read += 1
        except ArlintError as error:
            complain(texts.error(error), texts)
            failed += 1
    return read, failed
