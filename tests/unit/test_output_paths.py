"""Only paths that are safe on every system are written, and no journal is believed."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from generator.output import OutputError, recover, write

from .trees import files, plant, tree


def refused(folder: Path, *paths: str) -> str:
    """The obstacles to writing files at these paths."""
    with pytest.raises(OutputError) as raised:
        write(folder / "out", files(dict.fromkeys(paths, "x")), {}, force=True)
    assert tree(folder) == {}
    return str(raised.value)


@pytest.mark.parametrize("path", ["../a", "a/../../b", "/etc/passwd", "..", "."])
def test_a_path_stays_below_the_folder(tmp_path: Path, path: str) -> None:
    assert "is not a path below the output folder" in refused(tmp_path, path)


@pytest.mark.parametrize(
    "path",
    [
        "a\\b",
        "c:/a",
        "a?",
        "a*b",
        'a"b',
        "a<b",
        "a|b",
        "a\nb",
        "a\0b",
        "a.",
        "a./b",
        "a ",
    ],
)
def test_a_part_is_a_file_name_on_every_system(tmp_path: Path, path: str) -> None:
    assert "is not a file name on every system" in refused(tmp_path, path)


@pytest.mark.parametrize(
    "path", ["con", "CON.py", "models/aux.py", "nul/a", "com1", "Lpt9.txt", "prn.a.b"]
)
def test_a_part_is_no_device_of_windows(tmp_path: Path, path: str) -> None:
    assert "is the name of a device on Windows" in refused(tmp_path, path)


def test_a_part_fits_the_file_system(tmp_path: Path) -> None:
    assert "longer than 255 bytes" in refused(tmp_path, "a" * 256)
    assert "longer than 255 bytes" in refused(tmp_path, "é" * 128)
    write(tmp_path / "out", files({"a" * 255: "x", "console.py": "", "com10": ""}), {})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a.py", "A.py"),
        ("models/a.py", "Models/b.py"),
        ("straße", "STRASSE"),
        ("caf\u00e9", "cafe\u0301"),
    ],
)
def test_two_paths_differ_by_more_than_case(
    tmp_path: Path, one: str, other: str
) -> None:
    found = refused(tmp_path, one, other)
    assert "by case only" in found or "is emitted twice" in found


def test_a_path_is_not_a_file_and_a_folder(tmp_path: Path) -> None:
    assert refused(tmp_path, "a/b", "a").startswith(
        "a: is emitted both as a file and as a folder; rename"
    )


def test_every_unsafe_path_is_told(tmp_path: Path) -> None:
    assert len(refused(tmp_path, "../a", "fine", "con", "b?").splitlines()) == 3


def test_a_file_respelled_in_another_case_is_there_afterwards(tmp_path: Path) -> None:
    write(tmp_path, files({"Name.py": "x"}), {})
    write(tmp_path, files({"name.py": "x"}), {})
    assert tree(tmp_path) == {"name.py": b"x"}


def staged(folder: Path, journal: object) -> Path:
    """A staging folder as somebody else may have left it beside the output folder."""
    plant(folder, {"out/mine": "m", "outside": "o"})
    staging = folder / ".out.sdkgen"
    plant(
        staging, {"journal.json": json.dumps(journal), "old/0": "x", "removed/0": "x"}
    )
    return staging


@pytest.mark.parametrize(
    "journal",
    [
        [],
        {"removed": [], "folders": []},
        {"removed": [], "folders": [], "written": [1]},
        {"removed": ["../outside"], "folders": [], "written": []},
        {"removed": [], "folders": [".."], "written": []},
        {"removed": [], "folders": [], "written": [["../outside", True]]},
        {"removed": [], "folders": [], "written": [["../outside", False]]},
        {"removed": [], "folders": [], "written": [["/outside", False]]},
    ],
)
def test_a_journal_that_reaches_outside_is_not_followed(
    tmp_path: Path, journal: object
) -> None:
    staging = staged(tmp_path, journal)
    with pytest.raises(OutputError, match="is damaged") as raised:
        recover(tmp_path / "out")
    assert str(staging) in str(raised.value)
    assert tmp_path.joinpath("outside").read_text() == "o"
    assert tmp_path.joinpath("out/mine").read_text() == "m"


@pytest.mark.skipif(os.name == "nt", reason="needs symbolic links")
def test_a_journal_does_not_reach_through_a_link(tmp_path: Path) -> None:
    staged(tmp_path, {"removed": ["link/a"], "folders": [], "written": []})
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    tmp_path.joinpath("out/link").symlink_to(elsewhere)
    with pytest.raises(OutputError, match="lies behind a link"):
        recover(tmp_path / "out")
    assert tree(elsewhere) == {}


@pytest.mark.skipif(os.name == "nt", reason="needs advisory locks")
def test_two_processes_do_not_write_at_once(tmp_path: Path) -> None:
    fcntl = pytest.importorskip("fcntl")
    staging = tmp_path / ".out.sdkgen"
    staging.mkdir()
    descriptor = os.open(staging, os.O_RDONLY)
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    with pytest.raises(OutputError, match="another sdkgen is writing"):
        write(tmp_path / "out", files({"a": "1"}), {})
    os.close(descriptor)
    write(tmp_path / "out", files({"a": "1"}), {})
    assert tree(tmp_path / "out") == {"a": b"1"}
    assert not staging.exists()
