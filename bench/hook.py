"""`git commit` of one changed article with arlint's hook and without it, by turns, and the time the hook takes.

python bench/hook.py [FILE] [--rounds N] [--arlint COMMAND]

What counts is a copy installed from a wheel: COMMAND names one in another environment. Bytecode is kept, whatever the environment says.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ARTICLE = Path(__file__).parents[1] / "examples" / "article.txt"
LIMIT = 0.4  # seconds


def main() -> int:
    """Print the median times; ends with 1 when the hook takes longer than it may."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, default=ARTICLE)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--arlint", default=str(Path(sys.executable).with_name("arlint")), metavar="COMMAND")
    options = parser.parse_args()
    text = options.file.read_text(encoding="utf-8")
    times: dict[str, list[float]] = {"without": [], "with": []}
    with tempfile.TemporaryDirectory() as home:
        repositories = {name: repository(Path(home) / name) for name in times}
        run(repositories["with"], options.arlint, "hook", "install")
        run(
            repositories["with"], options.arlint, "check", "--isolated", str(options.file.resolve()), codes=(0, 1)
        )  # ends here when arlint cannot do its work
        for number in range(options.rounds + 1):
            for name, path in repositories.items():
                (path / "article.txt").write_text(f"{text}\n{number}\n", encoding="utf-8")
                run(path, "git", "add", "article.txt")
                times[name].append(seconds(path))
    medians = {name: statistics.median(values[1:]) for name, values in times.items()}  # the first round fills the disk's cache
    for name, median in medians.items():
        print(f"{name:>8}: {median:.3f} s (fastest {min(times[name]):.3f}, of {options.rounds})")
    taken = medians["with"] - medians["without"]
    print(f"    hook: {taken:.3f} s (limit {LIMIT})")
    return 1 if taken > LIMIT else 0


def repository(path: Path) -> Path:
    """An empty repository."""
    path.mkdir()
    run(path, "git", "init", "-q")
    return path


def seconds(path: Path) -> float:
    """Wall time of one commit, whether or not the hook lets it pass."""
    begin = time.perf_counter()
    run(path, "git", "commit", "-qm", "article", codes=(0, 1))
    return time.perf_counter() - begin


def run(path: Path, *command: str, codes: tuple[int, ...] = (0,)) -> None:
    """Run a command there, unmoved by the settings of the person who measures."""
    who = {f"GIT_{role}_{what}": "bench" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment |= {**who, "GIT_CONFIG_GLOBAL": os.devnull}
    done = subprocess.run(command, cwd=path, env=environment, capture_output=True, check=False)
    if done.returncode not in codes:
        raise SystemExit(f"{' '.join(command)}: {done.stderr.decode(errors='replace').strip()}")


if __name__ == "__main__":
    raise SystemExit(main())
