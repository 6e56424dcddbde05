"""Many files change at once, or none does.

Everything new is first written to a staging folder, and everything old is kept there
until the end; a journal says which file is which. A failure puts the old files back at
once. A process that is killed leaves staging folder and journal behind, and the next
one that comes to the output folder puts the old files back before anything else.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from .obstacles import Obstacle, OutputError
from .paths import folder_of
from .plan import Change
from .staging import Journal, Staging, claim, leftovers


def swap(folder: Path, changes: Sequence[Change], ready: Callable[[], object]) -> None:
    """Makes the changes, all of them or none.

    `ready` is called when only the swap itself is left; nothing changes if it raises.

    Raises:
        OSError: The system refused one of them; the folder is as it was.
        OutputError: Another process is writing to the folder, or the old files could
            not be put back.
    """
    if not folder.parent.is_dir():
        folder.parent.mkdir(parents=True)
    with claim(folder) as staging:
        staging.prepare()
        journal = _stage(folder, changes, staging)
        ready()
        staging.commit(journal)
        try:
            _apply(folder, journal, staging)
            staging.discard_journal()
        except BaseException as error:
            _put_back(folder, journal, staging, error)
            raise


def recover(folder: Path) -> None:
    """Puts back what a process that was killed in the middle of a swap left changed."""
    for staging in leftovers(folder):
        with staging:
            if journal := staging.journal(folder):
                _put_back(folder, journal, staging, None)


def _stage(folder: Path, changes: Sequence[Change], staging: Staging) -> Journal:
    written: list[tuple[str, bool]] = []
    for change in changes:
        if change.after is not None:
            number = len(written)
            _write(staging.new(number), change.after)
            had = change.before is not None and _keep(
                folder / change.path, staging.old(number)
            )
            written.append((change.path, had))
    return Journal(
        removed=tuple(change.path for change in changes if change.after is None),
        folders=tuple(_missing_folders(folder, changes)),
        written=tuple(written),
    )


def _write(place: str, content: bytes) -> None:
    with open(place, "wb") as file:
        file.write(content)


def _keep(place: Path, copy: str) -> bool:
    """Keeps what is at a place, and whether there was anything to keep."""
    if not os.path.lexists(place) or (place.is_dir() and not place.is_symlink()):
        return False
    try:
        # A second name for the same file: when put back, it is untouched to its inode.
        os.link(place, copy, follow_symlinks=False)
    except (OSError, NotImplementedError):
        shutil.copy2(place, copy, follow_symlinks=False)
    return True


def _missing_folders(folder: Path, changes: Sequence[Change]) -> list[str]:
    """The folders that have to be made, outer ones first; `.` is the output folder."""
    paths = [change.path for change in changes if change.after is not None]
    return [
        path or "."
        for path in sorted(_folders(paths))
        if not folder.joinpath(path).is_dir()
    ]


def _folders(paths: Iterable[str]) -> set[str]:
    """The folders that the paths are in, the output folder among them."""
    found: set[str] = set()
    for path in paths:
        inner = path
        while inner and (inner := folder_of(inner)) not in found:
            found.add(inner)
    return found


def _apply(folder: Path, journal: Journal, staging: Staging) -> None:
    needed = _folders(path for path, _ in journal.written)
    # First what goes: a folder may come where a file was, and a file where a folder was.
    for number, path in enumerate(journal.removed):
        if os.path.lexists(folder / path):
            os.replace(folder / path, staging.removed(number))
            _prune(folder, path, needed)
    for path in journal.folders:
        folder.joinpath(path).mkdir()
    for number, (path, _) in enumerate(journal.written):
        os.replace(staging.new(number), os.path.join(folder, path))


def _prune(folder: Path, path: str, needed: set[str]) -> None:
    """Removes the folders that the removal of a file left empty, and no others."""
    while path:
        path = folder_of(path)
        place = folder / path
        if path in needed or any(place.iterdir()):
            return
        place.rmdir()


def _put_back(
    folder: Path, journal: Journal, staging: Staging, cause: BaseException | None
) -> None:
    """Undoes whatever part of a swap was done, last things first; may be repeated."""
    try:
        for number, (path, had) in reversed(list(enumerate(journal.written))):
            if not os.path.exists(staging.new(number)):
                _undo(folder / path, staging, number, had=had)
        for path in reversed(journal.folders):
            place = folder / path
            # Somebody else's file may have come to be in it.
            if place.is_dir() and not any(place.iterdir()):
                place.rmdir()
        for number, path in enumerate(journal.removed):
            if os.path.lexists(staging.removed(number)):
                folder.joinpath(path).parent.mkdir(parents=True, exist_ok=True)
                os.replace(staging.removed(number), folder / path)
        staging.discard_journal()
    except OSError as error:
        fact = f"is partly written, and the old files could not be put back ({error})"
        remedy = f"mend that and run sdkgen again; they are kept in {staging.path}"
        raise OutputError([Obstacle(str(folder), fact, remedy)]) from (cause or error)


def _undo(place: Path, staging: Staging, number: int, *, had: bool) -> None:
    old = staging.old(number)
    if had and os.path.lexists(old):
        os.replace(old, place)
    if not had and os.path.lexists(place):
        os.replace(place, staging.new(number))
