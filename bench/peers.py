"""What arlint is measured beside, and which arlint."""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path


def hunspell() -> str:
    """Where hunspell is. Ends the program with 2 where it is not installed."""
    if found := shutil.which("hunspell"):
        return found
    print("hunspell is not installed (Debian: hunspell hunspell-ar)")
    raise SystemExit(2)


def add_arlint(parser: argparse.ArgumentParser) -> None:
    """The option that names the arlint to be measured, by default the one beside this Python."""
    parser.add_argument("--arlint", default=str(Path(sys.executable).with_name("arlint")), metavar="COMMAND")
