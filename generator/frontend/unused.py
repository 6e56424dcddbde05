"""Parts of a description that are not acted on, or no longer legal: once a kind, with a count."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..document import Node
from ..errors import Problem, Severity
from .places import Kind, places

# Keyword to what becomes of it. Each is harmless: the emitted types are wider, never wrong.
_SCHEMA = {
    "xml": "XML names are not used: XML bodies are sent and given as text",
    "not": "Python types cannot leave values out, so `not` is not checked",
    "if": "conditions between fields are not checked",
    "contains": "what a list has to contain is not checked",
    "dependentRequired": "fields that need each other are not checked",
    "dependentSchemas": "fields that need each other are not checked",
    "unevaluatedProperties": "`unevaluatedProperties` is not checked",
    "unevaluatedItems": "`unevaluatedItems` is not checked",
    "contentSchema": "text that holds JSON stays text",
    "$dynamicRef": "a dynamic reference is any value",
    "externalDocs": "links to other documentation are not emitted",
}
# The keyword ended with OpenAPI 3.0; what is written for 3.1 still means it.
_ENDED = {
    "nullable": "it is no keyword since OpenAPI 3.1, and null passes all the same"
}
_REMEDIES = {"nullable": "write `type: [..., 'null']`"}
_OPERATION = {
    "callbacks": "callbacks are not emitted: the caller's own server receives them",
    "externalDocs": "links to other documentation are not emitted",
}
_RESPONSE = {"links": "links between operations are not emitted"}
_KEYWORDS = {Kind.SCHEMA: _SCHEMA, Kind.OPERATION: _OPERATION, Kind.RESPONSE: _RESPONSE}


@dataclass
class _Kind:
    """One kind of thing that is not acted on: where it first stands, how often, and why."""

    first: Node
    count: int
    fact: str


def unused_features(root: Node) -> Iterator[Problem]:
    """One warning for each kind of thing that has no effect, or none by right."""
    found: dict[str, _Kind] = {}
    known_keywords = _KEYWORDS
    if root.document.version != "3.0":
        known_keywords = {**_KEYWORDS, Kind.SCHEMA: {**_SCHEMA, **_ENDED}}
    for place in places(root, follow=len(root.document.files) > 1):
        node, keywords = place.node, known_keywords.get(place.kind)
        value = node.value
        if keywords is None or not isinstance(value, dict):
            continue
        for keyword in keywords.keys() & value.keys():
            known = found.get(keyword)
            if known is None:
                child = node.get(keyword)
                found[keyword] = _Kind(child or node, 1, keywords[keyword])
            else:
                known.count += 1
    for keyword, kind in sorted(found.items()):
        times = "once" if kind.count == 1 else f"{kind.count} times"
        yield kind.first.problem(
            f"`{keyword}` stands in the description {times}; {kind.fact}",
            _REMEDIES.get(keyword, "nothing needs to be done"),
            Severity.WARNING,
        )
