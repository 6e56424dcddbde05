"""The choice of a model for an object that does not say which one it is."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from types import UnionType
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Literal,
    NamedTuple,
    Union,
    cast,
    get_args,
    get_origin,
)

from pydantic import ValidationError
from pydantic_core import PydanticCustomError, to_json

from .model import Model, complete, strict_validator, tolerant_validator
from .scalars import STRICT, Schema

if TYPE_CHECKING:
    from pydantic_core.core_schema import ValidationInfo


def one(schema: Schema) -> Schema:
    """A model's schema that refuses objects which have nothing in common with it."""
    return {
        "type": "function-after",
        "function": {"type": "no-info", "function": _check},
        "schema": schema,
        "metadata": {STRICT: "schema"},
    }


def only(schema: Schema) -> Schema:
    """The schema of a union's only model, which refuses objects that it cannot mean."""
    return {**one(schema), "function": {"type": "no-info", "function": _check_only}}


def choice(models: Sequence[type[Model]]) -> Schema:
    """A schema that makes an object the model which it fits best, if it fits any."""
    candidates = tuple(models)

    def best(value: Any, info: ValidationInfo) -> Model:
        found = _exact(candidates, value, info)
        return _nearest(candidates, value, info) if found is None else found

    def exact(value: Any, info: ValidationInfo) -> Model:
        found = _exact(candidates, value, info)
        if found is None:
            raise _misfit(candidates)
        return found

    return {
        **_function(best),
        "metadata": {STRICT: _function(exact)},
    }


def _function(function: Any) -> Schema:
    return {
        "type": "function-plain",
        "function": {"type": "with-info", "function": function},
        "json_schema_input_schema": {"type": "any"},
    }


def _exact(
    models: tuple[type[Model], ...], value: Any, info: ValidationInfo
) -> Model | None:
    """The model that fits in every part, and of several the one with most fields."""
    if isinstance(value, models):
        return value
    for model in _ranked(models, value):
        try:
            return _validated(strict_validator(model), value, info)
        except ValidationError:
            continue
    return None


def _nearest(
    models: tuple[type[Model], ...], value: Any, info: ValidationInfo
) -> Model:
    for model in _ranked(models, value):
        if all(
            constant.wire_name not in value
            or constant.is_met(value[constant.wire_name])
            for constant in _constants(model)
        ):
            return _validated(tolerant_validator(model), value, info)
    raise _misfit(models)


def _ranked(models: tuple[type[Model], ...], value: Any) -> list[type[Model]]:
    """The models that have some of an object's fields, those with most of them first."""
    if not isinstance(value, dict):
        return []
    fields = cast("dict[str, object]", value)
    names = fields.keys()
    if not names:
        return list(models)
    ranks = {model: len(names & _wire_names(model)) for model in models}
    # Of two that have as many, the one whose enums list what stands there (an open one
    # takes anything), then the one that misses fewer.
    return sorted(
        (model for model, rank in ranks.items() if rank),
        key=lambda model: (
            -ranks[model],
            _unlisted(model, fields),
            len(_wire_names(model)),
        ),
    )


def _unlisted(model: type[Model], fields: dict[str, object]) -> int:
    """How many of an object's fields have a value that the model does not list for them."""
    return sum(
        name in fields and isinstance(fields[name], str) and fields[name] not in values
        for name, values in _listed(model)
    )


def _validated(validator: Any, value: Any, info: ValidationInfo) -> Model:
    # Dates and bytes are text in JSON, and have to be seen as such.
    if info.mode == "json":
        return cast("Model", validator.validate_json(to_json(value)))
    return cast("Model", validator.validate_python(value))


def _check(value: Model) -> Model:
    extra: dict[str, Any] = value.model_extra or {}
    told = value.__pydantic_fields_set__ - extra.keys()
    if not told:
        fields = type(value).__pydantic_fields__.values()
        if extra or any(field.is_required() for field in fields):
            raise _misfit((type(value),))
    return _check_constants(value, told)


def _check_only(value: Any) -> Any:
    # What stands for the model may be an alias of something else.
    if not isinstance(value, Model):
        return value
    told = value.__pydantic_fields_set__ - (value.model_extra or {}).keys()
    fields = type(value).__pydantic_fields__.values()
    if not told and any(field.is_required() for field in fields):
        raise _misfit((type(value),))
    return _check_constants(value, told)


def _check_constants(value: Model, told: set[str]) -> Model:
    for constant in _constants(type(value)):
        if constant.name in told and not constant.is_met(getattr(value, constant.name)):
            raise _misfit((type(value),))
    return value


class _Constant(NamedTuple):
    """A field that can have one value only, or null as well."""

    name: str
    wire_name: str
    allowed: tuple[object, ...]

    def is_met(self, value: object) -> bool:
        """Whether a value is allowed; in Python true is 1, in JSON it is not."""
        if value not in self.allowed:
            return False
        is_flag = isinstance(self.allowed[0], bool)
        return value is None or isinstance(value, bool) is is_flag


@cache
def _constants(model: type[Model]) -> list[_Constant]:
    complete(model)
    found: list[_Constant] = []
    for name, field in model.__pydantic_fields__.items():
        options, values = _values(field.annotation)
        if len(values) == 1 and str not in options:
            allowed = (*values, None) if type(None) in options else (*values,)
            found.append(_Constant(name, field.alias or name, allowed))
    return found


@cache
def _listed(model: type[Model]) -> list[tuple[str, frozenset[object]]]:
    """The texts that a model's enums list, by wire name."""
    complete(model)
    found: list[tuple[str, frozenset[object]]] = []
    for name, field in model.__pydantic_fields__.items():
        _, values = _values(field.annotation)
        if values:
            found.append((field.alias or name, frozenset[object](values)))
    return found


def _values(annotation: Any) -> tuple[tuple[Any, ...], list[Any]]:
    """What a field may be, and the values that are listed among that."""
    options = (annotation,)
    if get_origin(annotation) in (Annotated, Union, UnionType):
        options = (annotation, *get_args(annotation))
    literals = [each for each in options if get_origin(each) is Literal]
    return options, [value for each in literals for value in get_args(each)]


@cache
def _wire_names(model: type[Model]) -> frozenset[str]:
    fields = model.__pydantic_fields__.items()
    return frozenset(field.alias or name for name, field in fields)


def _misfit(models: tuple[type[Model], ...]) -> PydanticCustomError:
    names = ", ".join(model.__name__ for model in models)
    return PydanticCustomError(
        "no_member", "Input is none of: {names}", {"names": names}
    )
