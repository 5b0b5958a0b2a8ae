"""`arlint doctor`: what is installed, found and used, with versions and load times."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import click

from arlint.cli import terminal
from arlint.cli.group import Command, language_option
from arlint.configfiles import Configurations
from arlint.errors import ArlintError
from arlint.messages import Messages
from arlint.records import NamedTuple

if TYPE_CHECKING:
    from arlint.backends.loading import Wanted
    from arlint.lexicon.lexicon import Lexicon

_MODULES = {"hunspell": "hunspell", "camel": "camel_tools"}


class Part(NamedTuple):
    """One lexicon. state: used, off (not configured), missing (not installed), failed. package: what brings it, with its version, None
    where that is not known. seconds: to load, None when it was not. plain: is it without its part in C, and slower?"""

    name: str
    state: str
    package: str | None = None
    version: str | None = None
    found: tuple[str, ...] = ()
    seconds: float | None = None
    plain: bool = False
    error: str | None = None


@click.command("doctor", cls=Command)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@language_option
@click.pass_obj
def command(texts: Messages, /, form: str) -> int:
    """Write the report; exit code 2 where something that is configured cannot be used."""
    from arlint import __version__

    settings = Configurations().for_path(".")
    parts = list(examine(settings.backends, texts))
    write = _json if form == "json" else _text
    terminal.write([write(__version__, settings.file, parts, texts), "\n"])
    return 2 if any(part.state == "failed" for part in parts) else 0


def examine(wanted: Wanted | None, texts: Messages) -> Iterator[Part]:
    """The built-in lexicon, and each backend."""
    from arlint import __version__
    from arlint.backends.loading import Wanted, loaders
    from arlint.lexicon.counts import pairs
    from arlint.lexicon.lexicon import Lexicon

    lexicon = Lexicon()
    built_in = Part("built-in", "used", "arlint", __version__, (str(lexicon.folder),), plain=pairs.Pairs is pairs.PlainPairs)
    yield _timed(built_in, lambda: _load(lexicon), texts)
    ready = dict(loaders(wanted or Wanted(), lexicon.counts.unigram))
    packages = importlib.metadata.packages_distributions()
    for name, module in _MODULES.items():
        installed = importlib.util.find_spec(module) is not None
        package = next(iter(packages.get(module, ())), None) if installed else None
        version = importlib.metadata.version(package) if package else None
        part = Part(name, "off" if installed else "missing", package, version, _found(name, wanted))
        yield _timed(part, ready[name], texts) if name in ready else part


def _load(lexicon: Lexicon) -> None:
    """Load what every check asks: morphology, word lists, counts."""
    _ = lexicon.analyser, lexicon.words, lexicon.counts


def _timed(part: Part, load: Callable[[], object], texts: Messages) -> Part:
    start = time.perf_counter()
    try:
        load()
    except ArlintError as error:
        return part._replace(state="failed", error=texts.error(error))
    return part._replace(state="used", seconds=round(time.perf_counter() - start, 3))


def _found(name: str, wanted: Wanted | None) -> tuple[str, ...]:
    """The files that are there of those configured, or of the defaults."""
    from arlint.backends import camel, hunspell
    from arlint.configfiles.backends import DATABASE, SYSTEM_DICTIONARY

    found: list[str] = []
    if name == "hunspell":
        chosen = wanted.hunspell if wanted else None
        names, find = chosen.dictionaries if chosen else (SYSTEM_DICTIONARY,), hunspell.find
        found += chosen.personal if chosen else ()
    else:
        names, find = ((wanted.camel if wanted else None) or DATABASE,), camel.find
    for one in names:
        try:
            found.append(str(find(one)))
        except ArlintError:
            continue  # told when it is loaded
    return tuple(found)


def _text(version: str, file: str | None, parts: list[Part], texts: Messages) -> str:
    lines = [f"arlint {version}", file or texts("doctor.none")]
    for part in parts:
        state = part.error or texts(f"doctor.{part.state}", name=part.name)
        known = f"{part.package} {part.version}" if part.package else "-" if part.state == "missing" else texts("doctor.unknown")
        seconds = [] if part.seconds is None else [texts("doctor.seconds", seconds=f"{part.seconds:.3f}")]
        slower = [texts("doctor.plain")] if part.plain else []
        lines.append(": ".join((texts(f"doctor.{part.name}"), texts("summary.separator").join([known, state, *seconds, *slower]))))
        lines += [f"    {path}" for path in part.found]
    return "\n".join(lines)


def _json(version: str, file: str | None, parts: list[Part], texts: Messages) -> str:
    import json

    report = {"version": version, "configuration": file, "lexicons": [part._asdict() for part in parts]}
    return json.dumps(report, ensure_ascii=False, indent=2)
