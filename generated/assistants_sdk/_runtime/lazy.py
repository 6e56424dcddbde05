"""Packages whose names are imported when they are first used (PEP 562)."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any


def lazy(
    package: str, table: str
) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """The `__getattr__` and `__dir__` of a package whose parts load on first use.

    `table` has one line a module, `run: Run RunStatus`: the module's name relative to
    the package, then the names it gives. A line without names gives the module itself.
    It is one string because thousands of names in it cost nothing until one is asked
    for. Hide the call from type checkers, which read the real imports instead:

        if TYPE_CHECKING:
            from .run import Run as Run
        else:
            __getattr__, __dir__ = lazy(__name__, "run: Run RunStatus")
    """
    places: dict[str, str] = {}

    def read() -> dict[str, str]:
        if not places:
            found: dict[str, str] = {}
            for line in table.splitlines():
                module, _, inside = line.strip().partition(":")
                if inside:
                    found.update(dict.fromkeys(inside.split(), module))
                elif module:
                    found[module] = ""
            # In one step, so that no thread ever sees a part of the table.
            places.update(found)
        return places

    def find(name: str) -> Any:
        if name == "__all__":
            return list(read())
        module = read().get(name)
        if module is None:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        if module:
            value = getattr(import_module(f".{module}", package), name)
        else:
            value = import_module(f".{name}", package)
        # From now on the name is found without this function.
        setattr(sys.modules[package], name, value)
        return value

    def names() -> list[str]:
        return sorted({*vars(sys.modules[package]), *read()})

    return find, names
