"""Values as plain data, for the places where JSON does not rule."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TypeAlias, TypeGuard, cast

from .encoding import jsonable
from .omit import OMIT
from .texts import text

Plain: TypeAlias = "list[Plain] | dict[str, Plain] | object"
"""Lists and objects of single values; the values are still as the caller gave them."""


def plain(value: object) -> Plain:
    """Models, mappings and iterables as objects and lists, without `OMIT`."""
    if is_model(value):
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
