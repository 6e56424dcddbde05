"""Core schemas of single values that take a value for what it is, and for nothing else.

By itself, pydantic takes 1 for true, digits for dates and a month for thirty days. What
comes back to the server would be another value than the one it had sent.
"""

from __future__ import annotations

from base64 import b64encode
from binascii import a2b_base64
from collections.abc import Sequence
from typing import Any, Final, TypeAlias, cast

from pydantic_core import PydanticCustomError

Schema: TypeAlias = dict[str, Any]
"""A core schema: plain data, whose kind is under `type`."""

_PATTERNS: Final = {
    "date": (r"^\d{4}-\d\d-\d\d$", "a date such as 2024-05-31"),
    "datetime": (r"^\d{4}-\d\d-\d\d[Tt ]", "a time such as 2024-05-31T12:00:00Z"),
    "decimal": (r"^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$", "a number as text"),
    "time": (r"^\d\d:\d\d", "a time of day such as 12:00:00"),
    "timedelta": (r"^[+-]?P[^YM]*(T.*)?$", "a duration such as P3DT12H"),
    "uuid": (r"^[0-9A-Fa-f-]{36}$", "a UUID"),
}

_MONTHS: Final = r"^[+-]?P(\d+Y(\d+M)?|\d+M)(\d+D)?(T(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$"

STRICT: Final = "sdk_strict"
"""In a schema's metadata: what to use instead, or the key under which it stands."""

_LARGEST: Final = 2.0**53 - 1

KINDS: Final = frozenset(
    {"bool", "bytes", "float", "int", "literal", "str", *_PATTERNS}
)
"""The kinds of schemas that this module is about."""


def exact(schema: Schema) -> Schema:
    """A schema for the same type that does not take one kind of value for another."""
    match schema["type"]:
        case "literal":
            return _literal(schema)
        case "bytes":
            return _bytes(schema)
        case "int":
            return _int(schema)
        case "timedelta":
            return _duration(schema)
        case kind if kind in _PATTERNS:
            return _text(schema)
        case _:
            return {**schema, "strict": True}


def bounded(schema: Schema) -> Schema:
    """A number's schema that refuses the integers which floats cannot hold.

    They then stay integers, and large floats are the same without a schema.
    """
    return {"ge": -_LARGEST, "le": _LARGEST, **schema, "metadata": {STRICT: schema}}


def number(schema: Schema) -> Schema:
    """A number's schema, for a member of a union, that keeps every integer as it is."""
    return {
        "type": "union",
        "mode": "left_to_right",
        "choices": [bounded(schema), {"type": "int", "strict": True}],
        "metadata": {STRICT: schema},
    }


def _int(schema: Schema) -> Schema:
    number = {**schema, "strict": True}
    # For JSON Schema 1.0 is an integer. Where nothing has to fit, it stays what it is.
    whole: Schema = {
        "type": "function-before",
        "function": {"type": "no-info", "function": _whole},
        "schema": number,
    }
    return {**number, "metadata": {STRICT: whole}}


def _whole(value: object) -> object:
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _literal(schema: Schema) -> Schema:
    # For pydantic `true` is as good as 1, and so is 1.0.
    groups: dict[type[Any], list[Any]] = {}
    expected: list[Any] = schema["expected"]
    for value in expected:
        groups.setdefault(value.__class__, []).append(value)
    choices = [
        _of_one_kind(kind, {**schema, "expected": values})
        for kind, values in groups.items()
    ]
    if len(choices) == 1:
        return choices[0]
    return {"type": "union", "mode": "left_to_right", "choices": choices}


def _of_one_kind(kind: type, schema: Schema) -> Schema:
    if kind not in (bool, int):
        return schema
    return {
        "type": "chain",
        "steps": [exact({"type": kind.__name__}), schema],
    }


def _text(schema: Schema) -> Schema:
    pattern, meaning = _PATTERNS[schema["type"]]
    form: Schema = {
        "type": "custom-error",
        "schema": {"type": "str", "strict": True, "pattern": pattern},
        "custom_error_type": "text_form",
        "custom_error_message": f"Input should be {meaning}",
    }
    return _from_text(schema, [form, schema])


def _duration(schema: Schema) -> Schema:
    # Months and years have no fixed length, so that Python has no value for them.
    months: Schema = {"type": "str", "strict": True, "pattern": _MONTHS}
    read = _text(schema)["json_schema"]
    kept: Schema = {
        "type": "custom-error",
        "schema": {"type": "union", "mode": "left_to_right", "choices": [months, read]},
        "custom_error_type": "text_form",
        "custom_error_message": "Input should be a duration such as P3DT12H",
    }
    return _from_text(schema, [kept])


def _bytes(schema: Schema) -> Schema:
    # Not pydantic's own way: it writes the alphabet for URLs, and takes what is unpadded.
    decode = {"type": "no-info", "function": _from_base64}
    steps: list[Schema] = [
        {"type": "str", "strict": True},
        {"type": "function-plain", "function": decode},
    ]
    return {
        **_from_text(schema, steps),
        "serialization": ENCODED,
    }


def _from_text(schema: Schema, steps: list[Schema]) -> Schema:
    """Text from a server; from people, also what it stands for."""
    read = {"type": "chain", "steps": steps}
    either = [{**schema, "strict": True}, read]
    return {
        "type": "json-or-python",
        "json_schema": read,
        "python_schema": {"type": "union", "mode": "left_to_right", "choices": either},
    }


def _from_base64(text: str) -> bytes:
    try:
        # Encoders made for mail break their lines.
        return a2b_base64(text.replace("\r", "").replace("\n", ""), strict_mode=True)
    except ValueError:
        raise PydanticCustomError("text_form", "Input should be Base64") from None


def _encoded(value: Any) -> Any:
    if isinstance(value, bytes):
        return b64encode(value).decode()
    if isinstance(value, (list, tuple)):
        return [_encoded(item) for item in cast("Sequence[Any]", value)]
    if isinstance(value, dict):
        items = cast("dict[str, Any]", value).items()
        return {name: _encoded(item) for name, item in items}
    return value


ENCODED: Final[Schema] = {
    "type": "function-plain",
    "function": _encoded,
    "when_used": "json",
}
"""How values are written that may be bytes, or plain lists and maps with bytes in them."""
