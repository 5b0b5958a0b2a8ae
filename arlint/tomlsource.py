"""TOML that knows its lines, so that an error in a rule file or a configuration points into the file.

`tomllib` gives values without places. `TomlFile.line_of` finds a key's line again by a light scan of the
text, which only runs when an error has to be told.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from arlint.document.patterns import lazy
from arlint.errors import ArlintError, Saying, aside, say, saying
from arlint.records import NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

_HEADER = lazy(r"^\s*(\[{1,2})\s*([^\[\]]+?)\s*\]{1,2}\s*(?:#.*)?$")
_KEY = lazy(r"""^\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""")
_PART = lazy(r"""[\w-]+|"[^"]*"|'[^']*'""")
_NAMED = lazy(r"(?<= )(?:'[^']+'|\(.+\))(?= |$)")
_AT_LINE = lazy(r" ?\(at (?:line (\d+), column \d+|end of document)\)")

KeyPath = tuple[str | int, ...]


class TomlError(ArlintError):
    """A TOML file says something it must not. Tells file, line, key, what was expected, and what to write."""

    def __init__(self, path: Path, line: int, what: Saying | str, remedy: Saying | str = "") -> None:
        self.path = path
        self.line = line
        self.what = saying(what)
        self.remedy = saying(remedy)
        self.details = {"path": path, "line": line, "what": self.what, "remedy": aside(self.remedy)}
        super().__init__("{path}:{line}: {what}{remedy}".format_map(self.details))


class TomlFile(NamedTuple):
    """The values of one TOML file, and its text for looking up lines. `path` is only for messages."""

    path: Path
    text: str
    values: Mapping[str, Any]

    @classmethod
    def parse(cls, path: Path, text: str) -> TomlFile:
        """Raises TomlError with the line when the text is not TOML."""
        import tomllib

        try:
            return cls(path, text, tomllib.loads(text))
        except tomllib.TOMLDecodeError as error:
            place = _AT_LINE.search(str(error))
            line = int(place[1]) if place and place[1] else max(text.count("\n"), 1)
            raise TomlError(path, line, say("not valid TOML: {why}", why=_fault(_AT_LINE.sub("", str(error))))) from None

    def line_of(self, *keys: str | int) -> int:
        """One-based line of a key such as ("rule", 2, "severity"), or of the nearest table around it; else 1."""
        best, depth = 1, 0
        for line, path in _places(self.text):
            common = _common_prefix(path, keys)
            if common in (len(path), len(keys)) and common > depth:
                best, depth = line, common
        return best

    def error(self, keys: KeyPath, what: Saying | str, remedy: Saying | str = "") -> TomlError:
        """An error at the key `keys`."""
        return TomlError(self.path, self.line_of(*keys), what, remedy)


class Table(NamedTuple):
    """One table of a TOML file, read key by key with every value checked. All readers raise TomlError."""

    file: TomlFile
    keys: KeyPath
    values: Mapping[str, Any]

    def only(self, known: Collection[str]) -> None:
        """Raise for the first key that is not in `known`, with the nearest one that is."""
        for key in self.values:
            if key not in known:
                raise self.file.error((*self.keys, key), say("unknown key {key!r}", key=key), nearest(key, known))

    def text(self, key: str, default: str | None = None) -> str:
        """A string that must be there unless there is a default."""
        value = self._get(key, default)
        if isinstance(value, str):
            return value
        raise self._wrong(key, "a string", value)

    def flag(self, key: str, default: bool) -> bool:
        """true or false."""
        value = self.values.get(key, default)
        if isinstance(value, bool):
            return value
        raise self._wrong(key, "true or false", value)

    def number(self, key: str, default: float | None, *, low: float, high: float) -> float:
        """A number between two limits, both included."""
        value = self._get(key, default)
        if isinstance(value, (int, float)) and not isinstance(value, bool) and low <= value <= high:
            return value
        raise self._wrong(key, say("a number from {low} to {high}", low=low, high=high), value)

    def choice(self, key: str, choices: Collection[str], default: str | None = None) -> str:
        """One of a few words."""
        value = self._get(key, default)
        if isinstance(value, str) and value in choices:
            return value
        raise self.file.error((*self.keys, key), expected(key, value, one_of(sorted(choices))), near(str(value), choices))

    def texts(self, key: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """A list of strings."""
        value = self._get(key, default)
        if isinstance(value, (list, tuple)) and all(isinstance(item, str) for item in value):
            return tuple(value)
        raise self._wrong(key, "a list of strings", value)

    def table(self, key: str) -> Table:
        """A table inside this one; empty when it is not there."""
        value = self.values.get(key, {})
        if isinstance(value, dict):
            return Table(self.file, (*self.keys, key), value)
        raise self._wrong(key, "a table", value)

    def tables(self, key: str) -> tuple[Table, ...]:
        """An array of tables, `[[key]]`; empty when it is not there."""
        value = self.values.get(key, [])
        if isinstance(value, list) and all(isinstance(item, dict) for item in value):
            return tuple(Table(self.file, (*self.keys, key, index), item) for index, item in enumerate(value))
        raise self._wrong(key, say("an array of tables, [[{key}]]", key=key), value)

    def error(self, key: str, what: Saying | str, remedy: Saying | str = "") -> TomlError:
        """An error at one of this table's keys."""
        return self.file.error((*self.keys, key), what, remedy)

    def _get(self, key: str, default: Any) -> Any:
        if key not in self.values and default is None:
            dotted = ".".join([*(str(part) for part in self.keys[-1:] if isinstance(part, str)), key])
            raise self.file.error(self.keys, say("the key {key!r} is missing", key=dotted))
        return self.values.get(key, default)

    def _wrong(self, key: str, wanted: Saying | str, value: object) -> TomlError:
        return self.file.error((*self.keys, key), expected(key, value, wanted))


def root(file: TomlFile) -> Table:
    """The whole file as a table."""
    return Table(file, (), file.values)


def expected(key: str, value: object, wanted: Saying | str) -> Saying:
    """That a key has another value than it may have."""
    return say("{key} is {value!r}; expected {wanted}", key=key, value=value, wanted=saying(wanted))


def one_of(words: Iterable[str]) -> Saying:
    """All that may be written."""
    return say("one of {words}", words=", ".join(map(repr, words)))


def nearest(word: str, known: Collection[str]) -> Saying:
    """A hint that names the valid word nearest to `word`, or a few valid ones when none is near."""
    if close := near(word, known):
        return close
    some = sorted(known)
    return say("valid: {words}", words=", ".join(some[:12]) + ("…" if len(some) > 12 else "")) if some else Saying("")


def near(word: str, known: Iterable[str]) -> Saying:
    """A hint that names the valid word nearest to `word`; nothing when none is near."""
    import difflib

    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return say("did you mean {word!r}?", word=close[0]) if close else Saying("")


def _fault(text: str) -> Saying:
    """What Python's reader of TOML objects to: its sentence, and the key or the character that it names."""
    names = _NAMED.findall(text)
    return say(_NAMED.sub("{it}", text), it=names[0]) if len(names) == 1 else Saying(text)


@lru_cache(maxsize=2)
def _places(text: str) -> list[tuple[int, KeyPath]]:
    """Every header and key with its one-based line; keys inside multi-line strings are passed over."""
    places: list[tuple[int, KeyPath]] = []
    here: KeyPath = ()
    counts: dict[KeyPath, int] = {}
    fence = ""
    for number, line in enumerate(text.split("\n"), start=1):
        if fence:
            fence = "" if line.count(fence) % 2 else fence
            continue
        if header := _HEADER.match(line):
            here = _table_path(header[1] == "[[", _parts(header[2]), counts)
            places.append((number, here))
        elif key := _KEY.match(line):
            places.append((number, (*here, *_parts(key[1]))))
        fence = next((quote for quote in ('"""', "'''") if line.count(quote) % 2), "")
    return places


def _table_path(is_array: bool, parts: tuple[str, ...], counts: dict[KeyPath, int]) -> KeyPath:
    """("rule", "options") → ("rule", 2, "options") when two [[rule]] went before; `counts` is brought up to date."""
    path: KeyPath = ()
    for depth, part in enumerate(parts):
        path = (*path, part)
        last = depth == len(parts) - 1
        if is_array and last:
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = (*path, counts[path])
    return path


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in _PART.findall(dotted))


def _common_prefix(left: KeyPath, right: KeyPath) -> int:
    length = 0
    for one, other in zip(left, right, strict=False):
        if one != other:
            break
        length += 1
    return length
