"""Values of the description as Python source, which can never be anything but a value."""

from __future__ import annotations

import math

from ...ir import Json


def literal(value: Json) -> str:
    """The source of a JSON value, strings in double quotes as black wants them.

    >>> literal({"a": [True, None, 'say "hi"']})
    '{"a": [True, None, \\'say "hi"\\']}'
    """
    match value:
        case None | bool():
            return repr(value)
        case str():
            return string(value)
        case int():
            return repr(value)
        case float():
            # `1e400` of a description is infinite here; `inf` is no name in Python.
            return repr(value) if math.isfinite(value) else "None"
        case list():
            return f"[{', '.join(literal(item) for item in value)}]"
        case dict():
            pairs = (f"{string(key)}: {literal(item)}" for key, item in value.items())
            return f"{{{', '.join(pairs)}}}"


def string(text: str) -> str:
    """The source of a string: printable characters as they are, everything else escaped."""
    source = repr(text)
    if source[0] == "'" and '"' not in text and "\\'" not in source[:-1]:
        return f'"{source[1:-1]}"'
    return source


def strings(values: tuple[str, ...]) -> str:
    """The source of a tuple of strings."""
    if not values:
        return "()"
    inner = ", ".join(string(value) for value in values)
    return f"({inner},)" if len(values) == 1 else f"({inner})"
