"""Single values as text."""

from __future__ import annotations

from base64 import b64encode
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from uuid import UUID


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
