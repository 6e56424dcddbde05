"""Which named schemas speak of which."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import assert_never

from .ir import (
    Alias,
    Any,
    Binary,
    EnumModel,
    List,
    Literal,
    Map,
    Model,
    Never,
    Nullable,
    Ref,
    Scalar,
    Schema,
    Tuple,
    Type,
    Union,
)


def references(type_: Type) -> Iterator[str]:
    """The names that a type refers to, in order and perhaps more than once."""
    match type_:
        case Ref(name):
            yield name
        case List(inner) | Map(inner) | Nullable(inner):
            yield from references(inner)
        case Tuple(items, rest):
            for item in items:
                yield from references(item)
            if rest is not None:
                yield from references(rest)
        case Union(variants, discriminator):
            for variant in variants:
                yield from references(variant)
            if discriminator is not None and discriminator.default is not None:
                yield from references(discriminator.default)
        case Scalar() | Literal() | Binary() | Any() | Never():
            pass
        case _:
            assert_never(type_)


def schema_references(schema: Schema) -> Iterator[str]:
    """The names that a named schema refers to, in order and perhaps more than once."""
    match schema:
        case Model():
            for field in schema.fields:
                yield from references(field.type)
            if schema.extra is not None:
                yield from references(schema.extra)
        case Alias():
            yield from references(schema.type)
        case EnumModel():
            pass
        case _:
            assert_never(schema)


def dependencies_first(schemas: Mapping[str, Schema]) -> list[str]:
    """The names in an order in which, circles aside, a schema comes after those it refers to."""
    order: list[str] = []
    entered: set[str] = set()
    for root in schemas:
        path: list[tuple[str, Iterator[str]]] = []
        if root not in entered:
            entered.add(root)
            path.append((root, schema_references(schemas[root])))
        while path:
            name, following = path[-1]
            child = next(
                (n for n in following if n in schemas and n not in entered), None
            )
            if child is None:
                order.append(name)
                path.pop()
            else:
                entered.add(child)
                path.append((child, schema_references(schemas[child])))
    return order
