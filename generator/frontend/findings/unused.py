"""Parts of a description that are not acted on, or no longer legal: once a kind, with a count."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ...document import Json, Node
from ...document.grammar import Kind
from ...errors import Problem, Severity
from ..shapes.keywords import is_rest
from ..tally import HARMLESS, Tally
from ..texts import elsewhere, text, told
from .places import Place, places
from .unplaced import Unplaced
from .unreferenced import Unreferenced
from .untold import untold

# Keyword to what becomes of it. Each is harmless: the emitted types are wider, never wrong.
_SCHEMA = {
    "xml": "XML names are not used: XML bodies are sent and given as text",
    "not": "Python types cannot leave values out, so `not` is not checked",
    "if": "conditions between fields are not checked",
    "contains": "what a list has to contain is not checked",
    "minContains": "how often a list has to contain something is not checked",
    "maxContains": "how often a list has to contain something is not checked",
    "propertyNames": "the names of an object's further fields are not checked",
    "dependentRequired": "fields that need each other are not checked",
    "dependentSchemas": "fields that need each other are not checked",
    "unevaluatedProperties": "`unevaluatedProperties` is not checked",
    "unevaluatedItems": "`unevaluatedItems` is not checked",
    "contentSchema": "text that holds JSON stays text",
    "$dynamicRef": "a reference to one of several anchors is any value",
    "$recursiveRef": "a reference to no anchor around it is any value",
    "externalDocs": "of schemas, links to other documentation are not emitted",
}
# What these hold beside this is not acted on; the rest stands among the limits.
_LIMITS = {"propertyNames": frozenset({"type", "maxLength", "description"})}
# The keyword ended with OpenAPI 3.0; what is written for 3.1 still means it.
_ENDED = {
    "nullable": "it is no keyword since OpenAPI 3.1, and null passes all the same"
}
_REMEDIES = {
    "nullable": "write `type: [..., 'null']`",
    "parent": "nest it by `resources` in sdkgen.yaml: `Runs: threads.runs`",
}
_OPERATION = {
    "callbacks": "callbacks are not emitted: the caller's own server receives them",
}
_RESPONSE = {"links": "links between operations are not emitted"}
_ENCODING = {"headers": "the parts of a body are sent without headers of their own"}
_TAG = {
    "parent": "a tag's resource does not stand below that of its parent",
    "kind": "tags of every kind are groups of operations",
}
_EXAMPLE = {
    "externalValue": "examples that stand elsewhere are not fetched",
    "serializedValue": "examples are shown as data, not as they are sent",
}
# Several of a kind, of which one has its place.
_SEVERAL = {
    "examples": "of several examples of a body the docs show the first that fits"
}
_KEYWORDS = {
    Kind.TAG: _TAG,
    Kind.MEDIA_TYPE: _SEVERAL,
    Kind.EXAMPLE: _EXAMPLE,
    Kind.OPERATION: _OPERATION,
    Kind.RESPONSE: _RESPONSE,
    Kind.ENCODING: _ENCODING,
    Kind.SCHEMA: _SCHEMA,
}


def unused_features(
    root: Node, tally: Tally, held: Collection[tuple[str, str]], unplaced: Unplaced
) -> Iterator[Problem]:
    """One warning for each kind of thing that has no effect, or none by right.

    `tally` holds what was found to have none while the rest was built, `held` the places of
    texts that are decoded as their `contentSchema` says.
    """
    tags, components = _Tags(), Unreferenced()
    known_keywords = _KEYWORDS
    if root.document.version != "3.0":
        known_keywords = {**_KEYWORDS, Kind.SCHEMA: {**_SCHEMA, **_ENDED}}
    for place in places(root, follow=len(root.document.files) > 1):
        tags.note(place)
        unplaced.note(place)
        components.note(place.node)
        for found in untold(place.node) if place.kind is Kind.SCHEMA else ():
            tally.note(*found)
        node, keywords = place.node, known_keywords.get(place.kind)
        value = node.value
        if keywords is None or not isinstance(value, dict):
            continue
        for keyword in keywords.keys() & value.keys():
            if keyword == "contentSchema" and node.key in held:
                continue
            if is_rest(keyword, value):
                continue
            if _is_limit(keyword, value[keyword]) or _is_single(
                keyword, value[keyword]
            ):
                continue
            tally.note(
                f"`{keyword}`",
                node.get(keyword) or node,
                keywords[keyword],
                _REMEDIES.get(keyword, HARMLESS),
            )
    yield from tally.problems()
    yield from components.problems(root)
    yield from tags.problems()


class _Tags:
    """Tags of which something is said, and those that group operations."""

    def __init__(self) -> None:
        self._described: dict[str, Node] = {}
        self._grouping: set[str] = set()

    def note(self, place: Place) -> None:
        """Takes what a place says of tags."""
        if place.kind is Kind.TAG and (told(place.node) or elsewhere(place.node)):
            self._described.setdefault(text(place.node, "name"), place.node)
        # Webhooks have a page of their own, whatever their tags are.
        is_grouped = not place.node.pointer.startswith(("/webhooks/", "/x-webhooks/"))
        if place.kind is Kind.OPERATION and is_grouped:
            first = next(place.node.elements("tags"), None)
            if first is not None:
                self._grouping.add(str(first.value))

    def problems(self) -> Iterator[Problem]:
        """One warning for those that group nothing."""
        idle = [name for name in self._described if name not in self._grouping]
        if idle:
            times = "1 tag is" if len(idle) == 1 else f"{len(idle)} tags are"
            yield self._described[idle[0]].problem(
                f"{times} the first of no operation; what is said there is not emitted",
                "say it in `info.description`, or put the tag first at its operations",
                Severity.WARNING,
            )


def _is_single(keyword: str, value: Json) -> bool:
    return keyword in _SEVERAL and not (isinstance(value, dict) and len(value) > 1)


def _is_limit(keyword: str, value: Json) -> bool:
    return (
        keyword in _LIMITS
        and isinstance(value, dict)
        and value.keys() <= _LIMITS[keyword]
    )
