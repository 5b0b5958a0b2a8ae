"""The whole way through the installed command, as recorded editors speak, in each position encoding, pulled and pushed."""

from __future__ import annotations

from pathlib import Path

import pytest

from .editor import EDITORS, ENCODINGS, editor, expected, fresh, shown

# An emoji, marks, a tatweel, CRLF, a lone CR, U+2028 and U+0085 (no line ends in the protocol), and slips behind each of them.
TEXT = (
    "قال  الوزير 😀 هاذا القرار, نهائي.\r\nوأضافَ المُتحدِّث\u2028باسم الحكومة .\r"
    "وتـابع\u0085قائلاً 👨‍👩‍👧 هاذا الأمر الى ذلك.\n\nلم يعلّق «أحد لأن انشاء الجسر مُمكنُُ  اليوم"
)


@pytest.mark.asyncio
@pytest.mark.parametrize("pull", [True, False], ids=["pull", "push"])
@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("name", EDITORS)
async def test_findings_edits_and_repairs(name: str, encoding: str, pull: bool, tmp_path: Path) -> None:
    uri = (tmp_path / "مقال.txt").as_uri()
    async with editor(name, encoding=encoding, pull=pull, options={"debounce": 20}, folder=tmp_path) as ed:
        assert ed.encoding == encoding
        assert bool(ed.capabilities.diagnostic_provider) is pull
        ed.open(uri, TEXT)
        before = await ed.diagnostics(uri)
        assert shown(before) == expected(ed, TEXT, fresh(TEXT))
        assert len(before) >= 7

        at = TEXT.index("الحكومة")
        ed.edit(uri, at, at + len("الحكومة"), "مجلس  الوزراء\u2028😀")
        ed.edit(uri, len(ed.texts[uri]), len(ed.texts[uri]), "  نعم")
        after = ed.texts[uri]
        assert shown(await ed.diagnostics(uri)) == expected(ed, after, fresh(after))

        last = max(fresh(after), key=lambda finding: finding.start)
        actions = await ed.actions(uri, ed.range(after, last.start, last.end))
        repair = actions[0]
        assert repair.kind == "quickfix"
        assert repair.is_preferred
        fixed = ed.applied(uri, await ed.edit_of(repair))
        assert [f.code for f in fresh(fixed)] == [f.code for f in fresh(after)][:-1]

        everything = await ed.actions(uri, ed.range(after, 0, 0), "source.fixAll.arlint")
        assert [action.kind for action in everything] == ["source.fixAll.arlint"]
        clean = ed.applied(uri, await ed.edit_of(everything[0]))
        assert not [finding for finding in fresh(clean) if finding.safe_fix]
        assert bool(ed.pushed) is not pull
