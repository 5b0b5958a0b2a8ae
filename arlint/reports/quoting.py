"""The slip and its repair as text, for people: in bidi isolates, what is invisible shown, never with carets.

No terminal aligns carets under Arabic. So the slip is quoted beside its repair, the whole in a right-to-left isolate so
that the arrow points from the slip to the repair, and each in an isolate of its own so that neither disturbs the other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from arlint.document.characters import INVISIBLE, SPACES
from arlint.document.patterns import lazy
from arlint.finding import Edit, Finding, apply_edits

FIRST_STRONG_ISOLATE, LEFT_TO_RIGHT_ISOLATE, RIGHT_TO_LEFT_ISOLATE, POP_ISOLATE = "\u2068", "\u2066", "\u2067", "\u2069"
ARROW = "\u2190"
DELETED = "\u2205"

_SPACE, _NO_BREAK_SPACE, _LINE_BREAK = "\u2420", "\u237d", "\u23ce"  # ␠ ⍽ ⏎
_UNSEEN = lazy(rf"[{INVISIBLE}\x00-\x1f\x7f-\x9f{SPACES[2:]}\u2028\u2029]")
_TELLING_SPACE = lazy(r"^ +| +$| {2,}|(?<=\u237d) +| +(?=\u237d)")
_WORD = re.compile(r"[^\W\d_]")
_QUOTED = re.compile("([\u201c\u00ab])([^\u201d\u00bb]*)([\u201d\u00bb])")
_ISOLATED = rf"\1{FIRST_STRONG_ISOLATE}\2{POP_ISOLATE}\3"
_FIRST_RIGHT_TO_LEFT = "\u0590"
_LONGEST = 60
_REACH = 16


def isolate(text: str) -> str:
    """Text whose direction must not touch its surroundings."""
    return f"{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}"


def sentence(message: str) -> str:
    """A message in an isolate of its language's direction, whatever it begins with. What an English one quotes has isolates of its own:
    otherwise two Arabic words, and all between them, would change places."""
    own = (char for char in _QUOTED.sub("", message) if char.isalpha())
    if next(own, "\u0627") >= _FIRST_RIGHT_TO_LEFT:
        return f"{RIGHT_TO_LEFT_ISOLATE}{message}{POP_ISOLATE}"
    return f"{LEFT_TO_RIGHT_ISOLATE}{_QUOTED.sub(_ISOLATED, message)}{POP_ISOLATE}"


def quoted(text: str) -> str:
    """Text in guillemets and in an isolate, cut in the middle when it is long, invisible characters shown."""
    if len(text) > _LONGEST:
        text = f"{text[: _LONGEST // 2]}\u2026{text[-_LONGEST // 2 :]}"
    return isolate(f"«{visible(text)}»")


def visible(text: str) -> str:
    """Invisible characters by sign (␠ ⍽ ⏎) or number (‹U+200F›); of plain spaces those at the edge or in a row."""
    if not text.isprintable():  # then no pattern has to be compiled
        text = _UNSEEN.sub(_named, text)
    if "  " not in text and text.strip(" ") == text and _NO_BREAK_SPACE not in text:
        return text
    return _TELLING_SPACE.sub(lambda match: _SPACE * len(match[0]), text)


def pair(text: str, finding: Finding) -> str:
    """«slip» ← «repair» for a finding in `text`; the slip alone when there is no repair. A slip without letters brings
    its neighbours along: nobody reads «،» ← «، »."""
    start, end = finding.start, finding.end
    edits = _edits_here(finding)
    if edits:
        start, end = min(start, edits[0].start), max(end, edits[-1].end)
    if not _WORD.search(text, start, end):
        start, end = _widened(text, start, end)
    slip = text[start:end]
    if not edits:
        return quoted(slip)
    repair = apply_edits(slip, [Edit(edit.start - start, edit.end - start, edit.replacement) for edit in edits])
    shown = quoted(repair) if repair else DELETED
    return f"{RIGHT_TO_LEFT_ISOLATE}{quoted(slip)} {ARROW} {shown}{POP_ISOLATE}"


def _edits_here(finding: Finding) -> Sequence[Edit]:
    """Of the first fix what repairs the place itself: that of a habit repairs related places too."""
    edits = finding.fixes[0].edits if finding.fixes else ()
    if not finding.related or len(edits) < 2:
        return edits
    return [edit for edit in edits if edit.start <= finding.end and finding.start <= edit.end] or edits[:1]


def _widened(text: str, start: int, end: int) -> tuple[int, int]:
    """The span with what stands around it up to the nearest space, not beyond the line."""
    low, high = start, end
    if text[end : end + 1] in (" ", "\u00a0") and text[start - 1 : start] in ("", " ", "\n"):
        high += 1  # a mark that stands alone: take the next word along
    while low > max(0, start - _REACH) and text[low - 1] not in " \t\u00a0\r\n":
        low -= 1
    while high < min(len(text), end + _REACH) and text[high] not in " \t\u00a0\r\n":
        high += 1
    return low, high


def _named(match: re.Match[str]) -> str:
    char = match[0]
    if char == "\u00a0":
        return _NO_BREAK_SPACE
    return _LINE_BREAK if char == "\n" else f"‹U+{ord(char):04X}›"
