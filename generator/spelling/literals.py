"""Values without parts: as Python source, which can never be anything else, and as sent."""

from __future__ import annotations

from decimal import Decimal
from math import isfinite


def string(text: str) -> str:
    """The source of a string, in those quotes that need fewer escapes, else in double ones.

    Printable characters stand as they are, everything else escaped.
    """
    # `repr` quotes with `"` only where the text has a `'` and no `"`.
    body = repr(text + '"')[1:-2].replace("\\'", "'")
    if text.count("'") < text.count('"'):
        return "'" + body.replace("'", "\\'") + "'"
    return '"' + body.replace('"', '\\"') + '"'


def text_of(value: str | float) -> str:
    """A single value as it stands in a request, where numbers have no exponent."""
    match value:
        case str():
            return value
        case bool():
            return "true" if value else "false"
        case float():
            return format(Decimal(repr(value)), "f")
        case int():
            return str(value)


def scalar(value: str | float | None) -> str:
    """The source of what is no list or mapping."""
    if isinstance(value, str):
        return string(value)
    if isinstance(value, float):
        # `1e400` of a description is infinite, which has no literal in Python.
        return repr(value).replace("e+", "e") if isfinite(value) else "None"
    return repr(value)
