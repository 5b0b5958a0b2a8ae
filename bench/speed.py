"""How many words a second `arlint check` reads beside `hunspell -d ar -l` on the same text, and how much memory it takes.

python bench/speed.py FILE [--rounds N] [--select CODES] [--ignore CODES] [--arlint COMMAND]

FILE is a long plain text, or a labelled set (.jsonl) whose texts are read one after the other. Both programs run by turns, each in one
process on one file, and their processor time counts: other work on the machine falsifies that least. With `--ignore` arlint runs a third
time without those rules, which tells what they cost.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import tempfile
from pathlib import Path

from peers import add_arlint, hunspell

_WANTED, _MEMORY = 4.0, 150.0


def main() -> int:
    """Print the figures; ends with 1 when arlint is less than four times as fast, or takes more than 150 MB."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--select", default="SPL", help="the rules that are on (SPL); ALL: the preset's")
    parser.add_argument("--ignore", default="", help="rules whose cost is asked for")
    add_arlint(parser)
    options = parser.parse_args()
    peer = hunspell()
    text = read(options.file)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "news.txt"
        file.write_text(text, encoding="utf-8")
        check = [options.arlint, "check", "--isolated", "--exit-zero", *([] if options.select == "ALL" else ["--select", options.select])]
        commands = {"arlint": [*check, str(file)], "hunspell": [peer, "-d", "ar", "-l", str(file)]}
        if options.ignore:
            commands[f"arlint without {options.ignore}"] = [*check, "--ignore", options.ignore, str(file)]
        runs = {name: [run(command) for command in commands.values() if command is commands[name]] for name in commands}
        for _ in range(options.rounds - 1):
            for name, command in commands.items():
                runs[name].append(run(command))
    words = len(text.split())
    best = {name: min(seconds for seconds, _ in found) for name, found in runs.items()}
    memory = max(size for _, size in runs["arlint"])
    for name, seconds in best.items():
        print(f"{name:>24}: {seconds:6.2f} s of processor time, {words / seconds:9,.0f} words a second (best of {options.rounds})")
    ratio = best["hunspell"] / best["arlint"]
    print(f"{'ratio':>24}: {ratio:.2f}\n{'peak memory':>24}: {memory:.0f} MB")
    if options.ignore:
        print(f"{'kept of its speed':>24}: {best[f'arlint without {options.ignore}'] / best['arlint']:.0%}")
    return 1 if ratio < _WANTED or memory > _MEMORY else 0


def read(path: Path) -> str:
    """The text of a file, or the texts of a labelled set."""
    text = path.read_text(encoding="utf-8")
    return "\n".join(json.loads(line)["text"] for line in text.splitlines()) if path.suffix == ".jsonl" else text


def run(command: list[str]) -> tuple[float, float]:
    """Processor time in seconds and peak memory in megabytes of one run."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)}: ended with {process.returncode}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


if __name__ == "__main__":
    raise SystemExit(main())
