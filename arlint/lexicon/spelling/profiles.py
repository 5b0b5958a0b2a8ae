"""What the speller asks of a spelling wherever it stands, worked out when the spelling is first met."""

from __future__ import annotations

from arlint.lexicon.counts.pairs import UNSEEN
from arlint.lexicon.counts.store import EDGE, LATIN, NUMBER
from arlint.lexicon.letters import ALPHABET
from arlint.lexicon.spelling.candidates import Candidate, Candidates
from arlint.lexicon.spelling.names import IN_USE, SHORTEST
from arlint.lexicon.spelling.vocabulary import Entry, Vocabulary
from arlint.lexicon.spelling.wordfacts import RIGHT, RIVALLED, WEIGHED
from arlint.records import NamedTuple

SIGNS = frozenset((EDGE, NUMBER, LATIN))

# A word that the analyser knows and that is seen less often may be a slip for any other.
_RARE = 8
# A sibling that is not this many times rarer than the word can be meant even where the word is attested.
_RIVAL = 50
# Words with other letters (Persian ones, presentation forms) are no matter of spelling.
_LETTERS = frozenset(ALPHABET)
# So many spellings are remembered; a long text has more, and forgets them all now and then.
_MOST = 1 << 16


class Profile(NamedTuple):
    """What is asked of a spelling.

    right: nothing, it is accepted everywhere. canonical: the spelling that it is a slip of for all that is known without context; "" for
    itself. in_use: is it seen in clean sources as often as one may expect of a word? trusted: it is accepted where it is attested
    on both sides. strange: is it an unknown word and no slip of a known one? doubtful: and so rare that it may be a misspelled name?
    near: what a word in use may be mistaken for. weighed: is that told by the compiled facts instead?
    """

    right: bool
    canonical: str = ""
    in_use: bool = True
    trusted: bool = True
    strange: bool = False
    doubtful: bool = False
    near: tuple[Candidate, ...] = ()
    weighed: bool = False

    @property
    def plain(self) -> bool:
        """Is nothing asked of it, and nothing special about it?"""
        return self == PLAIN


# Of a word of which nothing is asked, and that has nothing special about it.
PLAIN = Profile(True)
_WEIGHED = {trusted: Profile(False, trusted=trusted, weighed=True) for trusted in (True, False)}


class Profiles(dict[str, Profile]):
    """Profiles by the spelling. Shared state is cached only; safe to use from several threads."""

    def __init__(self, vocabulary: Vocabulary, candidates: Candidates) -> None:
        super().__init__()
        self._vocabulary = vocabulary
        self._candidates = candidates
        self._equal = {PLAIN: PLAIN}

    def __missing__(self, word: str) -> Profile:
        if len(self) >= _MOST:
            self.clear()
            self._equal = {PLAIN: PLAIN}
        profile = self._profile(word)
        if not profile.near:  # few differ
            profile = self._equal.setdefault(profile, profile)
        self[word] = profile
        return profile

    def in_use(self, word: str) -> bool:
        """Is it a word that is seen in clean sources as often as one may expect?"""
        return self[word].in_use

    def _profile(self, word: str) -> Profile:
        flags = self._vocabulary.flags(word)
        if flags & RIGHT or word in SIGNS:
            return PLAIN
        if flags & WEIGHED and not self._vocabulary.accepts(word):
            return _WEIGHED[not flags & RIVALLED]
        entry = self._vocabulary.entry(word)
        canonical = "" if entry.canonical == word else entry.canonical
        in_use = is_in_use(entry)
        strange = not entry.known and not canonical
        accepted = self._vocabulary.accepts(word)
        doubtful = strange and not accepted and entry.clean < IN_USE and len(word) >= SHORTEST
        if len(word) < 2 or accepted or not _LETTERS.issuperset(word):
            plain = in_use and not canonical and not strange
            return PLAIN if plain else Profile(True, canonical, in_use, strange=strange, doubtful=doubtful)
        if not in_use:
            return Profile(False, canonical, False, False, strange, doubtful)
        near = self._candidates.near(entry)
        if not near and not canonical and not strange:
            return PLAIN
        return Profile(not near, canonical, True, not rivalled(entry, self._vocabulary), strange, doubtful, near)


def is_in_use(entry: Entry) -> bool:
    """Is it a word that is seen in clean sources as often as one may expect?"""
    return entry.known and entry.clean >= _RARE


def rivalled(entry: Entry, vocabulary: Vocabulary) -> bool:
    """Is there a sibling of a word in use that can be meant even where the word is attested?"""
    if vocabulary.facts and entry.number != UNSEEN:
        return bool(vocabulary.facts.flags[entry.number] & RIVALLED)
    return any(vocabulary.clean(sibling) * _RIVAL >= entry.clean for sibling in vocabulary.siblings(entry.text))
