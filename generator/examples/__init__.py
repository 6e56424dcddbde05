"""Example values: the description's own where they are valid, else built to fit.

Pure and deterministic, and safe on recursive, contradictory and hostile schemas.
"""

from __future__ import annotations

from functools import cached_property

from ..ir import (
    Api,
    BodyKind,
    Constraints,
    Content,
    Example,
    Field,
    Json,
    Model,
    Parameter,
    Ref,
    ResponseContent,
    ResponseKind,
    Type,
    Webhook,
    tags_of,
)
from .building import Builder, ImpossibleError, Wanted
from .fitting import NO_LIMITS, Fitter
from .library import Library
from .misfits import misfit
from .tidying import UPLOAD, Direction, Upload, tidy

__all__ = ["UPLOAD", "Direction", "Examples", "Fitter", "Upload", "misfit"]


class Examples:
    """Finds an example for whatever an API speaks of.

    Where no value fits at all, the example is null.
    """

    def __init__(self, api: Api) -> None:
        self._schemas = api.schemas
        self._fitter = Fitter(api.schemas)
        self._library = Library(self._fitter)
        self._library.read(api)
        self._tags = tags_of(api.schemas)

    def parameter(self, parameter: Parameter) -> Json:
        """A value for a parameter."""
        wanted = Wanted(
            parameter.wire_name,
            parameter.constraints,
            parameter.examples,
            parameter.default,
        )
        return self._value(parameter.type, wanted, Direction.REQUEST)

    def field(self, field: Field, direction: Direction) -> Json:
        """A value for a field."""
        wanted = Wanted(
            field.wire_name, field.constraints, field.examples, field.default
        )
        return self._value(field.type, wanted, direction)

    def schema(self, name: str) -> Json:
        """A value of a named schema as a response has it, with all fields where it is built."""
        return self._whole(Ref(name), Direction.RESPONSE)

    def body(self, content: Content) -> Json:
        """A body to send: one that the description shows, else with what is required."""
        example = self.shown(content)
        if example is not None:
            return tidy(
                example.value,
                content.type,
                self._fitter,
                Direction.REQUEST,
                further=content.further is not None,
            )
        wanted = Wanted(content.argument, content.constraints)
        built = self._value(content.type, wanted, Direction.REQUEST)
        if isinstance(built, dict) and content.kind is BodyKind.MULTIPART:
            # A part may be a file where its schema has no type for it.
            mended = {
                each.wire_name: self.field(each, Direction.REQUEST)
                for each in content.fields
                if each.wire_name in built and not self._fits(built, each)
            }
            return {**built, **mended}
        return built

    def answer(self, content: ResponseContent) -> Json:
        """A body that the server may answer with."""
        if content.type is None:
            return None
        example = self.shown(content)
        if example is not None:
            return example.value
        return self._whole(content.type, Direction.RESPONSE, content.constraints)

    def shown(self, content: Content | ResponseContent) -> Example | None:
        """The example of the description that is the one to show."""
        type_ = content.type
        fitting = (
            example
            for example in content.examples
            if type_ is not None
            and self._fitter.fits(example.value, type_, content.constraints)
        )
        return next(fitting, None)

    def webhook(self, webhook: Webhook) -> Json:
        """A body that the API may send to a webhook."""
        if webhook.type is None:
            return next((example.value for example in webhook.examples), None)
        return self.answer(
            ResponseContent(
                "application/json",
                ResponseKind.JSON,
                webhook.type,
                examples=webhook.examples,
                constraints=webhook.constraints,
            )
        )

    def _fits(self, body: dict[str, Json], field: Field) -> bool:
        value = body[field.wire_name]
        return self._fitter.fits(value, field.type, field.constraints)

    def value(self, type_: Type, name: str, direction: Direction) -> Json:
        """A value of a type for something of this name."""
        return self._value(type_, Wanted(name), direction)

    def _whole(
        self, type_: Type, direction: Direction, limits: Constraints = NO_LIMITS
    ) -> Json:
        schema = self._schemas.get(type_.name) if isinstance(type_, Ref) else None
        if isinstance(schema, Model) and schema.name not in self._library.schemas:
            try:
                return self._builder(direction).full(schema)
            except ImpossibleError:
                return None
        return self._value(type_, Wanted(limits=limits), direction)

    def _value(self, type_: Type, wanted: Wanted, direction: Direction) -> Json:
        try:
            return self._builder(direction).value(type_, wanted)
        except ImpossibleError:
            return None

    def _builder(self, direction: Direction) -> Builder:
        return self._requests if direction is Direction.REQUEST else self._responses

    @cached_property
    def _requests(self) -> Builder:
        return self._complete(Direction.REQUEST)

    @cached_property
    def _responses(self) -> Builder:
        return self._complete(Direction.RESPONSE)

    def _complete(self, direction: Direction) -> Builder:
        builder = Builder(
            self._schemas, self._fitter, self._library, direction, self._tags
        )
        builder.build_schemas()
        return builder
