"""What was generated is shown to work, and goes to its folder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from . import cache
from .files import File
from .ir import Package
from .output import MANIFEST, Written, digest, read_manifest, write
from .pipeline import Generated, Progress
from .verification import Trial, Verification


@dataclass(frozen=True, slots=True)
class Delivered:
    """What changed in the folder; what its modules import, and is not installed here."""

    written: Written
    missing: tuple[str, ...] = ()


class Delivery:
    """One run's way into a folder. Without `verified`, nothing of it is imported."""

    def __init__(self, folder: Path, *, verified: bool) -> None:
        self._folder = folder
        self._verified = verified
        self._trial: Trial | None = None

    def verify(self, package: Package, files: Sequence[File]) -> None:
        """Begins to import a package, which takes as long as making its docs.

        Raises:
            OutputError: The folder's manifest is not one.
        """
        if self._verified:
            # While the rest imported before, only what changed can have broken anything.
            was_sound = cache.get(_proof(self._folder)) is not None
            changed = set(_changed(self._folder, files)) if was_sound else None
            self._trial = Trial(self._folder, package.module, files, changed=changed)

    def finish(self, made: Generated, progress: Progress, *, force: bool) -> Delivered:
        """Writes what was made if it can be imported, and tells what came of that.

        Raises:
            OutputError: Something stands in the way; nothing was changed.
            OSError: The system refused a write; nothing was changed.
            VerificationError: It does not import; nothing was changed.
        """
        found = Verification(0)

        def verified() -> None:
            nonlocal found
            if self._trial is not None:
                progress("importing")
                found = self._trial.result()

        progress("writing")
        written = write(
            self._folder, made.files, made.names, force=force, ready=verified
        )
        if self._trial is not None and not found.missing:
            cache.put(_proof(self._folder), b"")
        return Delivered(written, found.missing)


def _changed(folder: Path, files: Sequence[File]) -> Iterator[PurePosixPath]:
    """The files that are not what the folder's manifest lists, and the modules that go."""
    known = dict(read_manifest(folder).files)
    for file in files:
        if known.pop(str(file.path), None) != digest(file.data):
            yield file.path
    for path in known:
        if path.endswith(".py"):
            yield PurePosixPath(path)


def _proof(folder: Path) -> str:
    """Where it is kept that everything which a folder's manifest lists could be imported."""
    path = folder / MANIFEST
    return cache.key_of("imports", path.read_bytes() if path.is_file() else b"")
