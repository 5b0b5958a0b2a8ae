"""What a detector is: it declares what it wants to see, is shown nothing else, and yields hits.

A detector works in the coordinates of a paragraph (code points of its plain text). It knows nothing of codes,
severities or languages: the rule that names it has those.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Protocol

from arlint.document import Document, Fact, Kind, Paragraph
from arlint.document.facts import Part, Whole
from arlint.finding import Edit, Evidence, Fix, Safety, Severity
from arlint.records import NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

    from arlint.lexicon.lexicon import Lexicon
    from arlint.tomlsource import Table

_NOTHING: Mapping[str, str] = MappingProxyType({})


class Place(NamedTuple):
    """A span of a paragraph, in its coordinates."""

    paragraph: Paragraph
    start: int
    end: int


class Hit(NamedTuple):
    """What a detector yields: a span that is never empty, repairs best first, and what the message needs.

    values: for the placeholders of the message; {text} (the slip) and {fix} (the span after the first fix) come by themselves.
    severity: only to lower or raise the rule's own for this hit. paragraph: only document checks must name it.
    """

    start: int
    end: int
    fixes: tuple[Fix, ...] = ()
    values: Mapping[str, str] = _NOTHING
    confidence: float = 1.0
    severity: Severity | None = None
    evidence: tuple[Evidence, ...] = ()
    related: tuple[Place, ...] = ()
    paragraph: Paragraph | None = None


class Context:
    """What a detector may ask besides the paragraph: facts about the document, the rule's options, the lexicon.

    A paragraph detector sees of the rest of the document only what it asks as a fact: `asked` keeps those, so that after an
    edit elsewhere its hits are good for as long as the facts are.
    """

    __slots__ = ("_document", "asked", "lexicon", "options")

    def __init__(self, document: Document, options: Mapping[str, Any], lexicon: Lexicon) -> None:
        self._document = document
        self.options = options
        self.lexicon = lexicon
        self.asked: dict[Fact[Any, Any], Any] = {}

    @property
    def format(self) -> str:
        """The format of the document: "text", "markdown" …"""
        return self._document.format

    def fact(self, fact: Fact[Part, Whole]) -> Whole:
        """A fact about the whole document."""
        value = self._document.fact(fact)
        self.asked[fact] = value
        return value


class Interest(NamedTuple):
    """Which paragraphs a detector is shown: those that hold one of `characters`, one of the strings `contains`, one
    of the bare words `forms`, or a token of `kinds`. What is empty is not asked; if all are empty, every paragraph."""

    characters: frozenset[str] = frozenset()
    contains: tuple[str, ...] = ()
    forms: frozenset[str] = frozenset()
    kinds: frozenset[Kind] = frozenset()

    def sees(self, paragraph: Paragraph) -> bool:
        """Should the detector be shown this paragraph?"""
        if self.characters and not self.characters.isdisjoint(paragraph.characters):
            return True
        if self.contains and any(text in paragraph.text for text in self.contains):
            return True
        if self.forms and not self.forms.isdisjoint(paragraph.forms):
            return True
        if self.kinds and not self.kinds.isdisjoint(paragraph.kinds):
            return True
        return not (self.characters or self.contains or self.forms or self.kinds)

    def as_json(self) -> dict[str, Any]:
        """Plain values for the compiled rules; `from_json` reads them back. Many thousand forms are read much faster as one string."""
        kinds = sorted(kind.value for kind in self.kinds)
        characters, forms = "".join(sorted(self.characters)), " ".join(sorted(self.forms))
        return {"characters": characters, "contains": list(self.contains), "forms": forms, "kinds": kinds}

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> Interest:
        """What `as_json` gave."""
        kinds = frozenset(Kind(kind) for kind in values["kinds"])
        return cls(frozenset(values["characters"]), tuple(values["contains"]), frozenset(values["forms"].split(" ")) - {""}, kinds)


class ParagraphRun(Protocol):
    """Looks at one paragraph."""

    def __call__(self, paragraph: Paragraph, context: Context, /) -> Iterable[Hit]: ...


class DocumentRun(Protocol):
    """Looks at the whole document; every hit names its paragraph."""

    def __call__(self, document: Document, context: Context, /) -> Iterable[Hit]: ...


class ParagraphDetector(NamedTuple):
    """Called for every paragraph that its interest sees. `defaults`: the options a rule may set, with their defaults."""

    run: ParagraphRun
    interest: Interest = Interest()
    defaults: Mapping[str, Any] = _NOTHING


class DocumentDetector(NamedTuple):
    """Called once a document."""

    run: DocumentRun
    defaults: Mapping[str, Any] = _NOTHING


Detector = ParagraphDetector | DocumentDetector


class DetectorMaker(NamedTuple):
    """Makes a detector from a rule's options, once a linter: for detectors that work on word lists of the rule file.

    A list among the options may also be the name of a .tsv file beside the rule file with the one column `word`.
    """

    make: Callable[[Mapping[str, Any]], Detector]
    defaults: Mapping[str, Any]


class DataCheck(Protocol):
    """A check that a rule file fills with data. A module of a sub-package of `arlint.checks` with these two functions is one."""

    def read(self, options: Table, folder: Path) -> dict[str, Any]:
        """Check the rule's `options`, take in files beside it (`folder`), give what goes into the compiled rules (JSON)."""

    def build(self, options: Mapping[str, Any]) -> Detector:
        """The detector for options that `read` gave."""


def paragraphs(
    *,
    characters: str = "",
    contains: Iterable[str] = (),
    forms: Iterable[str] = (),
    kinds: Iterable[Kind] = (),
    **defaults: Any,
) -> Callable[[ParagraphRun], ParagraphDetector]:
    """Make a function a paragraph detector: `@paragraphs(characters="،؛")`. Other keywords are its options with their defaults."""
    interest = Interest(frozenset(characters), tuple(contains), frozenset(forms), frozenset(kinds))
    return lambda run: ParagraphDetector(run, interest, MappingProxyType(defaults))


def documents(**defaults: Any) -> Callable[[DocumentRun], DocumentDetector]:
    """Make a function a document detector. Keywords are its options with their defaults."""
    return lambda run: DocumentDetector(run, MappingProxyType(defaults))


def made(**defaults: Any) -> Callable[[Callable[[Mapping[str, Any]], Detector]], DetectorMaker]:
    """Make a function from options to a detector a detector that rule files can name. Keywords are its options with their defaults."""
    return lambda make: DetectorMaker(make, MappingProxyType(defaults))


def replace(start: int, end: int, replacement: str, safety: Safety = Safety.SAFE) -> tuple[Fix, ...]:
    """The one fix that replaces [start, end)."""
    return (Fix((Edit(start, end, replacement),), safety),)


def replace_any(start: int, end: int, replacements: Iterable[str], safety: Safety = Safety.UNSAFE) -> tuple[Fix, ...]:
    """One fix for each replacement, best first; more than one is never safe."""
    return tuple(Fix((Edit(start, end, replacement),), safety) for replacement in replacements)
