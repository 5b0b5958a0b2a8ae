"""The data check `pattern`: descriptions, gaps, edges, exceptions, repairs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from .data_checks import options_of, slips


def found(folder: Path, pattern: str, text: str, quoted: str = "") -> list[tuple[str, list[str]]]:
    options = options_of("pattern", f"{quoted}\n[[options.patterns]]\n{pattern}", folder)
    return slips("pattern", options, text)


TWO_WORDS = 'tokens = ["سوف", "لن"]\nfix = "{2}"'


def test_words_in_a_row(tmp_path: Path) -> None:
    assert found(tmp_path, TWO_WORDS, "سوف لن نتنازل") == [("سوف لن", ["لن نتنازل"])]
    assert found(tmp_path, TWO_WORDS, "سوف، لن نتنازل") == []
    assert found(tmp_path, TWO_WORDS, "سوف نرى") == []


def test_marks_are_no_hindrance(tmp_path: Path) -> None:
    assert found(tmp_path, TWO_WORDS, "سَوف لَـن") == [("سَوف لَـن", ["لَـن"])]


def test_proclitics_and_pronouns_pass_to_the_repair(tmp_path: Path) -> None:
    pattern = 'tokens = [{ form = "أن+", proclitics = "conjunction", mark = true }, { pos = "noun" }]\nfix = "{1|form=إن+}"'
    assert found(tmp_path, pattern, "وأن القرار") == [("وأن", ["وإن القرار"])]
    assert found(tmp_path, pattern, "أنه قرار") == [("أنه", ["إنه قرار"])]


def test_every_reading_must_fit(tmp_path: Path) -> None:
    """A word that may be a verb or a noun is no verb; readings = "some" asks for one."""
    certain = 'tokens = ["قد", { pos = "noun", mark = true }]'
    doubtful = 'tokens = ["ما", { pos = "noun", readings = "some", mark = true }]'
    assert found(tmp_path, certain, "قد بحث") == []
    assert found(tmp_path, doubtful, "ما بحث") == [("بحث", [])]


def test_negation_is_satisfied_by_no_reading_alone(tmp_path: Path) -> None:
    pattern = 'tokens = ["إن", { not = { pos = "verb" }, mark = true }]'
    assert found(tmp_path, pattern, "إن القرار") == [("القرار", [])]
    assert found(tmp_path, pattern, "إن بحث") == []


def test_inflected_repair(tmp_path: Path) -> None:
    pattern = 'tokens = ["لم", { pos = "verb", not = { mood = "jussive" }, mark = true }]\nfix = "{2|mood=jussive}"'
    assert found(tmp_path, pattern, "لم يأتي الوفد") == [("يأتي", ["لم يأت الوفد"])]
    assert found(tmp_path, pattern, "لم يأت الوفد") == []


def test_a_gap_stays_in_its_clause_and_out_of_what_it_excludes(tmp_path: Path) -> None:
    pattern = 'tokens = [{ lemma = "قال" }, { gap = 3, not = { form = "بعد" } }, { form = "أن", mark = true }]'
    assert [slip for slip, _ in found(tmp_path, pattern, "قال رئيس الوزراء أن")] == ["أن"]
    assert found(tmp_path, pattern, "قال الوزير بعد أن") == []
    assert found(tmp_path, pattern, "قال نعم، أن") == []
    assert found(tmp_path, pattern, "قال رئيس مجلس الوزراء العراقي أن") == []


def test_an_optional_token(tmp_path: Path) -> None:
    pattern = 'tokens = ["سوف", { form = "قد", optional = true }, "لن"]\nfix = "{3}"'
    assert found(tmp_path, pattern, "سوف قد لن") == [("سوف قد لن", ["لن"])]
    assert found(tmp_path, pattern, "سوف لن") == [("سوف لن", ["لن"])]


@pytest.mark.parametrize(("text", "slip"), [("نعم. حيث كان", ["حيث"]), ("من حيث كان", []), ("حيث كان", ["حيث"])])
def test_an_edge_of_the_sentence(tmp_path: Path, text: str, slip: list[str]) -> None:
    pattern = 'tokens = [{ edge = "sentence" }, "حيث"]'
    assert [one for one, _ in found(tmp_path, pattern, text)] == slip


def test_exceptions_and_neighbours(tmp_path: Path) -> None:
    pattern = 'tokens = ["نفسه"]\nexcept = ["في الوقت نفسه"]\nnot_before = { form = "هو" }\nnot_after = { form = "أيضا" }'
    assert len(found(tmp_path, pattern, "الرجل نفسه")) == 1
    assert found(tmp_path, pattern, "في الوقت نفسه") == []
    assert found(tmp_path, pattern, "هو نفسه") == []
    assert found(tmp_path, pattern, "الرجل نفسه أيضا") == []


def test_agreement_with_another_token(tmp_path: Path) -> None:
    pattern = 'tokens = [{ form = "هذا|هذه", name = "this" }, { pos = "noun", state = "article", disagrees_with = "this" }]'
    assert len(found(tmp_path, pattern, "هذا الحكومة")) == 1
    assert found(tmp_path, pattern, "هذه الحكومة") == []


def test_deletion_takes_one_space(tmp_path: Path) -> None:
    pattern = 'tokens = ["لم", { form = "قط", mark = true }]\nfix = ""'
    assert found(tmp_path, pattern, "لم قط يأت") == [("قط", ["لم يأت"])]


def test_quotations_may_be_left_alone(tmp_path: Path) -> None:
    assert found(tmp_path, TWO_WORDS, "قال «سوف لن نقبل»", "quoted = false") == []
    assert len(found(tmp_path, TWO_WORDS, "قال «سوف لن نقبل»")) == 1


def test_numbers_are_tokens(tmp_path: Path) -> None:
    pattern = 'tokens = [{ kind = "number", name = "n" }, { form = "مدارس", mark = true }]'
    assert [slip for slip, _ in found(tmp_path, pattern, "أغلقت 15 مدارس")] == ["مدارس"]


MANUALS = [Path(__file__).parents[3] / "docs" / name for name in ("patterns.md", "patterns.ar.md")]


@pytest.mark.parametrize("manual", MANUALS, ids=lambda path: path.name)
def test_the_examples_of_the_manual_are_valid(manual: Path, tmp_path: Path) -> None:
    blocks = re.findall(r"```toml\n(.*?)```", manual.read_text(encoding="utf-8"), re.DOTALL)
    assert len(blocks) == 5
    for block in blocks:
        options_of("pattern", block.replace("[[rule.options.", "[[options."), tmp_path)
