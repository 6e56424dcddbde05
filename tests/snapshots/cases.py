"""A snapshot: its folder, what sdkgen makes of it, and how the two differ.

A folder holds

- `openapi.yaml`, and whatever files it refers to,
- `sdkgen.yaml`, where the feature needs one,
- `arguments.txt`, where `sdkgen generate` needs more than the two, one to a line,
- `expected/`, what is emitted, where anything is,
- `expected.txt`, the problems and the exit status, where there are any.

What does not tell the features apart stands in `whole_project` only.
"""

from __future__ import annotations

import difflib
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from click.testing import CliRunner

from generator.cli import cli

FOLDER = Path(__file__).parent
BASELINE = "whole_project"
MODULE = "shop_sdk"
# Beside the packages, the reference pages of these features are looked at,
_WITH_DOCS = frozenset({"docstring_escapes", "deprecated", "discriminator_mapping"})
# the project's own files of these,
_WITH_PROJECT = frozenset({"renames"})
# and what the manifest remembers of these, without its digests.
_WITH_NAMES = (
    "collisions_",
    "operation_ids_",
    "non_ascii_names",
    "odd_names",
    BASELINE,
)

_INPUTS = frozenset({"expected", "expected.txt", "__pycache__"})


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run of sdkgen left behind: files by path, and its problems with the status."""

    files: Mapping[str, str]
    problems: str


def names() -> list[str]:
    """Every feature that has a folder here."""
    return sorted(path.parent.name for path in FOLDER.glob("*/openapi.*"))


def outcome(name: str) -> Outcome:
    """What sdkgen makes of a feature now."""
    made = _generated(name)
    if name == BASELINE:
        return made
    common = _generated(BASELINE).files
    files = {
        path: content
        for path, content in made.files.items()
        if path not in common_paths() or common.get(path) != content
    }
    return Outcome(files, made.problems)


def common_paths() -> frozenset[str]:
    """The files that a feature leaves out where they are those of the whole project."""
    inner = (
        "__init__.py",
        "_client.py",
        "_version.py",
        "py.typed",
        "resources/__init__.py",
    )
    return frozenset(
        {"README.md", "pyproject.toml", *(f"{MODULE}/{path}" for path in inner)}
    )


@lru_cache(maxsize=2)
def _generated(name: str) -> Outcome:
    arguments = FOLDER / name / "arguments.txt"
    given = arguments.read_text().split("\n")[:-1] if arguments.exists() else []
    with TemporaryDirectory() as folder, _inside(Path(folder)):
        for path in (FOLDER / name).iterdir():
            if path.name not in _INPUTS:
                (shutil.copytree if path.is_dir() else shutil.copy)(path, path.name)
        source = next(Path().glob("openapi.*"))
        # What is emitted is imported in one go for all features: see `test_emitted_code`.
        command = ["generate", str(source), "--out", "out", "--no-verify", *given]
        if Path("sdkgen.yaml").exists():
            command += ["--config", "sdkgen.yaml"]
        result = CliRunner().invoke(cli, command, catch_exceptions=False)
        lines = result.output.splitlines()
        if result.exit_code == 0:
            # How many files it wrote counts the runtime, which is no matter of the feature.
            assert lines.pop().startswith("out: "), result.output
        problems = "\n".join([*lines, f"exit status {result.exit_code}"]) + "\n"
        files = dict(_emitted(Path("out"), name))
    return Outcome(files, problems if lines else "")


@contextmanager
def _inside(folder: Path) -> Iterator[None]:
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


def _emitted(out: Path, name: str) -> Iterator[tuple[str, str]]:
    for path in sorted(out.rglob("*")):
        relative = path.relative_to(out).as_posix()
        if path.is_dir() or relative.startswith(f"{MODULE}/_runtime/"):
            continue
        if relative == ".sdkgen.json":
            if name.startswith(_WITH_NAMES):
                remembered = json.loads(path.read_bytes())["names"]
                yield "names.json", json.dumps(
                    remembered, indent=2, ensure_ascii=False
                ) + "\n"
        elif _is_looked_at(name, relative):
            yield relative, path.read_text(encoding="utf-8")


def _is_looked_at(name: str, path: str) -> bool:
    if path.startswith(f"{MODULE}/"):
        return True
    if path in ("README.md", "pyproject.toml"):
        return name in (BASELINE, *_WITH_PROJECT)
    if path.startswith(("docs/sdks/", "docs/models/")):
        return name in (BASELINE, *_WITH_DOCS)
    # What is left are guides and a site, which have tests of their own.
    return name == BASELINE and path.startswith("docs/")


def expected(name: str) -> Outcome:
    """What the folder of a feature says that sdkgen makes of it."""
    folder, problems = FOLDER / name / "expected", FOLDER / name / "expected.txt"
    files = {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }
    return Outcome(
        files, problems.read_text(encoding="utf-8") if problems.exists() else ""
    )


def difference(before: Outcome, after: Outcome) -> str:
    """What has changed, as a unified diff; empty when nothing has."""
    old, new = dict(before.files), dict(after.files)
    for files, problems in ((old, before.problems), (new, after.problems)):
        files.update({"expected.txt": problems} if problems else {})
    lines: list[str] = []
    for path in sorted({*old, *new}):
        if old.get(path) != new.get(path):
            lines += [
                f"--- {f'expected/{path}' if path in old else '/dev/null'}",
                f"+++ {f'emitted/{path}' if path in new else '/dev/null'}",
            ]
            change = difflib.unified_diff(
                old.get(path, "").splitlines(),
                new.get(path, "").splitlines(),
                lineterm="",
            )
            lines += list(change)[2:]
    return "\n".join(lines)


def update(name: str, made: Outcome) -> None:
    """Makes the folder of a feature expect just this."""
    folder, problems = FOLDER / name / "expected", FOLDER / name / "expected.txt"
    shutil.rmtree(folder, ignore_errors=True)
    for path, content in made.files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(content, encoding="utf-8", newline="\n")
    problems.unlink(missing_ok=True)
    if made.problems:
        problems.write_text(made.problems, encoding="utf-8", newline="\n")
