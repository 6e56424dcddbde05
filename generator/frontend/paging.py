"""Paging: as the configuration declares it, else where it is evident."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..config import PagingSection
from ..errors import Problem, Severity
from ..ir import (
    Alias,
    Field,
    List,
    Location,
    Model,
    Nullable,
    Operation,
    Paging,
    PagingStyle,
    Parameter,
    Ref,
    ResponseContent,
    ResponseKind,
    Schema,
    Type,
)
from .context import Context
from .streaming import steps

# Schemes that many APIs share. A rule holds only where all that it names is there, so
# that inference never guesses: parameter, the path to the next value, the list.
_EVIDENT = (
    PagingSection(style="cursor", items="data", parameter="after", next="last_id", more="has_more", size="limit"),
    PagingSection(style="cursor", items="data", parameter="starting_after", next="data.-1.id", more="has_more", size="limit"),
    PagingSection(style="cursor", items="data", parameter="after", next="data.-1.id", more="has_more", size="limit"),
    PagingSection(style="next_url", items="data", next="links.pages.next"),
    PagingSection(style="next_url", items="data", next="links.next"),
    PagingSection(style="cursor", items="data", parameter="offset", next="next_page.offset", size="limit"),
    PagingSection(style="cursor", items="entries", parameter="marker", next="next_marker", size="limit"),
    PagingSection(style="offset", items="entries", parameter="offset", total="total_count", size="limit"),
    PagingSection(style="offset", items="results", parameter="offset", total="total", size="limit"),
    PagingSection(style="offset", items="data", parameter="offset", total="meta.total", size="limit"),
    PagingSection(style="cursor", items="data", parameter="cursor", next="next_cursor"),
    PagingSection(style="cursor", items="items", parameter="cursor", next="next_cursor"),
    PagingSection(style="cursor", items="results", parameter="cursor", next="next_cursor"),
    PagingSection(style="cursor", items="items", parameter="pageToken", next="nextPageToken", size="pageSize"),
    PagingSection(style="cursor", items="items", parameter="page_token", next="next_page_token", size="page_size"),
)  # fmt: skip


_USUAL_STARTS = {"offset": 0, "page": 1}


@dataclass(frozen=True, slots=True)
class _Found:
    """Where a path of wire names led: every step is there and the last has this type."""

    type: Type


def paging_of(
    operation: Operation, schemas: Mapping[str, Schema], context: Context
) -> Paging | None:
    """The paging of an operation; `None` where it returns everything at once."""
    declared = [
        section
        for section in context.config.paging
        if section.operations is None or operation.id in section.operations
    ]
    is_one = not _differ(operation)
    for section in declared:
        is_meant = is_one or section.operations is not None
        found = applied(section, operation, schemas) if is_meant else None
        if found is not None:
            if not is_one:
                context.add(_other_answers(operation, section, context))
            return found
        if section.operations is not None:
            context.add(
                context.config.problem(
                    ("paging", context.config.paging.index(section)),
                    f"{operation.id} does not have all that this names",
                    "correct the names, or take the operation out of `operations`",
                )
            )
    is_inferred = context.config.infer_paging and operation.method == "GET" and is_one
    if not is_inferred:
        return None
    evident = (applied(section, operation, schemas) for section in _EVIDENT)
    return next((paging for paging in evident if paging is not None), None)


def body_type(operation: Operation) -> Type | None:
    """The type of an operation's JSON answer."""
    for response in operation.responses:
        for content in response.contents:
            if content.kind is ResponseKind.JSON:
                return content.type
    return None


def _differ(operation: Operation) -> bool:
    """Whether one of the answers is no page, although another is: a job, say.

    It would pass for a page without items. An answer without a body may.
    """
    found: list[ResponseContent] = []
    for response in operation.responses:
        texts = [c for c in response.contents if c.kind is ResponseKind.JSON]
        found += (texts or response.contents)[:1]
    return any((one.kind, one.type) != (found[0].kind, found[0].type) for one in found)


def _other_answers(
    operation: Operation, section: PagingSection, context: Context
) -> Problem:
    return context.config.problem(
        ("paging", context.config.paging.index(section)),
        f"{operation.id} has several answers, and what is no page comes as an empty one",
        "look at `body` of such a page, or take the operation out of `operations`",
        Severity.WARNING,
    )


def applied(
    section: PagingSection, operation: Operation, schemas: Mapping[str, Schema]
) -> Paging | None:
    """The scheme as this operation has it; `None` where something of it is missing."""
    body = body_type(operation)
    if body is None:
        return None
    items = _walk(body, () if section.items == "." else steps(section.items), schemas)
    item = _item(items.type, schemas) if items else None
    if item is None:
        return None
    for path in (section.next, section.more, section.total, section.pages):
        if path is not None and _walk(body, steps(path), schemas) is None:
            return None
    asked = _asked(operation, section.parameter)
    if asked is None and section.parameter is not None:
        return None
    return Paging(
        style=PagingStyle(section.style),
        items=() if section.items == "." else steps(section.items),
        item_type=item,
        parameter=section.parameter,
        parameter_in_body=isinstance(asked, Field),
        next=steps(section.next) if section.next else (),
        more=steps(section.more) if section.more else (),
        total=steps(section.total) if section.total else (),
        pages=steps(section.pages) if section.pages else (),
        size=section.size if _asked(operation, section.size) else None,
        start=_start(section, asked, schemas),
    )


def _asked(operation: Operation, wire: str | None) -> Parameter | Field | None:
    """The parameter in the query of this name, else the field of the body."""
    for parameter in operation.parameters:
        if parameter.wire_name == wire and parameter.location is Location.QUERY:
            return parameter
    fields = operation.body.contents[0].fields if operation.body else ()
    return next((field for field in fields if field.wire_name == wire), None)


def _start(
    section: PagingSection,
    asked: Parameter | Field | None,
    schemas: Mapping[str, Schema],
) -> int | None:
    """The first offset or page number, where it is not the usual one."""
    if section.style not in _USUAL_STARTS or asked is None:
        return None
    start = section.start if section.start is not None else _described(asked, schemas)
    return None if start == _USUAL_STARTS[section.style] else start


def _described(asked: Parameter | Field, schemas: Mapping[str, Schema]) -> int | None:
    """Whether a count begins with 0 or with 1, by its default or else its minimum."""
    default, limits = asked.default, asked.constraints
    schema = schemas.get(asked.type.name) if isinstance(asked.type, Ref) else None
    if isinstance(schema, Alias):
        limits = limits.merged(schema.constraints)
    for said in (default.value if default else None, limits.minimum):
        if said in (0, 1) and not isinstance(said, bool):
            return int(said)
    return None


def _walk(
    type_: Type, path: Sequence[str], schemas: Mapping[str, Schema]
) -> _Found | None:
    """The type at a path of wire names, through references, nullables and lists (`-1`)."""
    for step in path:
        type_ = bare(type_, schemas)
        if step == "-1":
            if not isinstance(type_, List):
                return None
            type_ = type_.item
            continue
        schema = schemas.get(type_.name) if isinstance(type_, Ref) else None
        if not isinstance(schema, Model):
            return None
        field = next((f for f in schema.fields if f.wire_name == step), None)
        if field is None:
            return None
        type_ = field.type
    return _Found(type_)


def _item(type_: Type, schemas: Mapping[str, Schema]) -> Type | None:
    meant = bare(type_, schemas)
    return meant.item if isinstance(meant, List) else None


def bare(type_: Type, schemas: Mapping[str, Schema]) -> Type:
    """The type behind nullables and aliases."""
    seen: set[str] = set()
    while True:
        if isinstance(type_, Nullable):
            type_ = type_.type
            continue
        schema = schemas.get(type_.name) if isinstance(type_, Ref) else None
        if (
            isinstance(type_, Ref)
            and isinstance(schema, Alias)
            and type_.name not in seen
        ):
            seen.add(type_.name)
            type_ = schema.type
            continue
        return type_
