"""Imports modules of a package and prints what came of it, as one line of JSON.

`verification` runs this file by its path in an interpreter that knows nothing of the
generator, so it imports nothing of it. The file that says what to import is named on
standard input, and may be late: meanwhile it loads what every package needs.
"""

from __future__ import annotations

import gc
import importlib
import json
import marshal
import os
import sys
import traceback
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from importlib.abc import ExecutionLoader, MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_file_location
from types import ModuleType


class Sources(MetaPathFinder, ExecutionLoader):
    """Modules whose files need not be there yet: their paths below `folder`, and what they hold."""

    def __init__(self, folder: str, files: Mapping[str, bytes]) -> None:
        self._folder = folder
        self._files = files
        self._paths = {_name(path): path for path in files}

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None,
        target: ModuleType | None = None,
    ) -> ModuleSpec | None:
        if fullname not in self._paths:
            return None
        place = self.get_filename(fullname)
        is_package = os.path.basename(place) == "__init__.py"
        return spec_from_file_location(
            fullname,
            place,
            loader=self,
            submodule_search_locations=[] if is_package else None,
        )

    def get_filename(self, fullname: str) -> str:
        return os.path.join(self._folder, self._paths[fullname])

    def get_source(self, fullname: str) -> str:
        return self._files[self._paths[fullname]].decode()


def _name(path: str) -> str:
    steps = path.removesuffix(".py").removesuffix("/__init__")
    return steps.replace("/", ".")


def probe(folder: str, names: Iterable[str]) -> dict[str, object]:
    """How many modules were imported, which packages are missing here, and what fails."""
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
    order = sys.stdin.readline()
    if order:
        with open(order.rstrip("\n"), "rb") as file:
            folder, files, names = marshal.load(file)
        sys.meta_path.insert(0, Sources(folder, files))
        print(json.dumps(probe(folder, names)), file=report)


if __name__ == "__main__":
    main()
