"""What it takes to turn an output folder into what was emitted."""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence, Set
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
    disk = _Disk(folder, stale)
    changes: list[Change] = []
    edited: list[PurePosixPath] = []
    obstacles: list[Obstacle] = []
    for path in sorted({*wanted, *stale}, key=str):
        if fact := disk.fact_against(path):
            obstacles.append(Obstacle(str(path), fact, _MOVE_AWAY))
            continue
        change = Change(path, disk.read(path), wanted.get(path))
        if change.before == change.after and not (
            respelled and folded(path) in respelled
        ):
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


class _Disk:
    """The output folder as it is. A folder in it is looked at once, for all its files."""

    def __init__(self, folder: Path, stale: Set[PurePosixPath]) -> None:
        self._folder = folder
        self._stale = stale
        self._facts: dict[PurePosixPath, str | None] = {}
        self._names: dict[PurePosixPath, frozenset[str]] = {}

    def fact_against(self, path: PurePosixPath) -> str | None:
        """Why nothing can be written or removed at a path, whatever its content."""
        if fact := self._fact_about_folder(path.parent):
            return fact
        if self._is_free(path):
            return None
        place = self._folder / path
        if path in self._stale or not place.is_dir() or place.is_symlink():
            return None
        for below in place.rglob("*"):
            relative = PurePosixPath(below.relative_to(self._folder).as_posix())
            if not below.is_dir() and relative not in self._stale:
                return f"is a folder with files that sdkgen did not write ({relative})"
        return None

    def read(self, path: PurePosixPath) -> bytes | None:
        """What is at a path; a folder there is not the file that it is compared with."""
        if self._is_free(path):
            return None
        place = self._folder / path
        try:
            mode = place.lstat().st_mode
        except (FileNotFoundError, NotADirectoryError):
            return None
        if stat.S_ISDIR(mode):
            return None
        # A pipe would block, and a link may lead nowhere: both are there, and not ours.
        return place.read_bytes() if place.is_file() else b""

    def _is_free(self, path: PurePosixPath) -> bool:
        """Whether nothing is there, however the system compares names."""
        if path.parent not in self._names:
            try:
                found = os.listdir(self._folder / path.parent)
            except (FileNotFoundError, NotADirectoryError):
                found = []
            self._names[path.parent] = frozenset(
                folded(PurePosixPath(name)) for name in found
            )
        return folded(PurePosixPath(path.name)) not in self._names[path.parent]

    def _fact_about_folder(self, path: PurePosixPath) -> str | None:
        if path not in self._facts:
            outer = self._fact_about_folder(path.parent) if path.parts else None
            self._facts[path] = outer or self._fact_about(path)
        return self._facts[path]

    def _fact_about(self, path: PurePosixPath) -> str | None:
        place = self._folder / path
        if leads_outside(self._folder, path):
            return "lies behind a link that leads out of the output folder"
        if place.exists() and not place.is_dir() and path not in self._stale:
            return f"needs a folder where there is a file, {path}"
        return None
