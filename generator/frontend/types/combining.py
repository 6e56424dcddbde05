"""Types put together: unions without duplicates, null in its place."""

from __future__ import annotations

from collections.abc import Sequence

from ...ir import Any, List, Literal, Map, Never, Nullable, Ref, Type, Union, but_null

# An inline enum or union that reads well within a signature gets no name of its own.
_SHORT_ENUM_VALUES = 3
_SHORT_ENUM_CHARACTERS = 40
# Python's parser stops at 200 brackets in each other, and readers long before.
_DEEPEST = 12


def nullable(type_: Type) -> Type:
    """The type, or null."""
    if isinstance(type_, Nullable | Any) or type_ == Literal((None,)):
        return type_
    return Nullable(type_)


def merge_union(types: Sequence[Type]) -> Type:
    """A union without duplicates, nested plain unions flattened, null pulled to the front."""
    flat: list[Type] = []
    null = False
    for each in types:
        type_ = but_null(each)
        null = null or isinstance(each, Nullable)
        if type_ == Literal((None,)):
            null = True
            continue
        parts = (
            type_.variants
            if isinstance(type_, Union) and not type_.discriminator
            else (type_,)
        )
        flat.extend(part for part in parts if part not in flat)
    if any(isinstance(type_, Any) for type_ in flat):
        return Any()
    flat = [type_ for type_ in flat if not isinstance(type_, Never)] or flat
    if not flat:
        return Literal((None,))
    merged = flat[0] if len(flat) == 1 else Union(tuple(flat))
    return nullable(merged) if null else merged


def deserves_a_name(type_: Type) -> bool:
    """Whether an inline type is too long to be spelled where it is used."""
    match type_:
        case Literal(values):
            text = sum(len(str(value)) for value in values)
            return len(values) > _SHORT_ENUM_VALUES or (
                len(values) > 1 and text > _SHORT_ENUM_CHARACTERS
            )
        case Union(variants, discriminator):
            objects = sum(isinstance(variant, Ref) for variant in variants)
            long = objects > 1 or len(variants) > _SHORT_ENUM_VALUES
            # One that a discriminator tells apart may stand beside a text.
            told = any(isinstance(variant, Union) for variant in variants)
            return discriminator is not None or told or long
        case Nullable(inner):
            return deserves_a_name(inner)
        case List() | Map():
            return _nesting(type_) > _DEEPEST
        case _:
            return False


def _nesting(type_: Type) -> int:
    """How many lists and mappings stand in each other without a name between them."""
    match type_:
        case List(inner) | Map(inner):
            return 1 + _nesting(inner)
        case Nullable(inner):
            return _nesting(inner)
        case _:
            return 0
