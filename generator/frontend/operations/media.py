"""Media types and the examples that stand beside them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace

from ...document import Node, as_data
from ...ir import (
    Binary,
    BodyKind,
    Example,
    Json,
    ResponseKind,
    Scalar,
    Source,
    Type,
)
from ...pointers import join
from ..context import Context
from ..shapes.flattening import Shape
from ..shapes.values import string_of
from ..texts import told

# Of an example's value in a sentence.
_LONGEST = 200


def essence(media_type: str) -> str:
    """`Text/HTML; charset=utf-8` is `text/html`."""
    return media_type.split(";", 1)[0].strip().lower()


def subtype(media_type: str) -> str:
    """`Text/HTML; charset=utf-8` is `html`."""
    return essence(media_type).rsplit("/", 1)[-1]


def is_json(media_type: str) -> bool:
    """JSON by name, by suffix, or `*/*`, which JSON satisfies."""
    kind = essence(media_type)
    return kind in (
        "application/json",
        "*/*",
        "application/*",
        "text/json",
    ) or kind.endswith("+json")


def is_json_lines(media_type: str) -> bool:
    """One JSON value a line, under any of its names."""
    return essence(media_type) in (
        "application/jsonl",
        "application/x-jsonl",
        "application/x-jsonlines",
        "application/jsonlines",
        "application/x-ndjson",
        "application/ndjson",
        "application/stream+json",
        "application/json-seq",
    )


def body_kind(media_type: str) -> BodyKind:
    """How a request body of this media type is written."""
    kind = essence(media_type)
    if is_json_lines(kind):
        return BodyKind.JSON_LINES
    if is_json(kind):
        return BodyKind.JSON
    if kind == "application/x-www-form-urlencoded":
        return BodyKind.FORM
    if kind.startswith("multipart/"):
        return BodyKind.MULTIPART
    if kind.startswith("text/") or kind.endswith(("+xml", "/xml", "yaml")):
        return BodyKind.TEXT
    return BodyKind.BINARY


def response_kind(media_type: str) -> ResponseKind:
    """How a response body of this media type is read."""
    kind = essence(media_type)
    if kind == "text/event-stream":
        return ResponseKind.SSE
    if is_json_lines(kind):
        return ResponseKind.JSON_LINES
    if is_json(kind):
        return ResponseKind.JSON
    if kind.startswith("text/") or kind.endswith(("+xml", "/xml", "yaml")):
        return ResponseKind.TEXT
    return ResponseKind.BINARY


def schema_of(media_type: str, content: Node, context: Context) -> Node | None:
    """The schema of a body, or of one value where the body is a stream of them."""
    if is_json_lines(media_type) or essence(media_type) == "text/event-stream":
        return _item_schema(content, context)
    schema = content.get("schema")
    if schema is None and essence(media_type).startswith("multipart/"):
        return content.get("itemSchema")
    return schema


def is_file(schema: Node | None, context: Context) -> bool:
    """Whether a whole body of this schema is a file, sent as it is."""
    if schema is None:
        return False
    shape = context.flattener.flatten((schema,))
    if shape.types is None and shape.media_type is not None and shape.encoding is None:
        named = essence(shape.media_type)
        return "*" in named or response_kind(named) is ResponseKind.BINARY
    is_text = shape.types in (None, ("string",))
    return shape.types == ("file",) or (is_text and string_of(shape) == Binary())


def is_same(schema: Node | None, other: Node | None) -> bool:
    """Whether a media type is described as the other is, or in fewer words."""
    if schema is None or other is None:
        return schema is other
    return schema.file is other.file and _repeats(schema.value, other.value)


def _repeats(value: Json, other: Json) -> bool:
    """Whether a schema only leaves out descriptions that the other has."""
    match value, other:
        case dict(), dict():
            left_out = (other[key] for key in other.keys() - value.keys())
            return (
                value.keys() <= other.keys()
                and other.keys() - value.keys() <= {"description"}
                and all(isinstance(each, str) for each in left_out)
                and all(_repeats(value[key], other[key]) for key in value)
            )
        case list(), list():
            both = zip(value, other, strict=False)
            return len(value) == len(other) and all(_repeats(*each) for each in both)
        case _:
            return value == other


def _item_schema(content: Node, context: Context) -> Node | None:
    """A list in `schema` stands for the whole of a stream."""
    item = content.get("itemSchema")
    schema = item or content.get("schema")
    if item is not None or schema is None:
        return schema
    shape = context.flattener.flatten((schema,))
    is_list = shape.types == ("array",) and len(shape.items) == 1 and not shape.prefix
    return shape.items[0] if is_list else schema


def examples_of(holder: Node, context: Context) -> tuple[Example, ...]:
    """The `example` or `examples` of a media type, parameter or header."""
    value = holder.value
    if not isinstance(value, dict):
        return ()
    if "example" in value:
        at = Source(holder.file.name, join(holder.pointer, "example"))
        return (Example("default", value["example"], source=at),)
    found = []
    for name, entry in holder.items("examples"):
        node = context.try_follow(entry)
        if node is None or not isinstance(node.value, dict):
            continue
        for key in ("value", "dataValue"):
            if key in node.value:
                at = Source(*node.key)
                found.append(Example(name, node.value[key], told(node), at))
                break
    return tuple(found)


def examples_with(
    holder: Node, shape: Shape, type_: Type, context: Context
) -> tuple[Example, ...]:
    """The same, else those of the schema, where no class or alias has them.

    Of an object or a list many descriptions show the JSON that is sent, as one text.
    """
    own = () if context.is_named(type_) else shape.examples
    found = examples_of(holder, context)
    if shape.is_structured and not isinstance(type_, Binary | Scalar):
        found = tuple(replace(each, value=as_data(each.value)) for each in found)
    return found or tuple(Example("default", value) for value in own)


def captions(examples: Sequence[Example]) -> str:
    """A list of several examples, or of one of which something is said."""
    if len(examples) < 2 and not any(each.doc for each in examples):
        return ""
    lines = [
        f"- `{_clipped(each.value)}`"
        + (f": {' '.join(each.doc.split())}" if each.doc else "")
        for each in examples
    ]
    return "\n".join(["For example:", "", *lines])


def _clipped(value: Json) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def carried(node: Node) -> tuple[str | None, Node]:
    """The media type of a parameter or header that has one, and where all else stands."""
    for media_type, content in node.items("content"):
        return media_type, content
    return None, node
