"""After an edit only the edited paragraph is read again: the promise that editors rest on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from arlint import Linter
from arlint.document import Document
from arlint.lexicon.spelling.speller import Speller
from arlint.linter import StoppedError
from arlint.rulefiles.examples import parse_example
from arlint.rulefiles.store import builtin_pages

LINES = [parse_example(one).text.split("\n")[0] for page in builtin_pages().values() for one in page.wrong[:1]][:60]


def counted(monkeypatch: pytest.MonkeyPatch, name: str) -> list[int]:
    """How many suspects or words each call of a method of the speller was given."""
    sizes: list[int] = []
    method: Callable[..., Any] = getattr(Speller, name)

    def count(self: Speller, given: Any, *more: Any) -> Any:
        sizes.append(len(given))
        return method(self, given, *more)

    monkeypatch.setattr(Speller, name, count)
    return sizes


def test_spelling_is_judged_again_only_in_the_edited_paragraph(monkeypatch: pytest.MonkeyPatch) -> None:
    read, judged = counted(monkeypatch, "look"), counted(monkeypatch, "judge")
    linter = Linter()
    document = Document.plain("\n".join(LINES))
    linter.lint_document(document)
    assert len(read) == len(judged) == len(document.paragraphs)
    edited = Document.plain("\n".join([*LINES[:30], "يوم جديد، والخبر كما هو.", *LINES[30:]]))
    edited.recall(document)
    linter.lint_document(edited)
    assert len(read) == len(document.paragraphs) + 1
    assert len(judged) <= len(document.paragraphs) + 6  # words of the new line may stand among the suspects of a few others


def test_a_check_stops_when_it_is_told_to_and_what_was_done_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    linter = Linter()
    document = Document.plain("\n".join(LINES))
    asked = iter(range(10**9))
    with pytest.raises(StoppedError):
        linter.examine(document, stopped=lambda: next(asked) > 100)
    done = sum(linter in paragraph.memory for paragraph in document.paragraphs)
    assert 0 < done < len(document.paragraphs)
    assert linter.lint_document(document) == Linter().lint("\n".join(LINES))
