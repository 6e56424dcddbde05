"""Folders as dictionaries, and writing into them with faults on the way."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Literal

from generator.files import File

Tree = dict[str, bytes]

# What changes the disk, as Python's audit hooks report it; `os.replace` is a rename.
_CHANGES = ("os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir")

FINISHED, FAILED, OVERCOME, KILLED = 0, 1, 2, 9


def files(content: Mapping[str, str | bytes]) -> list[File]:
    """The files to write, by path."""
    return [File(PurePosixPath(path), data) for path, data in content.items()]


def plant(folder: Path, content: Mapping[str, str]) -> None:
    """Puts files of somebody else into a folder."""
    for path, text in content.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text)


def tree(folder: Path) -> Tree:
    """All files below a folder, the manifest aside; an empty folder is a `/` at the end."""
    found: Tree = {}
    for place in sorted(folder.rglob("*")):
        path = place.relative_to(folder).as_posix()
        if place.is_dir() and not any(place.iterdir()):
            found[f"{path}/"] = b""
        elif not place.is_dir() and path != ".sdkgen.json":
            found[path] = place.read_bytes()
    return found


def with_fault(
    action: Callable[[], object], step: int, fault: Literal["error", "kill"]
) -> int:
    """Does something in a process of its own whose nth change to the disk fails.

    Returns FINISHED when there were fewer changes than that.
    """
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    left = step

    def hook(event: str, arguments: Sequence[object]) -> None:
        nonlocal left
        if event not in _CHANGES and not _opens_to_write(event, arguments):
            return
        left -= 1
        if left == 0:
            if fault == "kill":
                os._exit(KILLED)
            raise OSError(errno.ENOSPC, "No space left on device")

    sys.addaudithook(hook)
    try:
        action()
    except OSError:
        os._exit(FAILED)
    os._exit(FINISHED if left > 0 else OVERCOME)


def _opens_to_write(event: str, arguments: Sequence[object]) -> bool:
    return event == "open" and isinstance(arguments[1], str) and "w" in arguments[1]
