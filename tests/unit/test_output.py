"""The output folder: sdkgen's own files come and go, everybody else's stay."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from generator.output import Obstacle, OutputError, Written, read_manifest, write

from .trees import files, plant, tree


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


def refusal(out: Path, content: dict[str, str], *, force: bool = False) -> list[str]:
    """Why the files are not written, and that indeed nothing was."""
    before = tree(out)
    with pytest.raises(OutputError) as raised:
        write(out, files(content), {}, force=force)
    assert tree(out) == before
    assert [path.name for path in out.parent.iterdir()] == ["out"]
    return [str(obstacle) for obstacle in raised.value.obstacles]


def test_files_are_written_with_the_folders_they_need(out: Path) -> None:
    written = write(out, files({"a.txt": "a", "b/c/d.py": "d", "e": b"\xff"}), {})
    assert tree(out) == {"a.txt": b"a", "b/c/d.py": b"d", "e": b"\xff"}
    assert written == Written((".sdkgen.json", "a.txt", "b/c/d.py", "e"), (), ())


def test_line_ends_are_written_as_they_are(out: Path) -> None:
    write(out, files({"a": "1\n2\r\n3"}), {})
    assert tree(out) == {"a": b"1\n2\r\n3"}


def test_a_second_run_writes_nothing(out: Path) -> None:
    write(out, files({"a": "1", "b": "2"}), {"k": {"x": "y"}})
    before = {path: path.stat().st_mtime_ns for path in out.iterdir()}
    again = write(out, files({"b": "2", "a": "1"}), {"k": {"x": "y"}})
    assert again == Written((), (), ())
    assert {path: path.stat().st_mtime_ns for path in out.iterdir()} == before


def test_nothing_is_written_where_the_writer_is_not_ready(out: Path) -> None:
    write(out, files({"a": "1"}), {})

    def refuse() -> None:
        raise KeyError

    for content in ({"b": "2"}, {"a": "1"}):
        with pytest.raises(KeyError):
            write(out, files(content), {}, ready=refuse)
        assert tree(out) == {"a": b"1"}
        assert [path.name for path in out.parent.iterdir()] == ["out"]


def test_only_changed_files_are_written(out: Path) -> None:
    write(out, files({"a": "1", "b": "2"}), {})
    before = out.joinpath("a").stat()
    written = write(out, files({"a": "1", "b": "3"}), {})
    assert written.written == (".sdkgen.json", "b")
    after = out.joinpath("a").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_files_no_longer_emitted_are_removed_with_their_folders(out: Path) -> None:
    write(out, files({"a": "1", "b/c/d": "2", "b/e": "3"}), {})
    assert write(out, files({"a": "1", "b/e": "3"}), {}).removed == ("b/c/d",)
    assert tree(out) == {"a": b"1", "b/e": b"3"}
    assert write(out, files({"a": "1"}), {}).removed == ("b/e",)
    assert tree(out) == {"a": b"1"}


def test_a_file_that_a_person_removed_is_not_missed(out: Path) -> None:
    write(out, files({"a": "1", "b/c": "2", "d": "3"}), {})
    out.joinpath("b/c").unlink()
    out.joinpath("d").unlink()
    write(out, files({"a": "1", "d": "3"}), {})
    assert tree(out) == {"a": b"1", "b/": b"", "d": b"3"}


def test_files_of_others_stay_and_keep_their_folders(out: Path) -> None:
    plant(out, {"mine.txt": "m", "b/mine.py": "m"})
    write(out, files({"a": "1", "b/c": "2"}), {})
    write(out, files({"a": "1"}), {})
    assert tree(out) == {"a": b"1", "b/mine.py": b"m", "mine.txt": b"m"}


def test_a_file_of_others_is_never_overwritten(out: Path) -> None:
    plant(out, {"b/mine.py": "m"})
    for force in (False, True):
        assert refusal(out, {"a": "1", "b/mine.py": "2"}, force=force) == [
            "b/mine.py: is there already, and sdkgen did not write it;"
            " move it away, or generate into another folder"
        ]


def test_a_file_that_is_right_already_is_adopted(out: Path) -> None:
    plant(out, {"a": "1"})
    assert write(out, files({"a": "1"}), {}).written == (".sdkgen.json",)
    write(out, files({}), {})
    assert tree(out) == {}


def test_an_edited_file_is_kept_unless_forced(out: Path) -> None:
    write(out, files({"a": "1", "b": "2", "c": "3"}), {})
    plant(out, {"a": "edited", "b": "edited too"})
    assert refusal(out, {"a": "new", "c": "3"}) == [
        "a: was edited since sdkgen wrote it; move the edit elsewhere, or lose it with --force",
        "b: was edited since sdkgen wrote it; move the edit elsewhere, or lose it with --force",
    ]
    forced = write(out, files({"a": "new", "c": "3"}), {}, force=True)
    assert forced.overwritten_edits == ("a", "b")
    assert tree(out) == {"a": b"new", "c": b"3"}


def test_an_edit_that_comes_to_the_same_is_none(out: Path) -> None:
    write(out, files({"a": "1"}), {})
    plant(out, {"a": "2"})
    assert write(out, files({"a": "2"}), {}).written == (".sdkgen.json",)


def test_line_ends_that_git_turned_are_no_edit(out: Path) -> None:
    write(out, files({"a": "1\n2\n"}), {})
    out.joinpath("a").write_bytes(b"1\r\n2\r\n")
    write(out, files({"a": "3\n"}), {})
    assert tree(out) == {"a": b"3\n"}


def test_all_obstacles_are_told_at_once(out: Path) -> None:
    write(out, files({"a": "1"}), {})
    plant(out, {"a": "edited", "b": "mine"})
    assert len(refusal(out, {"a": "2", "b": "3"})) == 2


def test_a_file_becomes_a_folder_and_back(out: Path) -> None:
    write(out, files({"a": "1"}), {})
    write(out, files({"a/b": "2"}), {})
    assert tree(out) == {"a/b": b"2"}
    write(out, files({"a": "3"}), {})
    assert tree(out) == {"a": b"3"}


def test_a_folder_with_files_of_others_does_not_become_a_file(out: Path) -> None:
    write(out, files({"a/b": "1"}), {})
    plant(out, {"a/mine": "m"})
    assert refusal(out, {"a": "2"}) == [
        "a: is a folder with files that sdkgen did not write (a/mine);"
        " move it away, or generate into another folder"
    ]


def test_a_file_of_others_does_not_become_a_folder(out: Path) -> None:
    plant(out, {"a": "m"})
    assert refusal(out, {"a/b": "2"}) == [
        "a/b: needs a folder where there is a file, a;"
        " move it away, or generate into another folder"
    ]


def test_the_output_folder_must_be_a_folder(out: Path) -> None:
    out.write_text("a file")
    with pytest.raises(
        OutputError, match="is a file, where the output folder"
    ) as raised:
        write(out, files({"a": "1"}), {})
    assert len(raised.value.obstacles) == 1
    assert out.read_text() == "a file"


@pytest.mark.skipif(os.name == "nt", reason="needs symbolic links")
def test_a_link_that_leads_outside_is_not_followed(out: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    plant(outside, {"a": "theirs"})
    write(out, files({"b/a": "1", "c": "2"}), {})
    out.joinpath("b/a").unlink()
    out.joinpath("b").rmdir()
    out.joinpath("b").symlink_to(outside)
    for content in ({"b/a": "3", "c": "2"}, {"c": "2"}):
        with pytest.raises(OutputError) as raised:
            write(out, files(content), {}, force=True)
        assert "lies behind a link" in str(raised.value)
    assert tree(outside) == {"a": b"theirs"}


@pytest.mark.skipif(os.name == "nt", reason="needs symbolic links")
def test_a_file_that_became_a_link_is_replaced_not_followed(
    out: Path, tmp_path: Path
) -> None:
    target = tmp_path / "target"
    target.write_text("theirs")
    write(out, files({"a": "1"}), {})
    out.joinpath("a").unlink()
    out.joinpath("a").symlink_to(target)
    with pytest.raises(OutputError, match="was edited"):
        write(out, files({"a": "2"}), {})
    write(out, files({"a": "2"}), {}, force=True)
    assert target.read_text() == "theirs"
    assert not out.joinpath("a").is_symlink()


def test_names_are_kept_in_the_manifest(out: Path) -> None:
    names = {"operation": {"/b#get": "b"}, "schema": {"Ä": "A"}}
    write(out, files({"a": "1"}), names)
    assert read_manifest(out).names == names


def test_the_manifest_is_the_same_whatever_the_order(out: Path) -> None:
    write(out, files({"b": "2", "a": "1"}), {"y": {"d": "one", "c": "two"}, "x": {}})
    first = out.joinpath(".sdkgen.json").read_bytes()
    write(out, files({"a": "1", "b": "2"}), {"x": {}, "y": {"c": "two", "d": "one"}})
    assert out.joinpath(".sdkgen.json").read_bytes() == first
    assert list(json.loads(first)["files"]) == ["a", "b"]


def test_without_a_manifest_there_are_no_names(out: Path) -> None:
    assert read_manifest(out).names == {}


@pytest.mark.parametrize(
    "content",
    [
        "",
        "no json",
        "[]",
        "{}",
        '{"version": 2, "files": {}, "names": {}}',
        '{"version": 1, "files": [], "names": {}}',
        '{"version": 1, "files": {"a": 1}, "names": {}}',
        '{"version": 1, "files": {}, "names": {"a": "b"}}',
        '{"version": 1, "files": {}, "names": {"a": {"b": "class"}}}',
        '{"version": 1, "files": {}, "names": {"a": {"b": "c: 1\\nimport d"}}}',
        '{"version": 1, "files": {"../a": "0"}, "names": {}}',
        '{"version": 1, "files": {"/etc/passwd": "0"}, "names": {}}',
    ],
)
def test_a_manifest_that_sdkgen_did_not_write_stops_it(out: Path, content: str) -> None:
    plant(out, {".sdkgen.json": content})
    plant(out.parent, {"a": "outside"})
    with pytest.raises(OutputError, match="no manifest that this version") as raised:
        write(out, files({"b": "1"}), {})
    assert raised.value.obstacles[0].path == ".sdkgen.json"
    assert tree(out.parent).keys() == {"a", "out/.sdkgen.json"}


def test_a_file_cannot_take_the_place_of_the_manifest(out: Path) -> None:
    write(out, files({"a": "1"}), {})
    found = refusal(out, {".sdkgen.json": "1"})
    assert found[0].startswith(".sdkgen.json: is emitted twice")


def test_an_obstacle_says_the_place_the_fact_and_the_remedy() -> None:
    obstacle = Obstacle("a/b.py", "is broken", "mend it")
    assert str(OutputError([obstacle, obstacle])) == "\n".join(
        ["a/b.py: is broken; mend it"] * 2
    )
