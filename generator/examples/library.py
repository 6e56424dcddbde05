"""What the description itself shows: its examples, by schema and by name."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import assert_never

from ..ir import (
    Alias,
    Any,
    Api,
    Binary,
    Json,
    List,
    Literal,
    Map,
    Model,
    Never,
    Nullable,
    Operation,
    Ref,
    Scalar,
    Tuple,
    Type,
    Union,
)
from ..names import snake
from .fitting import Fitter

_MOST_OF_A_NAME = 5
_MOST_ITEMS = 20
_DEEPEST = 40

# Names that say nothing of themselves about what they hold.
_EVERYWHERE = frozenset({"id", "key", "name", "object", "type", "status", "value"})


@dataclass
class Library:
    """Examples found anywhere in an API, ready to be used where there is none.

    An example response shows what a run looks like, and so what a page of runs does. A
    parameter `order_id` shows what a field of that name holds.
    """

    fitter: Fitter
    schemas: dict[str, Json] = field(default_factory=dict)
    names: dict[str, list[Json]] = field(default_factory=dict)

    def read(self, api: Api) -> None:
        """Adds everything that the API's description shows."""
        # A schema's own example shows it best; those of operations come after.
        for schema in api.schemas.values():
            for example in schema.examples:
                self._note(example, Ref(schema.name))
            if isinstance(schema, Model):
                for each in schema.fields:
                    self._note_all(each.wire_name, each.examples, each.type)
        for operation in api.operations():
            self._read_operation(operation)

    def _read_operation(self, operation: Operation) -> None:
        for parameter in operation.parameters:
            self._note_all(parameter.wire_name, parameter.examples, parameter.type)
        for content in operation.body.contents if operation.body else ():
            for example in content.examples:
                self._note(example.value, content.type)
            for each in content.fields:
                self._note_all(each.wire_name, each.examples, each.type)
        for response in (*operation.responses, *operation.errors):
            for answer in response.contents:
                for example in answer.examples:
                    if answer.type is not None:
                        self._note(example.value, answer.type)

    def _note_all(self, name: str, examples: tuple[Json, ...], type_: Type) -> None:
        for example in examples:
            self._note_name(name, example)
            self._note(example, type_)

    def _note_name(self, name: str, value: Json) -> None:
        if isinstance(value, str | int | float) and not isinstance(value, bool):
            known = self.names.setdefault(name, [])
            if len(known) < _MOST_OF_A_NAME and value not in known:
                known.append(value)

    def _note(self, value: Json, type_: Type, depth: int = 0) -> None:
        """Keeps a value as an example of the schemas that it and its parts have."""
        if depth > _DEEPEST:
            return
        match type_:
            case Nullable(inner):
                if value is not None:
                    self._note(value, inner, depth + 1)
            case Ref(name):
                self._note_named(value, name, depth)
            case Union():
                variants = self.fitter.variants(value, type_)
                fitting = (one for one in variants if self.fitter.fits(value, one))
                if (variant := next(fitting, None)) is not None:
                    self._note(value, variant, depth + 1)
            case List(inner) | Map(inner):
                for item in _items(value)[:_MOST_ITEMS]:
                    self._note(item, inner, depth + 1)
            case Tuple(items):
                shown = value if isinstance(value, list) else []
                for item, inner in zip(shown, items, strict=False):
                    self._note(item, inner, depth + 1)
            case Scalar() | Literal() | Binary() | Any() | Never():
                pass
            case _:
                assert_never(type_)

    def _note_named(self, value: Json, name: str, depth: int) -> None:
        if name not in self.schemas and self.fitter.fits(value, Ref(name)):
            self.schemas[name] = value
        schema = self.fitter.schemas.get(name)
        if isinstance(schema, Alias):
            self._note(value, schema.type, depth + 1)
        elif isinstance(schema, Model) and isinstance(value, dict):
            for each in schema.fields:
                if each.wire_name in value:
                    shown = value[each.wire_name]
                    self._note_name(qualified(each.wire_name, name), shown)
                    self._note(shown, each.type, depth + 1)


def qualified(name: str, owner: str) -> str:
    """The name of a field, told apart where every schema has one: `order_id` for an order's `id`."""
    return f"{snake(owner, 'schema')}_{name}" if name in _EVERYWHERE and owner else name


def _items(value: Json) -> list[Json]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []
