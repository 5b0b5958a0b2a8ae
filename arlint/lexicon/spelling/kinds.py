"""The kinds of slip that spelling rules report, and which kind separates a slip from its repair.

Each kind belongs to one rule (`rules/spelling/`), which names it in its options.
"""

from __future__ import annotations

from enum import Enum

from arlint.lexicon.letters import ALEF, ALEF_MAQSURA, ALEFS, DAD_ZA, HAMZA, HAMZAS, HEH, TEH, TEH_MARBUTA, WAW, YEH, difference, fold
from arlint.lexicon.morphology.clitics import ENCLITICS
from arlint.lexicon.spelling.candidates import Edit


class Kind(Enum):
    """What went wrong in a word."""

    HAMZA_MISSING = "hamza-missing"
    WASL_AS_QAT = "wasl-as-qat"
    INITIAL_SEAT = "initial-seat"
    MADDA = "madda"
    MEDIAL_HAMZA = "medial-hamza"
    FINAL_HAMZA = "final-hamza"
    HAMZA_BEFORE_PRONOUN = "hamza-before-pronoun"
    TA_AS_HA = "ta-marbuta-as-ha"
    HA_AS_TA = "ha-as-ta-marbuta"
    OPEN_TA = "open-ta"
    VERB_TA = "verb-ta"
    MAQSURA_FOR_YA = "alif-maqsura-for-ya"
    YA_FOR_MAQSURA = "ya-for-alif-maqsura"
    DAD_ZA = "dad-za"
    SOUND_ALIKE = "sound-alike"
    DOTS = "dots"
    TANWEEN_ALIF = "tanween-alif"
    FARIQA_MISSING = "alif-fariqa-missing"
    FARIQA_EXTRA = "alif-fariqa-extra"
    LAM_AL = "lam-al"
    DOUBLED = "doubled"
    SWAPPED = "swapped"
    REPLACED = "replaced"
    DROPPED = "dropped"
    ADDED = "added"
    RUN_ON = "run-on"
    SPLIT = "split"
    UNKNOWN = "unknown"
    NAME = "name"
    REAL_WORD = "real-word"


_PROCLITICS = frozenset("\u0648\u0641\u0628\u0643\u0644\u0633\u0623\u0627")
_PRONOUNS = frozenset(ending for ending in ENCLITICS if ending)
_BY_EDIT = {
    Edit.SWAPPED: Kind.SWAPPED,
    Edit.DOUBLED: Kind.DOUBLED,
    Edit.DROPPED: Kind.DROPPED,
    Edit.ADDED: Kind.ADDED,
    Edit.DOTS: Kind.DOTS,
    Edit.KEY: Kind.REPLACED,
    Edit.REPLACED: Kind.REPLACED,
    Edit.RUN_ON: Kind.RUN_ON,
    Edit.SHARED: Kind.RUN_ON,
}


def kind_of(word: str, repair: str, edit: Edit, real_word: bool) -> Kind:
    """The kind of slip that makes `word` of `repair`, both bare; real_word: is the slip a word that is in use?"""
    if edit in (Edit.RUN_ON, Edit.SHARED):
        return Kind.RUN_ON
    start, wrong, right = difference(word, repair)
    rest = word[start + len(wrong) :]
    if not rest and (ending := _ending(word, wrong, right)):
        return ending
    if edit is Edit.LAM_AL:
        return Kind.LAM_AL
    if fold(word) == fold(repair) or (set(HAMZAS) & set(wrong + right) and set(wrong + right) <= set(HAMZAS + ALEF + WAW + YEH)):
        return _hamza(word, start, wrong, right, rest)
    if edit is Edit.LOOKALIKE:
        return Kind.DAD_ZA if (wrong, right) in DAD_ZA else Kind.SOUND_ALIKE
    if edit is Edit.TRUNCATED:
        return Kind.DROPPED
    if edit is Edit.SUFFIX:
        if real_word:
            return Kind.REAL_WORD
        return Kind.DROPPED if len(repair) > len(word) else Kind.ADDED
    return _BY_EDIT.get(edit, Kind.REPLACED)


_ENDINGS = {
    (HEH, TEH_MARBUTA): Kind.TA_AS_HA,
    (TEH_MARBUTA, HEH): Kind.HA_AS_TA,
    (TEH, TEH_MARBUTA): Kind.OPEN_TA,
    (TEH_MARBUTA, TEH): Kind.VERB_TA,
    (ALEF_MAQSURA, YEH): Kind.MAQSURA_FOR_YA,
    (YEH, ALEF_MAQSURA): Kind.YA_FOR_MAQSURA,
    (ALEF_MAQSURA + HAMZA, "\u0626"): Kind.FINAL_HAMZA,
}


def _ending(word: str, wrong: str, right: str) -> Kind | None:
    if (wrong, right) == ("", ALEF) and word.endswith(WAW):
        return Kind.FARIQA_MISSING
    if (wrong, right) == (ALEF, "") and word.endswith(WAW + ALEF):
        return Kind.FARIQA_EXTRA
    if {wrong, right} == {"", ALEF} and word.removesuffix(ALEF).endswith(tuple(HAMZAS)):
        return Kind.TANWEEN_ALIF
    return _ENDINGS.get((wrong, right))


def _hamza(word: str, start: int, wrong: str, right: str, rest: str) -> Kind:
    inside = not _PROCLITICS.issuperset(word[:start].replace("\u0627\u0644", ""))
    initial = not inside and wrong[:1] in ALEFS and right[:1] in ALEFS
    if "\u0622" in wrong + right:
        return Kind.MADDA
    if initial and start <= 5 and wrong and right:
        if wrong == ALEF:
            return Kind.HAMZA_MISSING
        return Kind.WASL_AS_QAT if right == ALEF else Kind.INITIAL_SEAT
    if not rest:
        return Kind.FINAL_HAMZA
    if rest in _PRONOUNS and wrong in HAMZAS and right in HAMZAS:
        return Kind.HAMZA_BEFORE_PRONOUN
    return Kind.MEDIAL_HAMZA
