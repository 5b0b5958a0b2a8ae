"""Words that look like slips and are as their writers want them; their neighbours that are slips."""

from __future__ import annotations

import pytest

from arlint import Config, Linter

LINTER = Linter(Config(select=("SPL",)))


def slips(text: str) -> list[str]:
    return [text[finding.start : finding.end] for finding in LINTER.lint(text)]


@pytest.mark.parametrize(
    "text",
    [
        "استدعي السفير للتشاور بعد الأزمة الأخيرة.",  # a passive
        "خسر فريق باستيا أمام ضيفه رين بثلاثة أهداف.",  # a name without hamza
        "قرر المجلس إعمال القانون على الجميع دون استثناء.",  # a masdar that is also a plural with the other seat
        "سافر الوفد إلى أسكتلندا لحضور قمة المناخ.",
        "اجتهد الحارس ليؤكد أداءه الجيد في الدوري.",  # a verb governs no genitive
    ],
)
def test_meant(text: str) -> None:
    assert slips(text) == []


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("اقترب شاطىء البحر من المنازل بعد العاصفة.", "شاطىء"),
        ("دعا الأمين العام إلى أنهاء القتال فورا.", "أنهاء"),
        ("تحدث الوزير مع زملاءه عن الخطة الجديدة.", "زملاءه"),
        ("وقع انفجار قوي في مستشفي حكومي جنوب المدينة.", "مستشفي"),
    ],
)
def test_not_meant(text: str, slip: str) -> None:
    assert slips(text) == [slip]


def test_the_negation_runs_together_with_its_verb() -> None:
    text = "قال إنه لايمكن تأجيل القرار، ولايجوز. وتحدث لاعبون عن لاتفيا ولاهاي ولايات."
    assert [text[one.start : one.end] for one in Linter(Config(select=("TYP020",))).lint(text)] == ["لايمكن", "ولايجوز"]
