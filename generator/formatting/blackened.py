"""Black itself, for what is not known to look as black would have it."""

from __future__ import annotations

import functools

import black
from black.mode import TargetVersion

from generator.formatting.statements import LINE_LENGTH

_MODE = black.Mode(target_versions={TargetVersion.PY311}, line_length=LINE_LENGTH)


def blacken(source: str) -> str:
    """A module as black would have it.

    Raises:
        black.InvalidInput: It is not Python.
    """
    return black.format_str(source, mode=_MODE)


@functools.cache
def blacken_statement(text: str, indent: str) -> str:
    """A statement, or the header of a block, that is the first in its block."""
    depth = len(indent) // 4
    outer = "".join(f"{'    ' * level}if _:\n" for level in range(depth))
    body = f"{indent}    pass\n" if text.endswith(":") else ""
    lines = blacken(f"{outer}{indent}{text}\n{body}").splitlines(keepends=True)
    # Black puts a blank line before a definition that is not alone in its block.
    return "".join(lines[depth : -1 if body else None]).lstrip("\n")
