"""Schemes of paging that are evident from names and types."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Literal

from ...config import PagingSection
from ...ir import Any, Field, Nullable, Operation, Parameter, Schema, Type, Union
from .signs import BOOLEAN, COUNTS, INTEGER, TEXT, Sign, Signs, first_number, plain

# All names are plain: `nextpage` is `next_page` as well as `nextPage`.
CURSORS = frozenset(
    "after continuationtoken cursor marker nextcursor nextpagetoken nexttoken pagecursor"
    " pagetoken startingafter".split()
)
PAGES = frozenset("currentpage page pageindex pageno pagenum pagenumber".split())
OFFSETS = frozenset({"offset", "skip"})
NUMBERS = PAGES | OFFSETS | {"start"}
_URLS = frozenset(
    "nexthref nextlink nextpagelink nextpageuri nextpageurl nexturi nexturl"
    " odatanextlink".split()
)
_LINKS = (("links", "next"), ("pages", "next"))
_MORE = frozenset("hasmore hasnext hasnextpage".split())
_TOTAL_PAGES = frozenset(
    "lastpage numberofpages numpages pagecount pages totalpages".split()
)
_TOTAL = frozenset(
    "total totalcount totalelements totalentries totalitems totalrecords totalresults"
    " totalsize".split()
)
_FORMATS = frozenset("iri iri-reference uri uri-reference url".split())
_ADDRESS = re.compile(r"https?://|[/?]")
_NO_TOTAL = re.compile(
    r"\b(?:current|each|one|per|returned|this)\b|\b[io]n the (?:page|response)\b"
    r"|\bnumber of pages\b",
    re.I,
)
"""What is said of a number that is not that of all items."""
_NO_PAGE = re.compile(r"\boffset\b|\bskip", re.I)
"""What is said of a `page` that is a number of items."""
_NO_OFFSET = re.compile(r"\bpage (?:index|number|offset)\b", re.I)
_FROM_ZERO = re.compile(r"\bzero\b|\b0\b", re.I)
_NEXT = re.compile(r"\brel=\W{0,3}next\b", re.I)


# Schemes that many APIs share. A rule holds only where all that it names is there, so
# that inference never guesses: parameter, the path to the next value, the list.
_KNOWN = (
    PagingSection(style="cursor", items="data", parameter="after", next="last_id", more="has_more", size="limit"),
    PagingSection(style="cursor", items="data", parameter="starting_after", next="data.-1.id", more="has_more", size="limit"),
    PagingSection(style="cursor", items="data", parameter="after", next="data.-1.id", more="has_more", size="limit"),
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


def evident(
    operation: Operation, schemas: Mapping[str, Schema]
) -> Iterator[PagingSection]:
    """Schemes that an operation has, if it has all that they name: the first such counts."""
    signs = Signs(operation, schemas)
    yield from _KNOWN
    if signs.items is not None:
        rules = (_cursor, _numbered, _url, _page, _offset, _link)
        found = (rule(signs) for rule in rules)
        yield from (section for section in found if section is not None)


def by_cursor(signs: Signs, asked: Parameter | Field, path: str) -> PagingSection:
    """The scheme where the value at a path is sent in a parameter."""
    more = signs.field(_MORE, [BOOLEAN])
    return PagingSection(
        style="cursor",
        items=signs.items or ".",
        parameter=asked.wire_name,
        next=path,
        more=more.path if more is not None else None,
        size=signs.size,
    )


def by_number(
    style: Literal["page", "offset"],
    signs: Signs,
    asked: Parameter | Field,
    start: int | None = None,
) -> PagingSection:
    """The scheme where pages or items are counted in a parameter."""
    pages = signs.field(_TOTAL_PAGES, COUNTS) if style == "page" else None
    total = signs.field(_TOTAL, COUNTS) if pages is None else None
    if total is not None and _NO_TOTAL.search(total.field.doc):
        total = None
    is_open = pages is None and total is None
    more = signs.field(_MORE, [BOOLEAN]) if is_open else None
    return PagingSection(
        style=style,
        items=signs.items or ".",
        parameter=asked.wire_name,
        more=more.path if more is not None else None,
        pages=pages.path if pages is not None else None,
        total=total.path if total is not None else None,
        size=signs.size,
        start=start,
    )


def _cursor(signs: Signs) -> PagingSection | None:
    """A parameter `x` and a field `next_x` of the same type."""
    for names in (CURSORS | {"continue"}, NUMBERS):
        found = [
            (asked, sign)
            for asked in signs.asking(names)
            for sign in signs.all
            if _follows(sign, plain(asked.wire_name), signs)
            and _fits(asked, sign, signs)
        ]
        if found:
            asked, sign = found[0]
            # AWS' descriptions have `NextToken` beside `nextToken`: one is not the server's.
            return by_cursor(signs, asked, sign.path) if len(found) == 1 else None
    return None


def _follows(sign: Sign, asked: str, signs: Signs) -> bool:
    """Whether a field is what a parameter of this name asks for next."""
    *above, name = sign.steps
    if name == asked:
        is_of_kubernetes = sign.steps == ("metadata", "continue")
        is_next = asked.startswith("next") or above[-1:] in (["next"], ["nextpage"])
        return is_next or is_of_kubernetes
    if asked in ("after", "cursor") and name == "endcursor":
        return signs.field({"hasnextpage"}, [BOOLEAN]) is not None
    others = (("after", "nextcursor"), ("cursor", "nextpage"))
    return name == f"next{asked}" or (asked, name) in others


def _fits(asked: Parameter | Field, sign: Sign, signs: Signs) -> bool:
    """Whether a value can be sent as it comes, and its end is told from a number."""
    type_ = signs.type_of(sign.field)
    if type_ != signs.type_of(asked):
        return False
    if type_ == INTEGER:
        # A number goes on for ever, unless it can be null or a flag says that it does not.
        is_ended = isinstance(sign.field.type, Nullable)
        return is_ended or signs.field(_MORE, [BOOLEAN]) is not None
    is_page = plain(asked.wire_name) in PAGES
    return type_ == TEXT and not is_page and not _is_address(sign.field)


def _numbered(signs: Signs) -> PagingSection | None:
    """Numbers of pages, where the answer tells how many there are.

    Better than an address: that of Flask's and Laravel's paginators has only the page in
    its query, unless the server is told to add what was asked for.
    """
    found = _page(signs)
    return found if found is not None and found.pages else None


def _url(signs: Signs) -> PagingSection | None:
    """A field with the address of the next page."""
    found = next((sign for sign in signs.all if _is_url(sign, signs)), None)
    if found is None:
        return None
    items = signs.items or "."
    return PagingSection(
        style="next_url", items=items, next=found.path, size=signs.size
    )


def _is_url(sign: Sign, signs: Signs) -> bool:
    name, type_ = sign.steps[-1], signs.type_of(sign.field)
    if sign.steps[-2:] in _LINKS:
        return _leads(type_, signs)
    if type_ != TEXT:
        return name == "next" and type_ != Any() and _leads(type_, signs)
    if name in ("next", "nextpage") and _is_address(sign.field):
        return True
    # That of OData 3, without `@`, may lead from elsewhere than this address.
    is_odd = sign.field.wire_name.startswith("odata")
    return name in _URLS and not is_odd


def _leads(type_: Type, signs: Signs) -> bool:
    """Whether a value may be an address: a text, or an object with a `href`."""
    meant = signs.bare(type_)
    if isinstance(meant, Union):
        return all(_leads(variant, signs) for variant in meant.variants)
    fields = signs.fields(meant)
    return meant in (TEXT, Any()) or any(each.wire_name == "href" for each in fields)


def _is_address(field: Field) -> bool:
    shown = [each for each in field.examples if isinstance(each, str)]
    is_shown = bool(shown) and all(map(_ADDRESS.match, shown))
    return is_shown or field.constraints.format in _FORMATS


def _page(signs: Signs) -> PagingSection | None:
    """Numbers of pages, where the first is known, and which is the last is told."""
    asked = signs.counting(PAGES)
    if asked is None or _NO_PAGE.search(asked.doc):
        return None
    first, is_spring = first_number(asked), _is_of_spring(signs)
    if is_spring:
        return by_number("page", signs, asked, first or 0)
    if first == 0:
        # Many that count from 1 take 0 for the same.
        is_minimum = asked.default is not None and asked.constraints.minimum == 0
        first = 0 if is_minimum or _FROM_ZERO.search(asked.doc) else None
    found = by_number("page", signs, asked)
    return found if first is not None and _is_ended(found) else None


def _is_ended(found: PagingSection) -> bool:
    """Whether the answer tells which page is the last."""
    return bool(found.pages or found.total or found.more)


def _is_of_spring(signs: Signs) -> bool:
    """Whether an answer is a page of Spring Data, which counts from 0."""
    number = signs.field({"number"}, COUNTS)
    if number is None:
        return False
    beside = {
        sign.steps[-1] for sign in signs.all if sign.steps[:-1] == number.steps[:-1]
    }
    return "size" in beside and bool(beside & {"totalpages", "last"})


def _offset(signs: Signs) -> PagingSection | None:
    """A number of items to pass over, beside a limit, where the end is told."""
    asked = signs.counting(OFFSETS)
    if asked is None or signs.size is None:
        return None
    # Whoever counts pages tells no limit and offset back.
    told = {sign.steps[-1] for sign in signs.all}
    if _NO_OFFSET.search(asked.doc) and not told >= {"limit", "offset"}:
        return None
    found = by_number("offset", signs, asked)
    return found if _is_ended(found) else None


def _link(signs: Signs) -> PagingSection | None:
    """A `Link` header that is described, of answers that can be asked for in pages."""
    if signs.link is None:
        return None
    told = [signs.link.doc, *map(str, signs.link.examples)]
    is_told = any(map(_NEXT.search, told))
    if not is_told and not signs.asking(CURSORS | NUMBERS):
        return None
    return PagingSection(style="link", items=signs.items or ".", size=signs.size)
