"""What it takes to turn an output folder into what was emitted."""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence, Set
from dataclasses import dataclass
from pathlib import Path

from ..files import File
from . import manifest
from .manifest import Manifest, Names, read_manifest
from .obstacles import Obstacle, OutputError
from .paths import folded, folder_of, leads_outside, unsafe_paths

_MOVE_AWAY = "move it away, or generate into another folder"


@dataclass(frozen=True, slots=True)
class Change:
    """A file before and after; `None` where there is none."""

    path: str
    before: bytes | None
    after: bytes | None


@dataclass(frozen=True, slots=True)
class Plan:
    """Changes by path, the hand-edited files that they would overwrite, and what forbids them."""

    changes: tuple[Change, ...]
    edited: tuple[str, ...]
    obstacles: tuple[Obstacle, ...]


def make_plan(folder: Path, files: Sequence[File], names: Names) -> Plan:
    """Compares a folder with what was emitted, the manifest included.

    Raises:
        OutputError: The emitted paths could not stand in any folder, or the folder's
            manifest is not one.
    """
    if unsafe := unsafe_paths([*(str(file.path) for file in files), manifest.PATH]):
        raise OutputError(unsafe)
    wanted = {str(file.path): file.data for file in files}
    digests = {path: manifest.digest(data) for path, data in wanted.items()}
    wanted[manifest.PATH] = Manifest(digests, names).data
    known = read_manifest(folder)
    stale = known.files.keys() - wanted.keys()
    # Where case does not count, a file under its old spelling looks like the new one.
    respelled = {folded(path) for path in stale}
    disk = _Disk(folder, stale)
    if not disk.is_folder:
        is_file = "is a file, where the output folder belongs"
        return Plan((), (), (Obstacle(str(folder), is_file, _MOVE_AWAY),))
    changes: list[Change] = []
    edited: list[str] = []
    obstacles: list[Obstacle] = []
    for path in sorted({*wanted, *stale}):
        if fact := disk.fact_against(path):
            obstacles.append(Obstacle(path, fact, _MOVE_AWAY))
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
            obstacles.append(Obstacle(path, fact, _MOVE_AWAY))
        elif not known.wrote(path, change.before):
            edited.append(path)
    return Plan(tuple(changes), tuple(edited), tuple(obstacles))


class _Disk:
    """The output folder as it is. A folder in it is looked at once, for all its files."""

    def __init__(self, folder: Path, stale: Set[str]) -> None:
        self._folder = folder
        self._stale = stale
        self._facts: dict[str, str | None] = {}
        self._names: dict[str, frozenset[str]] = {}

    @property
    def is_folder(self) -> bool:
        """Whether there is such a folder, or may come to be."""
        return self._folder.is_dir() or not self._folder.exists()

    def fact_against(self, path: str) -> str | None:
        """Why nothing can be written or removed at a path, whatever its content."""
        if fact := self._fact_about_folder(folder_of(path)):
            return fact
        if path in self._stale or not stat.S_ISDIR(self._mode(path)):
            return None
        for below in self._folder.joinpath(path).rglob("*"):
            relative = below.relative_to(self._folder).as_posix()
            if not below.is_dir() and relative not in self._stale:
                return f"is a folder with files that sdkgen did not write ({relative})"
        return None

    def read(self, path: str) -> bytes | None:
        """What is at a path; a folder there is not the file that it is compared with."""
        mode = self._mode(path)
        if not mode or stat.S_ISDIR(mode):
            return None
        place = self._place(path)
        # A pipe would block, and a link may lead nowhere: both are there, and not ours.
        if not stat.S_ISREG(mode) and not os.path.isfile(place):
            return b""
        with open(place, "rb") as file:
            return file.read()

    def _mode(self, path: str) -> int:
        """What kind of thing is at a path; 0 where there is nothing."""
        if self._is_free(path):
            return 0
        try:
            return os.lstat(self._place(path)).st_mode
        except (FileNotFoundError, NotADirectoryError):
            return 0

    def _is_free(self, path: str) -> bool:
        """Whether nothing is there, however the system compares names."""
        folder, _, name = path.rpartition("/")
        if folder not in self._names:
            try:
                found = os.listdir(self._place(folder))
            except (FileNotFoundError, NotADirectoryError):
                found = []
            self._names[folder] = frozenset(map(folded, found))
        return folded(name) not in self._names[folder]

    def _place(self, path: str) -> str:
        return os.path.join(self._folder, path)

    def _fact_about_folder(self, path: str) -> str | None:
        if path not in self._facts:
            outer = self._fact_about_folder(folder_of(path)) if path else None
            self._facts[path] = outer or self._fact_about(path)
        return self._facts[path]

    def _fact_about(self, path: str) -> str | None:
        place = self._folder / path
        if leads_outside(self._folder, path):
            return "lies behind a link that leads out of the output folder"
        if place.exists() and not place.is_dir() and path not in self._stale:
            return f"needs a folder where there is a file, {path}"
        return None
