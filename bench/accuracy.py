"""How accurate arlint is on labelled text, and hunspell beside it where it is installed: one table for a folder of sets.

    python bench/accuracy.py FOLDER [--limit N] [--select SPL] [--backends PATH]

Every .jsonl file of the folder is a set; its rows say of which kind:

    {"wrong": …, "edits": [{"start", "end", "right", "alts"?, "sure"?}]}    a text with slips that were found by hand
    {"text": …, "errors": [{"start", "end", "class", "fixes"}]}              marked sentences; without errors, a trap
    {"text": …}                                                              well-edited text, which should stay silent

found: share of the slips that a finding touches. fixed: share that the first fix makes right. alarmed: share of correct sentences with
a finding. per_1000: findings per 1,000 words of well-edited text. A word list has no first fix worth the name, so hunspell's is left out.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from arlint import Config, Linter
from arlint.configfiles import Configurations
from arlint.configfiles.words import lexicon_for
from arlint.errors import ArlintError
from arlint.finding import apply_edits
from arlint.lexicon.lexicon import Lexicon

WORD = re.compile("[\u0621-\u063a\u0641-\u0652\u0670\u0640]+")


class Found(NamedTuple):
    """A finding of any checker: a span, and the text after its first fix (None without one)."""

    start: int
    end: int
    code: str
    fixed: str | None


Checker = Callable[[Sequence[str]], list[list[Found]]]


def arlint_checker(select: tuple[str, ...] | None, lexicon: Lexicon | None = None) -> Checker:
    """arlint at its defaults, or with the rules that are selected, or with another lexicon."""
    linter = Linter(Config(select=select) if select else None, lexicon)

    def check(texts: Sequence[str]) -> list[list[Found]]:
        return [[_found(text, finding) for finding in linter.lint(text)] for text in texts]

    return check


def _found(text: str, finding: Any) -> Found:
    fixed = apply_edits(text, finding.fixes[0].edits) if finding.fixes else None
    return Found(finding.start, finding.end, finding.code, fixed)


def hunspell_checker(texts: Sequence[str]) -> list[list[Found]]:
    """Every word that `hunspell -d ar -l` lists, wherever it stands."""
    words = sorted({match[0] for text in texts for match in WORD.finditer(text)})
    listed = subprocess.run(["hunspell", "-d", "ar", "-l"], input="\n".join(words), capture_output=True, text=True, check=True)
    bad = set(listed.stdout.split())
    return [[Found(*match.span(), "-", None) for match in WORD.finditer(text) if match[0] in bad] for text in texts]


class Figures(NamedTuple):
    """What one set says of one checker; None for what it cannot say."""

    slips: int
    found: float | None
    fixed: float | None
    extra: int
    alarmed: float | None
    per_1000: float | None
    words_per_second: int


def measure(rows: list[dict[str, Any]], check: Checker) -> Figures:
    """The figures of one set."""
    texts = [row.get("wrong") or row["text"] for row in rows]
    began = time.perf_counter()
    results = check(texts)
    took = time.perf_counter() - began
    words = sum(len(text.split()) for text in texts)
    slips = hits = fixed = extra = traps = alarmed = 0
    for row, text, findings in zip(rows, texts, results, strict=True):
        marked = row.get("edits") or row.get("errors") or []
        for slip in (slip for slip in marked if slip.get("sure", True)):
            near = [one for one in findings if touches(one, slip)]
            slips, hits = slips + 1, hits + bool(near)
            fixed += any(one.fixed in wanted(text, slip) for one in near)
        wrong = sum(not any(touches(one, slip) for slip in marked) for one in findings)
        extra += wrong
        if "errors" in row and not marked:
            traps, alarmed = traps + 1, alarmed + bool(wrong)
    clean = not any("edits" in row or "errors" in row for row in rows)
    return Figures(
        slips,
        hits / slips if slips else None,
        fixed / slips if slips else None,
        extra,
        alarmed / traps if traps else None,
        1000 * extra / max(words, 1) if clean else None,
        int(words / took),
    )


def touches(found: Found, slip: dict[str, Any]) -> bool:
    """Do a finding and a marked slip share a character, or an insertion point its rim?"""
    if found.start == found.end or slip["start"] == slip["end"]:
        return found.start <= slip["end"] + 1 and slip["start"] <= found.end + 1
    return found.start < slip["end"] and slip["start"] < found.end


def wanted(text: str, slip: dict[str, Any]) -> set[str]:
    """The texts that a right repair gives."""
    repairs = [slip["right"], *slip.get("alts", [])] if "right" in slip else slip["fixes"]
    return {text[: slip["start"]] + repair + text[slip["end"] :] for repair in repairs}


def table(folder: Path, checkers: dict[str, Checker], limit: int) -> Iterable[str]:
    """The lines of the table."""
    yield "set                      checker    slips  found  fixed  extra  alarmed  per_1000  words/s"
    for path in sorted(folder.glob("*.jsonl")):
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
        for name, check in checkers.items():
            figures = measure(rows[:limit] if limit else rows, check)
            shares = figures.found, figures.fixed, figures.alarmed, figures.per_1000
            found, fixed, alarmed, per_1000 = ("-" if share is None else f"{share:.3f}" for share in shares)
            yield (
                f"{path.stem:24s} {name:9s} {figures.slips:6d} {found:>6s} {fixed:>6s} {figures.extra:6d} "
                f"{alarmed:>8s} {per_1000:>9s} {figures.words_per_second:8d}"
            )


def named_checkers(select: tuple[str, ...] | None, backends: str) -> dict[str, Checker]:
    """What is measured, by name; `backends`: a path whose configuration names some, or "". Raises ArlintError."""
    checkers: dict[str, Checker] = {"arlint": arlint_checker(select)}
    if backends:
        checkers["backends"] = arlint_checker(select, lexicon_for(Configurations().for_path(backends)))
    if shutil.which("hunspell"):
        checkers["hunspell"] = hunspell_checker
    return checkers


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--limit", type=int, default=0, help="only the first N rows of each set")
    parser.add_argument("--select", default="", help="only these rules, such as SPL,TYP")
    parser.add_argument("--backends", default="", metavar="PATH", help="also with the backends that the configuration for this path names")
    arguments = parser.parse_args()
    select = tuple(part for part in arguments.select.split(",") if part)
    try:
        checkers = named_checkers(select or None, arguments.backends)
    except ArlintError as error:  # a faulty selector or configuration
        parser.error(str(error))
    for line in table(arguments.folder, checkers, arguments.limit):
        print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
