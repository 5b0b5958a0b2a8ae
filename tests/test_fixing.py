"""Fixing: chosen fixes never touch, a fixed point is reached, no new finding appears, what is not fixed is kept."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arlint import Config, Linter
from arlint.finding import Edit, Finding, Fix, Safety, Severity, apply_edits
from arlint.fixing import choose, fix, unified_diff

Rewrites = dict[str, str | None]


def linter_of(rewrites: Rewrites, safety: Safety = Safety.SAFE) -> Callable[[str], Sequence[Finding]]:
    """A linter that reports every occurrence of the keys; a value is the repair, None means that there is none."""

    def lint(text: str) -> list[Finding]:
        found = []
        for number, (slip, repair) in enumerate(rewrites.items()):
            start = text.find(slip)
            while start >= 0:
                end = start + len(slip)
                fixes = () if repair is None else (Fix((Edit(start, end, repair),), safety),)
                print_ = f"{slip}:{text[max(start - 1, 0) : start]}:{text[end : end + 1]}"
                found.append(Finding(f"T{number}", slip, Severity.ERROR, "", start, end, fixes, fingerprint=print_))
                start = text.find(slip, end)
        return sorted(found, key=lambda finding: (finding.start, finding.end, finding.code))

    return lint


def test_rounds_go_on_until_nothing_is_left() -> None:
    assert fix("aaaa b", linter_of({"aa": "a"})).text == "a b"


def test_only_safe_fixes_unless_asked() -> None:
    lint = linter_of({"x": "y"}, Safety.UNSAFE)
    assert fix("x", lint).text == "x"
    assert fix("x", lint, unsafe=True).text == "y"


def test_a_fix_that_brings_in_a_finding_is_withdrawn_and_the_others_stay() -> None:
    lint = linter_of({"ab": "cd", "x": "y", "cd": None})
    done = fix("ab x - cd", lint)
    assert done.text == "ab y - cd"
    assert done.applied == 1
    assert [finding.name for finding in done.findings] == ["ab", "cd"]


def test_what_a_later_round_repairs_is_no_new_finding() -> None:
    assert fix("ab", linter_of({"ab": "cd", "cd": "e"})).text == "e"


def test_fixes_that_go_round_in_circles_are_withdrawn() -> None:
    done = fix("a x", linter_of({"a": "b", "b": "a", "x": "y"}))
    assert done.text == "a y"


def test_the_guard_sees_what_the_linter_does_not() -> None:
    lint, guard = linter_of({"ab": "cd"}), linter_of({"cd": None})
    assert fix("ab", lint).text == "cd"
    assert fix("ab", lint, guard=guard).text == "ab"


edits = st.tuples(st.integers(0, 30), st.integers(0, 4), st.text("xy", max_size=3)).map(lambda e: Edit(e[0], e[0] + e[1], e[2]))


@given(st.lists(edits, max_size=12))
def test_chosen_fixes_never_touch(all_edits: list[Edit]) -> None:
    findings = [Finding("T", "t", Severity.ERROR, "", e.start, e.end, (Fix((e,)),), fingerprint=str(i)) for i, e in enumerate(all_edits)]
    chosen = sorted(edit for choice in choose(findings) for edit in choice.fix.edits)
    assert all(one.end < other.start for one, other in pairwise(chosen))
    assert bool(chosen) == bool(all_edits)


@settings(deadline=None)
@given(
    st.dictionaries(st.text("abc", min_size=1, max_size=3), st.one_of(st.none(), st.text("abc ", max_size=3)), max_size=5),
    st.text("abc \n", max_size=30),
)
def test_fixing_twice_changes_nothing_more_and_makes_no_new_finding(rewrites: Rewrites, text: str) -> None:
    lint = linter_of(rewrites)
    once = fix(text, lint)
    assert fix(once.text, lint).text == once.text
    assert {finding.code for finding in once.findings} <= {finding.code for finding in lint(text)}
    assert list(once.findings) == lint(once.text)


WORDS = ["قال", "الوزير", "إن", "القرار", "«", "»", "”", "“", '"', "(", ")", "،", ".", ":", "  ", " \u00a0", "\n", " ", " ", "و", "1", "ـ"]


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=25).map("".join))
def test_with_the_real_rules(text: str) -> None:
    linter = Linter(Config(select=("TYP",)))
    once = fix(text, linter.lint)
    assert fix(once.text, linter.lint).text == once.text
    before = {finding.code for finding in linter.lint(text)}
    assert {finding.code for finding in once.findings} <= before


lines = st.lists(st.sampled_from(["a\n", "b\n", "\n", "c\r\n", "d"]), max_size=12).map("".join)


@given(lines, st.lists(st.tuples(st.integers(0, 30), st.sampled_from(["x", "", "\n"])), max_size=3))
def test_a_diff_leads_from_before_to_after(before: str, changes: list[tuple[int, str]]) -> None:
    after = before
    for place, text in changes:
        at = min(place, len(after))
        after = apply_edits(after, [Edit(at, min(at + 1, len(after)), text)])
    assert patched(before, "".join(unified_diff("f", before, after))) == after


def patched(before: str, diff: str) -> str:
    """Apply a unified diff, as `patch` does."""
    old = before.split("\n")
    old = [f"{line}\n" for line in old[:-1]] + ([old[-1]] if old[-1] else [])
    new: list[str] = []
    done = 0
    pieces = diff.split("\n")[2:-1] if diff else []
    for number, line in enumerate(pieces):
        bare = number + 1 < len(pieces) and pieces[number + 1].startswith("\\")
        content = line[1:] if bare else f"{line[1:]}\n"
        if line.startswith("@@"):
            start, _, length = line.split()[1][1:].partition(",")
            first = int(start) - (length != "0")
            new += old[done:first]
            done = first
        elif line[0] in " -":
            assert old[done] == content
            new += [content] if line[0] == " " else []
            done += 1
        elif line[0] == "+":
            new.append(content)
    return "".join(new + old[done:])


def test_patch_itself_takes_the_diff(tmp_path: Path) -> None:
    (tmp_path / "f").write_text("a\nb\nc", encoding="utf-8")
    diff = "".join(unified_diff("f", "a\nb\nc", "a\nx\nc"))
    try:
        subprocess.run(["patch", "-p0"], input=diff.encode(), cwd=tmp_path, check=True, capture_output=True)
    except FileNotFoundError:
        pytest.skip("patch is not installed")
    assert (tmp_path / "f").read_text(encoding="utf-8") == "a\nx\nc"
