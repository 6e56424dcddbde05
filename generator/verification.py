"""Whether an emitted package can be imported, found out by a fresh interpreter."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

_PROBE = Path(__file__).with_name("import_probe.py")
# What an interpreter needs to start. A key that is in the environment is not its business.
_KEPT = ("LANG", "LC_ALL", "PATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR")
_SECONDS = 120.0
_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Verification:
    """How many modules were imported, and what could not be because it is not installed here."""

    modules: int
    missing: tuple[str, ...]


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

    def __init__(self, failures: tuple[Failure, ...]) -> None:
        lines = [str(failure) for failure in failures[:_SHOWN]]
        if len(failures) > _SHOWN:
            lines.append(f"and {len(failures) - _SHOWN} more modules")
        super().__init__("\n".join(lines))
        self.failures = failures


def verify(folder: Path, package: str, *, seconds: float = _SECONDS) -> Verification:
    """Imports every module of a package that stands in a folder.

    Raises:
        VerificationError: One of them fails, or all together take longer than `seconds`.
    """
    folder = folder.resolve()
    # Isolated, so that neither the current folder nor PYTHONPATH lends it a module, and
    # without bytecode, which would be left among the files that were written.
    command = [sys.executable, "-I", "-B", str(_PROBE), str(folder), package]
    environment = {name: os.environ[name] for name in _KEPT if name in os.environ}
    try:
        result = subprocess.run(
            command,
            capture_output=True,
            cwd=folder.anchor,
            env=environment,
            stdin=subprocess.DEVNULL,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        fact = f"it takes more than {seconds:g} seconds"
        raise VerificationError((Failure(package, str(folder), fact),)) from error
    return _outcome(result, folder, package)


def _outcome(
    result: subprocess.CompletedProcess[bytes], folder: Path, package: str
) -> Verification:
    try:
        outcome = json.loads(result.stdout)
    except ValueError as error:
        fact = f"the interpreter ended with {result.returncode}"
        raise VerificationError((Failure(package, str(folder), fact),)) from error
    if outcome["failures"]:
        raise VerificationError(
            tuple(Failure(**failure) for failure in outcome["failures"])
        )
    return Verification(outcome["imported"], tuple(outcome["missing"]))
