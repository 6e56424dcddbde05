"""A module statement by statement, so that black need only see the unfamiliar ones."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

from .blank_lines import BlankLines
from .docstrings import check_string, docstring
from .failures import Unfamiliar
from .scanning import Statement, statements
from .statements import lay_out

Black: TypeAlias = Callable[[str, str], str]
"""Lays out one statement, given its text and its indent."""

_HEADER = re.compile(r"(?:async|class|def|for|if|while|with|@)\b")


def format_module(source: str, black: Black) -> str:
    """The module as black would have it; `black` is asked for statements not known here.

    Raises:
        Unfamiliar: Black has to look at the module as a whole.
    """
    blank_lines = BlankLines()
    parts: list[str] = []
    for statement in statements(source):
        parts.append("\n" * blank_lines.before(statement))
        parts.append(_formatted(statement, black))
    return "".join(parts)


def _formatted(statement: Statement, black: Black) -> str:
    text, indent = statement.text, statement.indent
    try:
        if not statement.is_string:
            return "".join(f"{line}\n" for line in lay_out(text, indent))
        if statement.opened:
            return f"{indent}{docstring(text, indent)}\n"
        check_string(text)
    except Unfamiliar:
        if statement.is_string and not statement.opened:
            raise
        if _HEADER.match(text) and not text.endswith(":"):
            raise
        return black(text, indent)
    return f"{indent}{text}\n"
