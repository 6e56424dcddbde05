"""Paging: as the configuration declares it, else where it is evident."""

from __future__ import annotations

from collections.abc import Mapping

from ...config import PagingSection
from ...errors import Problem, Severity
from ...ir import (
    Field,
    Location,
    Operation,
    Paging,
    PagingStyle,
    Parameter,
    ResponseContent,
    ResponseKind,
    Schema,
)
from ..context import Context
from .answer_paths import body_type, item_of, there
from .schemes import evident
from .signs import first_number

_USUAL_STARTS = {"offset": 0, "page": 1}


def paging_of(
    operation: Operation, schemas: Mapping[str, Schema], context: Context
) -> Paging | None:
    """The paging of an operation; `None` where it returns everything at once."""
    declared = [
        section
        for section in context.config.paging
        if section.operations is None or operation.id in section.operations
    ]
    is_one = not answers_differ(operation)
    for section in declared:
        is_meant = is_one or section.operations is not None
        found = applied(section, operation, schemas) if is_meant else None
        if found is not None:
            if not is_one:
                context.add(_other_answers(operation, section, context))
            return found
        if section.operations is not None:
            context.reject(
                ("paging", context.config.paging.index(section)),
                f"{operation.id} does not have all that this names",
                "correct the names, or take the operation out of `operations`",
            )
    is_inferred = context.config.infer_paging and operation.method == "GET" and is_one
    if not is_inferred:
        return None
    sections = evident(operation, schemas)
    schemes = (applied(section, operation, schemas) for section in sections)
    return next((paging for paging in schemes if paging is not None), None)


def answers_differ(operation: Operation) -> bool:
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
    items = there(body, section.items, schemas)
    item = item_of(items.type, schemas) if items else None
    if items is None or item is None:
        return None
    found: dict[str, tuple[str, ...]] = {}
    for name in ("next", "more", "total", "pages"):
        path = getattr(section, name)
        end = there(body, path, schemas) if path is not None else None
        if path is not None and end is None:
            return None
        found[name] = end.steps if end is not None else ()
    asked = _asked(operation, section.parameter)
    if asked is None and section.parameter is not None:
        return None
    return Paging(
        style=PagingStyle(section.style),
        items=items.steps,
        item_type=item,
        parameter=section.parameter,
        parameter_in_body=isinstance(asked, Field),
        next=found["next"],
        more=found["more"],
        total=found["total"],
        pages=found["pages"],
        size=section.size if _asked(operation, section.size) else None,
        start=_start(section, asked),
    )


def _asked(operation: Operation, wire: str | None) -> Parameter | Field | None:
    """The parameter in the query of this name, else the field of the body."""
    for parameter in operation.parameters:
        if parameter.wire_name == wire and parameter.location is Location.QUERY:
            return parameter
    fields = operation.body.contents[0].fields if operation.body else ()
    return next((field for field in fields if field.wire_name == wire), None)


def _start(section: PagingSection, asked: Parameter | Field | None) -> int | None:
    """The first offset or page number, where it is not the usual one."""
    if section.style not in _USUAL_STARTS or asked is None:
        return None
    start = section.start if section.start is not None else first_number(asked)
    return None if start == _USUAL_STARTS[section.style] else start
