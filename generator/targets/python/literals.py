"""Values of the description as Python source, which can never be anything but a value."""

from __future__ import annotations

from collections.abc import Iterable

from ...ir import Json
from ...spelling.literals import scalar, string

__all__ = ["literal", "mapped", "scalars", "string", "tupled"]


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
            return mapped((key, literal(item)) for key, item in value.items())


def scalars(values: Iterable[str | int | bool]) -> str:
    """The source of a tuple of values without parts."""
    return tupled(map(scalar, values))


def tupled(parts: Iterable[str]) -> str:
    """The source of a tuple; a comma behind its last part would cost a line for each."""
    each = list(parts)
    return f"({each[0]},)" if len(each) == 1 else f"({', '.join(each)})"


def mapped(entries: Iterable[tuple[str, str]]) -> str:
    """The source of a dictionary: its keys, each with the source of what it has."""
    return f"{{{', '.join(f'{string(key)}: {value}' for key, value in entries)}}}"
