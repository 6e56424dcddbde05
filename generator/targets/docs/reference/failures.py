"""How the docs name the statuses of answers."""

from __future__ import annotations

from ....spelling.markdown import code


def shown(status: str) -> str:
    """A status as a table names it."""
    return "other" if status == "default" else code(status)
