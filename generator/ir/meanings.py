"""What types mean, whatever they are called."""

from __future__ import annotations

from collections.abc import Mapping

from .schemas import Alias, Schema
from .types import Nullable, Ref, Type


def meaning(type_: Type, schemas: Mapping[str, Schema]) -> Type:
    """The type behind aliases."""
    # As often as there are names, which may go in circles.
    for _ in schemas:
        schema = schemas.get(type_.name) if isinstance(type_, Ref) else None
        if not isinstance(schema, Alias):
            break
        type_ = schema.type
    return type_


def bare(type_: Type, schemas: Mapping[str, Schema]) -> Type:
    """The type behind nullables and aliases."""
    type_ = meaning(type_, schemas)
    for _ in schemas:
        if not isinstance(type_, Nullable):
            break
        type_ = meaning(type_.type, schemas)
    return type_


def named(type_: Type | None, schemas: Mapping[str, Schema]) -> Schema | None:
    """The model or enum behind aliases; `None` where the type is neither."""
    found = None if type_ is None else meaning(type_, schemas)
    schema = schemas.get(found.name) if isinstance(found, Ref) else None
    return None if isinstance(schema, Alias) else schema
