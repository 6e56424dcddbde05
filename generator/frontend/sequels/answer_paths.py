"""What stands where in an operation's answer, by wire names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...ir import (
    Alias,
    Field,
    List,
    Model,
    Never,
    Nullable,
    Operation,
    Reached,
    Ref,
    ResponseKind,
    Schema,
    Type,
    reached,
)


def body_type(operation: Operation) -> Type | None:
    """The type of an operation's JSON answer."""
    for response in operation.responses:
        for content in response.contents:
            if content.kind is ResponseKind.JSON:
                return content.type
    return None


def answered(
    operation: Operation, path: Sequence[str], schemas: Mapping[str, Schema]
) -> Reached | None:
    """What an operation's answer has at a path; `None` where the description does not say."""
    type_ = body_type(operation)
    return None if type_ is None else reached(type_, path, schemas)


def there(type_: Type, path: str, schemas: Mapping[str, Schema]) -> Reached | None:
    """What a dotted path leads to, `.` being the value itself; `None` for nothing."""
    found = reached(type_, () if path == "." else path.split("."), schemas)
    return None if found is None or found.type == Never() else found


def item_of(type_: Type, schemas: Mapping[str, Schema]) -> Type | None:
    """The type of a list's items; `None` for what is no list."""
    meant = bare(type_, schemas)
    return meant.item if isinstance(meant, List) else None


def fields_of(type_: Type, schemas: Mapping[str, Schema]) -> tuple[Field, ...]:
    """The fields of an object; none of what is none."""
    meant = bare(type_, schemas)
    schema = schemas.get(meant.name) if isinstance(meant, Ref) else None
    return schema.fields if isinstance(schema, Model) else ()


def bare(type_: Type, schemas: Mapping[str, Schema]) -> Type:
    """The type behind nullables and aliases."""
    seen: set[str] = set()
    while True:
        if isinstance(type_, Nullable):
            type_ = type_.type
            continue
        schema = schemas.get(type_.name) if isinstance(type_, Ref) else None
        if (
            isinstance(type_, Ref)
            and isinstance(schema, Alias)
            and type_.name not in seen
        ):
            seen.add(type_.name)
            type_ = schema.type
            continue
        return type_
