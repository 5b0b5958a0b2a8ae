"""`python -m arlint.compilers [KIND…]`: compile the data of a checkout in place."""

import sys
from pathlib import Path

from arlint.compilers import build_all, kinds


def main() -> int:
    """Build the kinds named on the command line, or all."""
    package = Path(__file__).resolve().parents[1]
    asked = sys.argv[1:]
    if unknown := [kind for kind in asked if kind not in kinds()]:
        print(f"no compiler {unknown[0]!r}; there are {', '.join(kinds())}", file=sys.stderr)
        return 2
    for path in build_all(package.parent, package / "_compiled", asked):
        print(f"{path.stat().st_size:>12,}  {path.name}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
