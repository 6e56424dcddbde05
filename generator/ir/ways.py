"""Where a path of wire names leads in a value that the server sends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from .schemas import Alias, Model, Schema
from .types import Any, List, Never, Nullable, Ref, Type, Union


@dataclass(frozen=True, slots=True)
class Reached:
    """The end of a path, and the way there.

    `type` is `Never` where the description has nothing there. `names` are the attributes
    on the way, and `None` where some value may lack one before its end.
    """

    type: Type
    steps: tuple[str, ...] = ()
    names: tuple[str, ...] | None = ()


def reached(
    type_: Type, path: Sequence[str], schemas: Mapping[str, Schema]
) -> Reached | None:
    """What stands at the end of a path; `None` where the description does not say.

    A number picks from a list (`-1`). A name may have dots of its own
    (`@odata.nextLink`), and so be several of the path's parts.
    """
    return _along(type_, tuple(path), schemas, frozenset())


def attributes(
    type_: Type | None, path: Sequence[str], schemas: Mapping[str, Schema]
) -> tuple[str, ...] | None:
    """The attributes on a path; `None` where some value may lack one before its end."""
    found = None if type_ is None else reached(type_, path, schemas)
    return None if found is None else found.names


def _along(
    type_: Type,
    path: tuple[str, ...],
    schemas: Mapping[str, Schema],
    seen: frozenset[str],
) -> Reached | None:
    if not path:
        return Reached(type_)
    match type_:
        case Nullable(inner):
            found = _along(inner, path, schemas, seen)
            return replace(found, names=None) if found else None
        case Union(variants):
            return _agreed([_along(each, path, schemas, seen) for each in variants])
        case List(item) if path[0] == "-1":
            found = _along(item, path[1:], schemas, frozenset())
            return Reached(found.type, ("-1", *found.steps), None) if found else None
        case Ref(name) if name not in seen:
            schema = schemas.get(name)
            if isinstance(schema, Alias):
                return _along(schema.type, path, schemas, seen | {name})
            return _within(schema, path, schemas) if isinstance(schema, Model) else None
        case _:
            return None


def _within(
    model: Model, path: tuple[str, ...], schemas: Mapping[str, Schema]
) -> Reached | None:
    fields = {each.wire_name: each for each in model.fields if not each.write_only}
    for count in range(len(path), 0, -1):
        step, further = ".".join(path[:count]), path[count:]
        if (field := fields.get(step)) is not None:
            found = _along(field.type, further, schemas, frozenset())
            if found is None:
                return None
            is_sure = found.names is not None and (field.required or not further)
            names = (field.name, *(found.names or ())) if is_sure else None
            return Reached(found.type, (step, *found.steps), names)
    return Reached(Never(), path, None)


def _agreed(ways: Sequence[Reached | None]) -> Reached | None:
    """The one way for all variants of a union; `None` where they have different ones."""
    found = [way for way in ways if way is not None]
    nothing = [way.type == Never() for way in found]
    if len(found) < len(ways) or not found or any(nothing) != all(nothing):
        return None
    first, *others = found
    if any(way.steps != first.steps for way in others):
        return None
    is_one_type = all(way.type == first.type for way in others)
    are_one_name = all(way.names == first.names for way in others)
    return Reached(
        first.type if is_one_type else Any(),
        first.steps,
        first.names if are_one_name else None,
    )
