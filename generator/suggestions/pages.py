"""Lists that come in pages: those that are known, and those that only seem to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..config import PagingSection
from ..frontend.sequels.paging import answers_differ, applied
from ..frontend.sequels.schemes import (
    CURSORS,
    NUMBERS,
    OFFSETS,
    PAGES,
    by_cursor,
    by_number,
    evident,
)
from ..frontend.sequels.signs import INTEGER, TEXT, Signs, first_number, plain
from ..ir import Api, Operation, Paging, Schema
from .writing import listed, scalar

_EXAMPLE = """\
# Lists that come in pages: cursor, offset, page, link or next_url.
# paging:
#   - {style: cursor, items: data, parameter: after, next: last_id}
"""
_TOKENS = CURSORS | {"bookmark", "continuation", "from", "nextpage", "token"}
_BEFORE = frozenset("after afterid sinceid startingafter".split())
"""Parameters that may take the id of the last item."""
_KEYS = ("parameter", "next", "more", "total", "pages", "size", "start")


def paging(api: Api) -> str:
    """The schemes of the lists that are known, and a proposal for those that are not."""
    operations = [each for each in api.operations() if not each.variant]
    known: dict[tuple[str, ...], list[Operation]] = {}
    suspects: dict[tuple[str, ...], list[Operation]] = {}
    for operation in operations:
        if operation.paging is not None:
            about = _lines(_section(operation.paging))
            known.setdefault(about, []).append(operation)
        elif (seen := _seeming(operation, api.schemas)) is not None:
            suspects.setdefault(_lines(seen), []).append(operation)
    if not known and not suspects:
        return _EXAMPLE
    lines: list[str] = []
    if known:
        lines = [
            "# Inferred; iterating over such a list walks all of its pages.",
            "paging:",
        ]
    for about, those in known.items():
        count = "One operation" if len(those) == 1 else f"{len(those)} operations"
        ids = [each.id for each in those]
        shown = ", ".join(map(scalar, ids[:3]))
        lines += [f"  # {count}: {shown}{' ...' * (len(ids) > 3)}", *about]
        if _holds_for_others(those, operations, api.schemas):
            lines.append(f"    operations: {listed(ids)}")
    if suspects:
        lines.append(
            "# These seem to come in pages; whether they do, the description leaves open."
        )
        lines += [] if known else ["# paging:"]
    for about, those in suspects.items():
        named = f"    operations: {listed([each.id for each in those])}"
        lines += [f"# {line}" for line in (*about, named)]
    return "\n".join([*lines, ""])


def _holds_for_others(
    those: list[Operation], operations: list[Operation], schemas: Mapping[str, Schema]
) -> bool:
    """Whether the scheme of these would be taken for that of other operations, if declared."""
    known = those[0].paging
    assert known is not None, "called for operations with pages"
    section = _section(known)
    return any(
        applied(section, each, schemas) is not None
        for each in operations
        if each.paging != known and each not in those
    )


def _seeming(
    operation: Operation, schemas: Mapping[str, Schema]
) -> PagingSection | None:
    """A scheme whose names an operation has, though they may mean something else."""
    if answers_differ(operation):
        return None
    signs = Signs(operation, schemas, in_body=operation.method != "GET")
    if signs.items is None:
        return None
    found = (*evident(operation, schemas), *_possible(signs))
    return next((each for each in found if applied(each, operation, schemas)), None)


def _possible(signs: Signs) -> Iterator[PagingSection]:
    for asked in signs.asking(_TOKENS | NUMBERS):
        name, type_ = plain(asked.wire_name), signs.type_of(asked)
        names = {"cursor", "next", "nextcursor", f"next{name}"}
        names |= {name} if type_ == TEXT else set()
        following = signs.field(names, [type_])
        if following is not None and type_ in (TEXT, INTEGER):
            yield by_cursor(signs, asked, following.path)
    if (page := signs.counting(PAGES)) is not None:
        first = first_number(page)
        yield by_number("page", signs, page, 1 if first is None else first)
    if (offset := signs.counting(OFFSETS)) is not None:
        yield by_number("offset", signs, offset)
    if (url := signs.field({"next", "odatanextlink"}, [TEXT])) is not None:
        yield PagingSection(style="next_url", items=signs.items or ".", next=url.path)
    for asked in signs.asking(_BEFORE):
        last = "-1.id" if signs.items == "." else f"{signs.items}.-1.id"
        yield by_cursor(signs, asked, last)


def _section(paging: Paging) -> PagingSection:
    """The declaration of a scheme."""

    def path(steps: tuple[str, ...]) -> str | None:
        return ".".join(steps) or None

    return PagingSection(
        style=paging.style.value,
        items=path(paging.items) or ".",
        parameter=paging.parameter,
        next=path(paging.next),
        more=path(paging.more),
        total=path(paging.total),
        pages=path(paging.pages),
        size=paging.size,
        start=paging.start,
    )


def _lines(section: PagingSection) -> tuple[str, ...]:
    pairs = [f"style: {section.style}", f"items: {scalar(section.items)}"]
    for key in _KEYS:
        value = getattr(section, key)
        if value is not None:
            shown = scalar(value) if isinstance(value, str) else value
            pairs.append(f"{key}: {shown}")
    return (f"  - {pairs[0]}", *(f"    {pair}" for pair in pairs[1:]))
