"""Parameters of an operation: its path's and its own, each with one argument name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import TypeAlias

from ...document import Node
from ...errors import Severity
from ...headers import folded, is_header_name
from ...ir import (
    Any,
    BodyKind,
    Literal,
    Location,
    Parameter,
    Scalar,
    ScalarKind,
    Source,
    Style,
    Type,
)
from ...names import Scope, pascal, snake
from ...paths import placeholders, with_declared_names
from ..context import Context
from ..shapes.limits import limits_of
from ..texts import says, sections, text
from ..types.converter import Converter
from .endpoints import Endpoint
from .media import body_kind, captions, carried, examples_of, is_json
from .untyped import note_untyped

Declared: TypeAlias = dict[tuple[Location, str], Node]
"""Parameters by place and wire name."""

_DEFAULT_STYLE = {
    Location.PATH: Style.SIMPLE,
    Location.QUERY: Style.FORM,
    Location.HEADER: Style.SIMPLE,
    Location.COOKIE: Style.FORM,
    Location.QUERYSTRING: Style.FORM,
}
# The specification leaves these to the body and the security schemes.
_IGNORED_HEADERS = frozenset({"accept", "content-type", "authorization"})
_ORDER = list(Location)
_TEXT = Scalar(ScalarKind.STRING)

_LOCATIONS = {location.value: location for location in Location}


def parameters_of(
    path: str,
    raw: Declared,
    operation: str,
    arguments: Scope,
    converter: Converter,
) -> tuple[Parameter, ...]:
    """What is declared and what the path needs: that first, in the path's order."""
    declared = {wire for location, wire in raw if location is Location.PATH}
    needed = placeholders(with_declared_names(path, declared))
    in_path = dict.fromkeys((Location.PATH, wire) for wire in needed)
    others = (place for place in raw if place[0] is not Location.PATH)
    found = [
        parameter_of(raw.get(place), place[1], place[0], operation, converter)
        for place in (*in_path, *others)
    ]
    found.sort(key=lambda parameter: _ORDER.index(parameter.location))
    return tuple(with_names(found, arguments))


def declared_by(endpoint: Endpoint, context: Context) -> Declared:
    """An operation's own parameters, and those of its path that these do not override."""
    found: dict[tuple[Location, str], tuple[str, Node]] = {}
    for holder in (*reversed(endpoint.items), endpoint.node):
        for entry in holder.elements("parameters"):
            node = context.follow(entry)
            if node is None or not isinstance(node.value, dict):
                continue
            wire, place = node.value.get("name"), node.value.get("in")
            if place == Location.QUERYSTRING.value and wire is None:
                # It stands for the query as a whole, and needs no name on the wire.
                wire = place
            location = _LOCATIONS.get(place) if isinstance(place, str) else None
            if not isinstance(wire, str) or location is None:
                # The checks before have reported it.
                continue
            if location is Location.HEADER and wire.lower() in _IGNORED_HEADERS:
                context.warn_once(
                    node,
                    "header",
                    f"header parameter {wire!r} is ignored, as the specification demands",
                    "describe it by a media type or a security scheme",
                )
                continue
            if location is Location.HEADER and not is_header_name(wire):
                # The checks before have reported it.
                continue
            found[location, folded(location.value, wire)] = wire, node
    return {(location, wire): node for (location, _), (wire, node) in found.items()}


def parameter_of(
    node: Node | None,
    wire: str,
    location: Location,
    operation: str,
    converter: Converter,
) -> Parameter:
    """A parameter, not yet named; without a node, the text that a path needs there."""
    if node is None:
        return Parameter(wire, "", location, _TEXT, True, Style.SIMPLE, False)
    context = converter.context
    media_type, holder = carried(node)
    schema = holder.get("schema")
    type_ = _type(schema, media_type, _hint(node, operation, wire), converter)
    if location is Location.QUERYSTRING and _is_form(media_type):
        # A query string that is a form is what the properties of its object make.
        media_type = None
    style = _style(node, location, media_type, context)
    is_apart = style in (Style.FORM, Style.COOKIE)
    explode = node.get("explode")
    if explode is not None and isinstance(explode.value, bool):
        is_apart = explode.value
    shape = context.flattener.flatten((schema,) if schema is not None else ())
    doc = context.doc_of(shape, type_, text(node, "description"), wire)
    examples = examples_of(holder, context)
    required = says(node, "required") or location is Location.PATH
    return Parameter(
        wire,
        "",
        location,
        type_,
        required,
        style,
        is_apart,
        says(node, "allowReserved"),
        media_type,
        _constant(type_) if required and location is not Location.PATH else None,
        shape.default,
        limits_of(shape, type_, context.flattener),
        sections(doc, captions(examples)),
        tuple(example.value for example in examples) or shape.examples,
        says(node, "deprecated") or shape.deprecated,
        Source(*node.key),
    )


def _type(
    schema: Node | None, media_type: str | None, hint: str, converter: Converter
) -> Type:
    """The type of a value; one in a format that the SDK does not write is given as text."""
    if media_type and not _is_form(media_type) and not is_json(media_type):
        note_untyped(media_type, schema, (), "text", converter.context)
        return _TEXT
    return Any() if schema is None else converter.type_of(schema, hint)


def _is_form(media_type: str | None) -> bool:
    return media_type is not None and body_kind(media_type) is BodyKind.FORM


def _constant(type_: Type) -> str | float | None:
    """The only value that there is."""
    match type_:
        case Literal((str() | int() | float() as only,)):
            return only
        case _:
            return None


def _hint(node: Node, operation: str, wire: str) -> str:
    """A shared parameter's inline types are named after its key, not its first user."""
    steps = node.pointer.split("/")
    return (
        pascal(steps[-1])
        if steps[-2:-1] == ["parameters"] and not steps[-1].isdigit()
        else pascal(operation) + pascal(wire, "Parameter")
    )


def _style(
    node: Node, location: Location, media_type: str | None, context: Context
) -> Style:
    if media_type is not None:
        return Style.CONTENT
    default = _DEFAULT_STYLE[location]
    raw = text(node, "style")
    if not raw:
        return default
    try:
        return Style(raw)
    except ValueError:
        context.add(
            (node.get("style") or node).problem(
                f"unknown style {raw!r}",
                f"use one of the specification's; {default.value} is taken",
                Severity.WARNING,
            )
        )
        return default


def with_names(found: Sequence[Parameter], arguments: Scope) -> list[Parameter]:
    """Parameters that are named as arguments.

    A clash is resolved by where the later parameter stands.
    """
    names: dict[tuple[Location, str], str] = {}
    for location, group in groupby(found, key=lambda parameter: parameter.location):
        asked = [p.wire_name for p in group if p.constant is None]
        wanted = {wire: snake(wire, "parameter") for wire in asked}
        # The one that is spelled so on the wire keeps the name.
        for wire in sorted(asked, key=lambda wire: wanted[wire] != wire):
            place = location.value
            names[location, wire] = arguments.claim(
                f"{place}:{wire}", wanted[wire], f"{place}_{wanted[wire]}"
            )
    return [
        replace(
            parameter,
            name=names.get(
                (parameter.location, parameter.wire_name),
                snake(parameter.wire_name, "parameter"),
            ),
        )
        for parameter in found
    ]
