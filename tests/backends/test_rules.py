"""Every example of every rule with each backend: what differs from arlint alone is listed here, and nothing else does."""

from __future__ import annotations

import pytest

from arlint import Finding, Linter
from arlint.backends.camel import CamelBackend
from arlint.backends.hunspell import HunspellBackend
from arlint.lexicon.lexicon import Lexicon
from arlint.lexicon.opinions import Backend
from arlint.rulefiles.examples import parse_example
from arlint.rulefiles.store import builtin_pages

TEXTS = [parse_example(notation).text for page in builtin_pages().values() for notation in (*page.wrong, *page.right)]

# The tests' database tells nothing of gender that an ending does not show, and has readings that arlint leaves out. It loses a finding;
# one new finding is another judgement of the same slip, the other is wrong: the names of letters are feminine, too.
WITH_CAMEL = {
    "رفضت الحركة المقترح التي حمله الوسيط.": ({"GRM011"}, {"GRM004"}),
    "زرع السكان الأرض الزراعي قمحاً.": ({"GRM048"}, set()),
    "تُكتب التاء المربوطة بنقطتين، والهاء الأصلية بلا نقط.": (set(), {"GRM004"}),
}


@pytest.fixture(scope="module")
def alone() -> list[list[Finding]]:
    linter = Linter()
    return [linter.lint(text) for text in TEXTS]


def differences(backend: Backend, alone: list[list[Finding]]) -> dict[str, tuple[set[str], set[str]]]:
    """By text: the codes that are lost, and those that are new."""
    linter = Linter(lexicon=Lexicon.default().reviewed([backend]))
    found = {}
    for text, before in zip(TEXTS, alone, strict=True):
        places = {(finding.code, finding.start) for finding in before}
        now = {(finding.code, finding.start) for finding in linter.lint(text)}
        if places != now:
            found[text] = {code for code, _ in places - now}, {code for code, _ in now - places}
    return found


def test_hunspell_changes_no_example(system_hunspell: HunspellBackend, alone: list[list[Finding]]) -> None:
    assert differences(system_hunspell, alone) == {}


def test_camel_changes_these_examples(camel_backend: CamelBackend, alone: list[list[Finding]]) -> None:
    assert differences(camel_backend, alone) == WITH_CAMEL
