"""Comments that speak to arlint: where they stand in plain text, and what they say.

… copy …  # arlint: ignore TYP018, quote-direction
<!-- arlint: ignore-next-line SPL -->
# arlint: ignore-file DUP003
"""

from __future__ import annotations

import re

from arlint.document.patterns import lazy
from arlint.records import NamedTuple

# In plain text a comment is only what begins with a comment sign and names arlint: `#` alone opens hashtags.
PLAIN_COMMENT = lazy(r"[ \t]*(?:<!--[ \t]*arlint:[^\r\n]*?-->|(?:\#|//)[ \t]*arlint:[^\r\n]*)")
_SELECTOR = r"[A-Za-z]\w*(?:-\w+)*"
_DIRECTIVE = lazy(rf"arlint:[ \t]*(ignore(?:-next-line|-file)?)(?![\w-])[ \t]*:?[ \t]*({_SELECTOR}(?:[ \t]*[,\u060c][ \t]*{_SELECTOR})*)?")
SCOPES = ("ignore", "ignore-next-line", "ignore-file")
_ASKED = lazy(r"arlint:[ \t]*([A-Za-z][\w-]*)")
_SEPARATOR = lazy(r"[ \t]*[,،][ \t]*")


class Directive(NamedTuple):
    """What a comment asks: `scope` is "ignore", "ignore-next-line" or "ignore-file"; no selectors means all rules.

    start, end: the span of each directive's text in the document, code points.
    """

    scope: str
    selectors: tuple[str, ...]
    start: int
    end: int


def plain_comments(text: str) -> tuple[tuple[int, int], ...]:
    """Spans of the comments in plain text, the space before them included."""
    if "arlint:" not in text:
        return ()
    return tuple(match.span() for match in PLAIN_COMMENT.finditer(text))


def read_directives(text: str, start: int, end: int) -> list[Directive]:
    """The directives in one comment, text[start:end]."""
    return [
        Directive(match[1], tuple(_SEPARATOR.split(match[2])) if match[2] else (), match.start(), match.end())
        for match in _DIRECTIVE.finditer(text, start, end)
    ]


def selector_span(text: str, directive: Directive, selector: str) -> tuple[int, int]:
    """Where one of a directive's selectors stands in the text."""
    match = re.compile(rf"(?<![\w-]){re.escape(selector)}(?![\w-])").search(text, directive.start + len("arlint:"), directive.end)
    return match.span() if match else (directive.start, directive.end)


def unread(text: str, start: int, end: int) -> list[tuple[str, int]]:
    """What one comment, text[start:end], asks of arlint that is no directive: each word and its offset."""
    return [(match[1], match.start(1)) for match in _ASKED.finditer(text, start, end) if match[1] not in SCOPES]
