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
    Constraints,
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
from ..texts import sections, text
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

_LOCATIONS = {location.value: location for location in Location}


def parameters_of(
    path: str,
    raw: Declared,
    operation: str,
    arguments: Scope,
    converter: Converter,
    context: Context,
) -> tuple[Parameter, ...]:
    """What is declared and what the path needs: that first, in the path's order."""
    declared = {wire for location, wire in raw if location is Location.PATH}
    found = []
    for wire in dict.fromkeys(placeholders(with_declared_names(path, declared))):
        node = raw.get((Location.PATH, wire))
        found.append(
            parameter_of(node, wire, Location.PATH, operation, converter, context)
        )
    for (location, wire), node in raw.items():
        if location is not Location.PATH:
            found.append(
                parameter_of(node, wire, location, operation, converter, context)
            )
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
    context: Context,
) -> Parameter:
    """A parameter, not yet named; without a node, the text that a path needs there."""
    if node is None or not isinstance(node.value, dict):
        string = Scalar(ScalarKind.STRING)
        return Parameter(wire, "", location, string, True, Style.SIMPLE, False)
    value = node.value
    media_type, holder = carried(node)
    schema = holder.get("schema")
    is_form = media_type is not None and body_kind(media_type) is BodyKind.FORM
    if location is Location.QUERYSTRING and is_form:
        # A query string that is a form is what the properties of its object make.
        media_type = None
    style = _style(node, location, media_type, context)
    explode = value.get("explode")
    type_: Type = Any()
    if media_type is not None and not is_form and not is_json(media_type):
        note_untyped(media_type, schema, (), "text", context)
        type_ = Scalar(ScalarKind.STRING)
    elif schema is not None:
        type_ = converter.type_of(schema, _hint(node, operation, wire))
    shape = context.flattener.flatten((schema,)) if schema else None
    said = text(node, "description")
    doc = context.doc_of(shape, type_, said, wire) if shape else said
    examples = examples_of(holder, context)
    required = value.get("required") is True or location is Location.PATH
    return Parameter(
        wire,
        "",
        location,
        type_,
        required,
        style,
        explode if isinstance(explode, bool) else style in (Style.FORM, Style.COOKIE),
        value.get("allowReserved") is True,
        media_type,
        _constant(type_) if required and location is not Location.PATH else None,
        shape.default if shape else None,
        limits_of(shape, type_, context.flattener) if shape else Constraints(),
        sections(doc, captions(examples)),
        tuple(example.value for example in examples)
        or (shape.examples if shape else ()),
        value.get("deprecated") is True or bool(shape and shape.deprecated),
        Source(*node.key),
    )


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
