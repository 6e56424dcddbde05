"""Import statements for the names that a module uses."""

from __future__ import annotations

from collections.abc import Mapping

from .annotations import Names

# What modules import by these names, no class of a module may be called.
STANDARD = {
    "collections.abc": frozenset(
        "AsyncIterator Callable Iterable Iterator Mapping Sequence".split()
    ),
    "decimal": frozenset({"Decimal"}),
    "functools": frozenset({"cached_property"}),
    "typing": frozenset(
        "Annotated Any ClassVar Literal Never NotRequired Required TYPE_CHECKING"
        " TypeAlias TypedDict Unpack".split()
    ),
    "uuid": frozenset({"UUID"}),
}
RUNTIME = {
    "Accumulation": "plans",
    "ApiKey": "auth",
    "AsyncPager": "paging",
    "AsyncResource": "resource",
    "AsyncStream": "streaming",
    "BaseAsyncClient": "client",
    "BaseClient": "client",
    "Basic": "auth",
    "Bearer": "auth",
    "Body": "operation",
    "Changes": "options",
    "ClientConfig": "config",
    "FileInput": "files",
    "JsonLines": "plans",
    "Model": "model",
    "OAuth2": "oauth2",
    "OMIT": "omit",
    "Omit": "omit",
    "Operation": "operation",
    "Page": "paging",
    "Paging": "plans",
    "Param": "operation",
    "Part": "operation",
    "Polling": "plans",
    "Resource": "resource",
    "Secret": "auth",
    "Server": "servers",
    "Slot": "plans",
    "Sse": "plans",
    "Stream": "streaming",
    "Tagged": "unions",
    "Unknown": "unions",
    "Untagged": "unions",
    "Variable": "servers",
    "Webhooks": "webhooks",
}


def standard_imports(used: set[str]) -> list[str]:
    """Imports of the standard library, in the order that linters want."""
    lines = []
    if "builtins" in used:
        lines.append("import builtins")
    if "dt" in used:
        lines.append("import datetime as dt")
    for module, members in STANDARD.items():
        if wanted := used & members:
            lines.append(f"from {module} import {_listed(wanted)}")
    return lines


def runtime_imports(used: set[str], top: str = "..") -> list[str]:
    """Imports from the runtime, for a module from which `top` leads to the package."""
    by_module: dict[str, list[str]] = {}
    for name in used & RUNTIME.keys():
        by_module.setdefault(RUNTIME[name], []).append(name)
    return [
        f"from {top}_runtime.{module} import {_listed(members)}"
        for module, members in sorted(by_module.items())
    ]


def neighbour_imports(module_of: Mapping[str, str], package: str = "") -> list[str]:
    """Imports of classes (name to module) from modules beside this one, or in a package."""
    by_module: dict[str, list[str]] = {}
    for name, module in module_of.items():
        by_module.setdefault(module, []).append(name)
    return [
        f"from {package}.{module} import {_listed(members)}"
        for module, members in sorted(by_module.items())
    ]


def model_imports(names: Names, outside: Mapping[str, str]) -> list[str]:
    """The import block of a module of models."""
    third = []
    if "Field" in names.used:
        third.append("from pydantic import Field")
    if "TypeAliasType" in names.used:
        third.append("from typing_extensions import TypeAliasType")
    own = [*runtime_imports(names.used), *neighbour_imports(outside)]
    return grouped([standard_imports(names.used), third, own])


def grouped(groups: list[list[str]]) -> list[str]:
    """The groups that have something, parted by an empty line."""
    lines: list[str] = []
    for group in groups:
        if group:
            lines += [*([""] if lines else []), *group]
    return lines


def _listed(names: set[str] | list[str]) -> str:
    """Names in the order that linters want: constants, classes, then the rest."""

    def rank(name: str) -> tuple[int, str]:
        return (0 if name.isupper() else 1 if name[0].isupper() else 2, name)

    return ", ".join(sorted(names, key=rank))
