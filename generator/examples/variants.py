"""What the property that tells a union's variants apart holds in each of them."""

from __future__ import annotations

from collections.abc import Mapping

from ..ir import Alias, Nullable, Ref, Schema, Tag, Union


def tags_of(schemas: Mapping[str, Schema]) -> dict[str, dict[str, Tag]]:
    """The tags by which the named unions know their variants: by variant, then property.

    A variant need not say itself which tag it has: its schema may allow those of all.
    """
    found: dict[str, dict[str, Tag]] = {}
    for schema in schemas.values():
        type_ = schema.type if isinstance(schema, Alias) else None
        if isinstance(type_, Nullable):
            type_ = type_.type
        if not isinstance(type_, Union) or type_.discriminator is None:
            continue
        wire_name = type_.discriminator.wire_name
        for tag, variant in type_.discriminator.mapping:
            if isinstance(variant, Ref):
                found.setdefault(variant.name, {}).setdefault(wire_name, tag)
    return found
