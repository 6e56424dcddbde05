"""The choice of a model for an object that does not say which one it is."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Any, cast

from pydantic import ValidationError
from pydantic_core import to_json

from .fixed import constants, misfit, values_of
from .model import Model, complete, strict_validator, tolerant_validator
from .scalars import STRICT, Schema

if TYPE_CHECKING:
    from pydantic_core.core_schema import ValidationInfo


def choice(models: Sequence[type[Model]]) -> Schema:
    """A schema that makes an object the model which it fits best, if it fits any."""
    candidates = tuple(models)

    def best(value: Any, info: ValidationInfo) -> Model:
        found = _exact(candidates, value, info)
        return _nearest(candidates, value, info) if found is None else found

    def exact(value: Any, info: ValidationInfo) -> Model:
        found = _exact(candidates, value, info)
        if found is None:
            raise misfit(candidates)
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
    ranked = _ranked(models, value)
    others = (each for each in models if _types_others(each) and each not in ranked)
    for model in chain(ranked, others):
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
            for constant in constants(model)
        ):
            return _validated(tolerant_validator(model), value, info)
    raise misfit(models)


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


@cache
def _listed(model: type[Model]) -> list[tuple[str, frozenset[object]]]:
    """The texts that a model's enums list, by wire name."""
    complete(model)
    found: list[tuple[str, frozenset[object]]] = []
    for name, field in model.__pydantic_fields__.items():
        values, _ = values_of(field.annotation)
        if values:
            found.append((field.alias or name, frozenset[object](values)))
    return found


@cache
def _types_others(model: type[Model]) -> bool:
    """Whether fields without a name are part of the model, with a type of their own."""
    bases = model.__mro__[: model.__mro__.index(Model)]
    return any("__pydantic_extra__" in base.__annotations__ for base in bases)


@cache
def _wire_names(model: type[Model]) -> frozenset[str]:
    fields = model.__pydantic_fields__.items()
    return frozenset(field.alias or name for name, field in fields)
