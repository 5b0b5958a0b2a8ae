"""Subtitles: which text is spoken, that every character of it comes from where the map says, and that repairs touch nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from arlint import Linter
from arlint.config import Config
from arlint.document import Document
from arlint.finding import apply_edits
from arlint.fixing import fix
from arlint.formats import subtitles
from arlint.formats.catalogue import known_format

TIMES = "00:00:01,000 --> 00:00:04,000"
PIECES = [
    *[
        "قال الوزير",
        "نعم",
        " ",
        "  ",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "\t",
        "a",
        "1",
        ".",
        "،",
        "«",
        "»",
        '"',
        "😀",
        "\u00a0",
        "\u2028",
        "\ufeff",
    ],
    *[f"\n1\n{TIMES}\n", f"\r\n\r\n٢\r\n{TIMES} X1:0\r\n", "\n00:01.000 --> 00:02.000 align:start\n", "-->", "00:00:01,000"],
    *["WEBVTT\n\n", "NOTE ", "\n\nNOTE arlint: ignore TYP018\n\n", "STYLE\n", "REGION\n", "intro\n"],
    *["<i>", "</i>", "<v فاطمة>", "</v>", "<c.red>", "<00:00:02.000>", "{\\an8}", "{y:i}", "{", "}", "<", ">", "\\N", "\\h", "\\"],
    *["&amp;", "&nbsp;", "&NotEqualTilde;", "&", "- ", "-", "– ", "\u202b", "\u202c", "\u200f"],
]
sources = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
LINTER = Linter()
SPACES = Linter(Config(select=("TYP018", "TYP016")))


def texts(source: str) -> list[str]:
    return [paragraph.text for paragraph in subtitles.parse(source).paragraphs]


def srt(*cues: str) -> str:
    return "".join(f"{number}\n{TIMES}\n{cue}\n\n" for number, cue in enumerate(cues, 1))


@settings(deadline=None)
@given(source=sources)
def test_every_character_comes_from_where_the_map_says(source: str) -> None:
    document: Document = subtitles.parse(source)
    assert document.text == source
    done = 0
    for paragraph in document.paragraphs:
        assert paragraph.text.strip()
        for index, char in enumerate(paragraph.text):
            start, end = paragraph.source.span(index, index + 1)
            written = source[start:end]
            assert done <= start <= end <= len(source)
            assert written in (char, "") or written[:1] == "&" or (char == " " and written == "\\h"), (char, written)
            assert not set("\r\n") & set(written)
            done = end
    for start, end in document.comments:
        assert source[start:end].startswith("NOTE")


@settings(deadline=None)
@given(source=sources)
@example(source="{ \t}")
def test_repairs_leave_times_tags_and_line_breaks_alone(source: str) -> None:
    fixed = fix(source, lambda text: SPACES.lint_document(subtitles.parse(text))).text
    kept = re.compile(r"[\r\n]|</?[A-Za-z][^<>]*>|\{\\[^{}]*\}|-->|\d")  # other brackets and braces are text
    assert kept.findall(fixed) == kept.findall(source)
    for finding in LINTER.lint_document(subtitles.parse(source)):
        assert 0 <= finding.start <= finding.end <= len(source)
        for one in finding.fixes:
            assert len(re.findall("[\r\n]", apply_edits(source, one.edits))) == len(re.findall("[\r\n]", source))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (srt("قال الوزير\nإن القرار نهائي."), ["قال الوزير إن القرار نهائي."]),
        (srt("قال الوزير إن", "القرار نهائي.", "وأضاف."), ["قال الوزير إن القرار نهائي.", "وأضاف."]),
        (srt("قال: «نعم.", "ونحن معكم.»", "ثم غادر."), ["قال: «نعم. ونحن معكم.»", "ثم غادر."]),
        (srt(*["تعال", "لا أريد"] * 10), ["تعال", "لا أريد"] * 10),
        (srt("- أين هو؟\n- لا أعرف."), ["أين هو؟", "لا أعرف."]),
        (srt("-نعم\n-لا"), ["نعم", "لا"]),
        (srt("قال الوزير\n- أمس - إن القرار نهائي."), ["قال الوزير - أمس - إن القرار نهائي."]),
        (srt("درجة الحرارة\n-5 في الظل."), ["درجة الحرارة -5 في الظل."]),
        (srt("<i>قال</i> {\\an8}<font color='#fff'>نعم</font>\\Nثم {y:i}لا."), ["قال نعم ثم لا."]),
        (srt("\u202bوصل الوفد.\u202c"), ["وصل الوفد."]),
        (srt("عام\n2024\nبدأ كل شيء."), ["عام 2024 بدأ كل شيء."]),
        (f"1\n{TIMES}\nنعم.\n2\n{TIMES}\nلا.", ["نعم.", "لا."]),
        (f"\ufeff1\r\n{TIMES}\r\nسطر أول  \r\n  وثان.\r\n", ["سطر أول وثان."]),
        ("لا أوقات هنا\n\nولا هنا", ["لا أوقات هنا", "ولا هنا"]),
        ("1\n0:0:1,5-->0:0:2,5 X1:1 X2:2\nنعم.", ["نعم."]),
        (
            "WEBVTT عنوان\nKind: captions\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:a\n\nNOTE ملاحظة\nهنا\n\n"
            "مقدمة\n00:01.000 --> 00:04.000 align:start\n<v فاطمة>قال <c.red>الوزير</c> &amp; <00:00:02.000>النائب\n<v.loud أحمد>لا\n",
            ["قال الوزير & النائب", "لا"],
        ),
        ("WEBVTT\n\n00:01.000 --> 00:04.000\nSTYLE نص\n\nNOTES\n", ["STYLE نص", "NOTES"]),
        ("WEBVTTX\n\nنص", ["WEBVTTX", "نص"]),
    ],
)
def test_what_is_spoken(source: str, expected: list[str]) -> None:
    assert texts(source) == expected


@pytest.mark.parametrize("path", ["a.srt", "A.SRT", "a.ar.vtt"])
def test_subtitles_are_known_by_their_suffix(path: str) -> None:
    found = known_format(path)
    assert found
    assert found.NAME == subtitles.NAME


def test_repairs_keep_the_rest_byte_for_byte(tmp_path: Path) -> None:
    from arlint.formats import files

    raw = (
        f"\ufeff1\r\n{TIMES}  X1:0\r\n<i>أعلن  الوزير</i>\r\n{{\\an8}}اتفاقا جديدا .\r\n\r\n\r\n2\r\n{TIMES}\r\n- نعم ، صحيح.\r\n".encode()
    )
    path = tmp_path / "a.srt"
    path.write_bytes(raw)
    source = files.read(str(path))
    files.replace(source, fix(source.text, lambda text: SPACES.lint_document(subtitles.parse(text))).text)
    expected = raw.decode().replace("أعلن  الوزير", "أعلن الوزير").replace("جديدا .", "جديدا.").replace("نعم ،", "نعم،")
    assert path.read_bytes() == expected.encode()


def test_a_slip_over_a_line_break_is_told_without_a_repair() -> None:
    source = srt("وصل الوفد في\nفي المساء.", "وصل الوفد في", "في الصباح ،", "ثم", "، غادر.")
    findings = Linter(Config(select=("DUP", "TYP016"))).lint_document(subtitles.parse(source))
    assert [(finding.code, bool(finding.fixes)) for finding in findings] == [
        ("DUP001", False),
        ("DUP001", False),
        ("TYP016", True),
        ("TYP016", False),
    ]
    assert all("-->" not in apply_edits(source, one.edits)[one.start : one.end] for finding in findings for one in finding.fixes)


def test_a_note_silences_the_cue_behind_it() -> None:
    cue = "00:01.000 --> 00:04.000\nقال  الوزير\nإن  القرار نهائي.\n\n"
    linter = Linter(Config(select=("TYP018",)))
    assert len(linter.lint_document(subtitles.parse(f"WEBVTT\n\n{cue}{cue}"))) == 4
    assert len(linter.lint_document(subtitles.parse(f"WEBVTT\n\nNOTE arlint: ignore TYP018\n\n{cue}{cue}"))) == 2
    assert not linter.lint_document(subtitles.parse(f"WEBVTT\n\nNOTE arlint: ignore-file TYP018\n\n{cue}{cue}"))
    assert len(linter.lint_document(subtitles.parse(srt("قال  الوزير.  # arlint: ignore TYP018")))) == 1


def test_a_full_stop_is_not_asked_for() -> None:
    source = srt(*["وذكرت الإدارة أن المريض خرج من غرفة العناية"] * 3)
    assert not Linter(Config(select=("NWS003", "NWS004"))).lint_document(subtitles.parse(source))
