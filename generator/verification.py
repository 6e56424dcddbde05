"""Whether an emitted package can be imported, found out by a fresh interpreter."""

from __future__ import annotations

import json
import marshal
import re
import subprocess
import time
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from . import standby
from .files import File

_SECONDS = 120.0
_SHOWN = 10

_WORD = re.compile(r"\w+")
# `from ..models.run import Run`, `from . import (a, b)`.
_IMPORT = re.compile(r"^ *from (\.*[\w.]*) import (\([^)]*\)|[^\n(]*)", re.MULTILINE)

_Modules = Mapping[PurePosixPath, bytes]


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
    """What was emitted does not work: a mistake of the generator, or of templates of one's own."""

    def __init__(self, failures: Sequence[Failure]) -> None:
        lines = [str(failure) for failure in failures[:_SHOWN]]
        if len(failures) > _SHOWN:
            lines.append(f"and {len(failures) - _SHOWN} more modules")
        super().__init__("\n".join(lines))


class Trial:
    """The import of a package's modules, begun with it, in an interpreter of its own.

    The files need not be there yet; `folder` is where they will be. With `changed`, the
    paths of the files that are new, different or gone, only those modules are imported
    that this may have broken: the files themselves, and what imports from them.
    """

    def __init__(
        self,
        folder: Path,
        package: str,
        files: Iterable[File],
        *,
        changed: Collection[PurePosixPath] | None = None,
        seconds: float = _SECONDS,
    ) -> None:
        self._folder = folder.resolve()
        self._package = package
        self._seconds = seconds
        self._deadline = time.monotonic() + seconds
        modules = dict(_modules(files))
        tried = modules if changed is None else list(_affected(modules, changed))
        # The package's own `__init__` is among its modules, where it has one.
        names = [package] if changed is None else []
        names = list(dict.fromkeys([*names, *map(_name, sorted(tried))]))
        self._process = self._begun(names, modules) if names else None

    def result(self) -> Verification:
        """What came of it; waits for that.

        Raises:
            VerificationError: A module fails, or all together take too long.
        """
        if self._process is None:
            return Verification(0)
        try:
            answer, said = self._process.communicate(
                timeout=max(0.0, self._deadline - time.monotonic())
            )
        except subprocess.TimeoutExpired as error:
            raise self._failed(
                f"it takes more than {self._seconds:g} seconds"
            ) from error
        finally:
            self._end()
        try:
            outcome = json.loads(answer)
        except ValueError as error:
            words = standby.last_words(said)
            status = self._process.returncode
            raise self._failed(
                f"the interpreter ended with {status} ({words})"
            ) from error
        if outcome["failures"]:
            raise VerificationError([Failure(**each) for each in outcome["failures"]])
        return Verification(outcome["imported"], tuple(outcome["missing"]))

    def _begun(self, names: Sequence[str], modules: _Modules) -> standby.Process:
        process = standby.probe()
        folder, self._end = standby.workplace(self, process)
        order = folder / "order"
        content = {str(path): data for path, data in modules.items()}
        order.write_bytes(marshal.dumps((str(self._folder), content, list(names))))
        standby.tell(process, str(order))
        return process

    def _failed(self, fact: str) -> VerificationError:
        place = str(self._folder / self._package)
        return VerificationError([Failure(self._package, place, fact)])


def _modules(files: Iterable[File]) -> Iterator[tuple[PurePosixPath, bytes]]:
    for file in files:
        path = file.path
        # Importing a `__main__` would run the package's command.
        if path.suffix == ".py" and path.name != "__main__.py":
            yield path, file.data


def _name(path: PurePosixPath) -> str:
    parts = path.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _affected(
    modules: _Modules, changed: Collection[PurePosixPath]
) -> Iterator[PurePosixPath]:
    # By the last part of its name, whatever the package: too many are better than too few.
    names = {_name(path).rpartition(".")[2] for path in changed}
    for path, data in modules.items():
        if path in changed or not names.isdisjoint(_imported(data.decode())):
            yield path


def _imported(text: str) -> Iterator[str]:
    for found in _IMPORT.finditer(text):
        yield found[1].rpartition(".")[2]
        yield from _WORD.findall(found[2])
