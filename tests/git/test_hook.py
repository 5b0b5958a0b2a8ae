"""The hook in real repositories: what it stops, what it lets pass, what it leaves alone."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from .conftest import CLEAN, OTHER, SLIP, MakeRepo, Repo


@pytest.mark.parametrize("name", ["a.txt", "two words.txt", "مقال.md"])
def test_the_first_commit_is_stopped_until_it_is_clean(repo: Repo, name: str) -> None:
    repo.stage(name, CLEAN + SLIP)
    stopped = repo.commit()
    assert stopped.code == 1
    assert f"{name}:2:4: TYP018" in stopped.err
    assert "--no-verify" in stopped.err
    repo.stage(name, CLEAN)
    assert repo.commit().code == 0


@pytest.mark.skipif(os.name == "nt", reason="the file system takes no such names")
def test_an_unruly_name_breaks_no_line(repo: Repo) -> None:
    repo.stage("two\nlines.txt", SLIP)
    repo.stage("red\x1b[31m.txt", b"\x00\x01\x02")
    stopped = repo.commit()
    assert stopped.code == 1
    assert "$'two\\nlines.txt':1:4: TYP018" in stopped.err
    assert "arlint: note: $'red\\x1b[31m.txt': not a text file" in stopped.err


def test_git_s_own_way_past_it(repo: Repo) -> None:
    repo.stage("a.txt", SLIP)
    assert repo.commit("--no-verify").code == 0


def test_only_what_is_staged_counts(repo: Repo) -> None:
    repo.stage("a.txt", CLEAN)
    repo.write("a.txt", SLIP)
    repo.write("b.txt", SLIP)
    assert repo.commit().code == 0
    repo.git("add", "a.txt")
    repo.write("a.txt", CLEAN)
    assert repo.commit().code == 1


def test_amend_rename_deletion(repo: Repo) -> None:
    repo.stage("a.txt", CLEAN)
    repo.commit()
    repo.stage("a.txt", SLIP)
    assert repo.commit("--amend").code == 1
    assert repo.commit("--amend", "--no-verify").code == 0
    repo.git("mv", "a.txt", "b.txt")
    assert repo.commit().code == 1
    repo.git("mv", "b.txt", "a.txt")
    repo.git("rm", "-q", "-f", "a.txt")
    assert repo.commit().code == 0


def test_a_merge_is_asked_only_for_what_is_new_in_it(repo: Repo) -> None:
    repo.stage("a.txt", CLEAN)
    repo.commit()
    repo.git("switch", "-q", "-c", "side")
    repo.stage("old.txt", SLIP)
    repo.stage("a.txt", "جانب.\n")
    repo.commit("--no-verify")
    repo.git("switch", "-q", "main")
    repo.stage("a.txt", "أصل.\n")
    repo.commit()
    assert repo.run("git", "merge", "-q", "side").code == 1
    conflict = repo.arlint("hook", "run")
    assert conflict.code == 2
    assert "a.txt: an unresolved conflict" in conflict.err
    repo.stage("a.txt", SLIP)
    stopped = repo.commit()
    assert stopped.code == 1
    assert "old.txt" not in stopped.err
    repo.stage("a.txt", CLEAN)
    assert repo.commit().code == 0


def test_commit_of_one_file_and_of_all(repo: Repo) -> None:
    repo.stage("a.txt", CLEAN)
    repo.stage("b.txt", OTHER)
    repo.commit()
    repo.arlint("hook", "install", "--fix")
    repo.write("a.txt", SLIP)
    repo.write("b.txt", OTHER + SLIP)
    assert repo.commit("a.txt").code == 0
    assert repo.git("status", "--porcelain") == " M b.txt\n?? arlint.toml\n"
    assert repo.git("show", "HEAD:a.txt") == CLEAN
    assert repo.commit("-a").code == 0
    assert repo.git("status", "--porcelain") == "?? arlint.toml\n"
    assert repo.git("show", "HEAD:b.txt") == OTHER + CLEAN


@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
def test_fix_leaves_unstaged_changes_alone(repo: Repo, end: str) -> None:
    repo.stage("a.txt", OTHER + SLIP + CLEAN)
    unstaged = f"سطر  جديد\u2028  لم يُجهز.{end}"
    repo.write("a.txt", unstaged + OTHER + SLIP + CLEAN + unstaged)
    done = repo.arlint("hook", "run", "--fix")
    assert done.code == 0, done.err
    assert repo.staged("a.txt").decode() == OTHER + CLEAN + CLEAN
    # Without a line end of its own the first line of the file is not the staged one any more.
    assert (repo.path / "a.txt").read_bytes().decode() == unstaged + OTHER + CLEAN + CLEAN + unstaged


def test_fix_of_a_line_that_has_unstaged_changes(repo: Repo) -> None:
    repo.stage("a.txt", SLIP + OTHER)
    mine = "قال  الوزير أمس إن القرار نهائي.\r\n" + OTHER
    repo.write("a.txt", mine)
    assert repo.arlint("hook", "run", "--fix").code == 0
    assert repo.staged("a.txt").decode() == CLEAN + OTHER
    assert (repo.path / "a.txt").read_bytes().decode() == mine


def test_fix_keeps_mode_byte_order_mark_and_line_ends(repo: Repo) -> None:
    path = repo.write("a.txt", b"\xef\xbb\xbf" + SLIP.replace("\n", "\r\n").encode())
    path.chmod(0o755)
    repo.git("add", "a.txt")
    assert repo.arlint("hook", "run", "--fix").code == 0
    fixed = b"\xef\xbb\xbf" + CLEAN.replace("\n", "\r\n").encode()
    assert repo.staged("a.txt") == path.read_bytes() == fixed
    assert os.access(path, os.X_OK)
    assert repo.git("ls-files", "-s", "a.txt").startswith("100755")


def test_fix_does_not_bring_back_what_is_gone_or_linked(repo: Repo) -> None:
    repo.stage("gone.txt", SLIP).unlink()
    link = repo.stage("link.txt", SLIP)
    link.unlink()
    target = repo.write("target.txt", SLIP)
    link.symlink_to("target.txt")
    assert repo.arlint("hook", "run", "--fix").code == 0
    assert not (repo.path / "gone.txt").exists()
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == SLIP


def test_changed_lines_only(repo: Repo) -> None:
    repo.stage("a.txt", SLIP + OTHER)
    repo.commit("--no-verify")
    repo.arlint("hook", "install", "--changed")
    repo.stage("a.txt", SLIP + OTHER + CLEAN)
    assert repo.commit().code == 0
    repo.stage("a.txt", SLIP + OTHER + CLEAN + SLIP)
    stopped = repo.commit()
    assert stopped.code == 1
    assert "a.txt:4:4" in stopped.err
    assert "a.txt:1:" not in stopped.err


def test_an_existing_hook_is_kept_and_run_first(make_repo: MakeRepo) -> None:
    repo = make_repo()
    own = repo.write(".git/hooks/pre-commit", '#!/bin/sh\necho "own $#"\ntest ! -e veto\n')
    own.chmod(0o755)
    for _ in range(2):
        assert "kept and run first" in repo.arlint("hook", "install").out
    repo.stage("a.txt", SLIP)
    stopped = repo.commit()
    assert stopped.code == 1
    assert "own 0" in stopped.err
    assert "TYP018" in stopped.err
    repo.write("veto", "")
    repo.stage("a.txt", CLEAN)
    assert repo.commit().code == 1
    assert "is back" in repo.arlint("hook", "uninstall").out
    assert own.read_text(encoding="utf-8").startswith('#!/bin/sh\necho "own')
    assert not list(own.parent.glob("*before-arlint"))


def test_a_shared_folder_of_hooks(make_repo: MakeRepo, tmp_path: Path) -> None:
    shared = tmp_path / "shared hooks"
    for name in ("one", "two"):
        repo = make_repo(name)
        repo.git("config", "core.hooksPath", str(shared))
        repo.stage("a.txt", SLIP)
        if name == "one":
            assert str(shared) in repo.arlint("hook", "install").out
        assert repo.commit().code == 1
    repo.git("config", "core.hooksPath", ".githooks")
    (repo.path / "deep").mkdir()
    repo.run("sh", "-c", "cd deep && arlint hook install", stdin=b"")
    assert repo.arlint("hook", "install").code == 0
    assert (repo.path / ".githooks" / "pre-commit").is_file()
    assert repo.commit().code == 1


def test_worktree_and_submodule(make_repo: MakeRepo, tmp_path: Path) -> None:
    inner = make_repo("inner")
    inner.stage("a.txt", CLEAN)
    inner.commit()
    inner.arlint("hook", "install")
    inner.git("worktree", "add", "-q", str(tmp_path / "tree"))
    tree = Repo(tmp_path / "tree", inner.home)
    tree.stage("b.txt", SLIP)
    assert tree.commit().code == 1
    assert tree.arlint("hook", "run", "--fix").code == 0
    assert tree.commit().code == 0
    outer = make_repo("outer")
    outer.git("submodule", "--quiet", "add", str(inner.path), "sub")
    sub = Repo(outer.path / "sub", inner.home)
    assert "modules" in sub.arlint("hook", "install").out
    sub.stage("c.txt", SLIP)
    assert sub.commit().code == 1
    assert outer.arlint("hook", "run").code == 0


def test_pre_push_from_a_clone_and_from_a_bare_one(make_repo: MakeRepo, tmp_path: Path) -> None:
    make_repo("remote", "--bare")
    repo = make_repo("local")
    repo.git("remote", "add", "origin", str(tmp_path / "remote"))
    repo.stage("a.txt", CLEAN)
    repo.commit()
    repo.arlint("hook", "install", "--pre-push")
    assert repo.run("git", "push", "-q", "origin", "main").code == 0
    repo.stage("b.txt", SLIP)
    repo.commit()
    for branch in ("main", "main:new"):
        stopped = repo.run("git", "push", "-q", "origin", branch)
        assert stopped.code == 1
        assert "b.txt:1:4: TYP018" in stopped.out + stopped.err
    repo.git("clone", "-q", "--bare", str(repo.path), str(tmp_path / "bare"))
    bare = Repo(tmp_path / "bare", repo.home)
    bare.git("remote", "set-url", "origin", str(tmp_path / "remote"))
    assert bare.arlint("hook", "install", "--pre-push").code == 0
    assert bare.arlint("hook", "install").code == 2
    assert bare.run("git", "push", "-q", "origin", "main").code == 1
    assert bare.run("git", "push", "-q", "--no-verify", "origin", "main").code == 0
    assert repo.run("git", "push", "-q", "origin", ":main").code in (0, 1)


def test_binary_and_huge_files_are_passed_over_with_a_line(repo: Repo) -> None:
    repo.stage("a.txt", b"\x7fELF\0\0\0\0")
    repo.stage("b.txt", b"x" * 8_000_001)
    done = repo.commit()
    assert done.code == 0
    assert "a.txt: not a text file" in done.err
    assert "b.txt: 8,000,001 bytes" in done.err


def test_an_unreadable_object(repo: Repo) -> None:
    repo.stage("a.txt", SLIP)
    name = repo.git("rev-parse", ":a.txt").strip()
    (repo.path / ".git" / "objects" / name[:2] / name[2:]).unlink()
    done = repo.arlint("hook", "run")
    assert done.code == 2
    assert "a.txt: git cannot read its content" in done.err
    assert "--no-verify" in done.err


def test_a_faulty_configuration_stops_and_says_how_to_get_past(repo: Repo) -> None:
    repo.stage("a.txt", CLEAN)
    repo.write("arlint.toml", "selct = []\n")
    done = repo.commit()
    assert done.code == 1
    assert "arlint.toml:1" in done.err
    assert "git commit --no-verify" in done.err


def test_git_s_own_folder_is_no_working_tree(repo: Repo) -> None:
    done = Repo(repo.path / ".git", repo.home).arlint("hook", "run")
    assert done.code == 2
    assert "there is no working tree here" in done.err


def test_names_that_git_and_shells_stumble_over(repo: Repo) -> None:
    """Quotation marks, tabs, line feeds, dashes in front; the index that fixes go to is the one with their exact names."""
    names = ('"q"\ttab.txt', "new\nline.txt", "-dash.txt", "خبر عاجل (١).txt")
    assert repo.arlint("hook", "install", "--fix").code == 0
    for name in names:
        repo.stage(name, SLIP)
    assert repo.commit().code == 0
    assert [repo.staged(name).decode() for name in names] == [CLEAN] * len(names)
    assert repo.git("status", "--short", "--", *names) == ""


def test_a_repository_of_sha256(make_repo: MakeRepo) -> None:
    repo = make_repo("long", "--object-format=sha256")
    assert repo.arlint("hook", "install", "--fix").code == 0
    repo.stage("a.txt", SLIP)
    assert repo.commit().code == 0
    assert repo.staged("a.txt").decode() == CLEAN


def test_an_index_that_is_damaged(repo: Repo) -> None:
    repo.stage("a.txt", SLIP)
    (repo.path / ".git" / "index").write_bytes(b"junk")
    done = repo.arlint("hook", "run")
    assert done.code == 2
    assert done.err.startswith("arlint: error: git diff failed: ")
    assert done.err.count("\n") == 2  # the other line says how to get past it


def test_no_repository_and_no_git(make_repo: MakeRepo, tmp_path: Path) -> None:
    outside = Repo(tmp_path, tmp_path)
    for action in ("install", "uninstall", "status"):
        done = outside.arlint("hook", action)
        assert done.code == 2
        assert done.err.count("\n") == 1
        assert "not a git repository" in done.err
    without = outside.run("env", f"PATH={tmp_path}", sys.executable, "-m", "arlint", "hook", "status")
    assert without.code == 2
    assert "git is not installed" in without.err
