"""The output folder: what sdkgen wrote there, what it writes now, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..files import File
from .manifest import PATH as MANIFEST, Manifest, Names, digest, read_manifest
from .obstacles import Obstacle, OutputError
from .plan import Change, Plan, make_plan
from .swap import recover, swap

__all__ = [
    "MANIFEST",
    "Change",
    "Manifest",
    "Names",
    "Obstacle",
    "OutputError",
    "Plan",
    "Written",
    "digest",
    "make_plan",
    "read_manifest",
    "recover",
    "write",
]


@dataclass(frozen=True, slots=True)
class Written:
    """What a call changed, by path; a file that was right already is not in it."""

    written: tuple[str, ...]
    removed: tuple[str, ...]
    overwritten_edits: tuple[str, ...]
    """Those of them that somebody had edited, which only `force` allows."""


def write(
    folder: Path,
    files: Sequence[File],
    names: Names,
    *,
    force: bool = False,
    ready: Callable[[], object] = lambda: None,
) -> Written:
    """Makes the folder hold these files in place of those that sdkgen wrote before.

    Files of others are never touched. `names` is kept in the manifest as it is. `ready`
    is called before the folder changes, as late as can be; nothing changes if it raises.

    Raises:
        OutputError: Something stands in the way; nothing was changed.
        OSError: The system refused a write; nothing was changed.
    """
    folder = folder.resolve()
    recover(folder)
    plan = make_plan(folder, files, names)
    obstacles = list(plan.obstacles)
    if not force:
        obstacles += [_edited(path) for path in plan.edited]
    if obstacles:
        raise OutputError(obstacles)
    if plan.changes:
        swap(folder, plan.changes, ready)
    else:
        ready()
    return Written(
        tuple(change.path for change in plan.changes if change.after is not None),
        tuple(change.path for change in plan.changes if change.after is None),
        plan.edited,
    )


def _edited(path: str) -> Obstacle:
    fact = "was edited since sdkgen wrote it"
    return Obstacle(path, fact, "move the edit elsewhere, or lose it with --force")
