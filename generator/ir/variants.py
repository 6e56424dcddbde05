"""What the property that tells a union's variants apart holds in each of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from .schemas import Alias, Schema
from .types import Nullable, Ref, Tag, Type, Union


def tags_of(schemas: Mapping[str, Schema]) -> dict[str, dict[str, tuple[Tag, ...]]]:
    """The tags by which the named unions know their variants: by variant, then property.

    A variant need not say itself which tag it has: its schema may allow those of all.
    """
    found: dict[str, dict[str, dict[Tag, None]]] = {}
    for union in _unions(schemas):
        if union.discriminator is None:
            continue
        for tag, variant in union.discriminator.mapping:
            if isinstance(variant, Ref):
                tags = found.setdefault(variant.name, {})
                tags.setdefault(union.discriminator.wire_name, {})[tag] = None
    return {
        name: {wire_name: tuple(tags) for wire_name, tags in by_property.items()}
        for name, by_property in found.items()
    }


def fallbacks_of(schemas: Mapping[str, Schema]) -> set[str]:
    """The variants that stand for tags which are not known."""
    defaults = (
        union.discriminator.default
        for union in _unions(schemas)
        if union.discriminator is not None
    )
    return {default.name for default in defaults if isinstance(default, Ref)}


def _unions(schemas: Mapping[str, Schema]) -> Iterator[Union]:
    for schema in schemas.values():
        if isinstance(schema, Alias):
            yield from _within(schema.type)


def _within(type_: Type) -> Iterator[Union]:
    match type_:
        case Nullable(inner):
            yield from _within(inner)
        case Union(variants):
            yield type_
            for variant in variants:
                yield from _within(variant)
        case _:
            pass
