"""Whether a run would write what is there already, told without reading a description.

A run leaves the digests of all that it read and wrote in the user's cache, under the
words of its call. As long as these hold, the same call has nothing to do.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Self

from . import cache

_HERE = Path(__file__).parent
_MANIFEST = ".sdkgen.json"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run said: its problems, as printed, and its last line."""

    problems: tuple[str, ...]
    summary: str


def recall(words: Sequence[str]) -> Outcome | None:
    """What the same call said, if nothing that it read or wrote has changed since."""
    found = cache.get(_key(words))
    if found is None:
        return None
    entry = json.loads(found)
    if any(_digest(Path(path)) != digest for path, digest in entry["read"].items()):
        return None
    if any(_names(Path(path)) != names for path, names in entry["listed"].items()):
        return None
    out = Path(entry["out"])
    if _digest(out / _MANIFEST) != entry["manifest"] or not _holds(out):
        return None
    return Outcome(tuple(entry["problems"]), entry["summary"])


@dataclass(frozen=True, slots=True)
class Seen:
    """The digests of files (`None` where there is none), and the names of all in folders."""

    files: Mapping[Path, str | None]
    folders: Mapping[Path, list[str]]

    @classmethod
    def of(cls, files: Iterable[Path], folders: Iterable[Path]) -> Self:
        """As they are now."""
        return cls(
            {path: _digest(path) for path in files},
            {path: _names(path) for path in folders},
        )


def remember(
    words: Sequence[str],
    read: Mapping[Path, str | None],
    seen: Seen,
    out: Path,
    said: Outcome,
) -> None:
    """Keeps what a call read, as it was then, what it had seen before that, and what it said.

    Whoever saves a file while a run goes on wants another one.
    """
    files = {**seen.files, **read}
    entry = {
        "read": {str(path.absolute()): digest for path, digest in files.items()},
        "listed": {str(path.absolute()): names for path, names in seen.folders.items()},
        "out": str(out.absolute()),
        "manifest": _digest(out / _MANIFEST),
        "problems": said.problems,
        "summary": said.summary,
    }
    cache.put(_key(words), json.dumps(entry).encode())


def program_files() -> list[Path]:
    """The modules and templates that decide what is emitted."""
    folders = [_HERE, _HERE.parent / "templates"]
    return sorted(
        path
        for folder in folders
        if folder.is_dir()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    )


def _key(words: Sequence[str]) -> str:
    digest = sha256()
    for path in program_files():
        digest.update(path.read_bytes())
    installed = "/".join(_installed())
    return cache.key_of("fresh", digest.digest(), installed, str(Path.cwd()), *words)


def _installed() -> list[str]:
    """The libraries at hand, each with its version, as their folders are called."""
    # To ask importlib.metadata takes as long as all else here.
    found: set[str] = set()
    for folder in sys.path:
        with suppress(OSError):
            names = os.listdir(folder or os.curdir)
            found.update(name for name in names if name.endswith(".dist-info"))
    return sorted(found)


def _holds(out: Path) -> bool:
    """Whether every file that the manifest lists is as it was written."""
    files = json.loads((out / _MANIFEST).read_bytes())["files"]
    return all(_digest(out / path) == digest for path, digest in files.items())


def _names(folder: Path) -> list[str]:
    """The files in a folder, however deep."""
    return sorted(
        str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()
    )


def _digest(path: Path) -> str | None:
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError:
        return None
