"""One configuration file, or a preset, read and validated: a layer. Later layers go before earlier ones.

Every mistake is a TomlError with file, line, key and the nearest valid word.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from glob import glob
from pathlib import Path
from typing import TYPE_CHECKING, Any

from arlint.config import UnknownSelectorError, check_selectors, matches
from arlint.configfiles.house_style import KEYS as HOUSE_KEYS
from arlint.configfiles.house_style import house_style
from arlint.errors import say
from arlint.finding import Severity
from arlint.formats.encoding import codec_name
from arlint.formats.errors import UnknownEncodingError
from arlint.messages import LANGUAGES
from arlint.rulefiles.rule import Rule
from arlint.rulefiles.store import builtin_presets, builtin_rules
from arlint.tomlsource import Table, TomlError, TomlFile, nearest, root

if TYPE_CHECKING:
    from arlint.backends.loading import Wanted

DEFAULT_PRESET = "arlint:news"
KEYS = (
    "extends rules select extend-select ignore severity minimum-severity per-file-ignores options language exclude encoding words backends"
).split()
_PRESET = "arlint:"
_SEVERITIES = [severity.value for severity in Severity]


@dataclass(frozen=True, slots=True)
class Layer:
    """What one file says; None and empty for what it does not. `table` is for errors; `rules` are house rules it brings.

    Paths are absolute; globs in `per_file_ignores` and `exclude` are relative to the folder of the file that is extended into.
    """

    table: Table
    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    minimum_severity: Severity | None = None
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    language: str | None = None
    exclude: tuple[str, ...] = ()
    encoding: str | None = None
    words: tuple[str, ...] = ()
    backends: Wanted | None = None
    rules: tuple[Rule, ...] = ()

    def origin(self, *keys: str) -> str:
        """Where a key stands: "arlint.toml:3"."""
        line = self.table.file.line_of(*self.table.keys, *keys)
        return f"{self.table.file.path}:{line}" if self.table.file.text else str(self.table.file.path)


def read_layers(path: str, text: str | None = None) -> list[Layer]:
    """The layers of a configuration file, what it extends first; the default preset where it extends nothing.

    `text` stands for what is in the file, where an editor holds it unsaved.
    """
    return list(_layers(_table(path, text), ()))


def preset_layers(name: str = DEFAULT_PRESET) -> list[Layer]:
    """The layers of a preset such as "arlint:news"; none where it says nothing."""
    values = builtin_presets()[name.removeprefix(_PRESET)]
    return list(_layers(root(TomlFile(Path(name), "", values)), (name,))) if values else []


def validate(layers: list[Layer], rules: tuple[Rule, ...]) -> None:
    """Does everything the layers name exist among all rules? Raises TomlError."""
    for layer in layers:
        table = layer.table
        for key, selectors in (("select", layer.select or ()), ("extend-select", layer.extend_select), ("ignore", layer.ignore)):
            _check(table, key, selectors, rules)
        for selector in layer.severity:
            _check(table.table("severity"), selector, (selector,), rules)
        for glob_, selectors in layer.per_file_ignores.items():
            _check(table.table("per-file-ignores"), glob_, selectors, rules)
        for selector in layer.options:
            _check_options(table.table("options"), selector, rules)


def _layers(table: Table, seen: tuple[str, ...]) -> Iterator[Layer]:
    table.only((*KEYS, *HOUSE_KEYS))
    default = () if seen else (DEFAULT_PRESET,)
    inherited: list[Layer] = []
    rules: list[Rule] = []
    for name in table.texts("extends", default):
        for layer in _extended(table, name, seen):
            (rules.extend(layer) if isinstance(layer, tuple) else inherited.append(layer))
    yield from inherited
    yield _layer(table, (*rules, *_house_rules(table)))


def _extended(table: Table, name: str, seen: tuple[str, ...]) -> Iterator[Layer | tuple[Rule, ...]]:
    """The layers of a preset or another file; of a rule file its rules."""
    if name.startswith(_PRESET):
        known = [f"{_PRESET}{preset}" for preset in builtin_presets()]
        if name not in known:
            raise table.error("extends", say("there is no preset {name!r}", name=name), nearest(name, known))
        yield from preset_layers(name)
        return
    path = os.path.join(_folder(table), name)
    if path in seen:
        raise table.error("extends", say("{name!r} extends itself", name=name), "leave it out")
    if not os.path.isfile(path):
        remedy = say("a path beside {name}, or a preset such as {preset!r}", name=table.file.path.name, preset=DEFAULT_PRESET)
        raise table.error("extends", say("there is no file {path!r}", path=path), remedy)
    inner = _table(path)
    if "rule" in inner.values:
        yield _read_rules(path)
    else:
        yield from _layers(inner, (*seen, str(table.file.path), path))


def _house_rules(table: Table) -> tuple[Rule, ...]:
    found: list[Rule] = []
    for pattern in table.texts("rules", ()):
        paths = sorted(glob(os.path.join(_folder(table), pattern), recursive=True))
        if not paths:
            remedy = say("paths are relative to the folder of {name}", name=table.file.path.name)
            raise table.error("rules", say("no rule file at {pattern!r}", pattern=pattern), remedy)
        for path in paths:
            found += _read_rules(path)
    return tuple(found)


def _read_rules(path: str) -> tuple[Rule, ...]:
    """The rules of a house's file. Raises TomlError also where an example is not as it says: a rule that errs is not let loose."""
    from arlint.rulefiles.reader import read_file
    from arlint.rulefiles.trial import try_examples

    entries = read_file(Path(path))
    if failure := next(try_examples(entries), None):
        line = int(failure.origin.rpartition(":")[2])
        what = say("{code}: {what}", code=failure.code, what=failure.what)
        raise TomlError(Path(path), line, what, say("arlint rule test {path} tells all", path=path))
    return tuple(entry.rule for entry in entries)


def _table(path: str, text: str | None = None) -> Table:
    from arlint.configfiles.reading import configuration_text

    content = configuration_text(path) if text is None else text
    file = TomlFile.parse(Path(path), content.replace("\r\n", "\n"))
    top = root(file)
    return top.table("tool").table("arlint") if os.path.basename(path) == "pyproject.toml" else top


def _layer(table: Table, rules: tuple[Rule, ...]) -> Layer:
    severity = table.table("severity")
    ignores = table.table("per-file-ignores")
    minimum = table.choice("minimum-severity", _SEVERITIES) if "minimum-severity" in table.values else None
    style = house_style(table, builtin_rules())
    options = {rule: dict(table.table("options").table(rule).values) for rule in table.table("options").values}
    return Layer(
        table=table,
        select=table.texts("select") if "select" in table.values else None,
        extend_select=(*table.texts("extend-select", ()), *style.extend_select),
        ignore=(*table.texts("ignore", ()), *style.ignore),
        severity={selector: Severity(severity.choice(selector, _SEVERITIES)) for selector in severity.values},
        minimum_severity=Severity(minimum) if minimum else None,
        per_file_ignores={pattern: ignores.texts(pattern) for pattern in ignores.values},
        options={**style.options, **{rule: {**style.options.get(rule, {}), **said} for rule, said in options.items()}},
        language=table.choice("language", LANGUAGES) if "language" in table.values else None,
        exclude=table.texts("exclude", ()),
        encoding=_encoding(table),
        words=tuple(os.path.join(_folder(table), name) for name in table.texts("words", ())),
        backends=_backends(table),
        rules=rules,
    )


def _backends(table: Table) -> Wanted | None:
    if "backends" not in table.values:
        return None
    from arlint.configfiles.backends import backends

    return backends(table.table("backends"), _folder(table))


def _encoding(table: Table) -> str | None:
    if "encoding" not in table.values:
        return None
    try:
        return codec_name(table.text("encoding"))
    except UnknownEncodingError as error:
        raise table.error("encoding", say("there is no encoding {name!r}", name=error.details["name"])) from None


def _folder(table: Table) -> str:
    return os.path.dirname(os.path.abspath(table.file.path))


def _check(table: Table, key: str, selectors: tuple[str, ...], rules: tuple[Rule, ...]) -> None:
    try:
        check_selectors(selectors, rules, key)
    except UnknownSelectorError as error:
        raise table.error(key, say("no rule {selector!r}", selector=error.selector), error.remedy) from None


def _check_options(table: Table, selector: str, rules: tuple[Rule, ...]) -> None:
    """Options belong to one rule, by code or name, and must be options it has."""
    from arlint.checks.reader import merge_options

    _check(table, selector, (selector,), rules)
    rule = next((rule for rule in rules if selector in (rule.code, rule.name)), None)
    if rule is None:
        some = next(rule for rule in rules if matches(rule, selector))
        what = say("options are a single rule's; {selector!r} means several", selector=selector)
        raise table.error(selector, what, say("such as {code!r}", code=some.code))
    merge_options(table.table(selector), rule.options)
