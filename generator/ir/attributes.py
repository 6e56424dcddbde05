"""Where a path of wire names leads in a value that the server sends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .schemas import Alias, Model, Schema
from .types import Ref, Type, Union


def attributes(
    type_: Type | None, path: Sequence[str], schemas: Mapping[str, Schema]
) -> tuple[str, ...] | None:
    """The names of the fields on a path; `None` where some value may lack one before its end."""
    return _along(type_, tuple(path), schemas, frozenset())


def _along(
    type_: Type | None,
    path: tuple[str, ...],
    schemas: Mapping[str, Schema],
    seen: frozenset[str],
) -> tuple[str, ...] | None:
    if not path:
        return ()
    match type_:
        case Union(variants):
            ways = {_along(each, path, schemas, seen) for each in variants}
            return ways.pop() if len(ways) == 1 else None
        case Ref(name) if name not in seen:
            schema = schemas.get(name)
            if isinstance(schema, Alias):
                return _along(schema.type, path, schemas, seen | {name})
            return _within(schema, path, schemas) if isinstance(schema, Model) else None
        case _:
            return None


def _within(
    model: Model, path: tuple[str, ...], schemas: Mapping[str, Schema]
) -> tuple[str, ...] | None:
    step, *further = path
    sent = (field for field in model.fields if not field.write_only)
    field = next((field for field in sent if field.wire_name == step), None)
    if field is None or (further and not field.required):
        return None
    rest = _along(field.type, tuple(further), schemas, frozenset())
    return None if rest is None else (field.name, *rest)
