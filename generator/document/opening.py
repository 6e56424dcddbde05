"""The way from a path to a document: read, edit by overlays, check that it is OpenAPI 3."""

from __future__ import annotations

import gc
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path

from ..errors import Problem, Problems, Severity, UnusableInput, clip
from ..pointers import Json
from .files import File
from .library import Library
from .nodes import Document
from .overlay import apply_overlay, read_overlay

SUPPORTED = ("3.0", "3.1", "3.2")

# What other formats call their version, and what to do with them.
_OTHER_FORMATS = {
    "asyncapi": "AsyncAPI",
    "arazzo": "Arazzo",
    "overlay": "an OpenAPI Overlay",
    "swaggerVersion": "Swagger 1",
}


def load(
    path: Path,
    *,
    overlays: Sequence[Path] = (),
    allow_remote: bool = False,
    allow_outside: bool = False,
) -> Document:
    """The description whose root is the file at `path`.

    Raises:
        UnusableInput: The root or an overlay cannot be read at all, or is not OpenAPI 3.
    """
    with _without_collector():
        library = Library(path, allow_remote=allow_remote, allow_outside=allow_outside)
        root = library.root
        problems = Problems(root.duplicate_keys())
        edits = _read_overlays(overlays)
        for edit in edits:
            apply_overlay(root, edit, problems)
        version = _version(root, problems)
    return Document(library, version, edits, problems)


def _read_overlays(paths: Sequence[Path]) -> tuple[File, ...]:
    """The overlays; what is wrong with several is told at once."""
    found: list[File] = []
    problems: list[Problem] = []
    for path in paths:
        try:
            found.append(read_overlay(path))
        except UnusableInput as error:
            problems.extend(error.problems)
    if problems:
        raise UnusableInput(problems)
    return tuple(found)


@contextmanager
def _without_collector() -> Generator[None]:
    """Reading makes containers by the hundred thousand, none of them garbage."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _version(root: File, problems: Problems) -> str:
    """The version of OpenAPI that a file says it is of.

    Raises:
        UnusableInput: It says none that can be read.
    """
    data = root.data
    if not isinstance(data, dict) or "openapi" not in data:
        raise UnusableInput([_not_openapi(root, data)])
    version = data["openapi"]
    if isinstance(version, int | float) and not isinstance(version, bool):
        number = root.written("/openapi") or str(version)
        problems.add(
            root.problem(
                "/openapi",
                f"the version is the number {number}, not a string",
                f'write "{number}.0" with quotes',
                Severity.WARNING,
            )
        )
        version = number
    if not isinstance(version, str):
        fact, remedy = "the version is not a string", 'write "3.1.0", say'
        raise UnusableInput([root.problem("/openapi", fact, remedy)])
    version = version.strip()
    if not f"{version}.".startswith(tuple(f"{known}." for known in SUPPORTED)):
        fact = f"version {clip(version, 40)} is not supported"
        remedy = f"use one of OpenAPI {', '.join(SUPPORTED)}"
        raise UnusableInput([root.problem("/openapi", fact, remedy)])
    return version


def _not_openapi(root: File, data: Json) -> Problem:
    """What a file without an `openapi` key is instead."""
    if not isinstance(data, dict):
        kind = "a list" if isinstance(data, list) else "a single value"
        fact = f"the file holds {kind}, not a mapping with openapi, info and paths"
        fact = "the file is empty" if data is None else fact
        return root.problem("", fact, "give the file with the description")
    if "swagger" in data:
        swagger = clip(root.written("/swagger") or str(data["swagger"]), 20)
        return root.problem(
            "/swagger",
            f"Swagger {swagger} is not supported",
            "convert it to OpenAPI 3 first, for instance with "
            f"npx swagger2openapi {root.path.name} -o openapi.yaml",
        )
    for key, name in _OTHER_FORMATS.items():
        if key in data:
            return root.problem(
                f"/{key}",
                f"this is {name}, not OpenAPI",
                "give the OpenAPI description",
            )
    return root.problem(
        "",
        "there is no openapi key, so this is not an OpenAPI description",
        "give the root file of the description, or add openapi: 3.1.0",
    )
