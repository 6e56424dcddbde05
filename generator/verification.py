"""Whether an emitted package can be imported, found out by a fresh interpreter."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from . import standby

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
class _Result:
    """How the interpreter ended, and what it left."""

    status: int
    answer: bytes
    said: bytes


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


def _run(folder: Path, names: Sequence[str], package: str, seconds: float) -> _Result:
    order = {"folder": str(folder), "names": names}
    process = standby.probe()
    try:
        answer, said = process.communicate(json.dumps(order).encode(), seconds)
    except subprocess.TimeoutExpired as error:
        process.kill()
        process.communicate()
        fact = f"it takes more than {seconds:g} seconds"
        raise VerificationError([Failure(package, str(folder), fact)]) from error
    return _Result(process.returncode, answer, said)


def _outcome(result: _Result, package: str) -> Verification:
    try:
        outcome = json.loads(result.answer)
    except ValueError as error:
        said = result.said.decode(errors="replace").strip().rpartition("\n")[2]
        fact = f"the interpreter ended with {result.status} ({said})"
        raise VerificationError([Failure(package, package, fact)]) from error
    if outcome["failures"]:
        raise VerificationError([Failure(**failure) for failure in outcome["failures"]])
    return Verification(outcome["imported"], tuple(outcome["missing"]))
