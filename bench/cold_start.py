"""From a cold start: `arlint check FILE` beside `hunspell -d ar -l FILE`, run by turns, and the ratio of their times.

python bench/cold_start.py [FILE] [--rounds N] [--arlint COMMAND]

What counts is a copy installed from a wheel: COMMAND names one in another environment. Bytecode is kept, whatever the environment says.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

ARTICLE = Path(__file__).parents[1] / "examples" / "article.txt"


def main() -> int:
    """Print the median times and their ratio; ends with 1 when arlint is the slower one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", default=str(ARTICLE))
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--arlint", default=str(Path(sys.executable).with_name("arlint")), metavar="COMMAND")
    options = parser.parse_args()
    hunspell = shutil.which("hunspell")
    if not hunspell:
        print("hunspell is not installed (Debian: hunspell hunspell-ar)")
        return 2
    commands = {"arlint": [options.arlint, "check", "--isolated", options.file], "hunspell": [hunspell, "-d", "ar", "-l", options.file]}
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(options.rounds + 1):
        for name, command in commands.items():
            times[name].append(seconds(command))
    medians = {name: statistics.median(values[1:]) for name, values in times.items()}  # the first round fills the disk's cache
    for name, median in medians.items():
        print(f"{name:>9}: {median:.3f} s (fastest {min(times[name]):.3f}, of {options.rounds})")
    ratio = medians["arlint"] / medians["hunspell"]
    print(f"    ratio: {ratio:.2f}")
    return 1 if ratio > 1 else 0


def seconds(command: list[str]) -> float:
    """Wall time of one run."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    begin = time.perf_counter()
    done = subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    if done.stderr:
        raise SystemExit(f"{' '.join(command)}: {done.stderr.decode(errors='replace').strip()}")
    return time.perf_counter() - begin


if __name__ == "__main__":
    raise SystemExit(main())
