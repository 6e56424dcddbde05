"""What was generated goes to its folder, and is shown to work there."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from . import cache
from .output import MANIFEST, Written, write
from .pipeline import Generated, Progress
from .verification import verify


@dataclass(frozen=True, slots=True)
class Delivery:
    """What changed in the folder; what its modules import, and is not installed here."""

    written: Written
    missing: tuple[str, ...] = ()


def deliver(
    made: Generated, folder: Path, progress: Progress, *, force: bool, verified: bool
) -> Delivery:
    """Writes what was made, and imports it in a fresh interpreter if `verified`.

    Raises:
        OutputError: Something stands in the way; nothing was changed.
        OSError: The system refused a write; nothing was changed.
        VerificationError: It was written, and does not import.
    """
    progress("writing")
    was_sound = cache.get(_proof(folder)) is not None
    written = write(folder, made.files, made.names, force=force)
    if not verified:
        return Delivery(written)
    progress("importing")
    # As long as the rest imported before, only what changed can have broken anything.
    changed = (*written.written, *written.removed) if was_sound else None
    missing = verify(folder, made.api.package.module, changed=changed).missing
    if not missing:
        cache.put(_proof(folder), b"")
    return Delivery(written, missing)


def _proof(folder: Path) -> str:
    """Where it is kept that everything which a folder's manifest lists could be imported."""
    path = folder / MANIFEST
    return cache.key_of("imports", path.read_bytes() if path.is_file() else b"")
