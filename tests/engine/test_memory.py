"""After an edit, what is remembered gives the same findings as a fresh look."""

from __future__ import annotations

import random

import pytest

from arlint import Linter
from arlint.document import Document
from arlint.rulefiles.examples import parse_example
from arlint.rulefiles.store import builtin_pages

LINES = [parse_example(n).text for page in builtin_pages().values() for n in (*page.wrong[:1], *page.right[:1])]


@pytest.mark.parametrize("seed", range(4))
def test_findings_after_each_edit_equal_a_fresh_look(seed: int) -> None:
    chance = random.Random(seed)
    linter, other = Linter(), Linter()
    lines = chance.sample(LINES, min(len(LINES), 30))
    document = Document.plain("\n".join(lines))
    for _ in range(12):
        at = chance.randrange(len(lines))
        lines[at : at + chance.randint(0, 2)] = [chance.choice(LINES) for _ in range(chance.randint(0, 2))]
        text = "\n".join(lines or ["."])
        lines = text.split("\n")
        edited = Document.plain(text)
        edited.recall(document)
        assert linter.lint_document(edited) == other.lint(text)
        document = edited
