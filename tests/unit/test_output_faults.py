"""A write that fails in the middle leaves the folder as it was, whatever fails and where."""

from __future__ import annotations

import errno
import itertools
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.output import OutputError, read_manifest, recover, write

from .trees import (
    FAILED,
    FINISHED,
    KILLED,
    OVERCOME,
    Tree,
    files,
    plant,
    tree,
    with_fault,
)

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="faults need os.fork")

OLD = {
    "changed.py": "old",
    "same.py": "same",
    "stale.py": "stale",
    "gone/deep/stale.py": "stale",
    "shared/stale.py": "stale",
    "was_folder/file.py": "inner",
    "was_file": "a file",
}
NEW = {
    "changed.py": "new",
    "same.py": "same",
    "fresh.py": "fresh",
    "made/deep/fresh.py": "fresh",
    "was_folder": "now a file",
    "was_file/inner.py": "now a folder",
}
FOREIGN = {"foreign.txt": "theirs", "shared/foreign.txt": "theirs"}
OLD_TREE: Tree = {path: text.encode() for path, text in {**OLD, **FOREIGN}.items()}
NEW_TREE: Tree = {path: text.encode() for path, text in {**NEW, **FOREIGN}.items()}
OLD_NAMES, NEW_NAMES = {"kind": {"key": "old"}}, {"kind": {"key": "new"}}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that the old files were written to, among files of others."""
    out = tmp_path / "out"
    plant(out, FOREIGN)
    write(out, files(OLD), OLD_NAMES)
    return out


def write_new(folder: Path) -> None:
    write(folder, files(NEW), NEW_NAMES)


def steps() -> Iterator[int]:
    return itertools.count(1)


def kill_in_the_middle(folder: Path) -> None:
    """Leaves the folder neither old nor new."""
    for step in steps():
        assert with_fault(lambda: write_new(folder), step, "kill") == KILLED
        if tree(folder).get("changed.py") == b"new":
            return
        recover(folder)


def identities(folder: Path) -> dict[Path, tuple[int, int]]:
    """What shows whether a file was touched at all."""
    return {
        path: (path.stat().st_ino, path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file()
    }


def restore(folder: Path) -> None:
    write(folder, files(OLD), OLD_NAMES)
    assert tree(folder) == OLD_TREE


def test_without_a_fault_all_of_it_is_new(folder: Path) -> None:
    write_new(folder)
    assert tree(folder) == NEW_TREE
    assert read_manifest(folder).names == NEW_NAMES
    assert os.listdir(folder.parent) == ["out"]


def test_an_error_at_any_step_leaves_the_old_tree(folder: Path) -> None:
    before = identities(folder)
    for step in steps():
        outcome = with_fault(lambda: write_new(folder), step, "error")
        if outcome == FINISHED:
            break
        if outcome == OVERCOME:
            assert tree(folder) == NEW_TREE
            restore(folder)
            before = identities(folder)
        assert identities(folder) == before
        assert tree(folder) == OLD_TREE
        assert read_manifest(folder).names == OLD_NAMES
        assert os.listdir(folder.parent) == ["out"]
    assert step > 30


def test_a_kill_at_any_step_is_undone_by_the_next_run(folder: Path) -> None:
    seen: list[Tree] = []
    for step in steps():
        outcome = with_fault(lambda: write_new(folder), step, "kill")
        if outcome == FINISHED:
            break
        assert outcome == KILLED
        recover(folder)
        seen.append(tree(folder))
        assert os.listdir(folder.parent) == ["out"]
        if seen[-1] == OLD_TREE:
            assert read_manifest(folder).names == OLD_NAMES
        else:
            restore(folder)
    # Only once everything is in place does a kill leave the new tree.
    committed = seen.index(NEW_TREE)
    assert committed > 30
    assert seen == [OLD_TREE] * committed + [NEW_TREE] * (len(seen) - committed)


def test_a_kill_before_the_first_change_leaves_the_old_tree_at_once(
    folder: Path,
) -> None:
    untouched = 0
    for step in steps():
        if with_fault(lambda: write_new(folder), step, "kill") == FINISHED:
            break
        untouched += tree(folder) == OLD_TREE
        recover(folder)
        if tree(folder) == NEW_TREE:
            restore(folder)
    assert untouched > 10


def test_a_recovery_that_is_killed_itself_is_taken_up_again(folder: Path) -> None:
    # All pairs of steps take a minute; these are after the journal and before its end.
    for first in range(16, 33, 4):
        for second in steps():
            assert with_fault(lambda: write_new(folder), first, "kill") == KILLED
            recovered = with_fault(lambda: recover(folder), second, "kill")
            recover(folder)
            if tree(folder) == NEW_TREE:
                restore(folder)
            assert tree(folder) == OLD_TREE
            if recovered == FINISHED:
                break


def test_a_recovery_that_fails_says_so_and_is_taken_up_again(folder: Path) -> None:
    kill_in_the_middle(folder)
    told = 0
    for step in steps():

        def attempt() -> None:
            try:
                recover(folder)
            except OutputError as error:
                assert "could not be put back" in str(error)
                raise OSError from error

        outcome = with_fault(attempt, step, "error")
        if outcome == FINISHED:
            break
        told += 1
    assert told
    assert tree(folder) == OLD_TREE


def test_the_next_write_recovers_by_itself(folder: Path) -> None:
    kill_in_the_middle(folder)
    assert tree(folder) not in (OLD_TREE, NEW_TREE)
    write_new(folder)
    assert tree(folder) == NEW_TREE
    assert os.listdir(folder.parent) == ["out"]


def test_a_disk_that_fills_up_leaves_the_old_tree(folder: Path) -> None:
    resource = pytest.importorskip("resource")
    large = {**NEW, "large.py": "x" * 100_000}

    def write_large() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))
        write(folder, files(large), NEW_NAMES)

    assert with_fault(write_large, 10_000, "error") == FAILED
    assert tree(folder) == OLD_TREE
    assert os.listdir(folder.parent) == ["out"]


def test_a_folder_that_was_not_there_is_not_there_after_a_fault(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    for step in steps():
        if with_fault(lambda: write_new(folder), step, "error") != FAILED:
            break
        assert os.listdir(tmp_path) == []
    assert step > 20


def test_without_hard_links_the_old_files_are_copied(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    for step in steps():
        if with_fault(lambda: write_new(folder), step, "error") == OVERCOME:
            break
        assert tree(folder) == OLD_TREE
    assert step > 20
    write_new(folder)
    assert tree(folder) == NEW_TREE


def test_a_folder_on_another_file_system_is_staged_within_itself(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    staged: list[str] = []
    for step in steps():
        if with_fault(lambda: write_new(folder), step, "kill") == FINISHED:
            break
        staged += [path.name for path in folder.glob(".sdkgen.staging")]
        assert os.listdir(folder.parent) == ["out"]
        recover(folder)
        if tree(folder) == NEW_TREE:
            restore(folder)
        assert tree(folder) == OLD_TREE
    assert staged


def test_where_no_folder_can_be_made_the_system_says_so(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, *_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(os, "access", lambda *_: False)
    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(PermissionError) as refused:
        write_new(folder / "sdk")
    assert refused.value.filename == str(folder / ".sdk.sdkgen")
