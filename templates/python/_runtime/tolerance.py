"""Core schemas that take whatever a server sends, and the way back to strict ones.

pydantic-core makes a single pass over the bytes, so what does not fit has to be caught
by the schema itself: where a value of some type is expected, the schema is "the type,
else anything". That costs nanoseconds where the type fits, and no second look where it
does not. Each such place is marked, so that `strict` finds the schema that the API
really promises.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final, TypeAlias, cast

from .fixed import only
from .scalars import ENCODED, KINDS, STRICT, Schema, bounded, exact, number

Resolve: TypeAlias = Callable[[Schema], Schema]
"""Finds the definition that a reference leads to; `LookupError` while it is made."""

UNKNOWN_MEMBER: Final = "unknown_member"
"""The kind of a strict schema's error for what is none of a union's known members."""

_HELD: Final = frozenset(
    {
        "choices",
        "definitions",
        "extras_schema",
        "fields",
        "items_schema",
        "json_schema",
        "keys_schema",
        "python_schema",
        "schema",
        "steps",
        "values_schema",
    }
)
"""The keys under which a schema holds other schemas."""

_OWN: Final = frozenset({"dataclass", "dataclass-args", "model", "typed-dict"})
"""The kinds that decide for themselves what they tolerate."""

_DONE: Final = "sdk_done"
_TOTAL: Final = "sdk_total"


def tolerate_model(model: Schema, resolve: Resolve) -> None:
    """Change a model's schema so that it takes every object.

    A missing field becomes `None`, and a value that does not fit stays what it is.
    """
    if _begin(model):
        fields = model["schema"]
        while fields["type"] != "model-fields":
            fields = fields["schema"]
        for field in fields["fields"].values():
            schema = field["schema"]
            if schema["type"] == "default":
                schema["schema"] = tolerant(schema["schema"], resolve)
            else:
                field["schema"] = {
                    "type": "default",
                    "schema": tolerant(schema, resolve),
                    "default": None,
                    "metadata": {STRICT: "schema"},
                }
        if "extras_schema" in fields:
            fields["extras_schema"] = tolerant(fields["extras_schema"], resolve)


def tolerant(schema: Schema, resolve: Resolve) -> Schema:
    """A schema for the same type that takes everything else as it comes."""
    if _is_json(schema) and not _has_text(schema):
        return {"type": "any", "metadata": {STRICT: fitting(schema, resolve)}}
    if schema["type"] == "nullable":
        # Outside of the choice, null costs nothing.
        return {**schema, "schema": tolerant(schema["schema"], resolve)}
    if _is_total(schema, resolve):
        return {"type": "nullable", "schema": schema, "metadata": {STRICT: "schema"}}
    # Plain lists and maps with misfits in them are what is left over anyway.
    fits = fitting(schema, resolve, items=not _is_json(schema))
    if fits["type"] == "float":
        fits = bounded(fits)
    choices = [fits, {"type": "any"}]
    match schema:
        case {"type": "list", "items_schema": {"type": "float"} as item}:
            # A list of numbers is all numbers, nearly always, and often a long one.
            items = bounded(fitting(item, resolve))
            choices.insert(0, {**schema, "items_schema": items})
        case _:
            pass
    return {
        "type": "union",
        "mode": "left_to_right",
        "choices": choices,
        "metadata": {STRICT: "choices"},
    }


def total(known: Schema, rest: Schema) -> Schema:
    """A union whose last member takes whatever the known ones do not."""
    return {
        "type": "union",
        "mode": "left_to_right",
        "choices": [known, rest],
        "serialization": ENCODED,
        "metadata": {_TOTAL: True},
    }


def in_order(choices: Sequence[Schema]) -> Schema:
    """A union whose first member that fits is taken."""
    if len(choices) == 1:
        return choices[0]
    return {
        "type": "union",
        "mode": "left_to_right",
        "choices": list(choices),
        "serialization": ENCODED,
    }


def known_and_rest(
    schema: Schema, resolve: Resolve
) -> tuple[Schema, Schema] | tuple[None, None]:
    """The two members of a `total` union, if a schema is one."""
    meant = _meant(schema, resolve)
    if meant is None or _TOTAL not in meant.get("metadata", ()):
        return None, None
    known, rest = meant["choices"]
    return known, rest


def member(schema: Schema, resolve: Resolve) -> Schema:
    """A schema for the same type, as a member of a union, that takes only what fits."""
    fits = fitting(schema, resolve, items=False)
    return number(fits) if fits["type"] == "float" else fits


def fitting(schema: Schema, resolve: Resolve, *, items: bool = True) -> Schema:
    """A schema for the same type that takes only what fits at its outermost level.

    Text is no number and a number no truth value. What lists and maps hold is tolerated
    if `items` is true; in the members of a union it is not, lest the first takes all.
    """

    def inner(schema: Schema) -> Schema:
        return tolerant(schema, resolve) if items else member(schema, resolve)

    match schema:
        case {"type": kind} if kind in KINDS:
            return exact(schema)
        case {"type": "nullable" | "default", "schema": value}:
            return {**schema, "schema": fitting(value, resolve, items=items)}
        case {"type": "list", "items_schema": item}:
            return {**schema, "items_schema": inner(item)}
        case {"type": "tuple", "items_schema": places}:
            return {**schema, "items_schema": [inner(place) for place in places]}
        case {"type": "dict", "values_schema": value}:
            return {**schema, "values_schema": inner(value)}
        case {"type": "union"} if not _is_marked(schema):
            return _union(schema, resolve)
        case {"type": "definition-ref"}:
            _tolerate_alias(schema, resolve)
            return schema
        case _:
            return schema


def strict(schema: Schema) -> Schema:
    """The schema that takes only what the API promises, from one that tolerates more."""
    mark = schema.get("metadata", {}).get(STRICT)
    if mark is None:
        return {
            key: _strict_parts(value) if key in _HELD else value
            for key, value in schema.items()
        }
    if mark == "choices":
        return strict(schema["choices"][0])
    return strict(schema[mark] if isinstance(mark, str) else mark)


def hides_input(schema: Schema) -> bool:
    """Whether there are secrets in what a schema describes, so that errors must not show it."""
    left: list[object] = [schema]
    seen: set[int] = set()
    while left:
        part = left.pop()
        if id(part) in seen:
            continue
        seen.add(id(part))
        if isinstance(part, dict):
            held = cast("Schema", part)
            if held.get("hide_input_in_errors") is True:
                return True
            left += held.values()
        elif isinstance(part, (list, tuple)):
            left += cast("Sequence[object]", part)
    return False


def _strict_parts(held: Any) -> Any:
    if isinstance(held, (list, tuple)):
        return [_strict_parts(part) for part in cast("Sequence[Any]", held)]
    if not isinstance(held, dict):
        return held
    parts = cast("Schema", held)
    # Fields and tags by name; one of them may be `type`, but its schema is no text.
    if isinstance(parts.get("type"), str):
        return strict(parts)
    return {name: _strict_parts(part) for name, part in parts.items()}


def _begin(schema: Schema) -> bool:
    """Whether nobody has begun to change this definition; from now on somebody has."""
    metadata: Schema = schema.setdefault("metadata", {})
    if _DONE in metadata:
        return False
    metadata[_DONE] = True
    return True


def _tolerate_alias(reference: Schema, resolve: Resolve) -> None:
    """Change what a named type stands for, unless that is a model, which sees to itself."""
    definition = _meant(reference, resolve)
    # One that is not there yet refers to itself; whoever asked for it first changes it.
    if definition is None or definition["type"] in _OWN or not _begin(definition):
        return
    ref, metadata = definition.pop("ref"), definition["metadata"]
    fits = fitting(dict(definition), resolve)
    definition.clear()
    definition.update(fits, ref=ref, metadata=metadata | fits.get("metadata", {}))


def _union(schema: Schema, resolve: Resolve) -> Schema:
    choices: list[Schema] = schema["choices"]
    if any(choice["type"] == "str" for choice in choices) and all(
        choice["type"] in ("str", "literal") and _has_text(choice) for choice in choices
    ):
        # The listed values of an open enum are text like all others.
        return {"type": "str", "strict": True}
    choices = [member(choice, resolve) for choice in choices]
    models = [
        place for place, choice in enumerate(choices) if _is_model(choice, resolve)
    ]
    if len(models) == 1:
        choices[models[0]] = only(choices[models[0]])
    unions = [known_and_rest(choice, resolve) for choice in choices]
    rests = [rest for _, rest in unions if rest is not None]
    if not rests:
        return {**schema, "choices": choices, "serialization": ENCODED}
    # What is left over of a union would take what is meant for those beside it.
    known = [known for known, _ in unions if known is not None]
    plain = [
        choice
        for place, choice in enumerate(choices)
        if place not in models and unions[place] == (None, None)
    ]
    return total(
        in_order([*plain, *known, *(choices[place] for place in models)]), rests[-1]
    )


def _is_model(schema: Schema, resolve: Resolve) -> bool:
    meant = _meant(schema, resolve)
    # What refers to itself while it is made is a model, nearly always.
    return meant is None or bool(meant["type"] == "model")


def _is_total(schema: Schema, resolve: Resolve) -> bool:
    meant = _meant(schema, resolve)
    return meant is not None and (
        meant["type"] == "any" or _TOTAL in meant.get("metadata", ())
    )


def _meant(schema: Schema, resolve: Resolve) -> Schema | None:
    """The schema that a reference leads to; `None` while that is made."""
    if schema["type"] != "definition-ref":
        return schema
    try:
        return resolve(schema)
    except LookupError:
        return None


def _is_json(schema: Schema) -> bool:
    """Whether values are the same after decoding as before."""
    match schema:
        case {"type": "any" | "bool" | "int" | "none" | "str"}:
            return True
        case {"type": "literal", "expected": values}:
            return all(isinstance(value, (str, int, float)) for value in values)
        case {"type": "nullable", "schema": held}:
            return _is_json(held)
        case {"type": "list"}:
            return _is_json(schema.get("items_schema", {"type": "any"}))
        case {"type": "dict"}:
            parts = (schema.get("keys_schema"), schema.get("values_schema"))
            return all(part is None or _is_json(part) for part in parts)
        case {"type": "union", "choices": choices}:
            return not _is_marked(schema) and all(map(_is_json, choices))
        case _:
            return False


def _has_text(schema: Schema) -> bool:
    """Whether there is text in the values, whose copies pydantic then shares."""
    match schema:
        case {"type": "str"}:
            return True
        case {"type": "literal", "expected": values}:
            return all(isinstance(value, str) for value in values)
        case {"type": "nullable", "schema": held}:
            return _has_text(held)
        case {"type": "list", "items_schema": item}:
            return _has_text(item)
        case {"type": "dict", "values_schema": value}:
            return _has_text(value)
        case {"type": "union", "choices": choices}:
            return any(map(_has_text, choices))
        case _:
            return False


def _is_marked(schema: Schema) -> bool:
    return not schema.get("metadata", {}).keys().isdisjoint((STRICT, _TOTAL))
