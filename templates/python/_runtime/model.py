"""The base class of all models."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from inspect import currentframe
from threading import RLock
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, TypeGuard, cast

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import CoreConfig, SchemaValidator

from .room import with_room
from .tolerance import fitting, hides_input, strict, tolerate_model

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, TypeAdapter
    from pydantic_core import CoreSchema

    from .problems import Problem
    from .scalars import Schema
    from .tolerance import Resolve


class Model(BaseModel):
    """An object that the API describes.

    A response is taken as it comes, whether or not it keeps to its description: a
    missing field is `None`, a value of another type is itself, and fields that the
    description does not have are kept as attributes. `problems()` says what did not fit.
    A model made by hand is checked in full instead.
    """

    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
        defer_build=True,
        populate_by_name=True,
        protected_namespaces=(),
    )

    if TYPE_CHECKING:
        # So that a model may say of what type its further fields are.
        __pydantic_extra__: Any = Field(init=False)

    def __init__(self, /, **values: Any) -> None:
        """Make a model from its fields, by their names here or on the wire.

        Raises:
            pydantic.ValidationError: A field is missing or does not fit.
        """
        __tracebackhide__ = True
        wire = _shared_names(type(self))
        if wire:
            values = {wire.get(name, name): value for name, value in values.items()}
        strict_validator(type(self)).validate_python(
            values, self_instance=self, by_alias=True, by_name=not wire
        )

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[BaseModel], handler: GetCoreSchemaHandler, /
    ) -> CoreSchema:
        schema = cast("Schema", handler(source))
        model = schema
        while model["type"] != "model":
            # Validators that a subclass adds stand around it.
            model = model["schema"]
        if cls.__init__ is Model.__init__:
            # Responses are not made by hand, and need not pass through `__init__`.
            model["custom_init"] = False
        # On the wire, a name of Python's is a name like any other.
        model["config"]["validate_by_name"] = False
        tolerate_model(model, cast("Resolve", handler.resolve_ref_schema))
        return cast("CoreSchema", schema)

    @classmethod
    def model_rebuild(cls, **options: Any) -> bool | None:
        """Build the schema, as pydantic does by itself where it is needed.

        There is room for circles of models however long they are.
        """
        if options.get("_types_namespace") is None:
            # Pydantic would look for the names around the caller on the larger stack.
            caller = currentframe()
            for _ in range(1, options.get("_parent_namespace_depth", 2)):
                caller = None if caller is None else caller.f_back
            options["_types_namespace"] = {} if caller is None else caller.f_locals
        build = partial(super().model_rebuild, **options)
        with _building:
            return with_room(build)

    def to_dict(self) -> dict[str, Any]:
        """The object as it came, as plain data: what was never set is left out."""
        return self.model_dump(
            mode="json", by_alias=True, exclude_unset=True, warnings=False
        )

    def to_json(self, *, indent: int | None = None) -> str:
        """The object as it came, as JSON: what was never set is left out."""
        return self.model_dump_json(
            indent=indent, by_alias=True, exclude_unset=True, warnings=False
        )

    def problems(self) -> list[Problem]:
        """What does not fit the description, here and in all that this object holds.

        Empty for most responses, and computed when asked for.
        """
        from .problems import problems

        try:
            strict_validator(type(self)).validate_json(self.to_json())
        except ValidationError as error:
            return problems(self.to_dict(), error)
        return []


@cache
def _shared_names(model: type[Model]) -> dict[str, str]:
    """The fields' names on the wire, where one of these is another field's name here.

    Such a name is the one here: code must not change its meaning when a field is added.
    """
    wire = {name: field.alias or name for name, field in model.model_fields.items()}
    shared = any(other != name and other in wire for name, other in wire.items())
    return wire if shared else {}


class _Outermost:
    """Marks a type that is decoded by itself, rather than as a part of a model."""

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        schema = cast("Schema", handler(source))
        resolve = cast("Resolve", handler.resolve_ref_schema)
        return cast("CoreSchema", fitting(schema, resolve))


def tolerant_validator(type_: Any) -> SchemaValidator:
    """What decodes values of this type, whatever may stand inside of them."""
    return _built(_tolerant, type_, _build_tolerant)


def strict_validator(type_: Any) -> SchemaValidator:
    """What decodes values of this type that fit it in every part."""
    return _built(_strict, type_, _build_strict)


def complete(model: type[Model]) -> None:
    """Build a model's schema, if that was not needed before."""
    if not model.__pydantic_complete__:
        model.model_rebuild(_types_namespace={})


_tolerant: dict[Any, SchemaValidator] = {}
_strict: dict[Any, SchemaValidator] = {}
# pydantic changes the schemas of finished models while it builds others upon them.
_building = RLock()


def _built(
    validators: dict[Any, SchemaValidator],
    type_: Any,
    build: Callable[[Any], SchemaValidator],
) -> SchemaValidator:
    try:
        found = validators.get(type_)
    except TypeError:
        # An annotation that cannot be looked up: constraints, for instance.
        return build(type_)
    if found is None:
        with _building:
            found = validators[type_] = build(type_)
    return found


def _build_tolerant(type_: Any) -> SchemaValidator:
    if is_model_type(type_):
        complete(type_)
        return cast("SchemaValidator", type_.__pydantic_validator__)
    return cast("SchemaValidator", _adapter(type_).validator)


def _build_strict(type_: Any) -> SchemaValidator:
    if is_model_type(type_):
        complete(type_)
        schema = cast("Schema", type_.__pydantic_core_schema__)
    else:
        schema = cast("Schema", _adapter(type_).core_schema)
    config = CoreConfig(hide_input_in_errors=hides_input(schema))

    def build() -> SchemaValidator:
        core = cast("CoreSchema", strict(schema))
        # The validators that classes have built already are tolerant ones.
        return SchemaValidator(core, config, _use_prebuilt=False)

    return with_room(build)


def is_model_type(type_: object) -> TypeGuard[type[Model]]:
    """Whether a type is the class of a model."""
    return isinstance(type_, type) and issubclass(type_, Model)


def _adapter(type_: Any) -> TypeAdapter[Any]:
    from pydantic import TypeAdapter

    outermost: Any = Annotated[type_, _Outermost()]
    return with_room(lambda: TypeAdapter[Any](outermost))
