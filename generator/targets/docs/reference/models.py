"""The page of a named schema."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import assert_never

from ....examples import Direction
from ....ir import (
    Alias,
    Any,
    Discriminator,
    EnumModel,
    Field,
    Json,
    Literal,
    Map,
    Model,
    Nullable,
    Ref,
    Schema,
    Type,
    Union,
)
from ....spelling.literals import string
from ....spelling.markdown import cell_code, code, fence, text
from ..book import Book, example_cell
from ..limits import allowed
from ..markdown.prose import cell, marked
from ..markdown.tables import Table, table
from ..pages import in_a_row
from ..snippets.outcomes import variable
from ..snippets.programs import importing
from ..snippets.source import Brackets, Entry, fits, flat, lines, value
from .bodies import json_fence

_FIELD_COLUMNS = (
    "Field",
    "Type",
    "Presence",
    "Default",
    "Limits",
    "Description",
    "Example",
)
_MOST_CASES = 3


@dataclass(frozen=True, slots=True)
class ModelPage:
    path: PurePosixPath
    title: str
    description: str
    deprecated: bool
    importing: str
    stands_for: str
    fields: Table | None
    extra: str
    values: Table | None
    variants: Table | None
    telling: str
    """A program that tells the variants apart."""
    example: str
    uses: tuple[str, ...]


def model_page(schema: Schema, book: Book) -> ModelPage:
    """All that is said about a schema."""
    start = book.pages.models[schema.name]
    program = importing(f"{book.api.package.module}.models", schema.name)
    example = book.examples.schema(schema.name)
    return ModelPage(
        path=start,
        title=text(schema.name),
        description=book.prose(schema.doc),
        deprecated=schema.deprecated,
        importing=fence("\n".join(program), "python"),
        stands_for=_stands_for(schema, book, start),
        fields=(
            _fields(schema, example, book, start) if isinstance(schema, Model) else None
        ),
        extra=(
            " ".join(_extra(schema, book, start)) if isinstance(schema, Model) else ""
        ),
        values=_values(schema, book) if isinstance(schema, EnumModel) else None,
        variants=_variants(schema, book, start) if isinstance(schema, Alias) else None,
        telling=_telling(schema, book) if isinstance(schema, Alias) else "",
        example=json_fence(example),
        uses=tuple(_uses(schema.name, book, start)),
    )


def _stands_for(schema: Schema, book: Book, start: PurePosixPath) -> str:
    """One sentence on a schema that is not an object with fields."""
    match schema:
        case Model():
            return ""
        case EnumModel():
            return f"One of {_known(schema)}. Others that the API adds later arrive as they are."
        case Alias():
            limits = book.limits(schema.type, schema.constraints)
            more = f" ({limits})" if limits else ""
            if _union(schema) is None:
                return f"Stands for: {book.types(start).of(schema.type)}{more}."
            null = " or `None`" if isinstance(schema.type, Nullable) else ""
            return f"One of the variants below{null}{more}."
        case _:
            assert_never(schema)


# Fields ----------------------------------------------------------------------------


def _fields(
    model: Model, example: Json, book: Book, start: PurePosixPath
) -> Table | None:
    shown = example if isinstance(example, dict) else {}
    rows = (_field_cells(field, shown, book, start) for field in model.fields)
    return table(_FIELD_COLUMNS, rows, always=3)


def _field_cells(
    field: Field, shown: Mapping[str, Json], book: Book, start: PurePosixPath
) -> tuple[str, ...]:
    description = book.described(field.doc, field.type)
    example = shown.get(field.wire_name)
    if example is None:
        # A null says little; a value of another object says what to expect.
        direction = Direction.REQUEST if field.write_only else Direction.RESPONSE
        example = book.examples.field(field, direction)
    return (
        _field_name(field),
        book.types(start).of(field.type),
        _presence(field),
        "" if field.default is None else example_cell(field.default.value),
        book.limits(field.type, field.constraints),
        marked(description, deprecated=field.deprecated),
        example_cell(example),
    )


def _field_name(field: Field) -> str:
    if field.name == field.wire_name:
        return cell_code(field.name)
    wire_name = field.wire_name
    visible = (
        wire_name if wire_name == " ".join(wire_name.split()) else string(wire_name)
    )
    return f"{cell_code(field.name)}, in JSON {cell_code(visible)}"


def _presence(field: Field) -> str:
    """Whether the field is there, and may be null, and in which direction."""
    words = ["always" if field.required else "optional"]
    if isinstance(field.type, Nullable):
        words.append("may be `None`")
    if field.read_only:
        words.append("only in responses")
    if field.write_only:
        words.append("only in requests")
    return ", ".join(words)


def _extra(model: Model, book: Book, start: PurePosixPath) -> Iterator[str]:
    """What holds for the object as a whole, and for fields that are not listed."""
    match model.extra:
        case None:
            yield "No other fields are allowed."
        case Any():
            pass
        case _:
            yield f"Any other field: {book.types(start).of(model.extra)}."
    if limits := book.limits(Map(model.extra or Any()), model.constraints):
        yield f"Limits: {limits}."


# Values and variants ---------------------------------------------------------------


def _known(schema: EnumModel) -> str:
    """The values; in a table of their own where there is more to say of them."""
    if schema.value_docs:
        return "the values below"
    return ", ".join(cell_code(flat(value(each))) for each in schema.type.values)


def _values(schema: EnumModel, book: Book) -> Table | None:
    if not schema.value_docs:
        return None
    docs = dict(schema.value_docs)
    rows = (
        (
            cell_code(flat(value(each))),
            cell(docs.get(str(each), ""), book.api.link_base),
        )
        for each in schema.type.values
    )
    return table(("Value", "Description"), rows, always=1)


def _variants(schema: Alias, book: Book, start: PurePosixPath) -> Table | None:
    """A union's variants: by tag where there are tags."""
    type_ = _union(schema)
    if type_ is None:
        return None
    if type_.discriminator is None:
        rows = ((book.types(start).of(one), _doc(one, book)) for one in type_.variants)
        return table(("Variant", "Description"), rows, always=1)
    return _tagged(type_.discriminator, book, start)


def _union(schema: Alias) -> Union | None:
    type_ = schema.type.type if isinstance(schema.type, Nullable) else schema.type
    return type_ if isinstance(type_, Union) else None


def _tagged(
    discriminator: Discriminator, book: Book, start: PurePosixPath
) -> Table | None:
    types = book.types(start)
    rows = [
        (cell_code(flat(value(tag))), types.of(one), _doc(one, book))
        for tag, one in discriminator.mapping
    ]
    if discriminator.default is not None:
        rows.append(("any other", types.of(discriminator.default), ""))
    return table(
        (cell_code(discriminator.wire_name), "Model", "Description"), rows, always=2
    )


def _telling(schema: Alias, book: Book) -> str:
    """A function that finds out which of the variants with a class of its own it got."""
    union = _union(schema)
    tags = union.discriminator.mapping if union and union.discriminator else ()
    names = dict.fromkeys(one.name for _, one in tags if isinstance(one, Ref))
    # A longer line would not be one to black.
    models = [
        each
        for each in names
        if isinstance(book.api.schemas.get(each), Model) and fits(_case(each))
    ]
    if len(models) < 2:
        return ""
    name = variable(Ref(schema.name))
    taken = Entry(f"{name}: ", f"models.{schema.name}")
    program = [
        f"from {book.api.package.module} import models",
        "",
        "",
        *lines("def ", Brackets("handle(", (taken,), ")"), " -> None:"),
        f"    match {name}:",
    ]
    for each in models[:_MOST_CASES]:
        shown = Entry("", string(each)), Entry("", name)
        program.append(_case(each))
        program += lines("", Brackets("print(", shown, ")"), "", 12)
    program += ["        case _:", f'            print("something else", {name})']
    return fence("\n".join(program), "python")


def _case(model: str) -> str:
    return f"        case models.{model}():"


def _doc(type_: Type, book: Book) -> str:
    """What a variant is; the whole description where it has a page of its own."""
    match type_:
        case Ref(name) if name in book.api.schemas:
            return book.described(book.api.schemas[name].doc, type_)
        case Literal():
            return allowed(type_)
        case _:
            return book.described("", type_)


# Uses ------------------------------------------------------------------------------


def _uses(name: str, book: Book, start: PurePosixPath) -> Iterator[str]:
    uses = book.backlinks[name]
    pages = book.pages
    for phrase, operations in (
        ("Sent by", uses.sent_by),
        ("Returned by", uses.returned_by),
        ("In errors of", uses.raised_by),
    ):
        yield from _listed(
            phrase,
            (pages.operation_link(place, start) for place in operations.values()),
            operations,
        )
    yield from _listed(
        "Part of", (pages.model_link(one, start) for one in uses.part_of), uses.part_of
    )
    yield from _listed(
        "Sent to webhooks", (code(one) for one in uses.webhooks), uses.webhooks
    )


def _listed(phrase: str, links: Iterable[str], names: Collection[str]) -> Iterator[str]:
    if names:
        yield f"{phrase} {in_a_row(links, len(names))}"
