"""`.sdkgen.json`: what sdkgen wrote into an output folder, and what it called things."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TypeAlias

from generator.output.obstacles import Obstacle, OutputError
from generator.output.paths import unsafe_paths

PATH = PurePosixPath(".sdkgen.json")

Names: TypeAlias = Mapping[str, Mapping[str, str]]

_COMMENT = "Written by sdkgen to know its own files and names again; commit this file."
_VERSION = 1


@dataclass(frozen=True, slots=True)
class Manifest:
    """The sha256 of every file as written, and the names given, by kind and key."""

    files: Mapping[PurePosixPath, str] = field(default_factory=dict)
    names: Names = field(default_factory=dict)

    @property
    def data(self) -> bytes:
        content = {
            "comment": _COMMENT,
            "version": _VERSION,
            "files": {str(path): self.files[path] for path in sorted(self.files)},
            "names": {kind: dict(names) for kind, names in self.names.items()},
        }
        text = json.dumps(content, indent=2, ensure_ascii=False, sort_keys=True)
        return f"{text}\n".encode()

    def wrote(self, path: PurePosixPath, data: bytes) -> bool:
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
        raise OutputError([Obstacle(str(PATH), fact, remedy)]) from error


def _parsed(content: object) -> Manifest:
    if not isinstance(content, dict) or content.get("version") != _VERSION:
        raise ValueError(f"not version {_VERSION}")
    files = {
        PurePosixPath(path): known
        for path, known in _strings(content.get("files")).items()
    }
    # Files listed here are removed when they go stale: a path that leads out of the
    # folder must not get that far.
    for obstacle in unsafe_paths(files):
        raise ValueError(str(obstacle))
    kinds = content.get("names")
    if not isinstance(kinds, dict):
        raise ValueError("no names")
    return Manifest(files, {str(kind): _strings(kinds[kind]) for kind in kinds})


def _strings(value: object) -> dict[str, str]:
    if not isinstance(value, dict):
        raise ValueError("an object is missing")
    strings = {
        key: text
        for key, text in value.items()
        if isinstance(key, str) and isinstance(text, str)
    }
    if len(strings) != len(value):
        raise ValueError("an object of strings holds something else")
    return strings
