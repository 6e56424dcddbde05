"""Values that fit a schema, taken from the examples of the description.

What the examples show goes before what is made up, so that the tests speak of
assistants and threads rather than of `string`s.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, Final

from .decoding import kinds, variants
from .description import Description, Node

# Below this only what is required is made, so that recursion comes to an end.
_DEPTH: Final = 10

_NAMELESS: Final = ("additionalProperties", "items", "allOf", "anyOf", "oneOf")
_FORMATS: Final = {
    "date": "2026-01-02",
    "date-time": "2026-01-02T03:04:05Z",
    "email": "ada@example.com",
    "uri": "https://example.com/",
    "uuid": "0c36f8a2-5d0e-4a41-9d5c-6a1d2f4b7e90",
}


class Samples:
    """Samples for one description; `answers` have what requests may not."""

    def __init__(self, description: Description, *, answers: bool = False) -> None:
        self._description = description
        self._answers = answers

    @cached_property
    def _seen(self) -> dict[str, list[object]]:
        """Every value in the examples, by its schema's place and by its name."""
        found: dict[str, list[object]] = {}
        for operation in self._description.operations.values():
            holders = [*operation.responses.values()]
            holders += [operation.body] if operation.body is not None else []
            for holder in holders:
                for _, content in holder.items("content"):
                    if (schema := content.at("schema")) is not None:
                        for value in examples(content).values():
                            self._gather(schema, value, found)
        return found

    def _gather(
        self, schema: Node, value: object, found: dict[str, list[object]]
    ) -> None:
        schema = schema.target
        found.setdefault(schema.uri, []).append(value)
        for variant in variants(schema):
            if self._fits(variant, value):
                self._gather(variant, value, found)
        if isinstance(value, dict):
            for name, property_ in schema.items("properties"):
                if name in value:
                    self._gather(property_, value[name], found)
                    found.setdefault(name, []).append(value[name])
        if isinstance(value, list) and "items" in schema:
            for entry in value:
                self._gather(schema["items"], entry, found)

    def _fits(self, schema: Node, value: object) -> bool:
        return not self._description.faults(schema, value)

    def of(self, schema: Node) -> Any:
        """One value: the description's own if it has one, else one made up."""
        return next(self.all(schema))

    def all(self, schema: Node) -> Iterator[Any]:
        """Values that fit: those of the description first, then one made up."""
        for value in [*_own(schema), *self._seen.get(schema.target.uri, [])]:
            if value is not None and self._fits(schema, value):
                yield value
        yield self.full(schema)

    def full(self, schema: Node, depth: int = 0) -> Any:
        """A value with every property there is, and a list with every variant."""
        branches = [branch for branch in self._branches(schema) if _not_null(branch)]
        if branches:
            return self.property(branches[0], depth + 1)
        known = schema.plain("enum", [schema.plain("const")])
        if any(value is not None for value in known):
            return next(value for value in known if value is not None)
        allowed = kinds(schema) - {"null"}
        if "object" in allowed or "properties" in schema:
            return self._object(schema, depth)
        if "array" in allowed:
            return self._array(schema, depth)
        return self._scalar(schema, allowed)

    @staticmethod
    def _branches(schema: Node) -> list[Node]:
        return schema.each("oneOf") or schema.each("anyOf")

    def _object(self, schema: Node, depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for part in schema.each("allOf"):
            whole = self.full(part, depth + 1)
            found |= whole if isinstance(whole, dict) else {}
        needed = schema.plain("required", [])
        for name, property_ in schema.items("properties"):
            skipped = property_.plain("readOnly", False) and not self._answers
            if not skipped and (depth < _DEPTH or name in needed):
                found[name] = self.property(property_, depth + 1)
        extra = schema.at("additionalProperties")
        if not found and extra is not None and isinstance(extra.value, Mapping):
            found["key"] = self.full(extra, depth + 1)
        return found

    def property(self, schema: Node, depth: int = 0) -> Any:
        """A property's value: as an example has it, unless variants are to be shown."""
        seen = self._seen.get(schema.target.uri) or self._seen.get(_label(schema), [])
        usable = [
            v for v in [*_own(schema), *seen] if _plain(v) and self._fits(schema, v)
        ]
        return usable[0] if usable else self.full(schema, depth)

    def _array(self, schema: Node, depth: int) -> list[Any]:
        items = schema.at("items")
        least = int(schema.plain("minItems", 0))
        if items is None or (depth >= _DEPTH and not least):
            return []
        shown = [b for b in self._branches(items.target) if _not_null(b)] or [items]
        found = [self.property(branch, depth + 1) for branch in shown]
        found.extend(found[0] for _ in range(least - len(found)))
        return found

    @staticmethod
    def _scalar(schema: Node, allowed: set[str]) -> Any:
        if "string" in allowed:
            text = _FORMATS.get(schema.plain("format", ""), _label(schema))
            return text.ljust(schema.plain("minLength", 0), "x")
        if "boolean" in allowed:
            return True
        for keyword in ("default", "minimum"):
            if schema.plain(keyword) is not None:
                return schema.plain(keyword)
        return 1 if allowed & {"integer", "number"} else "anything"


def examples(holder: Node) -> dict[str, Any]:
    """The examples of a parameter, a header or a media type by their names."""
    named = {
        name: node["value"].value
        for name, node in holder.items("examples")
        if "value" in node
    }
    if "example" in holder:
        named = {"example": holder["example"].value, **named}
    return named


def _own(schema: Node) -> list[Any]:
    """The examples that a schema itself names."""
    one = [schema["example"].value] if "example" in schema else []
    return [*one, *schema.plain("examples", [])]


def _label(schema: Node) -> str:
    """The closest name on the way to a schema: a text that tells where it belongs."""
    steps = [s for s in schema.uri.rsplit("#", 1)[-1].split("/") if not s.isdigit()]
    return next((step for step in steps[::-1] if step not in _NAMELESS), "text")


def _not_null(schema: Node) -> bool:
    return kinds(schema) != {"null"}


def _plain(value: object) -> bool:
    return value is not None and not isinstance(value, list | dict)
