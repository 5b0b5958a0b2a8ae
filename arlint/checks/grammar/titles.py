"""Titles whose gender is not that of the person: the verb before, the adjective after and the name each have a vote."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from arlint.checks.protocol import Context, Hit, paragraphs, replace_any
from arlint.document import Paragraph
from arlint.lexicon.morphology.clitics import respell
from arlint.lexicon.words import Name, WordLists
from arlint.records import NamedTuple
from arlint.syntax.agreement import FEMININE, FS, MASCULINE, MS
from arlint.syntax.analysis import Analysis, analyse
from arlint.syntax.forms import TEH_MARBUTA, Form, Tag
from arlint.syntax.inflection import ARTICLE, inflected
from arlint.syntax.phrases import carries_preposition

SAYING = frozenset(
    (
        "قال", "صرح", "أكد", "أعلن", "أوضح", "رأى", "اعتقد", "أضاف", "شدد", "ذكر", "أفاد", "لفت", "أشار", "توجه", "خرج", "توقع", "تابع",
        "شارك", "كشف", "نفى", "حذر", "دعا", "وصل", "استقال", "غادر",
    )
)  # fmt: skip
_FARTHEST = 4
_MINISTERS = frozenset(("وزير", "وزيرة"))
_OFFICES = frozenset(("الوزراء", "الحكومة"))
_FEMININE_ENDINGS = ("ة", "اء")
_IN_THE_NAME_OF = "باسم"


class OddTitle(NamedTuple):
    """A title that all who have a vote speak against. repair: the other gender, bare; witness: the word that speaks the clearest."""

    repair: str
    witness: int
    votes: int


@paragraphs()
def gender(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """A title in the gender that verb, adjective and name do not have."""
    analysis = analyse(paragraph, context.lexicon)
    for index, odd in analysis.once(odd_titles).items():
        token = analysis.tokens[index]
        fixes = replace_any(token.start, token.end, [respell(token.text, odd.repair)])
        values = {"title": token.text, "evidence": analysis.tokens[odd.witness].text}
        yield Hit(token.start, token.end, fixes, values, 0.9 if odd.votes > 1 else 0.75)


def odd_titles(analysis: Analysis) -> Mapping[int, OddTitle]:
    """The odd titles of a paragraph by their token."""
    found: dict[int, OddTitle] = {}
    lists = analysis.lexicon.words
    for index in analysis.having(Tag.PERSON):
        if odd := _odd(analysis, lists, index):
            found[index] = odd
    return found


def _odd(analysis: Analysis, lists: WordLists, index: int) -> OddTitle | None:
    form = analysis.form(index)
    titles = {_title(form), ARTICLE + _title(form)}
    if (titles.isdisjoint(lists.titles) and titles.isdisjoint(lists.feminine_titles)) or _names_a_thing(form):
        return None
    votes = list(_votes(analysis, lists, index))
    genders = {gender for gender, _ in votes}
    if len(genders) != 1 or genders == {_gender(form.cells)}:
        return None
    if len(votes) < 2 and not _named(analysis, lists, index, votes):
        return None
    nouns = [reading for reading in analysis.readings(index) if reading.pos == "noun"]
    forms = [one for one in inflected(analysis.lexicon, nouns, {"gender": genders.pop(), "number": "s"}) if one != form.text]
    return OddTitle(forms[0], votes[-1][1], len(votes)) if forms else None


def _named(analysis: Analysis, lists: WordLists, index: int, votes: list[tuple[str, int]]) -> bool:
    """Does the one vote come from a name that shows its gender, after a title with the article that has a feminine?"""
    title = _title(analysis.form(index))
    paired = lists.titles.get(title) or lists.titles.get(ARTICLE + title)
    names = [analysis.form(at).text for _, at in votes if not analysis.form(at).article]
    return bool(paired) and analysis.form(index).article and any(name.endswith(_FEMININE_ENDINGS) for name in names)


def _names_a_thing(form: Form) -> bool:
    """Institution, governorate: feminine words of their own, not the feminine of a title."""
    return any(reading.bare_lemma.endswith(TEH_MARBUTA) for reading in form.readings)


def _title(form: Form) -> str:
    return next((reading.stem + reading.suffix for reading in form.readings if reading.pos == "noun"), "")


def _votes(analysis: Analysis, lists: WordLists, index: int) -> Iterator[tuple[str, int]]:
    """Gender and place of each word that tells the gender of the person."""
    before = analysis.form(index - 1)
    if before.verb & (MS | FS) in (MS, FS) and not before.noun and before.lemmas & SAYING:
        yield _gender(before.verb & (MS | FS)), index - 1
    at, complement = index + 1, 0
    while analysis.is_word(at) and at <= index + _FARTHEST:
        form = analysis.form(at)
        if carries_preposition(form):
            return
        name = lists.name(form.text)
        if name and _tells_gender(name, form):
            yield name.gender, at
            return
        if not form.article:
            return
        governed = at == index + 1 and not analysis.form(index).article
        qualifies = form.only_adjective and form.adjective in (MS, FS) and not governed
        if qualifies and (analysis.form(index).article or not form.adjective & complement or _of_office(analysis, lists, index, at)):
            yield _gender(form.adjective), at
        elif analysis.form(index).article:
            return  # a title with the article governs nothing
        else:
            complement = form.cells
        at += 1


def _tells_gender(name: Name, form: Form) -> bool:
    """Is it a given name of one gender, as it stands?"""
    return name.gender in ("m", "f") and "given" in name.kinds and name.name == form.text != _IN_THE_NAME_OF and not form.article


def _of_office(analysis: Analysis, lists: WordLists, title: int, index: int) -> bool:
    """Is it an adjective of a country right after a minister's office? It belongs to the minister."""
    office = _title(analysis.form(title)) in _MINISTERS or analysis.form(title + 1).text in _OFFICES
    return office and index == title + 2 and not lists.nisba.isdisjoint(analysis.form(index).lemmas)


def _gender(cells: int) -> str:
    return "f" if cells & FEMININE and not cells & MASCULINE else "m"
