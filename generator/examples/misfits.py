"""Why a value is none that the description allows: the first place where it is not."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace
from typing import TypeAlias, assert_never

from ..ir import (
    Alias,
    Any,
    Binary,
    Constraints,
    EnumModel,
    Json,
    List,
    Literal,
    Map,
    Model,
    Never,
    Nullable,
    Ref,
    Scalar,
    ScalarKind,
    Tuple,
    Type,
    Union,
)
from ..pointers import form_of
from .fitting import NO_LIMITS, Fitter, within

_LONGEST = 60
_MOST_VALUES = 8
_FORMS = {
    ScalarKind.STRING: "a string",
    ScalarKind.INTEGER: "an integer",
    ScalarKind.NUMBER: "a number",
    ScalarKind.BOOLEAN: "true or false",
}
_KEYWORDS = {"key_max_length": "maxLength of keys", "value_max_length": "maxLength"}


@dataclass(frozen=True, slots=True)
class Misfit:
    """What is wrong, and the way to it from the value that was judged."""

    path: tuple[str | int, ...]
    reason: str


# A part of a value: where it stands, and what it has to fit.
_Part: TypeAlias = "tuple[str | int, Json, Type, Constraints]"


def misfit(
    fitter: Fitter, value: Json, type_: Type, limits: Constraints = NO_LIMITS
) -> Misfit | None:
    """The first thing wrong with a value; `None` where it fits."""
    return _misfit(_Search(fitter), value, type_, limits)


@dataclass(frozen=True, slots=True)
class _Search:
    """The search for what is wrong with one value.

    `known` has what was found of its parts, by identity: alternatives would otherwise be
    tried again at every depth, and names that go in circles without an end.
    """

    fitter: Fitter
    known: dict[tuple[int, int, int], Misfit | None] = field(default_factory=dict)


def _misfit(
    search: _Search, value: Json, type_: Type, limits: Constraints = NO_LIMITS
) -> Misfit | None:
    key = id(value), id(type_), id(limits)
    if key not in search.known:
        search.known[key] = Misfit((), "no value fits here")
        search.known[key] = _judged(search, value, type_, limits)
    return search.known[key]


def _judged(
    search: _Search, value: Json, type_: Type, limits: Constraints
) -> Misfit | None:
    if search.fitter.fits(value, type_, limits):
        return None
    match type_:
        case Nullable(inner):
            return _misfit(search, value, inner, limits)
        case Ref(name):
            named = _of_named(search, value, name)
            return named or _of_limits(value, limits)
        case Union():
            return _of_union(search, value, type_, limits)
        case Literal(values):
            shown = ", ".join(_short(each) for each in values[:_MOST_VALUES])
            more = ", ..." if len(values) > _MOST_VALUES else ""
            return Misfit((), f"{_short(value)} is not among {shown}{more}")
        case Scalar(kind):
            form = _FORMS.get(kind) or f"a text of the form {kind.value}"
            return _of_form(search, value, type_, form) or _of_limits(value, limits)
        case Binary():
            return _of_form(search, value, type_, "a string")
        case List() | Tuple():
            if not isinstance(value, list):
                return _elsewhere(value, "a list")
            part = _of_parts(search, _items(value, type_, limits))
            return part or _of_limits(value, limits) or _of_length(type_)
        case Map(item):
            if not isinstance(value, dict):
                return _elsewhere(value, "a mapping")
            each = limits.each or NO_LIMITS
            parts = ((key, entry, item, each) for key, entry in value.items())
            return _of_parts(search, parts) or _of_limits(value, limits)
        case Any():
            return _of_limits(value, limits)
        case Never():
            return Misfit((), "no value fits here")
        case _:
            assert_never(type_)


def _of_named(search: _Search, value: Json, name: str) -> Misfit | None:
    schema = search.fitter.schemas.get(name)
    match schema:
        case None:
            return Misfit((), "no value fits here")
        case Alias():
            return _misfit(search, value, schema.type, schema.constraints)
        case EnumModel():
            return _misfit(search, value, schema.type)
        case Model():
            return _of_model(search, value, schema)
        case _:
            assert_never(schema)


def _of_model(search: _Search, value: Json, model: Model) -> Misfit | None:
    if not isinstance(value, dict):
        return _elsewhere(value, "a mapping")
    known = {each.wire_name: each for each in model.fields}
    for name, described in known.items():
        one_way = described.read_only or described.write_only
        if described.required and name not in value and not one_way:
            return Misfit((), f"{_short(name)} is missing")
    if model.extra is None and (further := value.keys() - known.keys()):
        return Misfit((), f"{_short(min(further))} may not stand here")
    return _of_parts(
        search,
        (
            (
                (key, each, known[key].type, known[key].constraints)
                if key in known
                else (key, each, model.extra or Any(), NO_LIMITS)
            )
            for key, each in value.items()
        ),
    )


def _of_union(
    search: _Search, value: Json, union: Union, limits: Constraints
) -> Misfit | None:
    """Of several alternatives, what is wrong with the one that fits furthest."""
    variants = search.fitter.variants(value, union)
    if not variants and union.discriminator is not None and isinstance(value, dict):
        key = union.discriminator.wire_name
        tag = f"{_short(value[key])} in " if key in value else "without "
        return Misfit((), f"a mapping {tag}{_short(key)} is none of the alternatives")
    found = [_misfit(search, value, each, limits) for each in variants]
    told = [each for each in found if each is not None]
    best = max(told, key=lambda each: len(each.path), default=None)
    if best is None or (len(told) > 1 and not best.path):
        return Misfit((), f"{form_of(value)} fits none of the alternatives")
    return best


def _items(
    value: list[Json], type_: List | Tuple, limits: Constraints
) -> Iterator[_Part]:
    each = limits.each or NO_LIMITS
    first = type_.items if isinstance(type_, Tuple) else ()
    rest = type_.rest if isinstance(type_, Tuple) else type_.item
    for index, item in enumerate(value):
        if index < len(first):
            own = limits.first[index] if index < len(limits.first) else NO_LIMITS
            yield index, item, first[index], own
        elif rest is not None:
            yield index, item, rest, each


def _of_parts(search: _Search, parts: Iterator[_Part]) -> Misfit | None:
    for step, value, type_, limits in parts:
        found = _misfit(search, value, type_, limits)
        if found is not None:
            return replace(found, path=(step, *found.path))
    return None


def _of_form(search: _Search, value: Json, type_: Type, form: str) -> Misfit | None:
    return None if search.fitter.fits(value, type_) else _elsewhere(value, form)


def _of_limits(value: Json, limits: Constraints) -> Misfit | None:
    for each in fields(Constraints):
        limit = getattr(limits, each.name)
        if limit != each.default:
            single = Constraints(**{each.name: limit})
            if not within(value, single):
                keyword = _KEYWORDS.get(each.name) or _keyword(each.name)
                return Misfit(
                    (), f"{_short(value)} breaks the rule {keyword}: {_short(limit)}"
                )
    return None


def _of_length(type_: List | Tuple) -> Misfit:
    count = len(type_.items) if isinstance(type_, Tuple) else 0
    return Misfit((), f"a list of more than {count} elements stands here")


def _elsewhere(value: Json, form: str) -> Misfit:
    shown = _short(value) if isinstance(value, str) else form_of(value)
    return Misfit((), f"{shown} stands where {form} belongs")


def _keyword(name: str) -> str:
    first, *others = name.split("_")
    return first + "".join(map(str.capitalize, others))


def _short(value: Json) -> str:
    text = repr(value) if isinstance(value, str) else json.dumps(value)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 3] + "..."
