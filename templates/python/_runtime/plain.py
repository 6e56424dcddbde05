"""Values as text and plain data, for the places where JSON does not rule."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from typing import TypeAlias, TypeGuard, cast
from uuid import UUID

from .omit import OMIT

Plain: TypeAlias = "list[Plain] | dict[str, Plain] | object"
"""Lists and objects of single values; the values are still as the caller gave them."""


def text(value: object) -> str:
    """A single value as parameters and form fields have it.

    Raises:
        ValueError: The value is not finite.
        TypeError: There is no text for a value of this type.
    """
    match value:
        case Enum():
            return text(value.value)
        case str():
            return value
        case bool():
            return "true" if value else "false"
        case int():
            return str(int(value))
        case float():
            return _decimal(Decimal(repr(float(value))))
        case Decimal():
            return _decimal(value)
        case datetime():
            written = value.isoformat()
            return f"{written[:-6]}Z" if written.endswith("+00:00") else written
        case date() | time():
            return value.isoformat()
        case timedelta():
            return _duration(value)
        case UUID():
            return str(value)
        case bytes() | bytearray():
            return b64encode(value).decode()
        case None:
            return ""
        case _:
            raise TypeError(f"a {type(value).__name__} has no plain text form")


def plain(value: object) -> Plain:
    """Models, mappings and iterables as objects and lists, without `OMIT`."""
    if is_model(value):
        from .decoding import jsonable

        value = jsonable(value)
    if isinstance(value, Mapping):
        fields = cast("Mapping[object, object]", value)
        return {
            text(name): plain(item) for name, item in fields.items() if item is not OMIT
        }
    if is_list(value):
        return [plain(item) for item in value if item is not OMIT]
    return value


def dated(value: object) -> object:
    """Dates, be they in lists or objects, without the time of day that some may have."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, Mapping):
        fields = cast("Mapping[object, object]", value)
        return {name: dated(item) for name, item in fields.items()}
    return [dated(item) for item in value] if is_list(value) else value


def is_list(value: object) -> TypeGuard[Iterable[object]]:
    """Whether a value is a list to the API: iterable, but no text, bytes or object."""
    return (
        isinstance(value, Iterable)
        and not isinstance(value, (str, bytes, bytearray, Mapping))
        and not is_model(cast("object", value))
    )


def is_model(value: object) -> bool:
    """Whether a value is a model, of this package or of the caller's own."""
    return hasattr(type(value), "__pydantic_fields__")


def _decimal(value: Decimal) -> str:
    if not value.is_finite():
        raise ValueError(f"{value} is not a number that can be sent")
    # Exponents are legal in JSON numbers, but many servers do not read them elsewhere.
    return format(value, "f")


def _duration(value: timedelta) -> str:
    """ISO 8601, in days and seconds; months and years have no fixed length."""
    sign = "-" if value < timedelta(0) else ""
    value = abs(value)
    seconds = Decimal(value.seconds) + Decimal(value.microseconds) / 1_000_000
    days = f"{value.days}D" if value.days else ""
    rest = f"T{seconds.normalize():f}S" if seconds or not value.days else ""
    return f"{sign}P{days}{rest}"
