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
from ...spelling.limits import phrases as phrases_of
from ...spelling.markdown import cell_code
from .snippets.source import flat, value

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
    phrases.extend(phrases_of(constraints, cell_code))
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
