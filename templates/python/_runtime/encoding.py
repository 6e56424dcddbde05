"""Values as JSON, for request bodies."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, time, timedelta
from decimal import Decimal
from enum import Enum
from typing import Any, TypeAlias, cast
from uuid import UUID

from .omit import OMIT
from .texts import text

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"

_SINGLE = (date, time, timedelta, Decimal, UUID)


def encode_json(value: object) -> bytes:
    """A value as compact JSON; see `jsonable` for what may stand in it.

    Raises:
        TypeError: Something in it has no JSON form.
        ValueError: A number in it is not finite.
    """
    return json.dumps(
        jsonable(value), ensure_ascii=False, allow_nan=False, separators=(",", ":")
    ).encode()


def jsonable(value: object) -> Json:
    """A value as plain data: what JSON can hold, and nothing else.

    Takes models (by their wire names, without what was never set), dataclasses,
    mappings and iterables of these, and everything that a model's field can hold.
    Fields and items that are `OMIT` are left out at any depth; bytes become Base64.

    Raises:
        TypeError: Something in it has no JSON form.
    """
    kind = type(value)
    if kind is str or kind is int or kind is bool or kind is float or value is None:
        return cast("Json", value)
    if value is OMIT:
        raise TypeError("OMIT leaves a field or an item out, and is no value itself")
    if isinstance(value, Enum):
        return jsonable(value.value)
    if isinstance(value, Mapping):
        entries = cast("Mapping[object, object]", value)
        return {
            _key(name): jsonable(item)
            for name, item in entries.items()
            if item is not OMIT
        }
    if isinstance(value, (str, int, float)):
        return value
    if isinstance(value, _SINGLE):
        return text(value)
    if isinstance(value, (bytes, bytearray)):
        return b64encode(value).decode()
    # Models of this package, and those of the caller's own.
    if hasattr(kind, "model_dump"):
        return _dump(value)
    if hasattr(kind, "__pydantic_serializer__"):
        from pydantic_core import to_jsonable_python

        return cast("Json", to_jsonable_python(value, by_alias=True))
    if is_dataclass(value):
        pairs = ((part.name, getattr(value, part.name)) for part in fields(value))
        return {name: jsonable(item) for name, item in pairs if item is not OMIT}
    # An open file is an iterable of lines, and no list of them.
    if isinstance(value, Iterable) and not hasattr(kind, "read"):
        return [
            jsonable(item)
            for item in cast("Iterable[object]", value)
            if item is not OMIT
        ]
    raise TypeError(f"a {kind.__name__} cannot be sent as JSON")


def _dump(model: Any) -> Json:
    data: Json = model.model_dump(
        mode="json", by_alias=True, exclude_unset=True, warnings=False
    )
    return data


def _key(name: object) -> str:
    return name if type(name) is str else text(name)
