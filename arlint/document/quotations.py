"""Quotations: which stretches of a paragraph stand between quotation marks."""

from __future__ import annotations

import re

from arlint.document.model import Paragraph

_QUOTED = re.compile('«[^«»]*»|\u201c[^\u201c\u201d]*\u201d|\u201d[^\u201c\u201d]*\u201c|"[^"]*"')


def inside_quotation(paragraph: Paragraph, at: int) -> bool:
    """Does the character at `at` (code points) stand between quotation marks?"""
    return any(start < at < end for start, end in paragraph.once(_quoted_spans))


def _quoted_spans(paragraph: Paragraph) -> tuple[tuple[int, int], ...]:
    return tuple(match.span() for match in _QUOTED.finditer(paragraph.text))
