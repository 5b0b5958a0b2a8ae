"""Fit the weights of the spelling rules (dictionaries/calibration/weights.json) on well-edited text into which slips are put.

    python bench/calibrate.py TEXTS.jsonl [--write] [--seed 7]

TEXTS.jsonl: one {"text": …} a line. Two thirds of the texts get slips of every kind, one word in six; for each word that may be wrong the
evidence for its likeliest repairs is kept with whether it is the right one; a logistic regression is fitted to each group of edits. What
the desk itself has missed stands in the text as a slip without a label: where a repair is the plain sibling of an unknown word, or where
the first fits are sure of it against the label, it hardly counts. Needs numpy. Slips are rarer in print than here, so they weigh less.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from arlint.document import Document
from arlint.lexicon.counts.store import EDGE, LATIN, NUMBER
from arlint.lexicon.letters import ALPHABET, DAD_ZA, NEIGHBOURING_KEYS, SAME_SKELETON, SOUND_ALIKE
from arlint.lexicon.lexicon import Lexicon
from arlint.lexicon.spelling.calibration import group, row
from arlint.lexicon.spelling.candidates import Edit
from arlint.lexicon.spelling.survey import view

WEIGHTS = Path(__file__).parents[1] / "dictionaries" / "calibration" / "weights.json"
SIGNS = {EDGE, NUMBER, LATIN}
RATE = 1 / 6
PLAIN, SURE = 0.004, 0.9  # what an unlabelled plain slip weighs; from which probability on a label is doubted

# How much an artificial slip weighs, by group; 1 for hamza, ta marbuta and alif maqsura, which real text has as often.
POSITIVE = {"run-on": 1.5, "lookalike": 0.4, "letter": 0.35, "suffix": 0.15, "truncated": 0.3}
REPEATED = 8  # the column of Features.repeated in a row; the habit of a writer says nothing against hamza slips
PAIRS = {"sound": DAD_ZA | SOUND_ALIKE, "key": NEIGHBOURING_KEYS, "dots": SAME_SKELETON}
KINDS = (
    "hamza hamza hamza wasl seat swap-hamza shared shared shared ha ha ya ya sound sound sound sound drop add double swap key dots "
    "run-on cut cut cut suffix suffix replace"
).split()


class Sample(NamedTuple):
    """The evidence for one repair, whether it is right, and whether it is the plain sibling of the word."""

    numbers: list[float]
    right: bool
    plain: bool


def slip(word: str, following: str, chance: random.Random) -> tuple[str, int] | None:
    """The word with a slip, and how many words it swallows; None where the kind that was drawn does not apply."""
    if word.endswith("\u0648\u0627") and chance.random() < 0.5:
        return word[:-1], 1
    if word.endswith("\u064a\u0646") and len(word) > 4 and chance.random() < 0.12:
        return (word[:-1] if chance.random() < 0.8 else word[:-2]), 1
    kind = chance.choice(KINDS)
    if kind in ("run-on", "shared"):
        if len(following) < 2 or (kind == "shared" and word[-1] != following[0]):
            return None
        return word + (following if kind == "run-on" else following[1:]), 2
    wrong = _orthographic(word, kind, chance) or (_typing(word, kind, chance) if len(word) > 2 else "")
    return (wrong, 1) if wrong and wrong != word else None


def _orthographic(word: str, kind: str, chance: random.Random) -> str:
    ends = {"ha": {"\u0629": "\u0647", "\u0647": "\u0629"}, "ya": {"\u0649": "\u064a", "\u064a": "\u0649"}}
    if kind in ends:
        return word[:-1] + ends[kind].get(word[-1], word[-1])
    if kind == "wasl":
        at = word.find("\u0627")
        initial = word[: max(at, 0)] in ("", "\u0627\u0644", "\u0648", "\u0628", "\u0644", "\u0648\u0627\u0644", "\u0628\u0627\u0644")
        return word[:at] + chance.choice("\u0625\u0623") + word[at + 1 :] if at >= 0 and initial and len(word) > at + 3 else ""
    wanted = {"hamza": "\u0623\u0625\u0622", "swap-hamza": "\u0623\u0625\u0622", "seat": "\u0624\u0626\u0621"}.get(kind, "")
    for letter in wanted:
        if letter in word:
            others = {"hamza": ["\u0627"], "swap-hamza": list("\u0623\u0625\u0622"), "seat": [*"\u0624\u0626\u0621\u0623\u0627", ""]}
            return word.replace(letter, chance.choice(others[kind]), 1)
    return ""


def _typing(word: str, kind: str, chance: random.Random) -> str:
    at = chance.randrange(len(word))
    before, letter, after = word[:at], word[at], word[at + 1 :]
    if kind in PAIRS:
        options = [(place, b) for place in range(len(word)) for a, b in sorted(PAIRS[kind]) if a == word[place]]
        place, other = chance.choice(options) if options else (at, letter)
        return word[:place] + other + word[place + 1 :]
    return {
        "drop": before + after,
        "double": before + letter + letter + after,
        "swap": before + after[:1] + letter + after[1:],
        "add": before + chance.choice(ALPHABET) + letter + after,
        "replace": before + chance.choice(ALPHABET) + after,
        "cut": word[:-1] if chance.random() < 0.8 else word[:-2],
        "suffix": word + chance.choice("\u0629\u0646\u062a\u0627"),
    }.get(kind, "")


def with_slips(words: tuple[str, ...], chance: random.Random) -> tuple[list[str], dict[int, str]]:
    """The words of a paragraph with slips, and what stood where."""
    spoiled: list[str] = []
    truth: dict[int, str] = {}
    at = 0
    while at < len(words):
        word, following = words[at], words[at + 1] if at + 1 < len(words) else ""
        made = slip(word, "" if following in SIGNS else following, chance) if word not in SIGNS and chance.random() < RATE else None
        if made:
            truth[len(spoiled)] = " ".join(words[at : at + made[1]])
        spoiled.append(made[0] if made else word)
        at += made[1] if made else 1
    return spoiled, truth


def samples(texts: list[str], chance: random.Random) -> Iterator[tuple[str, Sample]]:
    """The samples of all texts, each with the group whose weights it serves."""
    speller = Lexicon.default().document_speller.speller
    for number, text in enumerate(texts):
        views = [view(paragraph).words for paragraph in Document.plain(text).paragraphs]
        spoiled = [with_slips(words, chance) if number % 3 else (list(words), {}) for words in views]
        times = Counter(word for words, _ in spoiled for word in words)
        for words, truth in spoiled:
            for suspect in speller.suspects(words):
                meant = truth.get(suspect.place)
                if meant is None and suspect.weighed[0][1].context < -1:
                    continue
                for candidate, evidence in suspect.weighed[:3]:
                    again = float(np.log(times[suspect.entry.text]))
                    numbers = row(candidate.edit, evidence._replace(repeated=again))
                    sample = Sample(numbers, candidate.text == meant, candidate.text == suspect.entry.canonical)
                    yield group(candidate.edit, suspect.entry.known), sample


def fit(name: str, found: list[Sample]) -> tuple[list[float], str]:
    """The weights of one group, and a line on how well they do."""
    kind = name.partition("/")[0]
    numbers = np.array([sample.numbers for sample in found])
    if kind not in POSITIVE:
        numbers[:, REPEATED] = 0
    right, plain = np.array([sample.right for sample in found]), np.array([sample.plain for sample in found])
    mean, spread = numbers.mean(0), numbers.std(0)
    mean[0], spread[0] = 0, 1
    spread[spread < 1e-6] = 1
    scaled = (numbers - mean) / spread
    weight = np.where(right, POSITIVE.get(kind, 1.0), np.where(plain, PLAIN, 1.0))
    for _ in range(3):
        solved = _newton(scaled, right.astype(float), weight)
        probability = _sigmoid(scaled @ solved)
        doubted = ~right & ~plain & (probability > (0.7 if kind == "run-on" else SURE))
        weight = np.where(doubted, 0.0, np.where(right, POSITIVE.get(kind, 1.0), np.where(plain, PLAIN, 1.0)))
    raw = solved / spread
    raw[0] = solved[0] - (solved[1:] * mean[1:] / spread[1:]).sum()
    sure = probability >= 0.8
    line = f"{name:24s} {len(found):6d} samples, {right.sum():5d} slips, at 0.8: {(sure & right).sum() / max(right.sum(), 1):.2f} found, "
    return [round(float(value), 4) for value in raw], line + f"{(sure & ~right & ~plain).sum()} others"


def _newton(numbers: Any, right: Any, weight: Any) -> Any:
    solved = np.zeros(numbers.shape[1])
    ridge = np.r_[1e-6, np.ones(len(solved) - 1)]
    for _ in range(60):
        probability = _sigmoid(numbers @ solved)
        slope = numbers.T @ (weight * (probability - right)) + ridge * solved
        curve = (numbers * (weight * probability * (1 - probability) + 1e-9)[:, None]).T @ numbers + np.diag(ridge)
        step = np.linalg.solve(curve, slope)
        solved = solved - step
        if abs(step).max() < 1e-6:
            break
    return solved


def _sigmoid(values: Any) -> Any:
    return 1 / (1 + np.exp(-np.clip(values, -30, 30)))


def main() -> int:
    """Print a line a group; with --write also write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    texts = [json.loads(line)["text"] for line in options.texts.read_text(encoding="utf-8").split("\n") if line.strip()]
    chance = random.Random(options.seed)
    chance.shuffle(texts)
    groups: dict[str, list[Sample]] = defaultdict(list)
    for name, sample in samples(texts, chance):
        groups[name].append(sample)
    weights = {}
    for name, found in sorted(groups.items()):
        if sum(sample.right for sample in found) >= 8:
            weights[name], line = fit(name, found)
            print(line, flush=True)
    # Too rare to be fitted: a word in use written with a hamza too many (a little less sure than one too few), and lam before the article.
    close = weights[group(Edit.HAMZA_DROPPED, True)]
    weights.setdefault(group(Edit.HAMZA_ADDED, True), [close[0] - 0.5, *close[1:]])
    weights[group(Edit.LAM_AL, False)] = [3.5, *[0.0] * (len(close) - 1)]
    if options.write:
        WEIGHTS.write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
