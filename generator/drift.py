"""How an output folder differs from what would be written, as a unified diff."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from pathlib import Path

from .files import File
from .output import Change, Names, OutputError, make_plan


def drift(folder: Path, files: Sequence[File], names: Names) -> str:
    """What `generate` would change in the folder, by path; empty when nothing.

    Raises:
        OutputError: The files could not stand in any folder, or something is in their way.
    """
    plan = make_plan(folder.resolve(), files, names)
    shown = {change.path for change in plan.changes}
    if hidden := [each for each in plan.obstacles if each.path not in shown]:
        raise OutputError(hidden)
    return "".join(line for change in plan.changes for line in _diff(change))


def _diff(change: Change) -> Iterator[str]:
    old_name = _name("a", change.path, change.before)
    new_name = _name("b", change.path, change.after)
    before, after = _lines(change.before), _lines(change.after)
    if before is None or after is None:
        yield f"Binary files {old_name} and {new_name} differ\n"
        return
    # An empty file that comes or goes has no lines to show, only its header.
    yield f"--- {old_name}\n"
    yield f"+++ {new_name}\n"
    hunks = difflib.unified_diff(before, after)
    for line in list(hunks)[2:]:
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _name(side: str, path: str, content: bytes | None) -> str:
    return "/dev/null" if content is None else f"{side}/{path}"


def _lines(content: bytes | None) -> list[str] | None:
    """The lines of a text, with their ends; `None` for what is no text."""
    if content is None:
        return []
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return None
    if "\0" in text:
        return None
    # `splitlines` would also split at form feeds and the like within a line.
    lines = text.split("\n")
    return [f"{line}\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])
