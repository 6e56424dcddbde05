"""What stands where in an operation's answer, by wire names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...ir import (
    Field,
    List,
    Model,
    Never,
    Operation,
    Reached,
    ResponseKind,
    Schema,
    Type,
    bare,
    named,
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
    schema = named(bare(type_, schemas), schemas)
    return schema.fields if isinstance(schema, Model) else ()
