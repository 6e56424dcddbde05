"""Limits in words: what a value keeps to beyond its type."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...ir import (
    Alias,
    Constraints,
    EnumModel,
    List,
    Literal,
    Map,
    Nullable,
    Ref,
    Schema,
    Tuple,
    Type,
)
from .markdown import cell_code
from .source import flat, value

_MOST_VALUES = 12
_MOST_HOPS = 100


def limits(
    type_: Type, constraints: Constraints, schemas: Mapping[str, Schema]
) -> list[str]:
    """Phrases such as "from 1 to 100", fit for a table's cell.

    Those of a named type that stands for another are among them; those of the items
    come last.
    """
    inner, constraints = _resolved(type_, constraints, schemas)
    phrases: list[str] = []
    if isinstance(inner, Literal):
        phrases.append(allowed(inner))
    phrases.extend((*_range(constraints), *_sizes(constraints)))
    for place, item, own in _parts(inner, constraints):
        # Items of a named type have a page of their own.
        held = item.type if isinstance(item, Nullable) else item
        if not isinstance(held, Ref) or isinstance(schemas.get(held.name), EnumModel):
            phrases.extend(f"{place} {each}" for each in limits(item, own, schemas))
    return phrases


def _parts(
    type_: Type, constraints: Constraints
) -> Iterator[tuple[str, Type, Constraints]]:
    """What a value holds: which part it is, its type, and its limits."""
    match type_:
        case List(item) | Map(item):
            yield "each", item, constraints.inner
        case Tuple(items, rest):
            own = constraints.first or (Constraints(),) * len(items)
            for number, (item, each) in enumerate(zip(items, own, strict=False), 1):
                yield f"item {number}", item, each
            if rest is not None:
                yield "each further", rest, constraints.inner
        case _:
            pass


def allowed(type_: Literal) -> str:
    """The values of a literal: "one of `asc`, `desc`"."""
    spelled = [cell_code(flat(value(each))) for each in type_.values]
    if len(spelled) == 1:
        return f"always {spelled[0]}"
    left = len(spelled) - _MOST_VALUES
    # The last of one too many takes no more room than saying that there is one more.
    if left > 1:
        spelled = [*spelled[:_MOST_VALUES], f"{left} more"]
    return f"one of {', '.join(spelled)}"


def _resolved(
    type_: Type, constraints: Constraints, schemas: Mapping[str, Schema]
) -> tuple[Type, Constraints]:
    """The type behind names and null, and the limits met on the way."""
    for _ in range(_MOST_HOPS):
        if isinstance(type_, Nullable):
            type_ = type_.type
        elif isinstance(type_, Ref):
            schema = schemas.get(type_.name)
            if isinstance(schema, Alias):
                constraints = constraints.merged(schema.constraints)
                type_ = schema.type
            elif isinstance(schema, EnumModel):
                return schema.type, constraints
            else:
                break
        else:
            break
    return type_, constraints


def _range(limits_: Constraints) -> Iterator[str]:
    low, high = limits_.minimum, limits_.maximum
    if low is not None and high is not None:
        yield f"from {_number(low)} to {_number(high)}"
    elif low is not None:
        yield f"at least {_number(low)}"
    elif high is not None:
        yield f"at most {_number(high)}"
    if limits_.exclusive_minimum is not None:
        yield f"more than {_number(limits_.exclusive_minimum)}"
    if limits_.exclusive_maximum is not None:
        yield f"less than {_number(limits_.exclusive_maximum)}"
    if limits_.multiple_of is not None:
        yield f"a multiple of {_number(limits_.multiple_of)}"


def _sizes(limits_: Constraints) -> Iterator[str]:
    yield from _size(limits_.min_length, limits_.max_length, "character", "characters")
    if limits_.pattern is not None:
        yield f"matches {cell_code(limits_.pattern)}"
    yield from _size(limits_.min_items, limits_.max_items, "item", "items")
    if limits_.unique_items:
        yield "no item twice"
    yield from _size(limits_.min_properties, limits_.max_properties, "entry", "entries")
    if limits_.key_max_length is not None:
        yield f"keys of at most {_number(limits_.key_max_length)} characters"
    if limits_.value_max_length is not None:
        yield f"values of at most {_number(limits_.value_max_length)} characters"
    if limits_.key_patterns:
        keys = " or ".join(cell_code(each) for each in limits_.key_patterns)
        yield f"described for keys that match {keys}"
    if limits_.format is not None:
        yield f"format {cell_code(limits_.format)}"
    if limits_.encoding is not None:
        yield f"encoded as {cell_code(limits_.encoding)}"
    if limits_.media_type is not None:
        yield f"holds {cell_code(limits_.media_type)}"


def _size(least: int | None, most: int | None, one: str, many: str) -> Iterator[str]:
    if least and most is not None:
        if least == most:
            yield f"exactly {_number(least)} {one if least == 1 else many}"
        else:
            yield f"{_number(least)} to {_number(most)} {many}"
    elif least:
        yield f"at least {_number(least)} {one if least == 1 else many}"
    elif most is not None:
        yield f"at most {_number(most)} {one if most == 1 else many}"


def _number(number: int | float) -> str:
    return f"{number:,}" if isinstance(number, int) else repr(number)
