"""Variants say their tag: by `Literal["cat"]` type checkers tell the members of a union apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ...ir import (
    EnumModel,
    Field,
    Literal,
    Model,
    Nullable,
    Operation,
    Ref,
    Resource,
    Scalar,
    ScalarKind,
    Schema,
    Tag,
    Type,
    fallbacks_of,
    tags_of,
)
from ..context import Context

_KINDS: dict[ScalarKind, type] = {
    ScalarKind.STRING: str,
    ScalarKind.INTEGER: int,
    ScalarKind.BOOLEAN: bool,
}


class Narrowing:
    """The tags that each variant may have, wherever its schema allows those of others."""

    def __init__(self, schemas: Mapping[str, Schema], context: Context) -> None:
        self._schemas = schemas
        self._tags = tags_of(schemas)
        # What stands for unknown tags as well may have any, and a base those of all that
        # is built on it.
        for name in (*fallbacks_of(schemas), *_bases(context)):
            self._tags.pop(name, None)

    def schemas(self) -> dict[str, Schema]:
        """All schemas, the variants among them narrowed."""
        return {
            name: self._model(schema) if isinstance(schema, Model) else schema
            for name, schema in self._schemas.items()
        }

    def resource(self, resource: Resource) -> Resource:
        """A resource whose operations take the variants' tags alone."""
        return replace(
            resource,
            operations=tuple(map(self._operation, resource.operations)),
            children=tuple(map(self.resource, resource.children)),
        )

    def _model(self, model: Model) -> Model:
        return replace(model, fields=self._fields(model.fields, model.name))

    def _operation(self, operation: Operation) -> Operation:
        if operation.body is None:
            return operation
        contents = tuple(
            (
                replace(content, fields=self._fields(content.fields, content.type.name))
                if isinstance(content.type, Ref)
                else content
            )
            for content in operation.body.contents
        )
        return replace(operation, body=replace(operation.body, contents=contents))

    def _fields(self, fields: tuple[Field, ...], variant: str) -> tuple[Field, ...]:
        tags = self._tags.get(variant, {})
        return tuple(
            (
                self._field(field, tags[field.wire_name])
                if field.wire_name in tags
                else field
            )
            for field in fields
        )

    def _field(self, field: Field, tags: tuple[Tag, ...]) -> Field:
        if field.default is not None and field.default.value not in tags:
            return field
        examples = tuple(example for example in field.examples if example in tags)
        return replace(field, type=self._narrow(field.type, tags), examples=examples)

    def _narrow(self, type_: Type, tags: tuple[Tag, ...]) -> Type:
        """The type of only these values; the same where it does not allow them all."""
        match type_:
            case Nullable(inner):
                return Nullable(self._narrow(inner, tags))
            case Scalar(kind) if kind in _KINDS:
                fits = all(type(tag) is _KINDS[kind] for tag in tags)
                return Literal(tags) if fits else type_
            case Literal(values):
                return Literal(tags) if set(tags) < set(values) else type_
            case Ref(name):
                schema = self._schemas.get(name)
                if isinstance(schema, EnumModel) and set(tags) < set(
                    schema.type.values
                ):
                    return Literal(tags)
                return type_
            case _:
                return type_


def _bases(context: Context) -> Iterator[str]:
    """The names of schemas that others are built on."""
    for node in context.components.values():
        if context.subtypes.has_derived(node):
            name = context.named(context.keyed(node))
            if name is not None:
                yield name
