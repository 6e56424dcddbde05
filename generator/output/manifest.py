"""`.sdkgen.json`: what sdkgen wrote into an output folder, and what it called things."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from keyword import iskeyword
from pathlib import Path
from typing import TypeAlias, cast

from .obstacles import Obstacle, OutputError
from .paths import unsafe_paths

PATH = ".sdkgen.json"

Names: TypeAlias = Mapping[str, Mapping[str, str]]

_COMMENT = "Written by sdkgen to know its own files and names again; commit this file."
_VERSION = 1


@dataclass(frozen=True, slots=True)
class Manifest:
    """The sha256 of every file as written, and the names given, by kind and key."""

    files: Mapping[str, str] = field(default_factory=dict[str, str])
    names: Names = field(default_factory=dict[str, dict[str, str]])

    @property
    def data(self) -> bytes:
        content = {
            "comment": _COMMENT,
            "version": _VERSION,
            "files": dict(sorted(self.files.items())),
            "names": {
                kind: dict(sorted(self.names[kind].items()))
                for kind in sorted(self.names)
            },
        }
        text = json.dumps(content, indent=2, ensure_ascii=False)
        return f"{text}\n".encode()

    def wrote(self, path: str, data: bytes) -> bool:
        """Whether a file is still what was written, but for line ends (git may turn them)."""
        known = self.files.get(path)
        return known is not None and known in (
            digest(data),
            digest(data.replace(b"\r\n", b"\n")),
        )


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def read_manifest(folder: Path) -> Manifest:
    """The manifest of an output folder, empty where there is none.

    Raises:
        OutputError: There is a file of that name which sdkgen cannot have written.
    """
    try:
        data = folder.joinpath(PATH).read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return Manifest()
    try:
        return _parsed(json.loads(data))
    except (ValueError, RecursionError) as error:
        fact = f"is no manifest that this version of sdkgen knows ({error})"
        remedy = "restore it, or generate into an empty folder"
        raise OutputError([Obstacle(PATH, fact, remedy)]) from error


def _parsed(content: object) -> Manifest:
    entries = _object(content)
    if entries.get("version") != _VERSION:
        raise ValueError(f"its version is not {_VERSION}")
    files = _strings(entries.get("files"))
    # Files listed here are removed when they go stale: a path that leads out of the
    # folder must not get that far.
    for obstacle in unsafe_paths(files):
        raise ValueError(str(obstacle))
    kinds = _object(entries.get("names"))
    return Manifest(files, {kind: _names(names) for kind, names in kinds.items()})


def _names(value: object) -> dict[str, str]:
    names = _strings(value)
    for name in names.values():
        # What stands here comes to stand in code.
        if not name.isidentifier() or iskeyword(name):
            raise ValueError(f"{name!r} is no name")
    return names


def _object(value: object) -> Mapping[str, object]:
    # JSON has no keys but strings.
    if not isinstance(value, dict):
        raise ValueError("an object is missing")
    return cast("dict[str, object]", value)


def _strings(value: object) -> dict[str, str]:
    strings: dict[str, str] = {}
    for key, text in _object(value).items():
        if not isinstance(text, str):
            raise ValueError(f"{key!r} is not a string")
        strings[key] = text
    return strings
