"""Fields of one fixed value, by which an object shows that it is no other model's."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import PydanticCustomError

from .scalars import STRICT, Schema


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


def _check(value: BaseModel) -> BaseModel:
    return _checked(value, is_alone=False)


def _check_only(value: Any) -> Any:
    # What stands for the model may be an alias of something else.
    return _checked(value, is_alone=True) if isinstance(value, BaseModel) else value


def _checked(value: BaseModel, *, is_alone: bool) -> BaseModel:
    """The object, unless it shows that it is another model's.

    One without any of its model's fields may have others where the model stands alone.
    """
    extra: dict[str, Any] = value.model_extra or {}
    told = value.__pydantic_fields_set__ - extra.keys()
    if not told:
        fields = type(value).__pydantic_fields__.values()
        is_other = bool(extra) and not is_alone
        if is_other or any(field.is_required() for field in fields):
            raise misfit((type(value),))
    for constant in constants(type(value)):
        if constant.name in told and not constant.is_met(getattr(value, constant.name)):
            raise misfit((type(value),))
    return value


class Constant(NamedTuple):
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
def constants(model: type[BaseModel]) -> list[Constant]:
    """The fields of a model with one value each, once its schema is built."""
    found: list[Constant] = []
    for name, field in model.__pydantic_fields__.items():
        values, others = values_of(field.annotation)
        if len(values) == 1 and all(other is type(None) for other in others):
            allowed = (*values, None) if others else (*values,)
            found.append(Constant(name, field.alias or name, allowed))
    return found


def values_of(annotation: Any) -> tuple[list[Any], list[Any]]:
    """The values that are listed of what a field may be, and what else it may be."""
    if get_origin(annotation) is Annotated:
        return values_of(get_args(annotation)[0])
    is_union = get_origin(annotation) in (Union, UnionType)
    options = get_args(annotation) if is_union else (annotation,)
    literals = [each for each in options if get_origin(each) is Literal]
    values = [value for each in literals for value in get_args(each)]
    return values, [each for each in options if get_origin(each) is not Literal]


def misfit(models: Sequence[type[BaseModel]]) -> PydanticCustomError:
    """The error for an object that is none of these models."""
    names = ", ".join(model.__name__ for model in models)
    return PydanticCustomError(
        "no_member", "Input is none of: {names}", {"names": names}
    )
