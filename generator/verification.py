"""Whether an emitted package can be imported, found out by a fresh interpreter."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

_PROBE = Path(__file__).with_name("import_probe.py")
# What an interpreter needs to start. A key that is in the environment is none of it.
_KEPT = ("LANG", "LC_ALL", "PATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR")
_SECONDS = 120.0
_SHOWN = 10

_WORD = re.compile(r"\w+")
# `from ..models.run import Run`, `from . import (a, b)`.
_IMPORT = re.compile(r"^ *from (\.*[\w.]*) import (\([^)]*\)|[^\n(]*)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Verification:
    """How many modules were imported, and which packages of others are not installed here.

    Modules that need one of those were not imported, and nothing is known of them.
    """

    modules: int
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """A module that does not import."""

    module: str
    place: str
    fact: str

    def __str__(self) -> str:
        return f"{self.place}: {self.module} cannot be imported: {self.fact}"


class VerificationError(Exception):
    """What was written does not work: a mistake of the generator."""

    def __init__(self, failures: Sequence[Failure]) -> None:
        lines = [str(failure) for failure in failures[:_SHOWN]]
        if len(failures) > _SHOWN:
            lines.append(f"and {len(failures) - _SHOWN} more modules")
        super().__init__("\n".join(lines))
        self.failures = tuple(failures)


def verify(
    folder: Path,
    package: str,
    *,
    changed: Collection[PurePosixPath] | None = None,
    seconds: float = _SECONDS,
) -> Verification:
    """Imports the modules of a package that stands in a folder.

    With `changed`, the paths of the files that were written or removed, only those that
    this may have broken: the files themselves, and the modules that import from them.

    Raises:
        VerificationError: One of them fails, or all together take longer than `seconds`.
    """
    folder = folder.resolve()
    sources = list(_sources(folder, package))
    names = [package, *(_name(path) for path in sources)]
    if changed is not None:
        names = [_name(path) for path in _affected(folder, sources, changed)]
    if not names:
        return Verification(0)
    # The package's own `__init__` is among its sources, where it has one.
    names = list(dict.fromkeys(names))
    return _outcome(_run(folder, names, package, seconds), package)


def _sources(folder: Path, package: str) -> Iterator[PurePosixPath]:
    for path in sorted(folder.joinpath(package).rglob("*.py")):
        # Importing that would run the package's command.
        if path.name != "__main__.py":
            yield PurePosixPath(path.relative_to(folder).as_posix())


def _name(path: PurePosixPath) -> str:
    parts = path.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _affected(
    folder: Path,
    sources: Sequence[PurePosixPath],
    changed: Collection[PurePosixPath],
) -> list[PurePosixPath]:
    # By the last part of its name, whatever the package: too many are better than too few.
    names = {_name(path).rpartition(".")[2] for path in changed}
    return [
        path
        for path in sources
        if path in changed or not names.isdisjoint(_imported(folder / path))
    ]


def _imported(path: Path) -> Iterator[str]:
    for found in _IMPORT.finditer(path.read_text(encoding="utf-8")):
        yield found[1].rpartition(".")[2]
        yield from _WORD.findall(found[2])


def _run(
    folder: Path, names: Sequence[str], package: str, seconds: float
) -> subprocess.CompletedProcess[bytes]:
    # Isolated, so that neither the current folder nor PYTHONPATH lends it a module, and
    # without bytecode, which would be left among the files that were written.
    command = [sys.executable, "-I", "-B", str(_PROBE), str(folder)]
    try:
        return subprocess.run(
            command,
            input=json.dumps(names).encode(),
            capture_output=True,
            cwd=folder.anchor,
            env={name: os.environ[name] for name in _KEPT if name in os.environ},
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        fact = f"it takes more than {seconds:g} seconds"
        raise VerificationError([Failure(package, str(folder), fact)]) from error


def _outcome(result: subprocess.CompletedProcess[bytes], package: str) -> Verification:
    try:
        outcome = json.loads(result.stdout)
    except ValueError as error:
        said = result.stderr.decode(errors="replace").strip().rpartition("\n")[2]
        fact = f"the interpreter ended with {result.returncode} ({said})"
        raise VerificationError([Failure(package, package, fact)]) from error
    if outcome["failures"]:
        raise VerificationError([Failure(**failure) for failure in outcome["failures"]])
    return Verification(outcome["imported"], tuple(outcome["missing"]))
