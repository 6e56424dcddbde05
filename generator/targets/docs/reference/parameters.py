"""The parameters of a method as rows of a table, those of nested objects right below."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import PurePosixPath

from ....examples import Direction
from ....ir import (
    Alias,
    Constraints,
    Content,
    Default,
    Field,
    Json,
    List,
    Location,
    Model,
    Nullable,
    Operation,
    Ref,
    Schema,
    Type,
)
from ....spelling.markdown import cell_code
from ..book import Book, example_cell
from ..markdown.prose import marked
from ..markdown.tables import Table, table
from ..snippets.calls import Given, is_flag

_COLUMNS = (
    "Parameter",
    "Type",
    "Required",
    "Default",
    "Limits",
    "Description",
    "Example",
)
_ALWAYS, _WITH_A_BODY, _NEVER = "Yes", "With a body", "No"
_DEEPEST = 2
_MOST_NESTED = 30
_MOST_HOPS = 100


@dataclass(frozen=True, slots=True)
class _Row:
    """What is known about one parameter, field or nested field.

    `sent` is its name on the wire, `required` tells when it has to be given.
    """

    name: str
    sent: str
    type: Type
    required: str
    doc: str
    constraints: Constraints
    default: Default | None
    deprecated: bool
    example: Json


def parameter_table(
    operation: Operation, given: Given, book: Book, start: PurePosixPath
) -> Table | None:
    """The arguments of an operation's method, in the order of its signature."""
    rows = (_cells(row, book, start) for row in _rows(operation, given, book))
    return table(_COLUMNS, rows, always=3)


def _rows(operation: Operation, given: Given, book: Book) -> Iterator[_Row]:
    shown = {(each.location, each.wire_name): json for each, json in given.parameters}
    path = [p for p in operation.parameters if p.location is Location.PATH]
    others = [
        p
        for p in operation.parameters
        if p.location is not Location.PATH
        and p.constant is None
        and not is_flag(p, operation)
    ]
    for parameter in (*path, *sorted(others, key=lambda each: not each.required)):
        value = shown.get((parameter.location, parameter.wire_name))
        yield _Row(
            parameter.name,
            parameter.wire_name,
            parameter.type,
            _said(parameter.required),
            parameter.doc,
            parameter.constraints,
            parameter.default,
            parameter.deprecated,
            book.examples.parameter(parameter) if value is None else value,
        )
    if operation.body is not None:
        content = operation.body.contents[0]
        if content.fields:
            yield from _field_rows(operation, content, given, book)
        else:
            yield from _body_rows(operation, content, given, book)


def _field_rows(
    operation: Operation, content: Content, given: Given, book: Book
) -> Iterator[_Row]:
    flag = operation.streaming.field if operation.streaming else None
    always = operation.body is not None and operation.body.required
    required = _ALWAYS if always else _WITH_A_BODY
    fields = [field for field in content.fields if field.wire_name != flag]
    for field in sorted(fields, key=lambda each: not each.required):
        row = _row(
            field,
            given.fields,
            book,
            required if field.required else _NEVER,
        )
        yield row
        yield from islice(_nested(row, book, frozenset()), _MOST_NESTED)
    if content.further is not None:
        shown = {content.further.wire_name: given.further} if given.further else {}
        row = _row(content.further, shown, book, _NEVER)
        yield replace(row, sent=row.name)


def _body_rows(
    operation: Operation, content: Content, given: Given, book: Book
) -> Iterator[_Row]:
    assert operation.body is not None, "called for operations with a body"
    row = _Row(
        content.argument,
        content.argument,
        content.type,
        _said(operation.body.required),
        "\n\n".join(part for part in (operation.body.doc, content.doc) if part),
        content.constraints,
        None,
        content.deprecated,
        next(iter(given.whole), None),
    )
    yield row
    yield from islice(_nested(row, book, frozenset()), _MOST_NESTED)


def _row(field: Field, shown: Mapping[str, Json], book: Book, required: str) -> _Row:
    if field.wire_name in shown:
        example = shown[field.wire_name]
    else:
        example = book.examples.field(field, Direction.REQUEST)
    return _Row(
        field.name,
        field.wire_name,
        field.type,
        required,
        field.doc,
        field.constraints,
        field.default,
        field.deprecated,
        example,
    )


def _nested(row: _Row, book: Book, within: frozenset[str]) -> Iterator[_Row]:
    """The fields of the object, or of the objects in the list, that a row holds."""
    suffix, model = _object(row.type, book.api.schemas)
    if model is None or model.name in within or len(within) == _DEEPEST:
        return
    shown = _first_object(row.example)
    for field in sorted(model.fields, key=lambda each: not each.required):
        if field.read_only:
            continue
        name = f"{row.name}{suffix}.{field.wire_name}"
        nested = _row(field, shown, book, _said(field.required))
        nested = replace(nested, name=name, sent=name)
        yield nested
        yield from _nested(nested, book, within | {model.name})


def _said(required: bool) -> str:
    return _ALWAYS if required else _NEVER


def _object(type_: Type, schemas: Mapping[str, Schema]) -> tuple[str, Model | None]:
    """The model of a type's objects, and what leads to them: `[]` for those in a list."""
    suffix = ""
    for _ in range(_MOST_HOPS):
        match type_:
            case Nullable(inner):
                type_ = inner
            case List(item):
                type_, suffix = item, f"{suffix}[]"
            case Ref(name):
                schema = schemas.get(name)
                if not isinstance(schema, Alias):
                    return suffix, schema if isinstance(schema, Model) else None
                type_ = schema.type
            case _:
                break
    return suffix, None


def _first_object(example: Json) -> Mapping[str, Json]:
    while isinstance(example, list) and example:
        example = example[0]
    return example if isinstance(example, dict) else {}


def _named(row: _Row) -> str:
    """The argument, and what the API calls it where that is something else."""
    name = cell_code(row.name)
    return name if row.sent == row.name else f"{name}, sent as {cell_code(row.sent)}"


def _cells(row: _Row, book: Book, start: PurePosixPath) -> tuple[str, ...]:
    description = book.described(row.doc, row.type)
    return (
        _named(row),
        book.types(start).of(row.type),
        row.required,
        "" if row.default is None else example_cell(row.default.value),
        book.limits(row.type, row.constraints),
        marked(description, deprecated=row.deprecated),
        example_cell(row.example),
    )
