"""Which values nobody is to see in a log."""

from __future__ import annotations

from collections.abc import Mapping

from ...ir import Alias, Constraints, Field, Model, Nullable, Ref, Schema, Type
from ...references import schema_references


def is_secret(field: Field, schemas: Mapping[str, Schema]) -> bool:
    """Whether a field holds a password, or a list or a map of them."""
    return _tells(field.constraints) or _is_named(field.type, schemas)


def holders(schemas: Mapping[str, Schema]) -> frozenset[str]:
    """The schemas whose values hold a secret, be it deep inside.

    What is made by hand is checked as a whole, and errors quote it as far down.
    """
    users: dict[str, list[str]] = {}
    for name, schema in schemas.items():
        for used in schema_references(schema):
            users.setdefault(used, []).append(name)
    found = {name for name, each in schemas.items() if _holds(each, schemas)}
    pending = list(found)
    while pending:
        new = [name for name in users.get(pending.pop(), ()) if name not in found]
        found.update(new)
        pending += new
    return frozenset(found)


def _holds(schema: Schema, schemas: Mapping[str, Schema]) -> bool:
    if isinstance(schema, Model):
        secret = any(is_secret(field, schemas) for field in schema.fields)
        return secret or _tells(schema.constraints)
    return isinstance(schema, Alias) and _tells(schema.constraints)


def _is_named(type_: Type, schemas: Mapping[str, Schema]) -> bool:
    """Whether a named type says so of its values."""
    match type_:
        case Nullable(inner):
            return _is_named(inner, schemas)
        case Ref(name):
            schema = schemas.get(name)
            return isinstance(schema, Alias) and (
                _tells(schema.constraints) or _is_named(schema.type, schemas)
            )
        case _:
            return False


def _tells(limits: Constraints | None) -> bool:
    """Whether limits are those of a secret, or of what holds one."""
    return limits is not None and (
        limits.format == "password" or any(map(_tells, (limits.each, *limits.first)))
    )
