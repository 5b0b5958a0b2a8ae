"""`arlint words add|remove|list`: the project's own word list, or with --user the user's."""

from __future__ import annotations

from pathlib import Path

import click

from arlint.cli import terminal
from arlint.cli.group import Command, Group, language_option
from arlint.configfiles import Configurations
from arlint.configfiles.words import UnreadableWordListError, project_list, user_list
from arlint.errors import ArlintError, reason
from arlint.lexicon.userwords import CLASSES, UserWord, parse_word, read_words
from arlint.messages import Messages


class UnknownUserWordError(ArlintError):
    """A word to be removed is not on the list."""

    def __init__(self, word: str, path: Path) -> None:
        self.details = {"word": word, "path": str(path)}
        super().__init__(f"{path}: {word!r} is not on the list")


command = Group("words")


@command.command("add", cls=Command)
@click.argument("words", nargs=-1, required=True, metavar="WORD…")
@click.option("--as", "affixes", type=click.Choice(["name", "noun"]))
@click.option("--user", "of_user", is_flag=True)
@language_option
@click.pass_obj
def add(texts: Messages, /, words: tuple[str, ...], affixes: str | None, of_user: bool) -> int:
    """Add words that are not on the list yet."""
    path = _list(of_user)
    known = _read(path)
    new = [parse_word(word) for word in words]
    if affixes:
        new = [word._replace(affixes=CLASSES[affixes]) for word in new]
    _write(path, list(dict.fromkeys([*known, *new])))
    return 0


@command.command("remove", cls=Command)
@click.argument("words", nargs=-1, required=True, metavar="WORD…")
@click.option("--user", "of_user", is_flag=True)
@language_option
@click.pass_obj
def remove(texts: Messages, /, words: tuple[str, ...], of_user: bool) -> int:
    """Take words off the list, whatever their affix class. Raises UnknownUserWordError, having removed none."""
    path = _list(of_user)
    known = _read(path)
    gone = {parse_word(word).word for word in words}
    for word in sorted(gone - {entry.word for entry in known}):
        raise UnknownUserWordError(word, path)
    _write(path, [entry for entry in known if entry.word not in gone])
    return 0


@command.command("list", cls=Command)
@click.option("--user", "of_user", is_flag=True)
@language_option
@click.pass_obj
def list_(texts: Messages, /, of_user: bool) -> int:
    """Print the words of the list, one a line."""
    terminal.write(f"{word}\n" for word in _read(_list(of_user)))
    return 0


def _list(of_user: bool) -> Path:
    return Path(user_list() if of_user else project_list(Configurations().for_path(".")))


def _read(path: Path) -> list[UserWord]:
    try:
        return read_words(path)
    except FileNotFoundError:
        return []
    except OSError as error:
        raise UnreadableWordListError(str(path), reason(error)) from None


def _write(path: Path, words: list[UserWord]) -> None:
    """Replace the list as a whole; comments at its head are kept."""
    head = []
    if path.is_file():
        for line in path.read_text(encoding="utf-8").splitlines():
            if not line.startswith("#"):
                break
            head.append(line)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_name(path.name + ".new")
        fresh.write_text("".join(f"{line}\n" for line in [*head, *map(str, sorted(words))]), encoding="utf-8")
        fresh.replace(path)
    except OSError as error:
        raise UnreadableWordListError(str(path), reason(error)) from None
