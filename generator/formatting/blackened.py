"""Black itself, for what is not known to look as black would have it."""

from __future__ import annotations

import black
from black.mode import TargetVersion
from black.parsing import InvalidInput

from ..files import File
from .failures import FormattingError, Unfamiliar
from .splitting import LINE_LENGTH

_MODE = black.Mode(target_versions={TargetVersion.PY311}, line_length=LINE_LENGTH)


def blacken(source: str) -> str:
    """A module as black would have it.

    Raises:
        InvalidInput: It is not Python.
    """
    return black.format_str(source, mode=_MODE)


def blacken_file(file: File) -> str:
    """A file's text as black would have it.

    Raises:
        FormattingError: It is not Python.
    """
    try:
        return blacken(file.data.decode())
    except InvalidInput as error:
        place = f"{file.path}:{error.lineno}"
        raise FormattingError(f"{place}: is not Python: {error}") from error


def blacken_statement(text: str, indent: str) -> str:
    """A statement, or the header of a block, that is the first in its block.

    Raises:
        Unfamiliar: It is not Python when it stands alone.
    """
    depth = len(indent) // 4
    outer = "".join(f"{'    ' * level}if _:\n" for level in range(depth))
    body = f"{indent}    pass\n" if text.endswith(":") else ""
    try:
        lines = blacken(f"{outer}{indent}{text}\n{body}").splitlines(keepends=True)
    except InvalidInput as error:
        raise Unfamiliar("a statement that black cannot read alone") from error
    # Black puts a blank line before a definition that is not alone in its block.
    return "".join(lines[depth : -1 if body else None]).lstrip("\n")
