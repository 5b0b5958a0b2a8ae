"""Markdown and HTML: which text is prose, and that every character of it comes from where the map says."""

from __future__ import annotations

from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arlint import Linter
from arlint.document import Document
from arlint.formats import html, markdown
from arlint.formats.pieces import OBJECT

PIECES = [
    *["قال الوزير", "نعم", " ", "  ", "\n", "\n\n", "\r\n", "\t", "a", "1", ".", "،", "😀", "\u00a0", "\u2028"],
    *[
        "<p>",
        "</p>",
        "<b>",
        "</b>",
        "<br>",
        "<br/>",
        "<div lang=en>",
        "</div>",
        "<code>",
        "</code>",
        "<script>",
        "</script>",
        "<!--",
        "-->",
    ],
    *[
        "&amp;",
        "&nbsp;",
        "&#1575;",
        "&bogus;",
        "&",
        "<",
        ">",
        "</",
        "<!",
        "<?",
        '<a href="x>y">',
        "</a>",
        "<h1>",
        "</h1>",
        "&NotEqualTilde;",
    ],
    *[
        "*",
        "**",
        "_",
        "~~",
        "`",
        "``",
        "```\n",
        "~~~\n",
        "[",
        "](x)",
        "]",
        "![",
        "[^1]",
        "[id]: x",
        "# ",
        "> ",
        "- ",
        "1. ",
        "|",
        "---\n",
        "===",
    ],
    *["\\", "\\*", "<http://a.b>", "{{< x >}}", "    ", "<!-- arlint: ignore TYP018 -->"],
]
sources = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


@pytest.mark.parametrize("format_", [markdown, html])
@settings(deadline=None)
@given(source=sources)
def test_every_character_comes_from_where_the_map_says(format_: ModuleType, source: str) -> None:
    document: Document = format_.parse(source)
    assert document.text == source
    done = 0
    for paragraph in document.paragraphs:
        assert paragraph.text.strip()
        for index, char in enumerate(paragraph.text):
            start, end = paragraph.source.span(index, index + 1)
            written = source[start:end]
            assert done <= start <= end <= len(source)
            assert written == char or char in (" ", OBJECT) or written[:1] in ("&", "\\") or written == "", (char, written)
            done = end
    for start, end in document.comments:
        assert source[start:end].startswith("<!--")
        assert source[start:end].endswith("-->")


@pytest.mark.parametrize("format_", [markdown, html])
@settings(deadline=None)
@given(source=sources)
def test_any_markup_can_be_linted(format_: ModuleType, source: str) -> None:
    for finding in Linter().lint_document(format_.parse(source)):
        assert 0 <= finding.start <= finding.end <= len(source)


def texts(document: Document) -> list[str]:
    return [f"# {paragraph.text}" if paragraph.role == "heading" else paragraph.text for paragraph in document.paragraphs]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("---\ntitle: خبر\n---\n# عنوان **مهم** #\nنص", ["# عنوان مهم", "نص"]),
        ("عنوان\n=====\nنص", ["# عنوان", "نص"]),
        ("سطر أول  \n   وثان\\\nوثالث", ["سطر أول وثان وثالث"]),
        ("> اقتباس\n> تكملة\n\n- بند\n  تكملة\n- [x] بند", ["اقتباس تكملة", "بند تكملة", "بند"]),
        ("قبل\n\n```py\nكود  هنا\n```\n\n    كود آخر\n\nبعد", ["قبل", "بعد"]),
        ("الدالة `x  y` تعيد", [f"الدالة {OBJECT} تعيد"]),
        ('[رابط](http://a_(b) "ع") و![صورة](a.png) و[مرجع][id] ثم[^1].\n\n[id]: http://x', ["رابط وصورة ومرجع ثم."]),
        ("5 * 3 * 2 و _مائل_ و**غير مغلق و[مجرد]", ["5 * 3 * 2 و مائل و**غير مغلق و[مجرد]"]),
        ("نص <!-- تعليق\nعلى سطرين --> بعده &amp; \\* نعم", ["نص بعده & * نعم"]),
        ("| أ | ب \\| ج |\n|---|---|\n| ١ | ٢ |", ["أ", "ب | ج", "١", "٢"]),
        ("<div>\nنص <b>غليظ</b>\n</div>\n<script>\nvar x;\n</script>\nبعد<br>سطر", ["نص غليظ", "بعد سطر"]),
        ("أ\n***\nب\n\n[^1]: حاشية", ["أ", "ب", "حاشية"]),
    ],
)
def test_markdown(source: str, expected: list[str]) -> None:
    assert texts(markdown.parse(source)) == expected
    assert texts(markdown.parse(source.replace("\n", "\r\n"))) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<title>عنوان</title><h2>فرعي</h2><p>نص<p>نص", ["# عنوان", "# فرعي", "نص", "نص"]),
        ("<p>قا<b>ل</b> \n\t الوزير</p>", ["قال الوزير"]),
        ("<p>قال&nbsp; &quot;نعم&quot; &#1575;&x;</p>", ['قال\u00a0 "نعم" ا&x;']),
        ("<p>أ <code>x  y</code> ب <span lang=en>English</span> ج<br>د</p>", [f"أ {OBJECT} ب {OBJECT} ج", "د"]),
        ("<style>نص</style><script>نص</script><pre>نص</pre>نص", ["نص"]),
        ('<html lang="en"><body><div lang="en">نص <i lang="ar-EG">عربي</i></div><p>نص', ["عربي", "نص"]),
        ("<ul><li>أ<li>ب</ul><table><tr><td>ج<td>د</table>", ["أ", "ب", "ج", "د"]),
        ("أ < ب & ج", ["أ < ب & ج"]),
        ("<!-- تعليق -->نص", ["نص"]),
    ],
)
def test_html(source: str, expected: list[str]) -> None:
    assert texts(html.parse(source)) == expected


def test_suppressions_in_comments() -> None:
    linter = Linter()
    for format_ in (markdown, html):
        slip = "قال\u00a0 الوزير"
        assert [f.code for f in linter.lint_document(format_.parse(slip))] == ["TYP018"]
        assert not linter.lint_document(format_.parse(f"{slip} <!-- arlint: ignore TYP018 -->"))
        assert not linter.lint_document(format_.parse(f"<!-- arlint: ignore-next-line -->\n{slip}"))
        assert not linter.lint_document(format_.parse(f"{slip}\n\n<!-- arlint: ignore-file TYP -->"))
