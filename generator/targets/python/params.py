"""Modules of request types: dictionaries that type checkers know, beside the models."""

from __future__ import annotations

import keyword
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ...ir import Alias, Field, Model, Schema
from ...names import Scope
from .annotations import Names, Speller
from .docstrings import docstring, fallback
from .imports import grouped, neighbour_imports, runtime_imports, standard_imports
from .layout import request_fields
from .limits import class_doc, described
from .literals import mapped, string


@dataclass(frozen=True, slots=True)
class KeyView:
    """One key of a dictionary, and the text below it."""

    line: str
    doc: str


@dataclass(frozen=True, slots=True)
class DictView:
    """A `TypedDict` and the name that stands for it or the model.

    `call` is the whole definition where keys are no identifiers, empty otherwise.
    """

    name: str
    doc: str
    keys: tuple[KeyView, ...]
    call: str


@dataclass(frozen=True, slots=True)
class ParamView:
    """A name that requests use; `dictionary` is `None` where it is not an object."""

    line: str
    doc: str
    dictionary: DictView | None


@dataclass(frozen=True, slots=True)
class ParamModule:
    """One module of request types."""

    doc: str
    imports: tuple[str, ...]
    checked_imports: tuple[str, ...]
    members: tuple[ParamView, ...]


def dictionary_names(
    names: Sequence[str], schemas: Mapping[str, Schema]
) -> dict[str, str]:
    """The name of each object's `TypedDict`: its own and `Dict`."""
    scope = Scope(reserved=frozenset(schemas))
    return {
        name: scope.claim(name, f"{name}Dict")
        for name in names
        if isinstance(schemas[name], Model)
    }


def param_module(
    subject: str,
    members: Sequence[Schema],
    schemas: Mapping[str, Schema],
    dictionaries: Mapping[str, str],
    module_of: Mapping[str, str],
) -> ParamModule:
    """The view of one module of request types, which is named after `subject`."""
    names = Names()
    names.used.add("TypeAlias")
    here = {schema.name for schema in members}
    views = tuple(_member(schema, schemas, names, dictionaries) for schema in members)
    static = names.used & {"NotRequired", "TypeAlias", "TypedDict"}
    checked = grouped(
        [
            standard_imports(names.used - static),
            [
                *(["from .. import models"] if names.models else []),
                *runtime_imports(names.used),
                *neighbour_imports({n: module_of[n] for n in names.params - here}),
            ],
        ]
    )
    if checked:
        static = static | {"TYPE_CHECKING"}
    return ParamModule(
        docstring(f"What requests take for `{subject}`.", 0),
        tuple(standard_imports(static)),
        tuple(checked),
        views,
    )


def _member(
    schema: Schema,
    schemas: Mapping[str, Schema],
    names: Names,
    dictionaries: Mapping[str, str],
) -> ParamView:
    speller = Speller(schemas, names, models="models.", params="")
    if not isinstance(schema, Model):
        assert isinstance(schema, Alias), "requests use enums by their model's name"
        spelled = speller.request(schema.type)
        line = f"{schema.name}: TypeAlias = {string(spelled)}"
        return ParamView(line, docstring(class_doc(schema), 0), None)
    name = dictionaries[schema.name]
    names.used.add("TypedDict")
    # Type checkers know no key without a name.
    fields = [field for field in request_fields(schema) if field.wire_name]
    # A model has only what the server sends, which here is not enough.
    lacking = any(field.write_only and field.required for field in fields)
    forms = name
    if not lacking:
        names.models.add(schema.name)
        forms = f"{name} | models.{schema.name}"
    line = f"{schema.name}: TypeAlias = {string(forms)}"
    wires = frozenset(field.wire_name for field in fields)
    plain = all(map(_is_attribute, wires)) and wires.isdisjoint(
        _mentioned(fields, schemas)
    )
    doc = docstring(class_doc(schema, fallback(schema.name)), 4 if plain else 0)
    if not plain:
        keys = mapped((f.wire_name, string(_annotation(f, speller))) for f in fields)
        call = f"{name} = TypedDict({string(name)}, {keys})"
        return ParamView(line, "", DictView(name, doc, (), call))
    names.shadowed = wires
    views = tuple(_key(field, speller) for field in fields)
    names.shadowed = frozenset()
    return ParamView(line, "", DictView(name, doc, views, ""))


def _mentioned(fields: Sequence[Field], schemas: Mapping[str, Schema]) -> set[str]:
    """What annotations of these fields refer to, but for builtins: no key may hide it."""
    names = Names()
    speller = Speller(schemas, names, models="models.", params="")
    for field in fields:
        _annotation(field, speller)
    return names.used | names.params | {"models"}


def _is_attribute(wire: str) -> bool:
    private = wire.startswith("__") and not wire.endswith("__")
    return (
        wire.isidentifier()
        and wire.isascii()
        and not keyword.iskeyword(wire)
        and not private
    )


def _key(field: Field, speller: Speller) -> KeyView:
    text = described(field)
    return KeyView(
        f"{field.wire_name}: {_annotation(field, speller)}", docstring(text, 4)
    )


def _annotation(field: Field, speller: Speller) -> str:
    spelled = speller.request(field.type)
    if field.required:
        return spelled
    return f"{speller.names.use('NotRequired')}[{spelled}]"
