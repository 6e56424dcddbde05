"""How parameters are written, as the runtime is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import assert_never

from ...ir import (
    Alias,
    Any,
    Binary,
    EnumModel,
    Field,
    List,
    Literal,
    Location,
    Map,
    Model,
    Never,
    Nullable,
    Parameter,
    Ref,
    Scalar,
    ScalarKind,
    Schema,
    Style,
    Tuple,
    Type,
    Union,
)
from .annotations import Speller
from .literals import string

_DEFAULTS = {
    Location.PATH: (Style.SIMPLE, False),
    Location.QUERY: (Style.FORM, True),
    Location.QUERYSTRING: (Style.FORM, True),
    Location.HEADER: (Style.SIMPLE, False),
    Location.COOKIE: (Style.FORM, True),
}
# Styles in which a single value does not stand as it is.
_MARKED = frozenset({Style.LABEL, Style.MATRIX, Style.COOKIE, Style.CONTENT})
_DEEPEST = 16


def param(parameter: Parameter, speller: Speller) -> str:
    """The source of the runtime's `Param`; empty for a single value, written as usual."""
    location = parameter.location.value
    if parameter.location is Location.QUERYSTRING and parameter.media_type is None:
        location = Location.QUERY.value
    style, dates = (parameter.style, parameter.explode), is_date(parameter, speller)
    options = [string(location), string(parameter.wire_name)]
    if parameter.media_type is not None:
        options.append(f"media_type={string(parameter.media_type)}")
    elif _is_single(parameter.type, speller.schemas) and style[0] not in _MARKED:
        # Styles and `explode` differ for lists and objects only.
        if not parameter.allow_reserved and not dates:
            return ""
    elif style != _DEFAULTS[parameter.location]:
        options.append(f"style={string(parameter.style.value)}")
        options.append(f"explode={parameter.explode}")
    if parameter.allow_reserved:
        options.append("allow_reserved=True")
    if dates:
        options.append("date=True")
    return f"{speller.names.use('Param')}({', '.join(options)})"


def _is_single(type_: Type, schemas: Mapping[str, Schema], depth: int = 0) -> bool:
    """Whether no value of a type is a list or an object."""
    if depth > _DEEPEST:
        return False
    match type_:
        case Scalar() | Literal() | Binary():
            return True
        case List() | Map() | Tuple() | Any() | Never():
            return False
        case Nullable(inner):
            return _is_single(inner, schemas, depth + 1)
        case Union(variants):
            return all(_is_single(each, schemas, depth + 1) for each in variants)
        case Ref(name):
            match schemas.get(name):
                case Alias() as alias:
                    return _is_single(alias.type, schemas, depth + 1)
                case EnumModel():
                    return True
                case Model() | None:
                    return False
                case other:
                    assert_never(other)
        case _:
            assert_never(type_)


def is_date(thing: Parameter | Field, speller: Speller) -> bool:
    """Whether values of a parameter or field are dates, and none are times of a day."""
    kinds = set(_kinds(thing.type, speller.schemas, set()))
    return ScalarKind.DATE in kinds and ScalarKind.DATETIME not in kinds


def _kinds(
    type_: Type, schemas: Mapping[str, Schema], seen: set[str]
) -> Iterator[ScalarKind]:
    """The kinds of single values that may stand in a value."""
    match type_:
        case Scalar(kind):
            yield kind
        case Nullable(inner) | List(inner) | Map(inner):
            yield from _kinds(inner, schemas, seen)
        case Union(parts) | Tuple(parts):
            for part in parts:
                yield from _kinds(part, schemas, seen)
        case Ref(name) if name not in seen:
            seen.add(name)
            schema = schemas.get(name)
            if isinstance(schema, Alias):
                yield from _kinds(schema.type, schemas, seen)
            elif isinstance(schema, Model):
                for field in schema.fields:
                    yield from _kinds(field.type, schemas, seen)
        case Any():
            # It may be a time.
            yield ScalarKind.DATETIME
        case Ref() | Never() | Literal() | Binary():
            pass
        case _:
            assert_never(type_)


def innermost(type_: Type, speller: Speller, depth: int = 0) -> Type:
    """The type of a value, or of those of a list, that may be null."""
    match type_:
        case Nullable(inner) | List(inner):
            return innermost(inner, speller, depth)
        # A list of lists of its own kind has no bottom.
        case Ref(name) if depth <= len(speller.schemas):
            schema = speller.schemas.get(name)
            if isinstance(schema, Alias):
                return innermost(schema.type, speller, depth + 1)
            return type_
        case _:
            return type_
