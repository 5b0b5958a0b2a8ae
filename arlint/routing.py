"""Which rules are shown a paragraph: one look at its characters, words and kinds of token answers for all of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Generic, TypeVar

from arlint.checks.protocol import Interest
from arlint.document import Kind, Paragraph

Thing = TypeVar("Thing")
_Places = Mapping[str, Sequence[int]]


class Routes(Generic[Thing]):
    """Things with their interests, indexed by what they want to see."""

    def __init__(self, things: Iterable[tuple[Thing, Interest]]) -> None:
        routed = tuple(things)
        self._things = tuple(thing for thing, _ in routed)
        interests = [interest for _, interest in routed]
        self._always = [place for place, interest in enumerate(interests) if interest == Interest()]
        self._characters = _indexed(interest.characters for interest in interests)
        self._forms = _indexed(interest.forms for interest in interests)
        self._strings = _indexed(interest.contains for interest in interests)
        self._kinds: Mapping[Kind, Sequence[int]] = {
            kind: [place for place, interest in enumerate(interests) if kind in interest.kinds] for kind in Kind
        }

    def to(self, paragraph: Paragraph) -> list[Thing]:
        """The things whose interest sees the paragraph, in their order."""
        wanted = set(self._always)
        for index, found in ((self._characters, paragraph.characters), (self._forms, paragraph.forms)):
            for key in index.keys() & found:
                wanted.update(index[key])
        for text, places in self._strings.items():
            if not wanted.issuperset(places) and text in paragraph.text:
                wanted.update(places)
        for kind in paragraph.kinds:
            wanted.update(self._kinds[kind])
        return [self._things[place] for place in sorted(wanted)]


def _indexed(wanted: Iterable[Iterable[str]]) -> _Places:
    """The places of those who want each string."""
    index: dict[str, list[int]] = {}
    for place, strings in enumerate(wanted):
        for text in strings:
            index.setdefault(text, []).append(place)
    return index
