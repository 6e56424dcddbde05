"""The folder in which the files of a swap wait, and the journal that says which is which."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self, cast

from .obstacles import Obstacle, OutputError
from .paths import folder_of, leads_outside, unsafe_paths

if sys.platform != "win32":
    import fcntl

_JOURNAL = "journal.json"
_KINDS = ("new", "old", "removed")


@dataclass(frozen=True, slots=True)
class Journal:
    """A swap under way. Paths are relative to the output folder, and their places in
    these lists are the names of their files in the staging folder."""

    removed: tuple[str, ...]
    folders: tuple[str, ...]
    written: tuple[tuple[str, bool], ...]
    """With whether there was a file before."""


class Staging:
    """Held by one process at a time, and gone when that process is through with it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock: int | None = None

    def __enter__(self) -> Self:
        # Windows cannot open a folder; there, two at a time are not told apart from
        # one that was killed.
        if sys.platform != "win32":
            self._lock = os.open(self.path, os.O_RDONLY)
            try:
                fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                os.close(self._lock)
                raise _busy(self.path) from error
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if not self.path.joinpath(_JOURNAL).exists():
            shutil.rmtree(self.path, ignore_errors=True)
        if self._lock is not None:
            os.close(self._lock)

    def prepare(self) -> None:
        for kind in _KINDS:
            self.path.joinpath(kind).mkdir()

    # Plain text: these are asked for by the thousand.

    def new(self, number: int) -> str:
        return f"{self.path}{os.sep}new{os.sep}{number}"

    def old(self, number: int) -> str:
        return f"{self.path}{os.sep}old{os.sep}{number}"

    def removed(self, number: int) -> str:
        return f"{self.path}{os.sep}removed{os.sep}{number}"

    def commit(self, journal: Journal) -> None:
        """From here on, a swap that is not finished has to be undone."""
        draft = self.path / "draft.json"
        content = {
            "removed": journal.removed,
            "folders": journal.folders,
            "written": journal.written,
        }
        draft.write_text(json.dumps(content), encoding="utf-8")
        draft.replace(self.path / _JOURNAL)

    def discard_journal(self) -> None:
        """The swap is done, or undone: all that is kept here may go."""
        self.path.joinpath(_JOURNAL).unlink()

    def journal(self, folder: Path) -> Journal | None:
        """The swap that was under way here when its process ended, if one was."""
        path = self.path / _JOURNAL
        if not path.is_file():
            return None
        try:
            journal = _parsed(json.loads(path.read_bytes()))
            _check(journal, folder)
        except (ValueError, RecursionError) as error:
            raise OutputError(
                [Obstacle(str(path), f"is damaged ({error})", f"remove {self.path}")]
            ) from error
        return journal


def claim(folder: Path) -> Staging:
    """A new staging folder on the file system that an output folder is on."""
    staging = Staging(_beside(folder) if _can_be_beside(folder) else _inside(folder))
    try:
        staging.path.mkdir()
    except FileExistsError as error:
        raise _busy(staging.path) from error
    return staging


def leftovers(folder: Path) -> Iterator[Staging]:
    """The staging folders of processes that ended before they were through."""
    for path in (_beside(folder), _inside(folder)):
        if path.is_dir() and not path.is_symlink():
            yield Staging(path)


def _beside(folder: Path) -> Path:
    return folder.parent / f".{folder.name}.sdkgen"


def _inside(folder: Path) -> Path:
    return folder / ".sdkgen.staging"


def _can_be_beside(folder: Path) -> bool:
    # The output folder may be mounted, as a container's volumes are; a file can be
    # moved into place only within one file system.
    parent = folder.parent
    if folder.exists() and folder.stat().st_dev != parent.stat().st_dev:
        return False
    # Where there is no folder, the system is to say that none can be made.
    return os.access(parent, os.W_OK) or not folder.exists()


def _busy(path: Path) -> OutputError:
    fact = "another sdkgen is writing to the folder"
    return OutputError([Obstacle(str(path), fact, "wait for it, and try again")])


def _parsed(content: object) -> Journal:
    if not isinstance(content, dict):
        raise ValueError("it is no object")
    fields = cast("dict[str, list[list[object]]]", content)
    try:
        return Journal(
            tuple(str(path) for path in fields["removed"]),
            tuple(str(path) for path in fields["folders"]),
            tuple((str(path), bool(had)) for path, had in fields["written"]),
        )
    except (KeyError, TypeError) as error:
        raise ValueError(f"it lacks {error}") from error


def _check(journal: Journal, folder: Path) -> None:
    # What this lists is removed and replaced: it must not reach out of the folder even
    # if the journal came with somebody else's files.
    listed = [
        *journal.removed,
        *journal.folders,
        *(path for path, _ in journal.written),
    ]
    for path in listed:
        if path == ".":
            continue
        for obstacle in unsafe_paths([path]):
            raise ValueError(str(obstacle))
        if leads_outside(folder, folder_of(path)):
            raise ValueError(f"{path} lies behind a link")
