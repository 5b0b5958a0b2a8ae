"""Attribution and the ends of paragraphs where rule examples do not reach: whole articles, marks of every kind, edits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arlint import Config, Linter
from arlint.document import Document
from arlint.finding import apply_edits

STOPS = Linter(Config(select=("NWS003", "NWS004")))
COLONS = Linter(Config(select=("NWS001",)))

ARTICLE = """\
هدنة جديدة في الجنوب

أعلن الوسطاء أمس التوصل إلى هدنة تستمر أسبوعين بين الطرفين{0}

وأوضح البيان أن المراقبين سيصلون إلى المنطقة يوم الأحد المقبل{1}

ردود الفعل

ورحبت الأمم المتحدة بالاتفاق ودعت إلى احترامه في كل المدن{2}

وكتب الأمين العام على حسابه: «سنراقب تنفيذ الاتفاق يوماً بيوم»{3}

شارك المقال على:
آخر الأخبار
"""


def places(linter: Linter, text: str) -> list[str]:
    return [text[finding.start : finding.end] for finding in linter.lint(text)]


def test_an_article_with_all_its_stops_is_silent() -> None:
    assert places(STOPS, ARTICLE.format(".", ".", ".", ".")) == []


@pytest.mark.parametrize(("missing", "last"), [(0, "الطرفين"), (1, "المقبل"), (2, "المدن"), (3, "»")])
def test_one_stop_is_missed(missing: int, last: str) -> None:
    text = ARTICLE.format(*("" if number == missing else "." for number in range(4)))
    assert places(STOPS, text) == [last]
    (finding,) = STOPS.lint(text)
    assert apply_edits(text, finding.fixes[0].edits) == ARTICLE.format(".", ".", ".", ".")


@pytest.mark.parametrize("mark", ["؟", "!", "…", ":", ".»", '."'])
def test_other_marks_end_a_paragraph_too(mark: str) -> None:
    assert places(STOPS, ARTICLE.format(".", ".", mark, ".")) == []


def test_a_document_without_any_stops_is_a_list_and_left_alone() -> None:
    assert places(STOPS, ARTICLE.format("", "", "", "")) == []


def test_an_edit_elsewhere_moves_the_finding() -> None:
    before = Document.plain(ARTICLE.format(".", "", ".", "."))
    (old,) = STOPS.lint_document(before)
    after = Document.plain("عنوان آخر\n" + before.text)
    after.recall(before)
    (new,) = STOPS.lint_document(after)
    assert new.start - old.start == len("عنوان آخر\n")
    assert after.text[new.start : new.end] == "المقبل"


def test_a_house_that_never_writes_the_colon_keeps_its_habit() -> None:
    speech = 'وقال المدير "لن نغلق المصنع هذا العام".\n'
    assert len(places(COLONS, speech)) == 1
    assert places(COLONS, speech * 2) == []
    assert len(places(COLONS, speech * 2 + speech.replace(' "', ': "'))) == 2
    assert len(places(Linter(Config(select=("NWS001",), options={"NWS001": {"house": False}})), speech * 2)) == 1  # said once


def test_one_quotation_in_a_full_story_shows_the_style_of_its_house() -> None:
    speech, story = 'وقال المدير "لن نغلق المصنع هذا العام".\n', "وصل الوفد إلى العاصمة مساء أمس.\n"
    assert len(places(COLONS, speech + story * 5)) == 1
    assert places(COLONS, speech + story * 25) == []


@pytest.mark.parametrize("marks", ["«»", "“”", "”“", '""'])
def test_quotation_marks_of_every_kind(marks: str) -> None:
    text = f"قال المدير {marks[0]}لن نغلق المصنع هذا العام{marks[1]}."
    assert places(COLONS, text) == ["المدير"]
    assert places(COLONS, text.replace("المدير", "المدير:")) == []


@given(st.text(alphabet='قالوضف "«»“”:؛،.\n', max_size=60))
def test_any_text_is_survived(text: str) -> None:
    for finding in (*STOPS.lint(text), *COLONS.lint(text)):
        assert text[finding.start : finding.end].strip()
