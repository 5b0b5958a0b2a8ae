"""Quotation shields: nobody rewrites a source's words.

Inside quotation marks typography and spelling are judged as usual, grammar and numbers are at most a warning, and
usage, style, consistency and news conventions only inform.
"""

from __future__ import annotations

from arlint.document import Paragraph
from arlint.document.quotations import inside_quotation
from arlint.finding import Severity
from arlint.rulefiles.rule import Rule

_CEILINGS = {
    "GRM": Severity.WARNING,
    "NUM": Severity.WARNING,
    "LEX": Severity.INFO,
    "STY": Severity.INFO,
    "CON": Severity.INFO,
    "NWS": Severity.INFO,
}


def shielded(rule: Rule, severity: Severity, paragraph: Paragraph, at: int) -> Severity:
    """The severity of a finding at plain offset `at`, lowered to its family's ceiling when it stands in a quotation."""
    ceiling = _CEILINGS.get(rule.family)
    if ceiling is None or severity.rank >= ceiling.rank or not inside_quotation(paragraph, at):
        return severity
    return ceiling
