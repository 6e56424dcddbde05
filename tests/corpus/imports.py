"""Imports every module of a package; run by its path, so that nothing else is there.

    python -I tests/corpus/imports.py FOLDER PACKAGE

Prints, as JSON, what went wrong and how many milliseconds the client alone took.
"""

import importlib
import json
import pkgutil
import sys
import time


def main(folder: str, package: str) -> None:
    sys.path.insert(0, folder)
    start = time.process_time()
    failed = {}
    try:
        # As `from package import Client` does: names are looked up when asked for.
        _ = importlib.import_module(package).Client
    except Exception as error:
        failed[package] = repr(error)
    client = time.process_time() - start
    loaded = [name for name in ("httpx2", "pydantic") if name in sys.modules]
    if not failed:
        path = sys.modules[package].__path__
        names = [found.name for found in pkgutil.walk_packages(path, f"{package}.")]
        for name in names:
            try:
                importlib.import_module(name)
            except Exception as error:
                failed[name] = repr(error)
    result = {"failed": failed, "milliseconds": client * 1_000, "loaded": loaded}
    print(json.dumps(result))


if __name__ == "__main__":
    main(*sys.argv[1:])
