"""The data check `phrase`: matching, clitics, repairs, exceptions, and tables that must be refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from arlint.finding import Safety
from arlint.tomlsource import TomlError

from .data_checks import hits_of, options_of, slips


def found(tmp_path: Path, options: str, text: str) -> list[tuple[str, list[str]]]:
    return slips("phrase", options_of("phrase", options, tmp_path), text)


@pytest.mark.parametrize(
    ("row", "text", "slip", "repaired"),
    [
        ('["على قدما وساق", "على قدم وساق"]', "العمل على قدما وساق.", "على قدما وساق", "العمل على قدم وساق."),
        ('["لا زال", "ما زال"]', "ولا زَالَ الطريق مغلقاً", "ولا زَالَ", "وما زَالَ الطريق مغلقاً"),
        ('["كما وأن+", "كما أن+"]', "كما وأنهم غادروا", "كما وأنهم", "كما أنهم غادروا"),
        ('["كرر مجدداً", "كرر"]', "كرر مجدّداً دعوته", "كرر مجدّداً", "كرر دعوته"),
        ('["هذا ويذكر أن", "-"]', "هذا ويذكر أن الشركة ربحت", "هذا ويذكر أن", "الشركة ربحت"),
        ('["سياق متصل", "-"]', "وسياق متصل، أعلن", "وسياق متصل", "وأعلن"),
        ('["وفقاً إلى", "وفقاً لـ"]', "وفقاً إلى القانون", "وفقاً إلى", "وفقاً للقانون"),
        ('["جملة وتفصيل", "جملة وتفصيلاً"]', "رفضته جملةً وتفصيل.", "جملةً وتفصيل", "رفضته جملةً وتفصيلاً."),
        ('["كرد على", "رداً على"]', "كرد على ما جرى أيضًا", "كرد على", "ردًا على ما جرى أيضًا"),
    ],
)
def test_finds_and_repairs(tmp_path: Path, row: str, text: str, slip: str, repaired: str) -> None:
    assert found(tmp_path, f"phrases = [{row}]", text) == [(slip, [repaired])]


def test_the_longest_expression_wins(tmp_path: Path) -> None:
    options = 'phrases = [["في نفس", "في ذات"], ["في نفس الوقت", "في الوقت نفسه"]]'
    assert found(tmp_path, options, "في نفس الوقت") == [("في نفس الوقت", ["في الوقت نفسه"])]


def test_words_are_whole_and_punctuation_parts(tmp_path: Path) -> None:
    options = 'phrases = [["كما وأن", "كما أن"]]'
    assert found(tmp_path, options, "فيكما وأن، كما، وأن، كما وأنت") == []


@pytest.mark.parametrize(
    ("kind", "text", "repaired"),
    [
        ("noun", "للمدراء", "للمديرين"),
        ("noun", "وبالمدراء", "وبالمديرين"),
        ("noun", "لمدراء", "لمديرين"),
        ("verb", "وسمدراء", "وسمديرين"),
        ("conjunction", "فمدراء", "فمديرين"),
    ],
)
def test_proclitics_are_carried_over(tmp_path: Path, kind: str, text: str, repaired: str) -> None:
    options = f'phrases = [["مدراء", "مديرين"]]\nproclitics = "{kind}"'
    assert found(tmp_path, options, text) == [(text, [repaired])]


def test_proclitics_beyond_the_kind_hide_the_word(tmp_path: Path) -> None:
    assert found(tmp_path, 'phrases = [["مدراء", "مديرين"]]', "للمدراء بالمدراء") == []


def test_exceptions_are_longer_expressions(tmp_path: Path) -> None:
    options = 'phrases = [["نفاذ الأدوية", "نفاد الأدوية"]]\nexcept = ["نفاذ الأدوية إلى"]'
    assert found(tmp_path, options, "نفاذ الأدوية إلى الأسواق") == []
    assert len(found(tmp_path, options, "نفاذ الأدوية من الأسواق")) == 1


def test_a_table_with_contested_rows(tmp_path: Path) -> None:
    (tmp_path / "pairs.tsv").write_text("# قائمة\nwrong\tright\tcontested\tnote\nهام\tمهم\tمجمع القاهرة\t\nسوف لن\tلن\n", encoding="utf-8")
    text = "أمر هام سوف لن يحدث"
    assert [slip for slip, _ in found(tmp_path, 'table = "pairs.tsv"', text)] == ["سوف لن"]
    assert [slip for slip, _ in found(tmp_path, 'table = "pairs.tsv"\ncontested = true', text)] == ["هام", "سوف لن"]
    assert [slip for slip, _ in found(tmp_path, 'table = "pairs.tsv"\ncontested = true\nallow = ["هام"]', text)] == ["سوف لن"]


def test_several_repairs_are_never_safe(tmp_path: Path) -> None:
    options = options_of("phrase", 'phrases = [["لا زال", "ما زال", "لا يزال"]]', tmp_path)
    ((_, hit),) = hits_of("phrase", options, "لا زال هنا")
    assert [fix.safety for fix in hit.fixes] == [Safety.UNSAFE] * 2
    assert hit.values == {"wrong": "لا زال", "right": "ما زال / لا يزال"}


@pytest.mark.parametrize(
    ("table", "line", "says"),
    [
        ("wrong\tright\nهام\tمهم\nهام\tجليل\n", 3, "second answer"),
        ("wrong\tright\nهام\tمهم\nجليل\tهام\n", 3, "itself wrong at line 2"),
        ("wrong\tright\nهام\tهام\n", 2, "its own repair"),
        ("wrong\tright\nهام\t\n", 2, "empty"),
        ("wrong\tright\nكما وأن+\tكما أن\n", 2, "one side only"),
        ("wrong\trihgt\nهام\tمهم\n", 1, "did you mean 'right'"),
        ("wrong\nهام\n", 1, "'right' is missing"),
        ("wrong\tright\nهام\tمهم\tx\n", 2, "remove a tab"),
        ("", 1, "the table is empty"),
    ],
)
def test_faulty_tables_are_refused(tmp_path: Path, table: str, line: int, says: str) -> None:
    (tmp_path / "pairs.tsv").write_text(table, encoding="utf-8")
    with pytest.raises(TomlError, match=says) as caught:
        options_of("phrase", 'table = "pairs.tsv"', tmp_path)
    assert (caught.value.path.name, caught.value.line) == ("pairs.tsv", line)


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ('table = "nowhere.tsv"', "cannot read the table 'nowhere.tsv'"),
        ('phrases = [["a", "b"], ["a", "c"]]', "second answer"),
        ('phrases = ["a"]', "must be rows"),
        ("", "no expression"),
        ('phrase = [["a", "b"]]', "did you mean 'phrases'"),
        ('phrases = [["a", "b"]]\nproclitics = "nouns"', "did you mean 'noun'"),
    ],
)
def test_faulty_options_are_refused(tmp_path: Path, options: str, says: str) -> None:
    with pytest.raises(TomlError, match=says):
        options_of("phrase", options, tmp_path)


def test_a_table_that_is_not_utf8(tmp_path: Path) -> None:
    (tmp_path / "pairs.tsv").write_bytes(b"wrong\tright\n\xc7\xe1\tb\n")
    with pytest.raises(TomlError, match="not UTF-8 at byte 12"):
        options_of("phrase", 'table = "pairs.tsv"', tmp_path)
