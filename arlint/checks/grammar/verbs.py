"""Verbs and their subjects: gender before the subject, number before it, both after it; the case of a subject.

A verb before its subject agrees in gender alone. The word after a verb may also be its object, so grammar alone decides only where the
verb takes none; elsewhere print has to know the repaired pair and not the one that stands here.
"""

from __future__ import annotations

from collections.abc import Iterator

from arlint.checks.grammar.titles import SAYING, odd_titles
from arlint.checks.grammar.visible_case import PARTICLES
from arlint.checks.protocol import Context, Hit, paragraphs, replace_any
from arlint.document import Paragraph
from arlint.finding import Safety
from arlint.lexicon.morphology.clitics import respell
from arlint.lexicon.morphology.reading import Reading
from arlint.syntax.agreement import DUAL, FEMININE, FS, MASCULINE, MP, MS, PLURAL, SINGULAR, own_cells
from arlint.syntax.analysis import Analysis, analyse
from arlint.syntax.forms import Form, Tag
from arlint.syntax.inflection import inflected
from arlint.syntax.phrases import carries_conjunction, carries_preposition, is_preposition, may_carry_conjunction
from arlint.syntax.usage import usage

_INTRANSITIVE = frozenset(
    "توجه خرج انطلق شارك اجتمع احتج تظاهر اعتصم انسحب تعهد اتفق توافق تمكن انضم احتفل تجمع تجمهر تحدث اعترض أصر وافق استمر اشتبك تفاوض"
    " تراجع توصل فشل نجح استعد هتف تدفق تعرض تسلل استسلم تنازل أعرب".split()
)
_THAT = frozenset(("أن", "إن", "أنه", "إنه", "أنها", "إنها", "أنهم", "إنهم", "بأن", "لأن"))
_NEITHER = frozenset(
    "الآن اليوم أمس غدا هناك هنا أول آخر غير كل بعض أحد إحدى أكثر معظم عدد مثل جميع كافة سائر نفس ذات غالبية أغلبية مئات آلاف عشرات"
    " نصف ثلث ربع".split()
)
_DATELINE_MARKS = frozenset(("–", "—", "-", ":"))
_SHE_SAYING = frozenset("قائلة مضيفة مؤكدة موضحة مشيرة لافتة معتبرة مشددة مبينة متسائلة".split())
_SAYING_REACH = 9
# So often must print have the repaired pair before it overrules what stands there.
_EVIDENT = 10
# Plurals of things that stand for the persons in them, and take their verb: peoples, tribes, parties.
CROWDS = frozenset("شعب قبيلة جمهور حشد طرف عنصر فريق أسرة عائلة عصابة موهبة إطار كادر".split())
_TO_BE = frozenset(("كان", "ليس", "كاد"))
# The college has no licence: what is had is the subject, and the verb agrees with it.
_POSSESSED = frozenset("له لها لهم لهما لديه لديها لديهم لديهما فيه فيها فيهم عليه عليها عليهم منه منها هناك ثمة بينهم بينها".split())
# Demonstratives that stand right before a plural or a dual of persons.
_THESE = frozenset("هؤلاء وهؤلاء أولئك وأولئك هذان وهذان هاتان وهاتان".split())
# Verbs whose subject is a clause that follows: the government, it must resign.
_IMPERSONAL = frozenset("وجب أمكن انبغى تعين بدا حق صعب سبق كفى جاز حان".split())


@paragraphs()
def gender_before(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """A verb in the singular whose gender is not that of the subject right after it."""
    analysis = analyse(paragraph, context.lexicon)
    for index in (*analysis.having(Tag.VERB), *analysis.having(Tag.VERB_OR_NOUN)):
        form, noun = analysis.form(index), analysis.form(index + 1)
        verb = form.verb & (MS | FS)
        if not form.only_verb and not (form.cells == MS and noun.article and _begins_sentence(analysis, index)):
            continue
        if verb not in (MS, FS) or noun.cells & (MASCULINE if verb == MS else FEMININE):
            continue
        if not noun.cells or noun.verb or not _may_be_subject(noun):
            continue
        if any(reading.enclitic for reading in form.readings) or _TO_BE & form.lemmas or not _single(noun):
            continue
        if hit := _gender_hit(analysis, index):
            yield hit


def _may_be_subject(noun: Form) -> bool:
    """Can the noun after a verb be its subject: a noun that is no name, stands by itself and is no adverb?"""
    if noun.name or noun.text in _NEITHER or not noun.noun or not noun.only_nominal or may_carry_conjunction(noun):
        return False
    nouns = [reading for reading in noun.readings if reading.pos == "noun" and not reading.adjectival]
    plain = all(set(reading.proclitics) <= {"\u0627\u0644"} for reading in nouns)
    return plain and not any(reading.case in ("a", "ga") or reading.enclitic for reading in nouns)


def _single(noun: Form) -> bool:
    """Is the gender beyond doubt: a singular or a dual, or a plural in -at of a feminine?"""
    return not noun.cells & PLURAL or all(reading.sound_plural for reading in noun.readings)


def _gender_hit(analysis: Analysis, index: int) -> Hit | None:
    form, noun, token = analysis.form(index), analysis.form(index + 1), analysis.tokens[index]
    if not (SAYING & form.lemmas) and not _begins_sentence(analysis, index):
        return None
    wanted = "f" if noun.cells & FEMININE else "m"
    repair = _finite(analysis, index, {"gender": wanted, "number": "s"})
    if not repair or index + 1 in analysis.once(odd_titles) or (noun.human and wanted == "m" and _of_a_woman(analysis, index + 2)):
        return None
    seen = usage(analysis.lexicon, (form.text, noun.text), (repair, noun.text))
    if not form.only_verb and seen.wrong:
        return None
    told = bool(SAYING & form.lemmas) and bool(noun.human)
    said = told or (seen.settles and bool(SAYING & form.lemmas))
    if not (seen.right >= _EVIDENT and _begins_sentence(analysis, index)) and not (said and not seen.wrong):
        return None
    if not seen.supports:
        return None
    fixes = replace_any(token.start, token.end, [respell(token.text, repair)])
    return Hit(token.start, token.end, fixes, {"subj": analysis.tokens[index + 1].text}, 0.9, evidence=seen.evidence)


def _of_a_woman(analysis: Analysis, index: int) -> bool:
    """She added, the deputy, saying (f.): does the sentence go on about a woman, so that her office is the slip?"""
    return any(analysis.form(at).text in _SHE_SAYING for at in range(index, index + _SAYING_REACH))


def _begins_sentence(analysis: Analysis, index: int) -> bool:
    """Is it the first word of a sentence? Elsewhere the subject may stand before, or in a verb before."""
    if index in analysis.paragraph.sentence_starts:
        return True
    return index > 0 and analysis.tokens[index - 1].text in _DATELINE_MARKS


def _finite(analysis: Analysis, index: int, wanted: dict[str, str]) -> str:
    """The verb with other features, bare; "" when it has no such form or has it already."""
    verbs = [reading for reading in analysis.readings(index) if reading.pos == "verb" and reading.person == "3"]
    forms = inflected(analysis.lexicon, verbs, wanted)
    return forms[0] if forms and forms[0] != analysis.form(index).text else ""


@paragraphs()
def number_before(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """A dual or plural verb right before a subject that shows the nominative; the verb stays singular."""
    analysis = analyse(paragraph, context.lexicon)
    for index in analysis.having(Tag.VERB):
        form, noun = analysis.form(index), analysis.form(index + 1)
        if form.verb & SINGULAR or not form.verb & (DUAL | PLURAL) or not (_shown_subject(noun) or _told_by_persons(form, noun)):
            continue
        if _TO_BE & form.lemmas or may_carry_conjunction(noun) or not noun.definite or not noun.cells & form.verb:
            continue
        gender = "f" if not noun.cells & MASCULINE else "m"
        if repair := _finite(analysis, index, {"gender": gender, "number": "s"}):
            token = analysis.tokens[index]
            fixes = replace_any(token.start, token.end, [respell(token.text, repair)], Safety.SAFE)
            yield Hit(token.start, token.end, fixes, {"subj": analysis.tokens[index + 1].text}, 0.95)


def _shown_subject(noun: Form) -> bool:
    return Tag.NOMINATIVE in noun.tags and Tag.OBLIQUE not in noun.tags


def _told_by_persons(verb: Form, noun: Form) -> bool:
    """They announced, the judges: a verb of saying has no persons for its object."""
    broken = all(reading.broken for reading in noun.readings)
    return bool(verb.lemmas & SAYING) and noun.human is True and noun.article and broken


@paragraphs()
def after_subject(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """A verb that does not agree with the noun phrase its clause begins with."""
    analysis = analyse(paragraph, context.lexicon)
    for index in (*analysis.having(Tag.VERB), *analysis.having(Tag.VERB_OR_NOUN)):
        head = _clause_subject(analysis, index)
        if head >= 0 and (hit := _after_hit(analysis, index, head)):
            yield hit


def _clause_subject(analysis: Analysis, index: int) -> int:
    """The noun with the article that begins the clause, nothing but its adjectives between it and the verb; -1 without one."""
    head = index - 1
    while head > 0 and analysis.form(head).article and not _begins_clause(analysis, head):
        head -= 1
    noun = analysis.form(head)
    between = range(head + 1, index)
    if head < 0 or not _begins_clause(analysis, head) or not _plain_noun(noun):
        return -1
    if any(not analysis.form(at).adjective & noun.cells for at in between) or len(between) > 2:
        return -1
    plain = all(reading.proclitics in (("\u0627\u0644",), ("\u0648", "\u0627\u0644")) for reading in noun.readings)
    if Tag.OBLIQUE in noun.tags or (Tag.NOMINATIVE not in noun.tags and Tag.VERB not in analysis.form(index).tags):
        return -1
    return head if plain else -1


def _begins_clause(analysis: Analysis, index: int) -> bool:
    """Is the noun the first word of its clause, but for inna or one of its sisters, or for a demonstrative of its own?"""
    if index and Tag.DEMONSTRATIVE in analysis.form(index - 1).tags and analysis.form(index - 1).text in _THESE:
        return analysis.opens_clause(index - 1) or _after_that(analysis, index - 1)
    return analysis.opens_clause(index) or _after_that(analysis, index)


def _after_that(analysis: Analysis, index: int) -> bool:
    """Does inna or one of its sisters stand right before?"""
    return analysis.is_word(index - 1) and analysis.form(index - 1).text in PARTICLES


def _plain_noun(noun: Form) -> bool:
    """Is it a noun with the article, and no name or numeral?"""
    if noun.name or not noun.article or not noun.only_nominal or any(reading.pos == "num" for reading in noun.readings):
        return False
    return noun.noun or noun.human is True


def _after_hit(analysis: Analysis, index: int, head: int) -> Hit | None:
    verb, noun, token = analysis.form(index), analysis.form(head), analysis.tokens[index]
    if (
        verb.verb & noun.cells
        or (verb.verb & PLURAL and noun.lemmas & CROWDS)
        or carries_conjunction(verb)
        or verb.lemmas & _IMPERSONAL
        or _own_subject(analysis, index)
        or not _certain(noun)
    ):
        return None
    wanted = _features(noun)
    repair = _finite(analysis, index, wanted)
    if not repair:
        return None
    seen = usage(analysis.lexicon, (analysis.form(index - 1).text, verb.text), (analysis.form(index - 1).text, repair))
    if seen.contradicts or (seen.wrong and not seen.supports):
        return None
    if _after_that(analysis, head) and not seen.supports and analysis.form(index + 1).cells & verb.verb:
        return None  # that the woman, forbidden is marriage to her
    fixes = replace_any(token.start, token.end, [respell(token.text, repair)])
    return Hit(token.start, token.end, fixes, {"subj": analysis.tokens[head].text}, 0.9 if seen.supports else 0.75, evidence=seen.evidence)


def _certain(noun: Form) -> bool:
    """Does the form leave no doubt of gender and number: a dual, a sound plural, a singular in ta marbuta, a plural of things?"""
    if noun.cells & ~PLURAL == FS:
        return True
    return Tag.NOMINATIVE in noun.tags or noun.cells == MP


def _own_subject(analysis: Analysis, index: int) -> bool:
    """The company, its shares rose: does a pronoun follow that may lead back to the first noun, or a name as subject?"""
    after = analysis.form(index + 1)
    if analysis.is_word(index + 1) and after.name and not after.noun:
        return True
    if analysis.form(index + 1).text in _POSSESSED:
        return True
    for at in range(index + 1, index + 5):
        if not analysis.is_word(at):
            return False
        if any(reading.enclitic for reading in analysis.form(at).readings) and not _governed(analysis, at):
            return True
    return False


def _governed(analysis: Analysis, index: int) -> bool:
    return carries_preposition(analysis.form(index)) or is_preposition(analysis.form(index - 1))


def _features(noun: Form) -> dict[str, str]:
    if noun.cells & FS and not (noun.human and noun.cells & MP):
        return {"gender": "f", "number": "s"}
    return {"gender": "m" if noun.cells & MASCULINE else "f", "number": "d" if noun.cells & DUAL else "p"}


@paragraphs()
def subject_case(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """A subject in the oblique case right after a verb that takes no object, or before the clause that a verb of saying asks for."""
    analysis = analyse(paragraph, context.lexicon)
    for index in analysis.having(Tag.OBLIQUE):
        if _asks_for_subject(analysis, index - 1) and (hit := _case_hit(analysis, index)):
            yield hit


def _asks_for_subject(analysis: Analysis, index: int) -> bool:
    """Is the word a verb that takes no object, or one of saying with its clause behind the next word?"""
    form, noun = analysis.form(index), analysis.form(index + 1)
    if not form.verb or not noun.article or noun.text in analysis.lexicon.words.weekdays:
        return False
    if not all(reading.case == "ga" for reading in noun.readings):
        return False
    verbs = [reading for reading in form.readings if reading.pos == "verb" and reading.number == "s" and not reading.enclitic]
    if not any(own_cells(reading) & (MASCULINE if noun.cells & MASCULINE else FEMININE) for reading in verbs):
        return False
    lemmas = {reading.bare_lemma for reading in verbs}
    if lemmas & _INTRANSITIVE:
        return Tag.VERB in form.tags or analysis.opens_clause(index)
    return Tag.VERB in form.tags and bool(lemmas & SAYING) and _reaches_clause(analysis, index + 2)


def _reaches_clause(analysis: Analysis, index: int) -> bool:
    """Does "that" stand at this word, or after one adjective?"""
    return analysis.form(index).text in _THAT or (analysis.form(index).article and analysis.form(index + 1).text in _THAT)


def _case_hit(analysis: Analysis, index: int) -> Hit | None:
    token = analysis.tokens[index]
    readings: list[Reading] = [reading for reading in analysis.readings(index) if reading.number == "p"] or list(analysis.readings(index))
    forms = inflected(analysis.lexicon, readings, {"case": "n"})[:2]
    if not forms or any("ال" not in reading.proclitics or len(reading.proclitics) > 1 for reading in readings):
        return None
    fixes = replace_any(token.start, token.end, [respell(token.text, form) for form in forms])
    return Hit(token.start, token.end, fixes, {"subj": token.text}, 0.9)
