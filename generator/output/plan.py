"""What it takes to turn an output folder into what was emitted."""

from __future__ import annotations

import stat
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from ..files import File
from . import manifest
from .manifest import Manifest, Names, read_manifest
from .obstacles import Obstacle, OutputError
from .paths import folded, leads_outside, unsafe_paths

_MOVE_AWAY = "move it away, or generate into another folder"


@dataclass(frozen=True, slots=True)
class Change:
    """A file before and after; `None` where there is none."""

    path: PurePosixPath
    before: bytes | None
    after: bytes | None


@dataclass(frozen=True, slots=True)
class Plan:
    """Changes by path, the hand-edited files that they would overwrite, and what forbids them."""

    changes: tuple[Change, ...]
    edited: tuple[PurePosixPath, ...]
    obstacles: tuple[Obstacle, ...]


def make_plan(folder: Path, files: Sequence[File], names: Names) -> Plan:
    """Compares a folder with what was emitted, the manifest included.

    Raises:
        OutputError: The emitted paths could not stand in any folder, or the folder's
            manifest is not one.
    """
    if unsafe := unsafe_paths([*(file.path for file in files), manifest.PATH]):
        raise OutputError(unsafe)
    wanted = {file.path: file.data for file in files}
    digests = {path: manifest.digest(data) for path, data in wanted.items()}
    wanted[manifest.PATH] = Manifest(digests, names).data
    known = read_manifest(folder)
    stale = known.files.keys() - wanted.keys()
    # Where case does not count, a file under its old spelling looks like the new one.
    respelled = {folded(path) for path in stale}
    changes: list[Change] = []
    edited: list[PurePosixPath] = []
    obstacles: list[Obstacle] = []
    for path in sorted({*wanted, *stale}):
        if fact := _blocked(folder, path, stale):
            obstacles.append(Obstacle(str(path), fact, _MOVE_AWAY))
            continue
        change = Change(path, _read(folder / path), wanted.get(path))
        if change.before == change.after and folded(path) not in respelled:
            continue
        changes.append(change)
        if change.before is None or path == manifest.PATH:
            continue
        if path not in known.files:
            fact = "is there already, and sdkgen did not write it"
            obstacles.append(Obstacle(str(path), fact, _MOVE_AWAY))
        elif not known.wrote(path, change.before):
            edited.append(path)
    return Plan(tuple(changes), tuple(edited), tuple(obstacles))


def _blocked(
    folder: Path, path: PurePosixPath, stale: set[PurePosixPath]
) -> str | None:
    """Why nothing can be written or removed at a path, whatever its content."""
    if leads_outside(folder, path):
        return "lies behind a link that leads out of the output folder"
    for parent in path.parents:
        place = folder / parent
        if place.exists() and not place.is_dir() and parent not in stale:
            return f"needs a folder where there is a file, {parent}"
    place = folder / path
    if path not in stale and place.is_dir():
        for below in place.rglob("*"):
            relative = PurePosixPath(below.relative_to(folder).as_posix())
            if not below.is_dir() and relative not in stale:
                return f"is a folder with files that sdkgen did not write ({relative})"
    return None


def _read(place: Path) -> bytes | None:
    """What is at a place; a folder there is not the file that it is compared with."""
    try:
        mode = place.lstat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return None
    if stat.S_ISDIR(mode):
        return None
    # A pipe would block, and a link may lead nowhere: both are there, and not ours.
    return place.read_bytes() if place.is_file() else b""
