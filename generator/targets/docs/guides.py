"""Pages on what holds for every operation, each with an example of the API's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...ir import SchemeKind, SecurityScheme, TokenRequest
from ...spelling import lists
from .behaviour import (
    asynchronous_guide,
    errors_guide,
    raw_responses_guide,
    retries_guide,
    testing_guide,
)
from .book import Book
from .calls import call, given
from .credentials import choices, needed
from .data import data_guide
from .features import feature_guides
from .guide import Guide, Links, linked, listed
from .markdown import cell_code, code, fence, text
from .outcomes import outcome
from .pages import Place
from .prose import cell, marked
from .servers import servers_guide
from .settings import settings_guide
from .showcase import Showcase
from .snippets import Snippet
from .source import Brackets, Entry, lines
from .tables import Table, table


@dataclass(frozen=True, slots=True)
class Quickstart(Guide):
    install: str
    exports: str
    snippets: tuple[Snippet, ...]
    method: str
    resources: Links
    guides: Links


@dataclass(frozen=True, slots=True)
class Authentication(Guide):
    schemes: Table | None
    sources: Table | None
    scopes: Table | None
    requests: Table | None
    explicit: str
    variables: str
    choices: tuple[str, ...]
    grants: tuple[str, ...]


def guides(book: Book) -> tuple[Guide, ...]:
    """The pages that this API has a use for, in the order in which to read them."""
    showcase = Showcase(book)
    lookup, first = showcase.lookup, showcase.first
    if lookup is None or first is None:
        return tuple(feature_guides(book, showcase))
    following = (
        *_authentication(book),
        *servers_guide(book),
        *data_guide(book, showcase),
        errors_guide(book, lookup),
        *feature_guides(book, showcase),
        retries_guide(book, lookup),
        settings_guide(book, lookup),
        *raw_responses_guide(book, showcase),
        asynchronous_guide(book, showcase, lookup),
        *testing_guide(book, showcase),
    )
    return (_quickstart(book, first, following), *following)


def _quickstart(book: Book, first: Place, following: tuple[Guide, ...]) -> Quickstart:
    start = Guide.path_of("quickstart")
    client = book.client_for(first.operation)
    pair = client.pair(
        call(first, given(first.operation, book.examples, brief=True)),
        outcome(first.operation, book.api.schemas),
    )
    return Quickstart(
        "quickstart",
        "Quickstart",
        install=fence(f"pip install {book.api.package.distribution}", "bash"),
        exports=_exports(dict.fromkeys((*book.client.variables, *client.variables))),
        snippets=pair,
        method=book.pages.operation_link(first, start),
        resources=linked(
            ((group.title, group.page) for group in book.pages.groups), start
        ),
        guides=listed(following, start),
    )


def _exports(variables: Iterable[str]) -> str:
    lines = [f'export {name}="..."' for name in variables]
    return fence("\n".join(lines), "bash") if lines else ""


def _authentication(book: Book) -> Iterator[Guide]:
    start = Guide.path_of("authentication")
    named = any(needed(each.operation, book.api, start) for each in book.pages.places)
    rows = [
        (argument, cell_code(scheme.wire_name) if named else "", *more)
        for scheme in book.api.schemes
        for argument, *more in _scheme_rows(scheme, book)
    ]
    if not rows:
        return
    columns = ("Argument", "Scheme", "Environment variable", "Sent as", "Description")
    variables = book.client.variables
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
        sources=table(
            ("Scheme", "Way to a token", "Address"),
            (
                (cell_code(scheme.wire_name), cell(way), cell_code(url))
                for scheme in book.api.schemes
                for way, url in scheme.sources
            ),
        ),
        scopes=table(
            ("Scheme", "Scope", "Description"),
            (
                (
                    cell_code(scheme.wire_name),
                    cell_code(scope),
                    cell(meaning, book.api.link_base),
                )
                for scheme in book.api.schemes
                for scope, meaning in scheme.scopes
            ),
        ),
        requests=table(
            ("Scheme", "Scopes asked for", "Sent along", "Id and secret go into"),
            (
                (cell_code(scheme.wire_name), *_token_request(scheme.token_request))
                for scheme in book.api.schemes
                if scheme.token_request is not None
            ),
        ),
        explicit=fence("\n".join(program), "python"),
        variables=lists.listed([code(name) for name in variables], "and"),
        choices=tuple(
            choices((each.operation for each in book.pages.places), book.api)
        ),
        grants=tuple(_grant(each) for each in book.api.schemes if _is_grant(each)),
    )


def _is_grant(scheme: SecurityScheme) -> bool:
    return scheme.kind is SchemeKind.OAUTH2 and len(scheme.arguments) > 1


def _grant(scheme: SecurityScheme) -> str:
    """How a client comes by tokens, or does without coming by any."""
    *both, token = (code(name) for name, _ in scheme.arguments)
    return f"For {code(scheme.wire_name)}, {lists.listed(both, 'and')} are enough, or {token} alone."


def _scheme_rows(scheme: SecurityScheme, book: Book) -> Iterator[tuple[str, ...]]:
    doc = marked(cell(scheme.doc, book.api.link_base), deprecated=scheme.deprecated)
    if scheme.kind is SchemeKind.OTHER:
        yield "", "", f"{code(scheme.wire_name)}, to be set up on your own `http_client`", doc
        return
    for name, variable in scheme.arguments:
        yield cell_code(name), cell_code(variable) if variable else "", _sent_as(
            scheme
        ), doc


def _token_request(request: TokenRequest) -> Iterator[str]:
    yield ", ".join(map(cell_code, request.scopes)) or "none"
    yield ", ".join(cell_code(f"{name}={value}") for name, value in request.parameters)
    yield "the body" if request.is_secret_in_body else "header `Authorization: Basic …`"


def _sent_as(scheme: SecurityScheme) -> str:
    match scheme.kind:
        case SchemeKind.API_KEY:
            return f"{scheme.location.value} {cell_code(scheme.parameter)}"
        case SchemeKind.BASIC:
            return "header `Authorization: Basic …`"
        case SchemeKind.BEARER | SchemeKind.OAUTH2 | SchemeKind.OTHER:
            what = f" ({text(scheme.format)})" if scheme.format else ""
            return f"header `Authorization: Bearer …`{what}"
