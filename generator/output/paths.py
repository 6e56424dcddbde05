"""Which paths may be written below an output folder, on every system that may hold it.

Paths are plain text with `/` here: a run looks at thousands of them, several times.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from .obstacles import Obstacle

# Windows opens a device by these names, whatever their case and ending.
_DEVICE = re.compile(r"(?:CON|PRN|AUX|NUL|COM[0-9¹²³]|LPT[0-9¹²³])(?:\..*)?", re.I)
_FORBIDDEN = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f]')
# What ext4, APFS and NTFS hold; longer ones fail in the middle of writing.
_LONGEST_PART = 255

_REMEDY = "rename what it is named after in sdkgen.yaml"


def folder_of(path: str) -> str:
    """The folder that a path below the output folder is in; empty for the output folder."""
    return path.rpartition("/")[0]


def unsafe_paths(paths: Iterable[str]) -> list[Obstacle]:
    """What keeps these paths from being written as separate files below one folder."""
    obstacles: list[Obstacle] = []
    files: dict[str, str] = {}
    folders: dict[str, str] = {}
    for path in paths:
        fact = (
            _unsafe(path)
            or _other_spelling(folder_of(path), folders)
            or _same_file(path, files)
        )
        if fact is not None:
            obstacles.append(Obstacle(path, fact, _REMEDY))
    obstacles += [
        Obstacle(path, "is emitted both as a file and as a folder", _REMEDY)
        for name, path in files.items()
        if name in folders
    ]
    return obstacles


def folded(path: str) -> str:
    """What two paths have in common that are one file on macOS or Windows."""
    return unicodedata.normalize("NFC", path).casefold()


def leads_outside(folder: Path, path: str) -> bool:
    """Whether there is a link on the way to a path below a folder that leaves the folder."""
    return not folder.joinpath(path).resolve().is_relative_to(folder.resolve())


def _unsafe(path: str) -> str | None:
    parts = path.split("/")
    if not {"", ".", ".."}.isdisjoint(parts):
        return "is not a path below the output folder"
    for part in parts:
        if _FORBIDDEN.search(part) or part.endswith((".", " ")):
            return f"{part!r} is not a file name on every system"
        if _DEVICE.fullmatch(part):
            return f"{part!r} is the name of a device on Windows"
        if len(part.encode(errors="replace")) > _LONGEST_PART:
            return f"a part of it is longer than {_LONGEST_PART} bytes"
    return None


def _same_file(path: str, files: dict[str, str]) -> str | None:
    """How a file is one from before, for some systems at least; remembers it."""
    name = folded(path)
    known = files.get(name)
    if known is None:
        files[name] = path
        return None
    return "is emitted twice" if known == path else f"differs from {known} by case only"


def _other_spelling(folder: str, folders: dict[str, str]) -> str | None:
    """How a folder differs only by case from one before; remembers it and its parents."""
    while folder:
        name = folded(folder)
        known = folders.get(name)
        if known == folder:
            # Its parents were compared when it was first met.
            return None
        if known is not None:
            return f"is in {folder}, which differs from {known} by case only"
        folders[name] = folder
        folder = folder_of(folder)
    return None
