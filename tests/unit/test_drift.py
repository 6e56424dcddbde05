"""What `check` shows: a unified diff from the folder to what would be written."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from generator.drift import drift
from generator.output import OutputError, write

from .trees import files, plant, tree

LINES = "".join(f"line {number}\n" for number in range(20))


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    write(folder, files({"b.txt": LINES, "a.txt": "a\n", "c": b"\xff\0"}), {})
    return folder


def shown(out: Path, content: dict[str, str | bytes]) -> str:
    """The diff, the manifest's part aside."""
    parts = drift(out, files(content), {}).split("--- ")
    kept = [part for part in parts[1:] if not part.startswith("a/.sdkgen.json")]
    return "".join(f"--- {part}" for part in kept)


def test_there_is_none_right_after_writing(out: Path) -> None:
    content = files({"b.txt": LINES, "a.txt": "a\n", "c": b"\xff\0"})
    assert drift(out, content, {}) == ""


def test_nothing_is_written(out: Path) -> None:
    before = tree(out)
    assert drift(out, files({"new": "x"}), {}) != ""
    assert tree(out) == before
    assert drift(out.parent / "nowhere", files({"new": "x"}), {}) != ""
    assert not out.parent.joinpath("nowhere").exists()


def test_a_changed_line_is_shown_with_its_surroundings(out: Path) -> None:
    changed = LINES.replace("line 9\n", "line nine\n")
    assert shown(out, {"b.txt": changed, "a.txt": "a\n", "c": b"\xff\0"}) == (
        "--- a/b.txt\n+++ b/b.txt\n@@ -7,7 +7,7 @@\n line 6\n line 7\n line 8\n"
        "-line 9\n+line nine\n line 10\n line 11\n line 12\n"
    )


def test_files_that_come_and_go_are_shown_by_path(out: Path) -> None:
    found = shown(out, {"b.txt": LINES, "c": b"\xff\0", "d": "d\n"})
    assert found == (
        "--- a/a.txt\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n"
        "--- /dev/null\n+++ b/d\n@@ -0,0 +1 @@\n+d\n"
    )


def test_a_missing_last_newline_is_shown(out: Path) -> None:
    found = shown(out, {"b.txt": LINES, "a.txt": "a", "c": b"\xff\0"})
    assert found.endswith("-a\n+a\n\\ No newline at end of file\n")


def test_bytes_are_not_printed(out: Path) -> None:
    found = drift(out, files({"b.txt": LINES, "a.txt": "a\n", "c": b"\xfe"}), {})
    assert "Binary files a/c and b/c differ\n" in found


def test_an_empty_file_that_comes_is_shown(out: Path) -> None:
    found = shown(out, {"b.txt": LINES, "a.txt": "a\n", "c": b"\xff\0", "e": ""})
    assert found == "--- /dev/null\n+++ b/e\n"


def test_a_line_is_not_split_at_odd_characters(out: Path) -> None:
    found = shown(out, {"b.txt": LINES, "a.txt": "a\x0cb\u2028c\n", "c": b"\xff\0"})
    assert found == "--- a/a.txt\n+++ b/a.txt\n@@ -1 +1 @@\n-a\n+a\x0cb\u2028c\n"


def test_edits_and_files_of_others_are_part_of_it(out: Path) -> None:
    plant(out, {"a.txt": "edited\n", "d": "theirs\n"})
    found = shown(out, {"b.txt": LINES, "a.txt": "a\n", "c": b"\xff\0", "d": "d\n"})
    assert found == (
        "--- a/a.txt\n+++ b/a.txt\n@@ -1 +1 @@\n-edited\n+a\n"
        "--- a/d\n+++ b/d\n@@ -1 +1 @@\n-theirs\n+d\n"
    )


def test_other_names_are_drift(out: Path) -> None:
    content = files({"b.txt": LINES, "a.txt": "a\n", "c": b"\xff\0"})
    assert "+++ b/.sdkgen.json" in drift(out, content, {"schema": {"A": "B"}})


def test_what_is_in_the_way_is_not_passed_over(out: Path, tmp_path: Path) -> None:
    write(out, files({"d/e": "e"}), {})
    out.joinpath("d").rename(tmp_path / "d")
    out.joinpath("d").symlink_to(tmp_path / "d")
    with pytest.raises(OutputError, match="d/e: lies behind a link"):
        drift(out, files({"d/e": "e"}), {})
    file = tmp_path / "file"
    file.write_text("")
    with pytest.raises(OutputError, match="is a file, where the output folder belongs"):
        drift(file, files({"d/e": "e"}), {})


def test_unsafe_paths_have_no_diff(out: Path) -> None:
    with pytest.raises(OutputError):
        drift(out, files({"../a": "x"}), {})


def test_patch_can_apply_it(out: Path) -> None:
    wanted = {"b.txt": LINES.replace("9", "nine"), "a.txt": "a", "d/e": "new\n"}
    text = drift(out, files({**wanted, "c": b"\xff\0"}), {})
    ran = subprocess.run(
        ["git", "apply", "-p1", "-"], cwd=out, input=text.encode(), check=False
    )
    assert ran.returncode == 0
    assert drift(out, files({**wanted, "c": b"\xff\0"}), {}) == ""
