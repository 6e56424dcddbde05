"""What the snapshots expect is code that runs and that type checkers agree with."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path, PurePosixPath

import pytest

from generator.files import File
from generator.verification import Trial, Verification

from . import cases
from .packages import PACKAGE, assemble

TOUCH = Path(__file__).with_name("touch.py")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with all packages in one."""
    folder = tmp_path_factory.mktemp("packages")
    assert len(assemble(folder)) >= 40
    return folder


def succeed(folder: Path, *arguments: str | Path) -> None:
    """Run Python in a folder, to a good end."""
    run = subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        text=True,
        cwd=folder,
        check=False,
    )
    assert run.returncode == 0, f"{run.stdout}\n{run.stderr}"


def test_every_module_of_every_feature_imports(folder: Path) -> None:
    emitted = [
        File(PurePosixPath(path.relative_to(folder)), path.read_bytes())
        for path in (folder / PACKAGE).rglob("*.py")
    ]
    assert Trial(folder, PACKAGE, emitted).result() == Verification(len(emitted))


def test_everything_that_loads_late_can_be_used(folder: Path) -> None:
    succeed(folder, "-I", TOUCH, folder, PACKAGE)


def test_mypy_finds_nothing_in_any_feature(folder: Path) -> None:
    cache = cases.FOLDER.parent.parent / ".mypy_cache" / "snapshots"
    succeed(
        folder,
        *("-m", "mypy", "--strict", "--python-version", "3.11"),
        *("--config-file=", "--cache-dir", cache, "--package", PACKAGE),
    )


def test_ruff_finds_no_name_unused_or_undefined(folder: Path) -> None:
    succeed(
        folder,
        *("-m", "ruff", "check", "--isolated", "--no-cache"),
        *("--select", "F,E9", "--output-format", "concise", PACKAGE),
    )


def test_pyright_finds_nothing_in_any_feature(folder: Path) -> None:
    settings = {
        "include": [PACKAGE],
        "pythonVersion": "3.11",
        "typeCheckingMode": "standard",
    }
    (folder / "pyrightconfig.json").write_text(json.dumps(settings))
    succeed(folder, "-m", "pyright", "--pythonpath", sys.executable)
