"""From what the configuration says of backends to the backends themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from arlint.lexicon.opinions import Backend
from arlint.records import NamedTuple


class Hunspell(NamedTuple):
    """dictionaries: language codes and absolute paths of .dic files. personal: absolute paths of lists of vouched-for words."""

    dictionaries: tuple[str, ...]
    personal: tuple[str, ...] = ()


class Wanted(NamedTuple):
    """What is configured. camel: the name or the path of a database."""

    hunspell: Hunspell | None = None
    camel: str | None = None

    def over(self, other: Wanted) -> Wanted:
        """This where it says something, else the other."""
        return Wanted(self.hunspell or other.hunspell, self.camel or other.camel)


def load(wanted: Wanted, seen: Callable[[str], int]) -> list[Backend]:
    """The backends, the one with morphology first. Raises ArlintError where one that is configured cannot be used."""
    return [backend() for _, backend in loaders(wanted, seen)]


def loaders(wanted: Wanted, seen: Callable[[str], int]) -> Iterator[tuple[str, Callable[[], Backend]]]:
    """The configured backends by name, each to be loaded by a call."""
    if wanted.camel:
        from arlint.backends import camel

        database = wanted.camel
        yield "camel", lambda: camel.load(database)
    if wanted.hunspell:
        from arlint.backends import hunspell

        chosen = wanted.hunspell
        yield "hunspell", lambda: hunspell.load(chosen.dictionaries, chosen.personal, seen)
