"""What a text does throughout is said once, with one repair for all of it; what it does now and then is said each time."""

from __future__ import annotations

from pathlib import Path

import pytest

from arlint import Config, Finding, Linter
from arlint.document import Document
from arlint.finding import Safety, apply_edits
from arlint.fixing import fix
from arlint.rulefiles.reader import read_file
from arlint.tomlsource import TomlError

SENTENCE = "وصل الوفد إلى العاصمة أمس[..] ثم عاد إلى بلاده في المساء."
DOTS = Linter(Config(select=("TYP008",), options={"TYP008": {"pauses": True}}, language="en"))


def text_of(*marks: str) -> str:
    return "\n".join(SENTENCE.replace("[..]", mark) for mark in marks)


def lint(text: str) -> list[Finding]:
    return DOTS.lint(text)


def test_a_habit_is_said_once_and_repaired_everywhere() -> None:
    text = text_of("..", "..", "..")
    (finding,) = lint(text)
    assert text[finding.start : finding.end] == ".."
    assert [text[place.start : place.end] for place in finding.related] == ["..", ".."]
    assert "3 places" in finding.message
    assert apply_edits(text, finding.fixes[0].edits) == text_of("…", "…", "…")
    assert finding.fixes[0].safety is Safety.UNSAFE


def test_the_first_repair_is_of_all_places_and_the_second_of_those_that_may_be_repaired_unseen() -> None:
    text = "قال ان الخطة جاهزة.\nوقال ان الاتفاق قريب.\nواجتمع مع اعضاء اللجنة.\nثم غادر اعضاؤها الى اوروبا.\n"
    (finding,) = (one for one in Linter().lint(text) if one.code == "SPL001")
    everything, unseen = finding.fixes
    assert (everything.safety, unseen.safety) == (Safety.UNSAFE, Safety.SAFE)
    assert set(unseen.edits) < set(everything.edits)
    assert finding.safe_fix == unseen
    assert text[everything.edits[0].start : everything.edits[0].end] == text[finding.start : finding.end]


def test_a_text_that_does_it_both_ways_has_slips() -> None:
    assert len(lint(text_of("..", "..", "..", "…"))) == 3


def test_once_is_no_habit() -> None:
    (finding,) = lint(text_of("..", "،"))
    assert not finding.related


def test_many_places_in_one_sentence_are_no_habit() -> None:
    text = "وصل الوفد ، ثم التقى الوزير ، ثم عقد مؤتمراً صحفياً ، ثم عاد إلى بلاده."
    assert len(Linter(Config(select=("TYP016",))).lint(text)) == 3


def test_suppressed_places_are_not_counted() -> None:
    from arlint.formats.catalogue import format_of

    ignored = SENTENCE.replace("[..]", "..") + " <!-- arlint: ignore TYP008 -->\n\n"
    source = ignored * 2 + SENTENCE.replace("[..]", "..") + "\n"
    (finding,) = DOTS.lint_document(format_of("a.md").parse(source))
    assert not finding.related


def test_the_fingerprint_stays_when_places_come_and_go() -> None:
    before, after = lint(text_of("..", "..", "..")), lint(text_of("..", "،", "..", "..", ".."))
    assert [finding.fingerprint for finding in before] == [finding.fingerprint for finding in after]


def test_each_place_is_known_to_whoever_asks_before_the_report() -> None:
    document = Document.plain(text_of("..", "..", ".."))
    assert len(DOTS.examine(document).findings) == 3
    assert len(DOTS.gathered(document, DOTS.examine(document).findings)) == 1


def test_fixing_goes_by_the_single_places() -> None:
    fixed = fix(text_of("..", "..", ".."), lambda text: DOTS.examine(Document.plain(text)).findings, unsafe=True)
    assert (fixed.text, fixed.applied) == (text_of("…", "…", "…"), 3)


def test_each_word_may_be_a_habit_of_its_own() -> None:
    text = "\n".join(["يفضل الزوار تناول الشوكولاته الساخنة في الشتاء."] * 4)
    (finding,) = Linter(Config(select=("SPL008",))).lint(text)
    assert len(finding.related) == 3
    assert "الشوكولاتة" in finding.message


@pytest.mark.parametrize(
    ("code", "sentence", "places"),
    [
        ("TYP016", "وصل الوفد ، ثم عاد إلى بلاده.", 3),
        ("TYP017", "وصل الوفد،ثم عاد إلى بلاده.", 3),
        ("TYP018", "وصل الوفد\u00a0 ثم عاد إلى بلاده.", 5),
        ("TYP019", "وصل الوفد و عاد إلى بلاده.", 3),
        ("CON001", "زار الرئيس الأميركي لندن.", 2),
        ("NUM007", "تراوحت الأعمار بين 10 إلى 15 سنة.", 3),
    ],
)
def test_what_comes_back_all_over_a_text_is_said_once(code: str, sentence: str, places: int) -> None:
    linter = Linter(Config(select=(code,)))
    usual = "قال الوزير، وهو في القاهرة، إن الرئيس الأمريكي سيصل اليوم.\n" * (places + 1)
    few, many = (linter.lint(usual + "\n".join([sentence] * count)) for count in (places - 1, places))
    assert [len(finding.related) for finding in few] == [0] * (places - 1)
    assert [len(finding.related) for finding in many] == [places - 1]


RULE = """\
[[rule]]
code = "MYP001"
name = "doubled-space"
severity = "warning"
fix = "safe"
check = "spaces.several"
title = { ar = "مسافتان", en = "Two spaces" }
message = { ar = "مسافتان.", en = "Two spaces." }
why = { ar = "لا حاجة إلى اثنتين.", en = "One will do." }
wrong = ["نعم[  ]{ }لا"]
right = ["نعم لا"]

[[rule.habit]]
from = 3
against = '\\S \\S'
message = { ar = "المواضع: {count}.", en = "{count} places." }
"""


def read(folder: Path, text: str) -> None:
    path = folder / "house.toml"
    path.write_text(text, encoding="utf-8")
    (entry,) = read_file(path)
    assert entry.rule.habits[0].least == 3


def test_a_good_habit(tmp_path: Path) -> None:
    read(tmp_path, RULE)


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("from = 3", "form = 3", 14, "did you mean 'from'"),
        ("from = 3", "from = 1", 14, "from 2 to 1000"),
        ("from = 3", 'from = "3"', 14, "from 2 to 1000"),
        ("from = 3\n", "", 13, "is missing"),
        ("'\\S \\S'", "'('", 15, "not a regular expression"),
        ("'\\S \\S'", "'(a+)+b'", 15, "take for ever"),
        ("against =", "same = true\nagainst =", 16, "leave out same or against"),
        ("{count} places", "many places", 16, "does not say how many"),
        ("{count} places", "{count} {slips}", 16, "not known"),
    ],
)
def test_a_faulty_habit(tmp_path: Path, old: str, new: str, line: int, says: str) -> None:
    with pytest.raises(TomlError, match=says) as caught:
        read(tmp_path, RULE.replace(old, new))
    assert caught.value.line == line
