"""The command line: one module a command in `arlint.cli.commands`. Start reading at `arlint.cli.group`."""

from __future__ import annotations


def main() -> None:
    """Run the command line and end the process with 0 (nothing found), 1 (findings) or 2 (could not run)."""
    import os
    import sys

    from arlint.collecting import collect_seldom

    # A run makes many objects that live to its end: looking for dead cycles among them early and often, and taking the
    # interpreter down piece by piece, would be a third of a cold start.
    collect_seldom()
    try:
        from arlint.cli.group import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:  # while modules were imported
        code = 130
    sys.stderr.flush()
    os._exit(code)
