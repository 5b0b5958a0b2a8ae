"""arlint: the copy editor's linter for Arabic.

    from arlint import Linter
    for finding in Linter().lint(text):
        print(finding.code, finding.start, finding.end, finding.message)

Start reading at `arlint.finding` (what is found), then `arlint.document` (what is read) and
`arlint.linter` (how the one becomes the other). `docs/architecture.md` is the map.
"""

from arlint.config import Config
from arlint.finding import Edit, Finding, Fix, Safety, Severity
from arlint.linter import Linter

__version__ = "0.1.0"

__all__ = ["Config", "Edit", "Finding", "Fix", "Linter", "Safety", "Severity", "__version__"]
