"""Messages and quotations in isolates: no language turns the other around."""

from __future__ import annotations

import pytest

from arlint.reports.quoting import sentence


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        ("Two words run together.", "\u2066Two words run together.\u2069"),
        ("“أنتونتي” differs from “أنتوني”.", "\u2066“\u2068أنتونتي\u2069” differs from “\u2068أنتوني\u2069”.\u2069"),
        ("The mark ” is turned the wrong way; expected here: “.", "\u2066The mark ” is turned the wrong way; expected here: “.\u2069"),
        ("كلمتان ملتحمتان: «قالوزير».", "\u2067كلمتان ملتحمتان: «قالوزير».\u2069"),
        ("«NATO» بحروف لاتينية.", "\u2067«NATO» بحروف لاتينية.\u2069"),
    ],
)
def test_a_message_keeps_its_direction(message: str, shown: str) -> None:
    assert sentence(message) == shown
