"""Named tuples that are made fast behave as those of `typing`."""

import copy
import pickle
from typing import Any, cast

import pytest

from arlint.records import NamedTuple


class Place(NamedTuple):
    """A place."""

    line: int
    column: int = 1
    names: tuple[str, ...] = ()

    @property
    def first(self) -> bool:
        return self.line == 1


class Empty(NamedTuple):
    """No fields."""


class Longer(Place):
    """A class below a named tuple."""


def test_fields_are_read_by_name_and_place() -> None:
    place = Place(2, names=("a",))
    assert (place.line, place.column, place.names, place.first) == (2, 1, ("a",), False)
    assert repr(place) == "Place(line=2, column=1, names=('a',))"
    assert tuple(place) == (2, 1, ("a",))
    assert hash(place) == hash((2, 1, ("a",)))


def test_the_methods_of_named_tuples() -> None:
    place = Place(3)
    assert place._replace(line=4) == Place(4)
    assert place._asdict() == {"line": 3, "column": 1, "names": ()}
    assert Place._make([1, 2, ()]) == Place(1, 2)
    assert Place._fields == ("line", "column", "names")
    assert Place._field_defaults == {"column": 1, "names": ()}
    with pytest.raises(ValueError, match="lane"):
        place._replace(**cast("dict[str, Any]", {"lane": 4}))


def test_wrong_arguments_are_refused() -> None:
    make = cast("Any", Place)
    with pytest.raises(TypeError, match="line"):
        make()
    with pytest.raises(TypeError, match="lane"):
        make(1, lane=2)
    with pytest.raises(AttributeError):
        cast("Any", Place(1)).line = 2
    with pytest.raises(AttributeError):
        cast("Any", Place(1)).other = 2


def test_copies_and_patterns() -> None:
    place = Place(5, 6)
    assert pickle.loads(pickle.dumps(place)) == place
    assert type(copy.copy(place)) is Place
    match place:
        case Place(line, column=6):
            assert line == 5
        case _:
            pytest.fail("the pattern should match")


def test_no_fields_and_classes_below() -> None:
    assert Empty() == ()
    assert type(Longer(1)._replace(column=2)) is Longer
    assert Longer(1, 2).first
