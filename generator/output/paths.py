"""Which paths may be written below an output folder, on every system that may hold it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from .obstacles import Obstacle

# Windows opens a device by these names, whatever their case and ending.
_DEVICE = re.compile(r"(?:CON|PRN|AUX|NUL|COM[0-9¹²³]|LPT[0-9¹²³])(?:\..*)?", re.I)
_FORBIDDEN = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f]')
# What ext4, APFS and NTFS hold; longer ones fail in the middle of writing.
_LONGEST_PART = 255

_REMEDY = "rename what it is named after in sdkgen.yaml"


def unsafe_paths(paths: Iterable[PurePosixPath]) -> list[Obstacle]:
    """What keeps these paths from being written as separate files below one folder."""
    obstacles: list[Obstacle] = []
    files: dict[str, PurePosixPath] = {}
    folders: dict[str, PurePosixPath] = {}
    for path in paths:
        fact = _unsafe(path) or _other_spelling(path.parent, folders)
        if fact is None:
            known = files.setdefault(folded(path), path)
            if known is not path:
                same = known == path
                fact = (
                    "is emitted twice" if same else f"differs from {known} by case only"
                )
        if fact is not None:
            obstacles.append(Obstacle(str(path), fact, _REMEDY))
    obstacles += [
        Obstacle(str(path), "is emitted both as a file and as a folder", _REMEDY)
        for name, path in files.items()
        if name in folders
    ]
    return obstacles


def folded(path: PurePosixPath) -> str:
    """What two paths have in common that are one file on macOS or Windows."""
    return unicodedata.normalize("NFC", str(path)).casefold()


def leads_outside(folder: Path, path: PurePosixPath) -> bool:
    """Whether there is a link on the way to a path below a folder that leaves the folder."""
    return not folder.joinpath(path).resolve().is_relative_to(folder.resolve())


def _unsafe(path: PurePosixPath) -> str | None:
    if path.is_absolute() or not path.parts or ".." in path.parts:
        return "is not a path below the output folder"
    for part in path.parts:
        if _FORBIDDEN.search(part) or part.endswith((".", " ")):
            return f"{part!r} is not a file name on every system"
        if _DEVICE.fullmatch(part):
            return f"{part!r} is the name of a device on Windows"
        if len(part.encode(errors="replace")) > _LONGEST_PART:
            return f"a part of it is longer than {_LONGEST_PART} bytes"
    return None


def _other_spelling(
    folder: PurePosixPath, folders: dict[str, PurePosixPath]
) -> str | None:
    """How a folder differs only by case from one before; remembers it and its parents."""
    while folder.parts:
        known = folders.setdefault(folded(folder), folder)
        if known is not folder:
            if known == folder:
                # Its parents were compared when it was first met.
                return None
            return f"is in {folder}, which differs from {known} by case only"
        folder = folder.parent
    return None
