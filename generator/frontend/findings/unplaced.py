"""What describes a value where neither a field nor a class is there to say it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...document import Json, Node
from ...document.grammar import Kind
from ...ir import (
    Alias,
    Api,
    Field,
    Header,
    Model,
    Parameter,
    Ref,
    Schema,
    Source,
    Type,
    but_null,
)
from ..context import Context
from ..shapes.siblings import beside_null
from .places import Place

_WITHIN = "of a value within another"
_DEFAULT = ("of what is no field, parameter or header", "it has no place")
_MARK = (_WITHIN, "only what has a name of its own is marked")
_EXAMPLE = (_WITHIN, "the docs show those of what has a name of its own")
# Of what, and what becomes of it.
_SAID = {
    "default": _DEFAULT,
    "deprecated": _MARK,
    "example": _EXAMPLE,
    "examples": _EXAMPLE,
}


class Unplaced:
    """Counts defaults, examples and marks that are said of a value within another."""

    def __init__(self, api: Api, context: Context) -> None:
        self._context = context
        self._with_default = _with_default(api)

    def note(self, place: Place) -> None:
        """Takes a schema, or the media type of one."""
        node = place.node
        if place.kind is Kind.SCHEMA:
            for part in _parts(node):
                self._tell(part, _SAID)
            name = self._context.named(node)
            if name is not None and Source(*node.key) not in self._with_default:
                self._count(node, ("default",))
        elif place.kind is Kind.MEDIA_TYPE:
            schema = node.get("schema")
            if schema is not None:
                self._tell(schema, ("default",))

    def _tell(self, node: Node, keywords: Iterable[str]) -> None:
        """Counts what is said of a value, where it becomes no class that says it."""
        if self._context.named(node) is None:
            self._count(node, keywords)

    def _count(self, node: Node, keywords: Iterable[str]) -> None:
        for schema in _merged(node):
            value = schema.value
            for keyword in keywords:
                if isinstance(value, dict) and _is_said(keyword, value):
                    what, fact = _SAID[keyword]
                    at = schema.get(keyword) or schema
                    self._context.tally.note(f"`{keyword}` {what}", at, fact)


def _is_said(keyword: str, value: dict[str, Json]) -> bool:
    if keyword == "deprecated":
        return value.get(keyword) is True
    return keyword in value


def _merged(node: Node) -> Iterator[Node]:
    """A schema and those that stand in it only to be merged into it."""
    yield node
    for branch in node.elements("allOf"):
        if branch.ref is None:
            yield from _merged(branch)


def _parts(node: Node) -> Iterator[Node]:
    """The schemas of what a value holds without naming it, and of what it may be."""
    for keyword in ("items", "additionalProperties"):
        part = node.get(keyword)
        yield from (part,) if part is not None else ()
    yield from (part for _, part in node.items("patternProperties"))
    yield from node.elements("prefixItems")
    for keyword in ("oneOf", "anyOf"):
        branches = list(node.elements(keyword))
        # What is said of the only one is said of the whole.
        yield from branches if beside_null(branches) is None else ()


def _with_default(api: Api) -> set[Source]:
    """The places of the named schemas whose default is told where one is used."""
    found: set[Source] = set()
    for type_ in _types_with_default(api):
        schema = _named(type_, api)
        while schema is not None and schema.source not in found:
            found.add(schema.source)
            schema = _named(schema.type, api) if isinstance(schema, Alias) else None
    return found


def _named(type_: Type, api: Api) -> Schema | None:
    inner = but_null(type_)
    return api.schemas.get(inner.name) if isinstance(inner, Ref) else None


def _types_with_default(api: Api) -> Iterator[Type]:
    uses: list[Field | Parameter | Header] = []
    for schema in api.schemas.values():
        uses += schema.fields if isinstance(schema, Model) else ()
    for operation in api.operations():
        uses += operation.parameters
        for response in (*operation.responses, *operation.errors):
            uses += response.headers
    return (use.type for use in uses if use.default is not None)
