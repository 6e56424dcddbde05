"""The fields of objects."""

from __future__ import annotations

from collections.abc import Sequence

from ...document import Node
from ...ir import Any, Field, Source
from ...names import RESERVED_FIELDS, pascal, snake
from ..shapes.flattening import Shape
from ..shapes.limits import limits_of
from .converter import Asked, Converter


def fields_of_shape(
    converter: Converter, shape: Shape, model: str, nodes: Sequence[Node]
) -> tuple[Field, ...]:
    """The fields of an object, in the description's order."""
    scope = converter.context.scope(f"fields:{model}", RESERVED_FIELDS)
    missing = sorted(shape.required - shape.properties.keys())
    names = scope.claim_all(
        (wire, snake(wire, "field")) for wire in (*shape.properties, *missing)
    )
    for wire in missing:
        converter.context.warn(
            nodes[0],
            f"required property {wire!r} of {model} is not among its properties",
            "describe it, or take it out of `required`; until then it may be left"
            " out, and be anything",
        )
    return (
        *(
            _field(converter, wire, names[wire], places, wire in shape.required, model)
            for wire, places in shape.properties.items()
        ),
        # Most of these are slips; those that are not have to be possible to give.
        *(Field(wire, names[wire], Any(), required=False) for wire in missing),
    )


def _field(
    converter: Converter,
    wire: str,
    name: str,
    nodes: list[Node],
    required: bool,
    model: str,
) -> Field:
    context = converter.context
    context.fields.update(node.key for node in nodes)
    # The branch that adds to an inherited property comes last and says more.
    said, source = "", Source(*nodes[-1].key)
    if held := [context.held[n.key] for n in nodes if n.key in context.held]:
        # What a text holds is what it is; of the text, what it is for is left to tell.
        said, nodes = context.flattener.flatten(reversed(nodes)).doc, held
    distinct = list({node.key: node for node in nodes}.values())
    distinct.reverse()
    hint = model + pascal(wire, "Field")
    type_ = converter.type_of_all(Asked(distinct, hint, converter.owner_of(model)))
    shape = context.flattener.flatten(distinct)
    return Field(
        wire,
        name,
        type_,
        required,
        context.doc_of(shape, type_, said, wire),
        shape.read_only,
        shape.write_only,
        shape.default,
        limits_of(shape, type_, context.flattener),
        shape.examples,
        shape.deprecated,
        source,
    )
