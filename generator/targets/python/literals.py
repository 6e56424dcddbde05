"""Values of the description as Python source, which can never be anything but a value."""

from __future__ import annotations

from collections.abc import Sequence

from ...ir import Json
from ...spelling.literals import scalar, string

__all__ = ["constants", "literal", "string", "strings", "tupled"]


def literal(value: Json) -> str:
    """The source of a JSON value, strings in double quotes as black wants them.

    >>> literal({"a": [True, None, 'say "hi"']})
    '{"a": [True, None, \\'say "hi"\\']}'
    """
    match value:
        case None | str() | int() | float():
            return scalar(value)
        case list():
            return f"[{', '.join(literal(item) for item in value)}]"
        case dict():
            pairs = (f"{string(key)}: {literal(item)}" for key, item in value.items())
            return f"{{{', '.join(pairs)}}}"


def strings(values: tuple[str, ...]) -> str:
    """The source of a tuple of strings."""
    return constants(values)


def constants(values: tuple[str | int | bool, ...]) -> str:
    """The source of a tuple of values without parts."""
    return tupled([scalar(value) for value in values])


def tupled(parts: Sequence[str]) -> str:
    """The source of a tuple; a comma behind its last part would cost a line for each."""
    inner = ", ".join(parts)
    return f"({inner},)" if len(parts) == 1 else f"({inner})"
