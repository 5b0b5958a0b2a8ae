"""Adoption on old text: only changed lines, or only what the baseline does not know."""

from __future__ import annotations

import json
import subprocess
import time

from .conftest import CLEAN, COMMAND, OTHER, SLIP, Repo, variables

ELSEWHERE = "زار  الرئيس المدينة صباح اليوم.\n"


def places(repo: Repo, *arguments: str) -> list[str]:
    report = json.loads(repo.arlint("check", "--format", "json", *arguments).out)
    return [f"{file['path']}:{one['start_position']['line']}" for file in report["files"] for one in file["findings"]]


def test_changed_lines_since_a_commit(repo: Repo) -> None:
    repo.write("b.txt", SLIP)
    assert places(repo, "--changed") == ["b.txt:1"]  # before the first commit everything is new
    repo.stage("a.txt", SLIP + OTHER * 3)
    repo.git("add", ".")
    repo.commit("--no-verify")
    assert places(repo, "--changed") == []
    repo.git("mv", "a.txt", "مقال جديد.txt")
    repo.write("مقال جديد.txt", SLIP + OTHER * 2 + ELSEWHERE + OTHER)
    repo.write("untracked.txt", ELSEWHERE)
    assert places(repo, "--changed") == ["untracked.txt:1", "مقال جديد.txt:4"]
    assert places(repo, "--changed", "untracked.txt") == ["untracked.txt:1"]
    assert places(repo, "--changed", "HEAD", ".") == ["untracked.txt:1", "مقال جديد.txt:4"]
    repo.arlint("check", "--changed", "--fix")
    assert (repo.path / "مقال جديد.txt").read_text(encoding="utf-8") == SLIP + OTHER * 2 + ELSEWHERE.replace("  ", " ") + OTHER


def test_changed_since_the_branch_left(repo: Repo) -> None:
    repo.stage("a.txt", SLIP + OTHER)
    repo.commit("--no-verify")
    repo.git("switch", "-q", "-c", "side")
    repo.stage("b.txt", SLIP)
    repo.commit("--no-verify")
    repo.git("switch", "-q", "main")
    repo.stage("a.txt", OTHER)
    repo.commit()
    repo.git("switch", "-q", "side")
    assert places(repo, "--changed", "main") == ["b.txt:1"]


def test_an_unknown_commit(repo: Repo) -> None:
    repo.stage("a.txt", CLEAN)
    repo.commit()
    done = repo.arlint("check", "--changed", "nowhere")
    assert done.code == 2
    assert "'nowhere' is no commit" in done.err


def test_a_baseline_survives_moved_lines_and_tells_new_from_gone(repo: Repo) -> None:
    repo.write("a.txt", SLIP + ELSEWHERE)
    assert repo.arlint("check").code == 1
    assert ": 2 known findings in 1 file\n" in repo.arlint("baseline", "write").out
    clean = repo.arlint("check")
    assert (clean.code, clean.out) == (0, "Nothing found, 2 known findings not shown.\n")
    repo.write("a.txt", OTHER * 5 + ELSEWHERE + OTHER + SLIP)
    assert repo.arlint("check").code == 0
    new = "قالت  الوزيرة إن الاجتماع انتهى.\n"
    repo.write("a.txt", SLIP + new)
    done = repo.arlint("check")
    assert done.code == 1
    assert done.out.startswith("a.txt:2:")
    assert done.out.splitlines()[-1].endswith("1 known finding not shown, 1 known finding is gone.")
    assert repo.arlint("baseline", "stats").out.splitlines()[1] == "    1 |     1 |     1 | TYP018"
    assert ": 1 known finding in 1 file" in repo.arlint("baseline", "update").out
    assert repo.arlint("check").code == 1  # updating adds nothing
    assert places(repo, "--no-baseline") == ["a.txt:1", "a.txt:2"]
    repo.arlint("check", "--fix")
    assert (repo.path / "a.txt").read_text(encoding="utf-8") == SLIP + new.replace("  ", " ")


def test_the_same_slip_once_more_is_new_and_a_renamed_file_is_known(repo: Repo) -> None:
    repo.write("a.txt", SLIP)
    repo.arlint("baseline", "write")
    repo.write("a.txt", SLIP + SLIP)
    assert places(repo) == ["a.txt:2"]
    repo.write("a.txt", SLIP)
    (repo.path / "a.txt").rename(repo.path / "b.txt")
    assert places(repo) == []


def test_the_hook_knows_the_baseline(repo: Repo) -> None:
    repo.stage("a.txt", SLIP)
    repo.arlint("baseline", "write")
    assert repo.commit().code == 0


def test_a_baseline_is_written_though_a_file_cannot_be_read(repo: Repo) -> None:
    """What is no text among many texts is told, and keeps nobody from starting."""
    repo.write("a.txt", SLIP)
    repo.write("image.txt", b"\0\1\2")
    done = repo.arlint("baseline", "write")
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert ": 1 known finding in 1 file" in done.out
    assert "1 known finding not shown" in repo.arlint("check", "a.txt").out
    nowhere = repo.arlint("baseline", "write", "nowhere")
    assert (nowhere.code, nowhere.out) == (2, "")


def test_a_broken_baseline(repo: Repo) -> None:
    repo.write("a.txt", CLEAN)
    for text in ("{", '{"version": 2, "files": {}}', '{"version": 1, "files": []}', "[]"):
        repo.write(".arlint/baseline.json", text)
        done = repo.arlint("check")
        assert done.code == 2
        assert done.err.count("\n") == 1
        assert "baseline.json: no baseline that arlint can read" in done.err


def test_several_reports_in_one_run(repo: Repo) -> None:
    repo.write("a.txt", SLIP)
    done = repo.arlint("check", "--format", "text", "--format", "sarif=out.sarif", "--format", "junit=out.xml")
    assert done.code == 1
    assert "TYP018" in done.out
    assert json.loads((repo.path / "out.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]
    assert (repo.path / "out.xml").read_text(encoding="utf-8").startswith("<?xml")
    repo.arlint("check", "--format", "gitlab", "--output", "out.json")
    assert len(json.loads((repo.path / "out.json").read_text(encoding="utf-8"))) == 1
    assert repo.arlint("check", "--format", "text", "--format", "json", "--output", "x").code == 2
    assert repo.arlint("check", "--output", "nowhere/x").code == 2


def test_a_report_that_is_read_whole_stands_alone(repo: Repo) -> None:
    repo.write("a.txt", SLIP)
    done = repo.arlint("check", "--format", "sarif", "--format", "text")
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert "--format sarif=FILE" in done.err
    both = repo.arlint("check", "--format", "github", "--format", "text")
    assert both.code == 1
    assert "::warning " in both.out
    assert "\na.txt:1:4: TYP018" in both.out


def test_watching(repo: Repo) -> None:
    repo.write("a.txt", SLIP)
    process = subprocess.Popen((COMMAND, "check", "--watch"), cwd=repo.path, env=variables(repo.home), stdout=subprocess.PIPE)
    assert process.stdout is not None
    try:
        assert "a.txt:1:4" in process.stdout.readline().decode()
        process.stdout.readline()
        time.sleep(0.1)
        repo.write("b.txt", OTHER + SLIP)
        assert "b.txt:2:4" in process.stdout.readline().decode()
    finally:
        process.send_signal(2)
        process.communicate(timeout=60)
    assert process.returncode == 0


def test_watching_what_is_not_there_yet(repo: Repo) -> None:
    pipe = subprocess.PIPE
    process = subprocess.Popen((COMMAND, "check", "--watch", "b.txt"), cwd=repo.path, env=variables(repo.home), stdout=pipe, stderr=pipe)
    assert process.stdout is not None
    assert process.stderr is not None
    try:
        assert "b.txt: no such file" in process.stderr.readline().decode()
        repo.write("b.txt", SLIP)
        assert "b.txt:1:4" in process.stdout.readline().decode()
    finally:
        process.send_signal(2)
        process.communicate(timeout=60)


def test_a_baseline_knows_the_single_places_of_a_habit(repo: Repo) -> None:
    lines = ["وصل الوفد أمس.. ثم عاد.\n", "وغاب الوزير أمس.. ثم حضر.\n", "ونام الطفل أمس.. ثم أفاق.\n"]
    only = ("--select", "TYP008")
    repo.write("arlint.toml", "[options.TYP008]\npauses = true\n")
    repo.write("a.txt", "".join(lines))
    assert places(repo, *only) == ["a.txt:1"]
    repo.arlint("baseline", "write", *only)
    assert places(repo, *only) == []
    repo.write("a.txt", "".join([*lines, "وسكت القاضي أمس.. ثم نطق.\n"]))
    assert places(repo, *only) == ["a.txt:4"]
