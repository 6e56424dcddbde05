"""Imports modules of a package and prints what came of it, as one line of JSON.

`verification` runs this file by its path in an interpreter that knows nothing of the
generator, so it imports nothing of it. The folder and the names of the modules come as
JSON on standard input, and may come late: meanwhile it loads what every package needs.
"""

from __future__ import annotations

import gc
import importlib
import json
import sys
import traceback
from collections.abc import Iterable
from contextlib import suppress


def probe(folder: str, names: Iterable[str]) -> dict[str, object]:
    """How many modules were imported, which packages are missing here, and what fails."""
    sys.path.insert(0, folder)
    imported = 0
    missing: set[str] = set()
    failures: list[dict[str, str]] = []
    for name in names:
        try:
            importlib.import_module(name)
        # Whatever a module raises, a request to exit included, is its failure.
        except BaseException as error:
            if dependency := _dependency(error, name.partition(".")[0]):
                missing.add(dependency)
            else:
                failures.append(_failure(folder, name, error))
        else:
            imported += 1
    return {"imported": imported, "missing": sorted(missing), "failures": failures}


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
    fact = traceback.format_exception_only(error)[-1].strip()
    return {"module": name, "place": place, "fact": fact}


def main() -> None:
    # What is imported stays: looking for garbage takes a quarter of the time.
    gc.disable()
    # What the package prints while it is imported must not stand among the findings.
    report, sys.stdout = sys.stdout, sys.stderr
    # Whatever is wrong with them, or missing, is told when a module needs them.
    with suppress(Exception):
        importlib.import_module("httpx2")
        importlib.import_module("pydantic")
    order = sys.stdin.read()
    if order:
        print(json.dumps(probe(**json.loads(order))), file=report)


if __name__ == "__main__":
    main()
