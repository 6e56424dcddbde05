"""mypy and pyright on an emitted package."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import Final

from .running import python, run

# One name for all packages, so that what mypy knows of the runtime, which is the same
# in each, is known for the next one. Only relative imports make that possible.
NAME: Final = "emitted_sdk"
_SHOWN: Final = 12


def mypy(package: Path, folder: Path, cache: Path) -> list[str]:
    """What `mypy --strict` says, at most a dozen lines of it."""
    _link(package, folder)
    done = python(
        *("-m", "mypy", "--strict", "--config-file=", "--python-version=3.11"),
        *(f"--cache-dir={cache}", "--no-error-summary", "-p", NAME),
        folder=folder,
        seconds=1_200,
    )
    return [] if done.status == 0 else _shown(done.said)


def pyright(package: Path, folder: Path) -> list[str]:
    """What pyright says of all but the runtime, which is checked where it is written."""
    _link(package, folder)
    program = shutil.which("pyright", path=str(Path(sys.executable).parent))
    settings = {
        "include": [NAME],
        "ignore": ["**/_runtime"],
        "pythonVersion": "3.11",
        "typeCheckingMode": "strict",
    }
    (folder / "pyrightconfig.json").write_text(json.dumps(settings))
    command = [program or "pyright", "--pythonpath", sys.executable]
    done = run(command, folder, 1_800)
    return [] if done.status == 0 else _shown(done.said)


def _link(package: Path, folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    link = folder / NAME
    if not link.exists():
        link.symlink_to(package, target_is_directory=True)


def _shown(said: str) -> list[str]:
    lines = [line for line in said.splitlines() if "error" in line] or [said[-500:]]
    more = [f"and {len(lines) - _SHOWN} more"] if len(lines) > _SHOWN else []
    return [*lines[:_SHOWN], *more]
