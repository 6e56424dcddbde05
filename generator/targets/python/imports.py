"""Import statements for the names that a module uses."""

from __future__ import annotations

from collections.abc import Mapping

from .annotations import Names

_TYPING = frozenset(
    "Annotated Any Literal Never NotRequired Required TypeAlias TypedDict".split()
)
_ABC = frozenset({"AsyncIterator", "Callable", "Iterator", "Mapping", "Sequence"})
_RUNTIME = {
    "Model": "model",
    "Tagged": "unions",
    "Unknown": "unions",
    "Untagged": "unions",
    "FileInput": "files",
    "OMIT": "omit",
    "Omit": "omit",
}


def standard_imports(names: Names) -> list[str]:
    """Imports of the standard library, in the order that linters want."""
    used = names.used
    lines = []
    if "builtins" in used:
        lines.append("import builtins")
    if "dt" in used:
        lines.append("import datetime as dt")
    for module, members in (
        ("collections.abc", used & _ABC),
        ("decimal", used & {"Decimal"}),
        ("typing", used & _TYPING),
        ("uuid", used & {"UUID"}),
    ):
        if members:
            lines.append(f"from {module} import {', '.join(sorted(members))}")
    return lines


def runtime_imports(names: Names, level: str) -> list[str]:
    """Imports from the runtime; `level` is the dots that lead to the package."""
    by_module: dict[str, list[str]] = {}
    for name in sorted(names.used & _RUNTIME.keys()):
        by_module.setdefault(_RUNTIME[name], []).append(name)
    return [
        f"from {level}_runtime.{module} import {', '.join(members)}"
        for module, members in sorted(by_module.items())
    ]


def model_imports(names: Names, outside: Mapping[str, str]) -> list[str]:
    """The import block of a module of models, its groups parted by empty lines."""
    third = []
    if "Field" in names.used:
        third.append("from pydantic import Field")
    if "TypeAliasType" in names.used:
        third.append("from typing_extensions import TypeAliasType")
    own = runtime_imports(names, "..")
    by_module: dict[str, list[str]] = {}
    for name, module in outside.items():
        by_module.setdefault(module, []).append(name)
    own += [
        f"from .{module} import {', '.join(sorted(members))}"
        for module, members in sorted(by_module.items())
    ]
    return grouped([standard_imports(names), third, own])


def grouped(groups: list[list[str]]) -> list[str]:
    """The groups that have something, parted by an empty line."""
    lines: list[str] = []
    for group in groups:
        if group:
            lines += [*([""] if lines else []), *group]
    return lines
