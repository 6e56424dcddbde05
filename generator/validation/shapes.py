"""Values of another form than belongs where they stand."""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Node
from ..document.grammar import Kind, Leaf, ListOf, MapOf, OneOrMore, Shape
from ..document.walk import shape_below
from ..errors import Problem, Severity, clip
from ..pointers import form_of, split

_TEXTS = (Leaf.TEXT, Leaf.REFERENCE)
# Without these the emitted code does the same; it says less.
_DESCRIPTIVE_KINDS = frozenset(
    {Kind.CONTACT, Kind.LICENSE, Kind.EXTERNAL_DOCS, Kind.EXAMPLE, Kind.LINK, Kind.TAG}
)
_DESCRIPTIVE_KEYS = frozenset(
    {
        *(
            "title",
            "summary",
            "description",
            "externalDocs",
            "termsOfService",
            "examples",
            "tags",
        ),
        *("contact", "license", "links", "callbacks", "deprecated", "allowEmptyValue"),
        *("uniqueItems", "format", "pattern", "contentMediaType", "contentEncoding"),
        *("$id", "$schema", "$anchor"),
    }
)
# Read as text whatever they look like, these decide what is sent.
_DECIDING_TEXTS = frozenset({"name", "in", "type", "url", "propertyName", "scheme"})
# Other texts may be long, and so are kept in files of their own.
_UNFOLLOWED = _DECIDING_TEXTS | {"format", "pattern"}
# Left empty, as an unfinished draft has them, these mean the same as being left out.
_MAY_BE_EMPTY = frozenset(
    {
        Kind.PATHS,
        Kind.PATH_ITEM,
        Kind.COMPONENTS,
        Kind.RESPONSES,
        Kind.RESPONSE,
        Kind.MEDIA_TYPE,
    }
)


def misfit(node: Node, shape: Shape) -> Problem:
    """The problem of a value that is not of the shape which belongs there."""
    value = node.value
    if shape is Leaf.REFERENCE and value is None:
        remedy = "name what it refers to, in quotes: without them # begins a comment"
    elif value is None:
        remedy = "fill it in, or remove the key"
    elif shape in _TEXTS and not isinstance(value, dict | list):
        remedy = f'write "{clip(node.written, 40)}", with quotes'
    elif isinstance(shape, ListOf) and not isinstance(value, dict | list):
        remedy = "write it as a list, if only of one"
    elif isinstance(value, list) and node.pointer.endswith("/items"):
        # Drafts of JSON Schema before 2020-12 describe the places of a list so.
        remedy = "call it prefixItems, if each is the schema of one place in the list"
    else:
        remedy = "correct its form, or remove it"
    form = "nothing (null)" if value is None else form_of(value)
    fact = f"{form} stands where {_name_of(shape)} belongs"
    return node.problem(fact, remedy, _severity(node, shape))


def unfollowed(node: Node, shape: Shape) -> Iterator[Problem]:
    """The problem of a reference in place of a plain value, where nothing looks for one."""
    key = node.pointer.rpartition("/")[2]
    match shape:
        case Leaf.TEXT if key not in _UNFOLLOWED:
            return
        case Leaf() | OneOrMore(shape=Leaf()):
            pass
        case ListOf(shape=Leaf()) if key != "tags":
            pass
        case _:
            return
    yield node.problem(
        f"a reference stands where {_name_of(shape)} belongs, and is not followed there",
        "write the value itself in its place",
        _severity(node, shape),
    )


def strayed(node: Node, shape: Shape, target: Node) -> Iterator[Problem]:
    """The problem of a reference from a schema to what the specification has no schema in."""
    if shape is not Kind.SCHEMA or target.file is not node.document.root.file:
        return
    found = shape_below(Kind.DOCUMENT, split(target.pointer))
    if found is not Kind.SCHEMA and isinstance(found, Kind | MapOf | ListOf):
        yield node.problem(
            f"the reference {clip(node.ref or '')!r} leads to {_name_of(found)}, not to a schema",
            "refer to a schema, under components.schemas for instance",
        )


def _name_of(shape: Shape) -> str:
    match shape:
        case Leaf(value=name) | Kind(value=name):
            return str(name)
        case ListOf(shape=Leaf() | Kind() as inner):
            return f"a list (each element {_name_of(inner)})"
        case MapOf(shape=Leaf() | Kind() as inner):
            return f"a mapping (each value {_name_of(inner)})"
        case ListOf():
            return "a list"
        case MapOf():
            return "a mapping"
        case OneOrMore():
            return f"{_name_of(shape.shape)} or a list of them"


def _severity(node: Node, shape: Shape) -> Severity:
    keys = node.pointer.split("/")
    # An element of a list matters as much as the list.
    key = next((key for key in reversed(keys) if not key.isdecimal()), "")
    if shape in _DESCRIPTIVE_KINDS or key in _DESCRIPTIVE_KEYS or shape is Leaf.NUMBER:
        return Severity.WARNING
    is_scalar = not isinstance(node.value, dict | list)
    if shape is Leaf.TEXT and is_scalar and key not in _DECIDING_TEXTS:
        return Severity.WARNING
    if shape is Leaf.REFERENCE:
        return Severity.ERROR
    if node.value is None and (not isinstance(shape, Kind) or shape in _MAY_BE_EMPTY):
        return Severity.WARNING
    if key == "required" and isinstance(shape, ListOf) and isinstance(node.value, bool):
        # A habit from older drafts of JSON Schema, where it stood in the property itself.
        return Severity.WARNING
    return Severity.ERROR
