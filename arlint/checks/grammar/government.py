"""Government: the preposition that a verb or a fixed expression takes, and the verbs that take none.

Arabic prepositions lead to what is near, not to the verb; so a frame is judged only where the first preposition after the verb and its
subject is the wrong one, the right one does not follow, and what it leads to is no adverbial.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache, partial
from typing import Any

from arlint.checks.protocol import Context, Hit, ParagraphDetector, made, replace_any
from arlint.document import Kind, Paragraph
from arlint.document.characters import bare
from arlint.document.patterns import lazy
from arlint.finding import Edit, Fix, Safety
from arlint.lexicon.morphology.clitics import attach
from arlint.lexicon.morphology.reading import Reading
from arlint.records import NamedTuple
from arlint.syntax.analysis import Analysis, analyse
from arlint.syntax.forms import Form, Tag
from arlint.syntax.phrases import may_carry_conjunction

_BA, _LAM, _ARTICLE = "\u0628", "\u0644", "\u0627\u0644"
_FROM, _ON = "\u0645\u0646", "\u0639\u0644\u0649"
_ASK = "\u0637\u0644\u0628"
_WAS = "\u0643\u0627\u0646"
_RELATIVES = frozenset(("\u0627\u0644\u0630\u064a\u0646", "\u0627\u0644\u062a\u064a", "\u0627\u0644\u0630\u064a", "\u0645\u0645\u0646"))
_SUBJECT, _REACH, _AHEAD = 5, 14, 7
_REMEMBERED = 1 << 16  # forms
_TANWEEN = "\u064b"
_CONJUNCTIONS = ("", "\u0648", "\u0641")
# Masdars of the derived stems by the shape of their vocalised lemma (Ryding, chapter 5); those of the ground stem are listed.
_DERIVED = lazy(
    "\u0625\u0650?.\u0652?.\u064e?\u0627.|\u0625\u0650?.\u064e?\u0627.\u064e?\u0629|\u0627\u0650?(?:[\u0646\u0633].|.\u0652?\u062a|.\u0651?).*\u0627(?:.|.\u064e?\u0629)"
    "|\u062a\u064e.\u0652?.\u0650?(?:\u064a.|.\u064e?\u0629|\u064a\u064e?\u0629)|\u062a\u064e.\u064e(?:\u0627.|.\u0651)[\u064f\u0650].\u0651?|\u0645\u064f.\u0627.\u064e.\u064e?\u0629"
)


class _Frames(NamedTuple):
    """frames: verb lemma → wrong preposition → right one; wrong: all the wrong ones. adverbials: words that the preposition makes an
    adverb of behind a verb, apart: those behind a fixed expression.

    masdars: of the ground stem, beside those whose shape tells. takers: participles and nouns that take bi- themselves.
    """

    frames: Mapping[str, Mapping[str, str]]
    wrong: frozenset[str]
    adverbials: frozenset[str]
    apart: frozenset[str]
    masdars: frozenset[str]
    takers: frozenset[str]


class _Fixed(NamedTuple):
    """A word, such as an adverbial accusative, with a preposition that never follows it, and the right one."""

    word: str
    wrong: str
    right: str


@made(frames=(), fixed=(), adverbials=(), apart=(), masdars=(), takers=())
def prepositions(options: Mapping[str, Any]) -> ParagraphDetector:
    """Verbs and fixed expressions with a preposition that they do not take. frames: "verb wrong right", fixed: "word wrong right"; a right
    one of one letter is written together, and a word with a tanween counts only with it."""
    frames: dict[str, dict[str, str]] = {}
    for entry in options["frames"]:
        verb, wrong, right = entry.split()
        frames.setdefault(verb, {})[wrong] = right
    wrong = frozenset(preposition for prepositions in frames.values() for preposition in prepositions)
    words = _Frames(frames, wrong, *(frozenset(options[name]) for name in ("adverbials", "apart", "masdars", "takers")))
    kind_of = lru_cache(_REMEMBERED)(partial(_kind, frames=frozenset(frames)))  # most words are none
    pairs = [_Fixed(*entry.split()) for entry in options["fixed"]]
    fixed = {conjunction + bare(pair.word): pair for pair in pairs for conjunction in _CONJUNCTIONS}
    return ParagraphDetector(partial(_prepositions, words=words, kind_of=kind_of, fixed=fixed))


def _prepositions(
    paragraph: Paragraph, context: Context, *, words: _Frames, kind_of: Callable[[Form], str], fixed: Mapping[str, _Fixed]
) -> Iterator[Hit]:
    analysis = analyse(paragraph, context.lexicon)
    forms = analysis.forms
    asking = [index for index in paragraph.words if _ASK in forms[index].text]
    before = {index for at in analysis.spelled(words.wrong) for index in range(max(0, at - _SUBJECT), at)}
    for index in sorted(before.union(asking)):
        kind = kind_of(forms[index])
        if kind == _ASK:
            yield from _requests(analysis, index, words)
        elif kind:
            yield from _misgoverned(analysis, index, words)
    for index in analysis.spelled(fixed):
        one = fixed[analysis.form(index).text]
        if _is_fixed(analysis, index, one, words):
            yield _frame_hit(analysis, index, index + 1, one.right)


def _kind(form: Form, frames: frozenset[str]) -> str:
    """The verb of asking, or the first of the frames, that the form may be; "" for none."""
    lemmas = form.lemmas
    return _ASK if _ASK in lemmas else next((lemma for lemma in sorted(lemmas) if lemma in frames), "")


def is_masdar(reading: Reading, listed: frozenset[str]) -> bool:
    """Is it a verbal noun, by the shape of its lemma or by the list?"""
    if reading.pos != "noun" or reading.number != "s" or reading.adjectival:
        return False
    return reading.bare_lemma in listed or bool(_DERIVED.fullmatch(reading.lemma))


# --- to ask someone for something: a preposition before the person, none before the thing ---


def _requests(analysis: Analysis, index: int, words: _Frames) -> Iterator[Hit]:
    """Asked of the staff "by" leaving, and asked "for" the staff "by" leaving."""
    person = _asked(analysis, index)
    if person < 0:
        return
    thing = _requested(analysis, person, words)
    if thing < 0:
        return
    verb, token, text = analysis.tokens[index].text, analysis.tokens[person], analysis.paragraph.text
    if token.bare != _FROM:
        fixes = replace_any(token.start, token.end, [f"{_FROM} {_ARTICLE + token.text[2:] if token.bare[1] == _LAM else token.text[1:]}"])
        yield Hit(token.start, token.end, fixes, {"verb": verb}, 0.85)
    token = analysis.tokens[thing]
    fixes = replace_any(token.start, token.end, [text[token.start + 1 : token.end]])
    yield Hit(token.start, token.end, fixes, {"verb": verb}, 0.9 if thing - person < _AHEAD else 0.85)


def _asked(analysis: Analysis, index: int) -> int:
    """ "From", or the person with li-, after the verb or masdar and its subject; -1 without it."""
    for at in range(index + 1, index + 1 + _SUBJECT):
        if not analysis.is_word(at):
            return -1
        form = analysis.form(at)
        if form.text == _FROM:
            return at
        if form.text[0] == _LAM and form.human and any(reading.proclitics[:1] == (_LAM,) for reading in form.readings):
            return at if at > index + 1 else -1
        if not (form.article or form.name or analysis.form(at + 1).article) or _accusative(analysis, at) or form.only_verb:
            return -1
    return -1


def _accusative(analysis: Analysis, index: int) -> bool:
    return _TANWEEN in analysis.tokens[index].text or any(reading.case == "a" for reading in analysis.form(index).readings)


def _requested(analysis: Analysis, person: int, words: _Frames) -> int:
    """The masdar with bi- that ought to be the object; -1 without one, or when it may belong to a word between."""
    relative = False
    for at in range(person + 1, min(person + 1 + _REACH, len(analysis.tokens))):
        if not analysis.is_word(at):
            if analysis.tokens[at].kind in (Kind.NUMBER, Kind.LATIN):
                continue
            return -1
        form = analysis.form(at)
        relative = relative or form.text in _RELATIVES
        if _is_thing(form, words):
            return at if at > person + (analysis.form(person).text == _FROM) and not _may_govern(analysis.form(at - 1), words) else -1
        if _ends_request(analysis, at, relative, words):
            return -1
    return -1


def _is_thing(form: Form, words: _Frames) -> bool:
    """Bi- and a masdar, in some reading, and nothing else that is not a noun."""
    with_ba = [reading for reading in form.readings if reading.proclitics[:1] == (_BA,)]
    return bool(with_ba) and len(with_ba) == len(form.readings) and any(is_masdar(reading, words.masdars) for reading in with_ba)


def _ends_request(analysis: Analysis, index: int, relative: bool, words: _Frames) -> bool:
    """A verb, a particle of clauses, or another object: after these the masdar is not the thing asked for."""
    form = analysis.form(index)
    if form.only_verb:
        return not (relative and _WAS in form.lemmas)
    if any(reading.pos in ("conj", "particle", "interrog") and reading.closed for reading in form.readings):
        return True
    if _accusative(analysis, index) or (may_carry_conjunction(form) and not form.name):
        return True
    bare = [reading for reading in form.readings if reading.pos == "noun" and not set(reading.proclitics) - {_ARTICLE}]
    after_preposition = Tag.PREPOSITION in analysis.form(index - 1).tags
    return not after_preposition and any(is_masdar(reading, words.masdars) for reading in bare)


def _may_govern(form: Form, words: _Frames) -> bool:
    """Can the word before the masdar take bi- itself: a verb, a participle such as "accused of"?"""
    return bool(form.verb and not form.noun) or not words.takers.isdisjoint(form.lemmas)


# --- verbs with the wrong preposition ---


def _misgoverned(analysis: Analysis, index: int, words: _Frames) -> Iterator[Hit]:
    form = analysis.form(index)
    verbal = [reading for reading in form.readings if reading.bare_lemma in words.frames]
    if len(verbal) < len(form.readings) or any(reading.enclitic for reading in verbal):
        return
    if not all(reading.pos == "verb" for reading in verbal) and not _stands_alone(analysis, index):
        return
    wrong = words.frames[verbal[0].bare_lemma]
    at = _first_preposition(analysis, index)
    if at < 0 or analysis.form(at).text not in wrong or (at > index + 1 and verbal[0].pos != "verb"):
        return
    right = wrong[analysis.form(at).text]
    if not _is_complement(analysis, at, words, verbal[0].pos == "verb") or _right_follows(analysis, at, right):
        return
    yield _frame_hit(analysis, index, at, right)


def _is_fixed(analysis: Analysis, index: int, one: _Fixed, words: _Frames) -> bool:
    """Has the word at `index` the wrong preposition behind it, which makes no adverbial, and not the right one, too?"""
    after = analysis.form(index + 2)
    if analysis.form(index + 1).text != one.wrong or not analysis.is_word(index + 2) or after.text in words.apart:
        return False
    if _TANWEEN in one.word and _TANWEEN not in analysis.tokens[index].text:
        return False
    return len(one.right) == 1 or not _right_follows(analysis, index + 1, one.right)


def _stands_alone(analysis: Analysis, index: int) -> bool:
    """Does no verb stand before the participle in its clause, to which the preposition may belong?"""
    while not analysis.opens_clause(index):
        index -= 1
        form = analysis.form(index)
        if form.verb and not (form.name or form.article or _WAS in form.lemmas):
            return False
        if any(_ON in reading.bare_lemma for reading in form.readings):
            return False
    return True


def _first_preposition(analysis: Analysis, index: int) -> int:
    """The first preposition after the verb and a short subject; -1 without one."""
    for at in range(index + 1, index + 1 + _SUBJECT):
        form = analysis.form(at)
        if not analysis.is_word(at) or (form.verb and not (form.name or form.article or form.human)):
            return -1
        if Tag.PREPOSITION in form.tags or (
            form.text[:1] in (_BA, _LAM) and any(reading.proclitics[:1] in ((_BA,), (_LAM,)) for reading in form.readings)
        ):
            return at
        if _accusative(analysis, at) or any(reading.closed and not reading.nominal for reading in form.readings):
            return -1
    return -1


def _is_complement(analysis: Analysis, at: int, words: _Frames, verb: bool) -> bool:
    """Does the preposition lead to what the verb is about, not to an adverbial?"""
    after = analysis.form(at + 1)
    if not analysis.is_word(at + 1) or after.text in words.adverbials or after.name or after.only_verb:
        return False
    if analysis.form(at).text == "\u0641\u064a":  # "in" is a place unless it leads to a deed
        return any(is_masdar(reading, words.masdars) for reading in after.readings)
    return bool(after.cells) and (verb or after.definite or bool(analysis.form(at + 2).cells))


def _right_follows(analysis: Analysis, at: int, right: str) -> bool:
    """Does the right preposition stand behind the wrong one?"""
    for ahead in range(at + 1, at + 1 + _AHEAD):
        form = analysis.form(ahead)
        if form.text.startswith(right) and (len(right) == 1 or len(form.text) < len(right) + 3):
            return True
    return False


def _frame_hit(analysis: Analysis, index: int, at: int, right: str) -> Hit:
    token, after = analysis.tokens[at], analysis.tokens[at + 1]
    values = {"verb": analysis.tokens[index].text}
    if len(right) > 1:
        return Hit(token.start, token.end, (Fix((Edit(token.start, token.end, right),), Safety.UNSAFE),), values, 0.9)
    fix = Fix((Edit(token.start, after.end, attach(right, after.text)),), Safety.UNSAFE)
    return Hit(token.start, after.end, (fix,), values, 0.9)
