"""Pages on what holds for every operation, each with an example of the API's own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...ir import SchemeKind, SecurityScheme
from .answers import answer
from .book import Book
from .calls import call, given
from .failures import BASE, BY_STATUS
from .features import feature_guides
from .guide import Guide, Links, linked
from .markdown import cell_code, code, fence
from .outcomes import outcome
from .pages import Place
from .prose import cell
from .showcase import Showcase
from .snippets import ASYNC, SYNC, Snippet
from .source import Brackets, Entry, lines, value
from .tables import Table, table


@dataclass(frozen=True, slots=True)
class Quickstart(Guide):
    distribution: str
    variables: tuple[str, ...]
    snippets: tuple[Snippet, ...]
    method: str
    resources: Links
    guides: Links


@dataclass(frozen=True, slots=True)
class Authentication(Guide):
    schemes: Table | None
    explicit: str
    variables: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Errors(Guide):
    statuses: Table | None
    failing: str


@dataclass(frozen=True, slots=True)
class Retries(Guide):
    program: str


@dataclass(frozen=True, slots=True)
class RawResponses(Guide):
    snippets: tuple[Snippet, ...]


@dataclass(frozen=True, slots=True)
class Asynchronous(Guide):
    program: str
    together: str


@dataclass(frozen=True, slots=True)
class Testing(Guide):
    program: str
    variable: str


def guides(book: Book) -> tuple[Guide, ...]:
    """The pages that this API has a use for, in the order in which to read them."""
    showcase = Showcase(book)
    lookup, first = showcase.lookup, showcase.first
    if lookup is None or first is None:
        return tuple(feature_guides(book, showcase))
    following = (
        *_authentication(book),
        _errors(book, lookup),
        *feature_guides(book, showcase),
        _retries(book, lookup),
        *_raw_responses(book, showcase),
        _asynchronous(book, showcase, lookup),
        *_testing(book, showcase),
    )
    return (_quickstart(book, first, following), *following)


def _quickstart(book: Book, first: Place, following: tuple[Guide, ...]) -> Quickstart:
    start = Guide.path_of("quickstart")
    pair = book.client.pair(
        call(first, given(first.operation, book.examples, brief=True)),
        outcome(first.operation, book.api.schemas),
    )
    return Quickstart(
        "quickstart",
        "Quickstart",
        distribution=book.api.package.distribution,
        variables=tuple(code(name) for name in book.client.variables),
        snippets=pair,
        method=book.pages.operation_link(first, start),
        resources=linked(
            ((group.title, group.page) for group in book.pages.groups), start
        ),
        guides=linked(((guide.title, guide.path) for guide in following), start),
    )


def _authentication(book: Book) -> Iterator[Guide]:
    rows = [
        cells for scheme in book.api.schemes for cells in _scheme_rows(scheme, book)
    ]
    if not rows:
        return
    columns = ("Argument", "Environment variable", "Sent as", "Description")
    made = Brackets(
        "Client(", tuple(Entry("", one) for one in book.client.credentials), ")"
    )
    program = [
        f"from {book.client.module} import Client",
        "",
        *lines("client = ", made, ""),
    ]
    yield Authentication(
        "authentication",
        "Authentication",
        schemes=table(columns, rows, always=1),
        explicit=fence("\n".join(program), "python"),
        variables=tuple(code(name) for name in book.client.variables),
    )


def _scheme_rows(scheme: SecurityScheme, book: Book) -> Iterator[tuple[str, ...]]:
    doc = cell(scheme.doc, book.api.link_base)
    if scheme.kind is SchemeKind.OTHER:
        yield "", "", f"{code(scheme.wire_name)}, to be set up on your own `http_client`", doc
        return
    for name, variable in scheme.arguments:
        yield cell_code(name), cell_code(variable) if variable else "", _sent_as(
            scheme
        ), doc


def _sent_as(scheme: SecurityScheme) -> str:
    match scheme.kind:
        case SchemeKind.API_KEY:
            return f"{scheme.location.value} {cell_code(scheme.parameter)}"
        case SchemeKind.BASIC:
            return "header `Authorization: Basic …`"
        case SchemeKind.BEARER | SchemeKind.OAUTH2 | SchemeKind.OTHER:
            return "header `Authorization: Bearer …`"


def _errors(book: Book, lookup: Place) -> Errors:
    rows = [
        (code(status), code(name), _RETRIED if status in _TRIED_AGAIN else "No")
        for status, name in BY_STATUS.items()
    ]
    rows.append(("`5XX`", code("InternalServerError"), _RETRIED))
    rows.append(("other", code(BASE), "No"))
    made = call(lookup, given(lookup.operation, book.examples, brief=True))
    used = outcome(lookup.operation, book.api.schemas)
    exceptions = ("NotFoundError", "RateLimitError")
    return Errors(
        "errors",
        "Errors",
        statuses=table(("Status", "Exception", "Tried again"), rows),
        failing=fence(book.client.failing(made, used, exceptions), "python"),
    )


_TRIED_AGAIN = frozenset({"408", "409", "429"})
_RETRIED = "Yes"


def _retries(book: Book, lookup: Place) -> Retries:
    settings = ("max_retries=5", "timeout=Timeout(read=120, total=300)")
    made = call(lookup, given(lookup.operation, book.examples, brief=True))
    hurried = Brackets(
        made.opening.replace("client.", "quick.", 1), made.entries, made.closing
    )
    used = outcome(lookup.operation, book.api.schemas)
    statements = [
        "quick = client.with_options(timeout=5, max_retries=0)",
        *used.statements(hurried, asynchronous=False),
    ]
    program = book.client.script(statements, names=["Timeout"], settings=settings)
    return Retries(
        "retries-and-timeouts", "Retries and timeouts", program=fence(program, "python")
    )


def _raw_responses(book: Book, showcase: Showcase) -> Iterator[Guide]:
    if not showcase.plain:
        return
    place = showcase.lookup or showcase.plain[0]
    made = call(place, given(place.operation, book.examples, brief=True))
    wrapped = Brackets(f"raw({made.opening[:-1]})(", made.entries, made.closing)
    used = outcome(place.operation, book.api.schemas)
    follow = [
        "print(response.status_code, response.request_id)",
        f"{used.before}response.parse()",
    ]
    follow += used.follow
    margin = " " * 8
    sync = book.client.script(
        [*lines("response = ", wrapped, ""), *follow], names=["raw"]
    )
    asynchronous = book.client.coroutine(
        [
            *lines("response = await ", wrapped, "", 8),
            *(margin + line for line in follow),
        ],
        names=["raw"],
    )
    yield RawResponses(
        "raw-responses",
        "Raw responses",
        snippets=(
            Snippet(SYNC, fence(sync, "python")),
            Snippet(ASYNC, fence(asynchronous, "python")),
        ),
    )


def _asynchronous(book: Book, showcase: Showcase, lookup: Place) -> Asynchronous:
    made = call(lookup, given(lookup.operation, book.examples, brief=True))
    used = outcome(lookup.operation, book.api.schemas)
    return Asynchronous(
        "async",
        "Async",
        program=fence(book.client.asynchronous(made, used), "python"),
        together=_together(book, showcase),
    )


def _together(book: Book, showcase: Showcase) -> str:
    """Two calls at the same time, of two operations that only read."""
    reading = [place for place in showcase.plain if place.operation.method == "GET"][:2]
    if len(reading) < 2:
        return ""
    made = [call(p, given(p.operation, book.examples, brief=True)) for p in reading]
    entries = tuple(Entry("", each) for each in made)
    statements = [
        *lines(
            "first, second = await ", Brackets("asyncio.gather(", entries, ")"), "", 8
        ),
        "        print(first)",
        "        print(second)",
    ]
    return fence(book.client.coroutine(statements), "python")


def _testing(book: Book, showcase: Showcase) -> Iterator[Guide]:
    place = showcase.short
    found = answer(place.operation) if place else None
    if place is None or found is None or found.content is None:
        return
    made = call(place, given(place.operation, book.examples, brief=True))
    used = outcome(place.operation, book.api.schemas)
    response = Brackets(
        "httpx2.Response(",
        (Entry("", "200"), Entry("json=", value(book.examples.answer(found.content)))),
        ")",
    )
    options = (*book.client.tests, "http_client=httpx2.Client(transport=transport)")
    client = Brackets("Client(", tuple(Entry("", one) for one in options), ")")
    program = [
        "import httpx2",
        "",
        f"from {book.client.module} import Client",
        "",
        "",
        "def answer(request: httpx2.Request) -> httpx2.Response:",
        *lines("return ", response, "", 4),
        "",
        "",
        "transport = httpx2.MockTransport(answer)",
        *lines("client = ", client, ""),
        "",
        *used.statements(made, asynchronous=False),
    ]
    yield Testing(
        "testing",
        "Testing",
        program=fence("\n".join(program), "python"),
        variable=(
            code(book.api.package.base_url_variable)
            if book.api.package.base_url_variable
            else ""
        ),
    )
