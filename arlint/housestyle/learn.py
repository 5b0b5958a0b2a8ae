"""What a house does, counted over its articles, and the settings that say so.

Each article has one voice, so that a long one does not outweigh many short ones; the counts told are of places.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from arlint.checks.consistency.consistency import DIGIT_HABIT, EASTERN, QUOTE_HABIT, TANWEEN_HABIT, WESTERN
from arlint.checks.consistency.final_ya import YA_COUNT
from arlint.checks.consistency.transliteration import VARIANTS
from arlint.checks.data import variants
from arlint.document import Document
from arlint.document.quotations import CONVENTIONS
from arlint.document.quotemarks import Family
from arlint.lexicon.lexicon import Lexicon
from arlint.records import NamedTuple
from arlint.rulefiles.store import builtin_rules

_MONTH_RULE, _WORD_RULES = "CON007", ("CON001", "CON005", "CON013", "CON014")
_AMERICAN = "\u0623\u0645"  # how both spellings of the word begin
_NISBA = "\u064a"
_EGYPTIAN_SHARE = 0.5
_FEWEST_ARTICLES, _MANY_ARTICLES = 2, 5
_QUOTES = {Family.STRAIGHT.value: '""', Family.ANGLED.value: "\u00ab\u00bb"}
_DIGITS = {WESTERN: "0123", EASTERN: "\u0660\u0661\u0662\u0663"}
_TANWEEN = {"\u064b\u0627": "before-alif", "\u0627\u064b": "on-alif"}


class Evidence(NamedTuple):
    """A way of writing, how many articles mostly write so, and how often it occurs in all of them."""

    way: str
    articles: int
    places: int


@dataclass(frozen=True, slots=True)
class Choice:
    """A setting and what it rests on, the usual way first. value: a string, or for a list of spellings one of them."""

    key: str
    value: str
    evidence: tuple[Evidence, ...]

    @property
    def share(self) -> float:
        """The share of articles that write as the setting says."""
        return self.evidence[0].articles / sum(one.articles for one in self.evidence)


@dataclass(slots=True)
class _Ballot:
    """The votes on one question."""

    articles: Counter[str] = field(default_factory=Counter)
    places: Counter[str] = field(default_factory=Counter)

    def vote(self, uses: Mapping[str, int]) -> None:
        """An article's uses of the ways; it votes for the one it uses most."""
        if uses:
            self.places.update(uses)
            self.articles[max(uses, key=lambda way: uses[way])] += 1

    def choice(self, key: str, value: Callable[[str], str] = str) -> Choice | None:
        """The usual way as a setting; None where too few articles say anything or they are even."""
        ranked = self.articles.most_common()
        if not ranked or sum(self.articles.values()) < _FEWEST_ARTICLES or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
            return None
        ordered = [way for way, _ in ranked] + [way for way in self.places if way not in self.articles]
        return Choice(key, value(ranked[0][0]), tuple(Evidence(way, self.articles[way], self.places[way]) for way in ordered))


class Lessons(NamedTuple):
    """What was learnt: the choices, in the order of the settings; names written in several ways, the usual one first, with
    their counts; and how many articles and words it rests on."""

    choices: tuple[Choice, ...]
    names: tuple[tuple[str, tuple[tuple[str, int], ...]], ...]
    articles: int
    words: int


def learn(documents: Iterable[Document], lexicon: Lexicon) -> Lessons:
    """The style of a house from its articles; `lexicon` says what is a word."""
    observer = _Observer(lexicon)
    for document in documents:
        observer.see(document)
    return observer.lessons()


class _Observer:
    """Counts, article by article."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.ballots: dict[str, _Ballot] = {key: _Ballot() for key in ("quotes", "digits", "months", "tanween", "final-ya")}
        self.undecided: list[dict[str, int]] = []  # articles whose names of months several sets have
        self.words: dict[str, _Ballot] = {}
        self.names: dict[str, Counter[str]] = {}
        self.articles = self.length = 0
        rules = {rule.code: rule.options for rule in builtin_rules()}
        self.months = variants.VariantCheck({**rules[_MONTH_RULE], "prefer": []})
        self.month_labels = next(group for group in rules[_MONTH_RULE]["groups"] if len(set(group)) == len(group) and all(group))
        self.spellings = [(rules[code], variants.VariantCheck({**rules[code], "prefer": []})) for code in _WORD_RULES]

    def see(self, document: Document) -> None:
        """Count one article."""
        self.articles += 1
        self.length += sum(len(paragraph.words) for paragraph in document.paragraphs)
        self.ballots["quotes"].vote(_quotes(document))
        self.ballots["digits"].vote({_DIGITS[way]: count for way, count in document.fact(DIGIT_HABIT)})
        self.ballots["tanween"].vote({_TANWEEN[way]: count for way, count in document.fact(TANWEEN_HABIT)})
        self._see_months(document)
        self._see_final_ya(document)
        for options, check in self.spellings:
            self._see_spellings(document, options, check)
        for form, seen, usual in document.fact(VARIANTS.of(self.lexicon)):
            self.names.setdefault(usual.form, Counter()).update({usual.form: usual.seen, form: seen})

    def lessons(self) -> Lessons:
        """What follows from the counts."""
        self._decide_months()
        choices = [choice for key in self.ballots if (choice := self.ballots[key].choice(key))]
        choices += [choice for key, ballot in self.words.items() if _is_telling(key, ballot) and (choice := ballot.choice(key))]
        names = tuple((form, tuple(counts.most_common())) for form, counts in sorted(self.names.items()))
        return Lessons(tuple(sorted(choices, key=lambda choice: choice.key == "spellings")), names, self.articles, self.length)

    def _see_final_ya(self, document: Document) -> None:
        dotted, undotted = document.fact(YA_COUNT.of(self.lexicon))
        if dotted + undotted:
            way = "egyptian" if undotted / (dotted + undotted) > _EGYPTIAN_SHARE else "dotted"
            self.ballots["final-ya"].vote({way: max(dotted, undotted)})

    def _see_months(self, document: Document) -> None:
        """By the name that each set has for one month that all sets tell apart, the uses of the set.

        Of two names side by side, such as one before a slash and one behind it, the first counts. Sets share names: what an article
        with none but shared ones writes is told by the others.
        """
        counts: Counter[int] = Counter()
        for paragraph in document.paragraphs:
            counts.update(column for seen in self.months.leading(paragraph) for column in seen.spelling.columns)
        most = max(counts.values(), default=0)
        uses = {self.month_labels[column]: count for column, count in counts.items() if count == most}
        if len(uses) > 1:
            self.undecided.append(uses)
        else:
            self.ballots["months"].vote(uses)

    def _decide_months(self) -> None:
        """An article that several sets fit speaks for the one of them that the articles which are sure speak for most."""
        ballot = self.ballots["months"]
        sure = Counter(ballot.articles)
        for uses in self.undecided:
            (likely, votes), *others = sorted(((way, sure[way]) for way in uses), key=lambda one: -one[1])
            if all(votes > other for _, other in others):
                ballot.vote({likely: uses[likely]})
        self.undecided = []

    def _see_spellings(self, document: Document, options: Mapping[str, Any], check: variants.VariantCheck) -> None:
        found = document.fact(check.counts)
        for unit, counts in found.items():
            group = options["groups"][unit]
            key = "demonym" if group[0].startswith(_AMERICAN) else group[0]
            uses = {_word(group[column], self.lexicon): count for column, count in counts if column < len(group)}
            self.words.setdefault(key, _Ballot()).vote(uses)


def _is_telling(key: str, ballot: _Ballot) -> bool:
    """Is it worth a setting: the demonym, a word spelt in two ways, or one that many articles spell the same?"""
    return key == "demonym" or len(ballot.places) > 1 or sum(ballot.articles.values()) >= _MANY_ARTICLES


def _word(spelling: str, lexicon: Lexicon) -> str:
    """A word that the spelling stands for: of a stem that is no word its nisba."""
    stem = spelling.rstrip("*")
    is_word = any(not reading.enclitic and not reading.proclitics for reading in lexicon.analyser.analyse(stem))
    return stem if stem == spelling or stem.endswith(_NISBA) or is_word else stem + _NISBA


def _quotes(document: Document) -> dict[str, int]:
    curly = document.fact(CONVENTIONS).curly
    names = {**_QUOTES, Family.CURLY.value: "".join(curly) if curly else "\u201c\u201d"}
    return {names[way]: count for way, count in document.fact(QUOTE_HABIT) if way in names}


def choices_by_key(choices: Iterable[Choice]) -> Iterator[tuple[str, list[Choice]]]:
    """The choices as settings: those that have a key of their own, then all spellings together."""
    own = {"quotes", "digits", "months", "demonym", "tanween", "final-ya"}
    spellings = []
    for choice in choices:
        if choice.key in own:
            yield choice.key, [choice]
        else:
            spellings.append(choice)
    if spellings:
        yield "spellings", spellings
