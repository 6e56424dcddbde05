"""Examples cut to what the SDK's types have room for."""

from __future__ import annotations

from enum import Enum
from typing import assert_never

from ..ir import (
    Alias,
    Any,
    Binary,
    EnumModel,
    Field,
    Json,
    List,
    Literal,
    Map,
    Model,
    Never,
    Nullable,
    Ref,
    Scalar,
    ScalarKind,
    Tuple,
    Type,
    Union,
)
from .fitting import Fitter

_MOST_HOPS = 100


class Upload(str):
    """The content of a file, which stands among JSON's values as a text."""

    __slots__ = ()


UPLOAD = Upload("Hello!")
"""Whatever a description shows for a file, a program that runs anywhere brings its own."""


class Direction(Enum):
    REQUEST = "request"
    RESPONSE = "response"


def belongs(field: Field, direction: Direction) -> bool:
    """Whether a field is there on the way to the server, or on the way back."""
    return not (field.read_only if direction is Direction.REQUEST else field.write_only)


def tidy(
    value: Json,
    type_: Type,
    fitter: Fitter,
    direction: Direction,
    hops: int = 0,
    *,
    further: bool = False,
) -> Json:
    """The value without what does not go in this direction.

    A request is left without the fields that its schema does not name as well: the
    server may allow them, a type checker does not. `further` holds for a body whose
    method has an argument for them.
    """
    if hops > _MOST_HOPS:
        return value
    match type_:
        case Nullable(inner):
            return tidy(value, inner, fitter, direction, hops + 1)
        case Ref(name):
            return _tidy_named(value, name, fitter, direction, hops, further)
        case List(inner) | Map(inner):
            if isinstance(value, list):
                return [tidy(item, inner, fitter, direction) for item in value]
            if isinstance(value, dict):
                return {k: tidy(v, inner, fitter, direction) for k, v in value.items()}
            return value
        case Union():
            variants = fitter.variants(value, type_)
            fitting = (one for one in variants if fitter.fits(value, one))
            variant = next(fitting, None)
            if variant is None:
                return value
            return tidy(value, variant, fitter, direction, hops + 1)
        case Scalar(kind):
            return _plain(value, kind) if direction is Direction.REQUEST else value
        case Binary():
            return UPLOAD if direction is Direction.REQUEST else value
        case Literal() | Tuple() | Any() | Never():
            return value
        case _:
            assert_never(type_)


def _plain(value: Json, kind: ScalarKind) -> Json:
    """The value in the spelling that Python's type for it has, among those that JSON allows."""
    if isinstance(value, float) and kind is ScalarKind.INTEGER:
        return int(value)
    if isinstance(value, int | float) and kind is ScalarKind.DECIMAL:
        return str(value)
    return value


def _tidy_named(
    value: Json,
    name: str,
    fitter: Fitter,
    direction: Direction,
    hops: int,
    further: bool,
) -> Json:
    schema = fitter.schemas.get(name)
    match schema:
        case Alias():
            return tidy(
                value, schema.type, fitter, direction, hops + 1, further=further
            )
        case Model() if isinstance(value, dict):
            return _tidy_object(value, schema, fitter, direction, further)
        case Model() | EnumModel() | None:
            return value
        case _:
            assert_never(schema)


def _tidy_object(
    value: dict[str, Json],
    model: Model,
    fitter: Fitter,
    direction: Direction,
    further: bool,
) -> dict[str, Json]:
    fields = {field.wire_name: field for field in model.fields}
    kept: dict[str, Json] = {}
    for name, item in value.items():
        field = fields.get(name)
        if field is None:
            # An object without fields of its own is nothing but its extra properties.
            if direction is Direction.RESPONSE or not fields:
                kept[name] = item
            elif further and model.extra is not None:
                kept[name] = tidy(item, model.extra, fitter, direction)
        elif belongs(field, direction):
            kept[name] = tidy(item, field.type, fitter, direction)
    return kept
