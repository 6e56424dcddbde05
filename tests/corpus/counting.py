"""How many fields a description has, counted on its files without the generator's help."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final
from urllib.parse import unquote, urljoin

from .raw import Place, find

_HOLDERS: Final = frozenset({"schema", "itemSchema"})
_DATA: Final = frozenset("example examples default enum const mapping scopes".split())
_ONE: Final = frozenset(
    "items additionalProperties not if then else contains propertyNames contentSchema"
    " unevaluatedProperties unevaluatedItems".split()
)
_SEVERAL: Final = frozenset(
    "allOf anyOf oneOf prefixItems patternProperties $defs definitions"
    " dependentSchemas".split()
)


def fields_of(root: Place) -> set[str]:
    """The addresses of all properties of all schemas that can be reached from a root."""
    found: set[str] = set()
    seen: set[tuple[str, str]] = set()
    pending: list[tuple[Place, str]] = [(root, "root")]
    while pending:
        place, role = pending.pop()
        if (unquote(place.uri), role) in seen:
            continue
        seen.add((unquote(place.uri), role))
        if place.ref is not None:
            pending += [(target, role) for target in _target(place)]
        if role == "schema":
            properties = list(_members(place, "properties"))
            found |= {unquote(one.uri) for one in properties}
            pending += [(one, "schema") for one in (*properties, *_inner(place))]
        else:
            pending += _outer(place, role)
    return found


def _target(place: Place) -> Iterator[Place]:
    try:
        yield find(urljoin(place.file, place.ref or ""))
    except LookupError:
        return


def _members(place: Place, key: str) -> Iterator[Place]:
    """What a mapping or a list under a key holds, also behind one reference to all of it."""
    holder = place.get(key)
    if holder is None:
        return
    if holder.ref is not None:
        yield from (one for target in _target(holder) for one in _children(target))
    yield from (
        one for one in _children(holder) if isinstance(one.value, Mapping | bool)
    )


def _children(place: Place) -> Iterator[Place]:
    value: Any = place.value
    keys = range(len(value)) if isinstance(value, list) else value
    if isinstance(value, Mapping | list):
        yield from (place[key] for key in keys)


def _inner(schema: Place) -> Iterator[Place]:
    for key in schema.value if isinstance(schema.value, Mapping) else ():
        if key in _ONE:
            yield schema[key]
        elif key in _SEVERAL:
            yield from _members(schema, key)


def _outer(place: Place, role: str) -> Iterator[tuple[Place, str]]:
    """What stands in anything but a schema; extensions, data and callbacks are left out."""
    value = place.value
    for key in value if isinstance(value, Mapping) else range(len(_list(value))):
        child = place[key]
        text = str(key)
        last = place.pointer.rsplit("/", 1)[-1]
        is_named = last in ("paths", "webhooks")
        is_data = text in _DATA and (text, last) != ("default", "responses")
        if key in _HOLDERS:
            yield child, "schema"
        elif role == "components" and text == "schemas":
            yield from ((one, "schema") for one in _members(place, text))
        elif role == "root" and text in ("components", "x-webhooks"):
            yield child, text
        elif text == "callbacks" or is_data or (text[:2] == "x-" and not is_named):
            continue
        else:
            yield child, "other"


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
