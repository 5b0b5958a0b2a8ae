"""A paragraph is shown to exactly those whose interest sees it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from arlint.checks.protocol import Interest
from arlint.document import Document, Kind
from arlint.routing import Routes

_WORDS = ["قال", "الوزير", "إن", "2024", "AFP", "،", "«نعم»"]

interests = st.builds(
    Interest,
    st.frozensets(st.sampled_from("،«2ق")),
    st.lists(st.sampled_from(["الوز", "نعم»", "لا"]), max_size=2).map(tuple),
    st.frozensets(st.sampled_from(["قال", "نعم", "كلا"])),
    st.frozensets(st.sampled_from([Kind.NUMBER, Kind.LATIN, Kind.URL])),
)


@given(st.lists(interests, max_size=6), st.lists(st.sampled_from(_WORDS), min_size=1))
def test_routes_lead_where_interests_see(wanted: list[Interest], words: list[str]) -> None:
    (paragraph,) = Document.plain(" ".join(words)).paragraphs
    assert Routes(list(enumerate(wanted))).to(paragraph) == [place for place, interest in enumerate(wanted) if interest.sees(paragraph)]
