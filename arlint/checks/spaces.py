"""Spaces: doubled, at the edge of a line, before and after punctuation marks.

U+00A0 and the other no-break and typographic spaces count as spaces wherever they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from arlint.checks.protocol import Context, Hit, paragraphs, replace
from arlint.document import Paragraph
from arlint.document.characters import SPACES

_SEVERAL = re.compile(rf"(?<=[^{SPACES}\r\n])[{SPACES}]{{2,}}(?=[^{SPACES}\r\n])")
_ODD_SPACES = "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"


@paragraphs(contains=("  ", *_ODD_SPACES))
def several(paragraph: Paragraph, context: Context) -> Iterator[Hit]:
    """Two or more spaces between words, no-break spaces counted; one plain space repairs them."""
    for match in _SEVERAL.finditer(paragraph.text):
        yield Hit(match.start(), match.end(), replace(match.start(), match.end(), " "))
