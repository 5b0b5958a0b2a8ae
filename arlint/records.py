"""`NamedTuple` for a program that must start fast: as `typing.NamedTuple`, made in a small part of its time.

`typing` compiles every annotation and `collections` evaluates source text for each class; with a hundred classes that is a tenth of
a cold start. Here classes with equally many fields share one compiled constructor. Type checkers see `typing.NamedTuple` itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:
    from functools import cache
    from types import CodeType, FunctionType

    try:
        from _collections import _tuplegetter as _getter
    except ImportError:  # another Python than CPython
        from operator import itemgetter

        def _getter(index, text):
            """The property that reads a field."""
            return property(itemgetter(index), doc=text)

    class _Record(tuple):
        """What all named tuples can do."""

        __slots__ = ()

        @classmethod
        def _make(cls, values):
            return cls(*values)

        def _replace(self, /, **changes):
            made = type(self)._make(map(changes.pop, self._fields, self))
            if changes:
                raise ValueError(f"Got unexpected field names: {list(changes)!r}")
            return made

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self):
            return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in zip(self._fields, self, strict=True))})"

        def __getnewargs__(self):
            return tuple(self)

    class _Maker(type):
        """Makes a plain class of `class NAME(NamedTuple)`."""

        def __new__(cls, name, bases, namespace):
            fields = tuple(namespace.get("__annotations__", ()))
            defaults = {field: namespace[field] for field in fields if field in namespace}
            getters = {field: _getter(index, None) for index, field in enumerate(fields)}
            values = {"__slots__": (), "_fields": fields, "_field_defaults": defaults, "__match_args__": fields}
            new = FunctionType(_code(len(fields)).replace(co_varnames=("_cls", *fields)), _NAMES, "__new__", tuple(defaults.values()))
            new.__qualname__ = f"{name}.__new__"
            return type(name, (_Record,), {**values, "__new__": new, **namespace, **getters})

    _NAMES = {"_new": tuple.__new__, "__builtins__": {}, "__name__": __name__}

    @cache
    def _code(count: int) -> CodeType:
        """The code of a constructor of so many fields."""
        names = "".join(f"_{number}, " for number in range(count))
        return eval(f"lambda _cls, {names}: _new(_cls, ({names}))".replace(", :", ":"), _NAMES).__code__

    class _Named:
        """Stands where `typing.NamedTuple` does, in the bases of a class."""

        def __mro_entries__(self, bases):
            return (_ROOT,)

    _ROOT = type.__new__(_Maker, "NamedTuple", (), {})
    NamedTuple = _Named()
