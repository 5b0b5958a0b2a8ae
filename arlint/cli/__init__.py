"""The command line: one module a command in `arlint.cli.commands`. Start reading at `arlint.cli.group`."""

from __future__ import annotations


def main() -> None:
    """Run the command line and end the process with 0 (nothing found), 1 (findings) or 2 (could not run)."""
    import sys

    from arlint.cli.group import run

    sys.exit(run(sys.argv[1:]))
