"""Imports every module of a package and prints what came of it, as one line of JSON.

`verification` runs this file by its path in an interpreter that knows nothing of the
generator, so it imports nothing of it.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import sys
import traceback
from collections.abc import Iterator


def probe(folder: str, package: str) -> dict[str, object]:
    """How many modules were imported, what they miss here, and which fail."""
    sys.path.insert(0, folder)
    imported = 0
    missing: set[str] = set()
    failures: list[dict[str, str]] = []
    waiting = [package]
    while waiting:
        name = waiting.pop()
        try:
            importlib.import_module(name)
        # Whatever a module raises, a request to exit included, is its failure.
        except BaseException as error:
            if dependency := _dependency(error, package):
                missing.add(dependency)
            else:
                failures.append(_failure(folder, name, error))
        else:
            imported += 1
            waiting += _submodules(name)
    return {"imported": imported, "missing": sorted(missing), "failures": failures}


def _submodules(name: str) -> Iterator[str]:
    path = getattr(sys.modules[name], "__path__", ())
    for found in pkgutil.iter_modules(path, f"{name}."):
        # Importing that would run the package's command.
        if not found.name.endswith(".__main__"):
            yield found.name


def _dependency(error: BaseException, package: str) -> str | None:
    """The package of others that is not installed here, if that is all."""
    if not isinstance(error, ModuleNotFoundError) or not error.name:
        return None
    name = error.name.partition(".")[0]
    return name if name != package else None


def _failure(folder: str, name: str, error: BaseException) -> dict[str, str]:
    place = name
    for frame in traceback.extract_tb(error.__traceback__):
        if frame.filename.startswith(folder):
            place = f"{frame.filename}:{frame.lineno}"
    if isinstance(error, SyntaxError) and error.filename:
        place = f"{error.filename}:{error.lineno}"
    lines = traceback.format_exception_only(error)
    return {"module": name, "place": place, "fact": lines[-1].strip()}


if __name__ == "__main__":
    # What the package prints while it is imported must not stand among the findings.
    report, sys.stdout = sys.stdout, sys.stderr
    print(json.dumps(probe(*sys.argv[1:])), file=report)
