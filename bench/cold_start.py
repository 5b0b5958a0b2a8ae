"""From a cold start: `arlint check FILE` beside `hunspell -d ar -l FILE`, run by turns, and the ratios of their times.

python bench/cold_start.py [FILE] [--rounds N] [--arlint COMMAND]

What counts is a copy installed from a wheel: COMMAND names one in another environment. Bytecode is kept, whatever the environment says.
On a machine that has other work to do the time of the processor tells more than that of the clock.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import time
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from typing import NamedTuple

from peers import add_arlint, hunspell

ARTICLE = Path(__file__).parents[1] / "examples" / "article.txt"


def main() -> int:
    """Print the times and their ratios; ends with 1 when arlint is the slower one, by the median of the processor's time."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", default=str(ARTICLE))
    parser.add_argument("--rounds", type=int, default=15)
    add_arlint(parser)
    options = parser.parse_args()
    peer = hunspell()
    commands = {"arlint": [options.arlint, "check", "--isolated", options.file], "hunspell": [peer, "-d", "ar", "-l", options.file]}
    times: dict[str, list[Times]] = {name: [] for name in commands}
    for _ in range(options.rounds + 1):
        for name, command in commands.items():
            times[name].append(run(command))
    ratio = 0.0
    for clock in Times._fields:
        runs = {name: [getattr(one, clock) for one in values[1:]] for name, values in times.items()}  # the first fills the disk's cache
        medians = {name: statistics.median(values) for name, values in runs.items()}
        fastest = {name: min(values) for name, values in runs.items()}
        for name in commands:
            print(f"{clock:>9}  {name:>8}: {medians[name]:.3f} s (fastest {fastest[name]:.3f}, of {options.rounds})")
        ratio = medians["arlint"] / medians["hunspell"]
        print(f"{clock:>9}  {'ratio':>8}: {ratio:.2f}   (fastest {fastest['arlint'] / fastest['hunspell']:.2f})")
    return 1 if ratio > 1 else 0


class Times(NamedTuple):
    """Seconds of one run: by the clock, and those that the processor worked."""

    clock: float
    processor: float


def run(command: list[str]) -> Times:
    """The times of one run. Ends the bench where the command complains."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    begin, before = time.perf_counter(), getrusage(RUSAGE_CHILDREN)
    done = subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    end, after = time.perf_counter(), getrusage(RUSAGE_CHILDREN)
    if done.stderr:
        raise SystemExit(f"{' '.join(command)}: {done.stderr.decode(errors='replace').strip()}")
    worked = (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime)
    return Times(end - begin, worked)


if __name__ == "__main__":
    raise SystemExit(main())
