"""What the tests of data checks share: options written as in a rule file, and the slips a detector finds in a text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from arlint.checks import catalogue
from arlint.checks.protocol import Context, Hit, ParagraphDetector
from arlint.checks.reader import read_check
from arlint.document import Document, Paragraph
from arlint.finding import apply_edits
from arlint.lexicon.lexicon import Lexicon
from arlint.tomlsource import Table, TomlFile


def options_of(check: str, text: str, folder: Path) -> dict[str, Any]:
    """The options of a rule that says `check` and, under [options], `text`."""
    file = TomlFile.parse(folder / "rule.toml", f'check = "{check}"\n[options]\n{text}')
    return read_check(Table(file, (), file.values), folder)[1]


def hits_of(check: str, options: dict[str, Any], text: str) -> list[tuple[Paragraph, Hit]]:
    """Every hit in the text, with its paragraph."""
    detector = catalogue.build(f"data.{check}", options)
    assert isinstance(detector, ParagraphDetector)
    document = Document.plain(text)
    context = Context(document, options, Lexicon.default())
    seen = [paragraph for paragraph in document.paragraphs if detector.interest.sees(paragraph)]
    return [(paragraph, hit) for paragraph in seen for hit in detector.run(paragraph, context)]


def slips(check: str, options: dict[str, Any], text: str) -> list[tuple[str, list[str]]]:
    """Every slip with the paragraph after each of its fixes."""
    return [
        (paragraph.text[hit.start : hit.end], [apply_edits(paragraph.text, fix.edits) for fix in hit.fixes])
        for paragraph, hit in hits_of(check, options, text)
    ]
