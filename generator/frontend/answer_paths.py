"""What stands where in an operation's answer, by wire names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..ir import (
    Alias,
    Field,
    List,
    Model,
    Nullable,
    Operation,
    Ref,
    ResponseKind,
    Schema,
    Type,
)


@dataclass(frozen=True, slots=True)
class Reached:
    """Where a path of wire names led: every step is there and the last has this type."""

    steps: tuple[str, ...]
    type: Type


def body_type(operation: Operation) -> Type | None:
    """The type of an operation's JSON answer."""
    for response in operation.responses:
        for content in response.contents:
            if content.kind is ResponseKind.JSON:
                return content.type
    return None


def reached(type_: Type, path: str, schemas: Mapping[str, Schema]) -> Reached | None:
    """What a dotted path leads to, through references, nullables and lists (`-1`).

    `.` is the value itself. A name may have dots of its own (`@odata.nextLink`).
    """
    parts, steps = [] if path == "." else path.split("."), []
    while parts:
        meant = bare(type_, schemas)
        if parts[0] == "-1" and isinstance(meant, List):
            type_, count = meant.item, 1
        else:
            fields = {field.wire_name: field for field in fields_of(meant, schemas)}
            lengths = range(len(parts), 0, -1)
            count = next((n for n in lengths if ".".join(parts[:n]) in fields), 0)
            if not count:
                return None
            type_ = fields[".".join(parts[:count])].type
        steps.append(".".join(parts[:count]))
        parts = parts[count:]
    return Reached(tuple(steps), type_)


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
