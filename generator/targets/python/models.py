"""Modules of models, as the template prints them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from ...ir import (
    Alias,
    Any,
    EnumModel,
    Field,
    Model,
    Schema,
)
from ...references import references, schema_references
from .annotations import Names, Speller, joined
from .docstrings import docstring, fallback, sentence
from .imports import model_imports
from .layout import ModulePlan, without_write_only
from .limits import class_doc, described, marked
from .literals import string
from .secrets import is_secret


@dataclass(frozen=True, slots=True)
class FieldView:
    """One line of a model, and the text below it."""

    line: str
    doc: str


@dataclass(frozen=True, slots=True)
class ClassView:
    name: str
    bases: str
    doc: str
    fields: tuple[FieldView, ...]


@dataclass(frozen=True, slots=True)
class AliasView:
    line: str
    doc: str


@dataclass(frozen=True, slots=True)
class MemberView:
    """A class or an alias; the other one is `None`."""

    model: ClassView | None
    alias: AliasView | None


@dataclass(frozen=True, slots=True)
class ModelModule:
    """One module: imports, then classes and aliases in order."""

    doc: str
    imports: tuple[str, ...]
    members: tuple[MemberView, ...]


def model_module(
    plan: ModulePlan,
    schemas: Mapping[str, Schema],
    module_of: Mapping[str, str],
    secret: Collection[str] = (),
) -> ModelModule:
    """The view of one module of models; `secret` are those that hold passwords."""
    names = Names()
    here = {schema.name for schema in plan.schemas}
    done: set[str] = set()
    members = []
    for schema in plan.schemas:
        members.append(_member(schema, schemas, names, here - done, secret))
        done.add(schema.name)
    outside = {
        name: module_of[name]
        for name in sorted(names.models - here)
        if name in module_of
    }
    return ModelModule(
        docstring(_title(plan), 0),
        tuple(model_imports(names, outside)),
        tuple(members),
    )


def _title(plan: ModulePlan) -> str:
    others = [s for s in plan.schemas if s.parent is None and s.name != plan.subject]
    if others:
        return f"The model `{plan.subject}`, and those that it refers to in a circle."
    parts = " and its parts" if len(plan.schemas) > 1 else ""
    return f"The model `{plan.subject}`{parts}."


def _member(
    schema: Schema,
    schemas: Mapping[str, Schema],
    names: Names,
    later: set[str],
    secret: Collection[str],
) -> MemberView:
    match schema:
        case Model():
            # pydantic quotes the input in its errors.
            bases = (
                "Model, hide_input_in_errors=True" if schema.name in secret else "Model"
            )
            return MemberView(_model(schema, bases, schemas, names, later), None)
        case Alias() | EnumModel():
            return MemberView(None, _alias(schema, schemas, names, later))


def _model(
    schema: Model,
    bases: str,
    schemas: Mapping[str, Schema],
    names: Names,
    later: set[str],
) -> ClassView:
    schema = without_write_only(schema)
    names.used.add("Model")
    names.shadowed = frozenset(field.name for field in schema.fields)
    speller = Speller(schemas, names)
    fields = [_field(field, speller, later) for field in schema.fields]
    if schema.extra is not None and not isinstance(schema.extra, Any):
        value = speller.response(schema.extra)
        extra = f"{names.use('dict')}[{names.use('str')}, {value}]"
        quoted = (
            string(extra) if later.intersection(schema_references(schema)) else extra
        )
        # Without `init=False`, type checkers take it for an argument.
        init = f"{names.use('Field')}(init=False)"
        fields.append(FieldView(f"__pydantic_extra__: {quoted} = {init}", ""))
    names.shadowed = frozenset()
    doc = class_doc(schema, fallback(schema.name))
    return ClassView(schema.name, bases, docstring(doc, 4), tuple(fields))


def _field(field: Field, speller: Speller, later: set[str]) -> FieldView:
    parts = speller.response_parts(field.type)
    annotation = joined(parts if field.required else [*parts, "None"])
    if later.intersection(references(field.type)):
        annotation = string(annotation)
    details = list(_details(field, speller.schemas))
    if details:
        names = speller.names
        annotation = (
            f"{names.use('Annotated')}[{annotation}, "
            f"{names.use('Field')}({', '.join(details)})]"
        )
    line = f"{field.name}: {annotation}"
    if not field.required:
        line += " = None"
    return FieldView(line, docstring(described(field), 4))


def _details(field: Field, schemas: Mapping[str, Schema]) -> Iterator[str]:
    """What a field's annotation does not say."""
    if field.name != field.wire_name:
        yield f"alias={string(field.wire_name)}"
    if is_secret(field, schemas):
        yield "repr=False"


def _alias(
    schema: Alias | EnumModel,
    schemas: Mapping[str, Schema],
    names: Names,
    later: set[str],
) -> AliasView:
    speller = Speller(schemas, names)
    if isinstance(schema, EnumModel):
        spelled = speller.closed_literal(schema.type)
        values = [f"- `{value}`: {text}" for value, text in schema.value_docs]
        doc = "\n\n".join(
            part for part in (sentence(schema.doc), "\n".join(values)) if part
        )
    else:
        spelled = speller.response(schema.type)
        doc = sentence(schema.doc)
    doc = marked(doc, deprecated=schema.deprecated)
    if later.intersection(schema_references(schema)):
        names.used.add("TypeAliasType")
        line = (
            f"{schema.name} = TypeAliasType({string(schema.name)}, {string(spelled)})"
        )
    else:
        names.used.add("TypeAlias")
        line = f"{schema.name}: TypeAlias = {spelled}"
    return AliasView(line, docstring(doc, 0))
