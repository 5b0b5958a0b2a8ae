"""`arlint style learn PATH…`: read a house's published articles and propose its settings."""

from __future__ import annotations

from collections.abc import Iterator

import click

from arlint.cli import terminal
from arlint.cli.group import Command, Group, language_option
from arlint.configfiles import Configurations
from arlint.document import Document
from arlint.errors import ArlintError
from arlint.messages import Messages


class NothingToLearnError(ArlintError):
    """No article says anything about the house's style."""

    def __init__(self, articles: int) -> None:
        self.details = {"articles": articles}
        super().__init__(f"too few articles to learn a style from ({articles}); give a folder of published ones")


command = Group("style")


@command.command("learn", cls=Command)
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@language_option
@click.pass_obj
def learn(texts: Messages, /, paths: tuple[str, ...]) -> int:
    """Write a proposal for arlint.toml to standard output. Raises NothingToLearnError, and as `arlint check` for what cannot be read."""
    from arlint.configfiles.words import lexicon_for
    from arlint.housestyle import learn as study
    from arlint.housestyle.proposal import render

    lessons = study(_documents(paths), lexicon_for(Configurations().for_path(paths[0])))
    if not lessons.choices:
        raise NothingToLearnError(lessons.articles)
    terminal.write(f"{line}\n" for line in render(lessons, texts))
    return 0


def _documents(paths: tuple[str, ...]) -> Iterator[Document]:
    """The articles, one a file."""
    from arlint.formats import files
    from arlint.formats.catalogue import format_of
    from arlint.formats.discovery import find_files

    configurations = Configurations()
    for path in paths:
        settings = configurations.for_path(path)
        for name in find_files(path, settings.excludes):
            yield format_of(name).parse(files.read(name, settings.encoding).text)
