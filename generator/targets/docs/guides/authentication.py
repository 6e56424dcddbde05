"""The guide to credentials: where they come from, where they go, what they are good for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ....ir import SchemeKind, SecurityScheme, TokenRequest
from ....spelling.lists import listed
from ....spelling.markdown import cell_code, code, fence, text
from ..book import Book
from ..credentials import choices, needed
from ..guide import Guide
from ..markdown.prose import cell, ended, marked
from ..markdown.tables import Table, table
from ..snippets.source import Brackets, Entry, lines

_ARGUMENTS = ("Argument", "Scheme", "Environment variable", "Sent as", "Description")


@dataclass(frozen=True, slots=True)
class Authentication(Guide):
    arguments: Table | None
    is_from_environment: bool
    others: tuple[str, ...]
    """What the client has no argument for."""
    sources: Table | None
    scopes: Table | None
    requests: Table | None
    explicit: str
    variables: str
    """What has to be in the environment, where that is enough to make a client."""
    choices: tuple[str, ...]
    grants: tuple[str, ...]


def authentication_guide(book: Book) -> Iterator[Authentication]:
    """Everything on credentials, for an API that asks for any."""
    schemes = book.api.schemes
    if not schemes:
        return
    filled = [each for each in schemes if each.arguments]
    client = book.client
    held = any(variable for each in filled for _, variable in each.arguments)
    is_enough = held and not client.arguments
    yield Authentication(
        "authentication",
        "Authentication",
        arguments=_arguments(book),
        is_from_environment=held,
        others=tuple(_other(each, book) for each in schemes if not each.arguments),
        sources=_sources(schemes),
        scopes=_scopes(book),
        requests=_requests(schemes),
        explicit=_program(book) if filled else "",
        variables=(
            listed([code(each) for each in client.variables], "and")
            if is_enough
            else ""
        ),
        choices=tuple(
            choices((each.operation for each in book.pages.places), book.api)
        ),
        grants=tuple(_grant(each) for each in schemes if _is_grant(each)),
    )


def _arguments(book: Book) -> Table | None:
    """The client's arguments; their schemes are named where operations name them."""
    start = Guide.path_of("authentication")
    named = any(needed(each.operation, book.api, start) for each in book.pages.places)
    rows = (
        (argument, cell_code(scheme.wire_name) if named else "", *more)
        for scheme in book.api.schemes
        for argument, *more in _argument_rows(scheme, book)
    )
    return table(_ARGUMENTS, rows, always=1)


def _argument_rows(scheme: SecurityScheme, book: Book) -> Iterator[tuple[str, ...]]:
    doc = cell(scheme.doc, book.api.link_base)
    for position, (name, variable) in enumerate(scheme.arguments):
        is_for_token = _is_grant(scheme) and position < len(scheme.arguments) - 1
        yield (
            cell_code(name),
            cell_code(variable) if variable else "",
            _sent_for_token(scheme) if is_for_token else _sent_as(scheme),
            # What is said of the scheme is said once.
            marked("" if position else doc, deprecated=scheme.deprecated),
        )


def _sent_for_token(scheme: SecurityScheme) -> str:
    request = scheme.token_request
    is_in_body = request is not None and request.is_secret_in_body
    where = "body" if is_in_body else "header `Authorization: Basic …`"
    return f"{where} of the request for a token"


def _sent_as(scheme: SecurityScheme) -> str:
    match scheme.kind:
        case SchemeKind.API_KEY:
            return f"{scheme.location.value} {cell_code(scheme.parameter)}"
        case SchemeKind.BASIC:
            return "header `Authorization: Basic …`"
        case SchemeKind.BEARER | SchemeKind.OAUTH2 | SchemeKind.OTHER:
            what = f" ({text(scheme.format)})" if scheme.format else ""
            return f"header `Authorization: Bearer …`{what}"


def _other(scheme: SecurityScheme, book: Book) -> str:
    told = (
        f"{code(scheme.wire_name)} is to be set up on an `http_client` of your own.",
        ended(book.line(scheme.doc)),
    )
    return marked(" ".join(told).strip(), deprecated=scheme.deprecated)


# Tokens ----------------------------------------------------------------------------


def _is_grant(scheme: SecurityScheme) -> bool:
    """Whether the client fetches tokens; the last argument is then one that is made."""
    return scheme.kind is SchemeKind.OAUTH2 and len(scheme.arguments) > 1


def _grant(scheme: SecurityScheme) -> str:
    """How a client comes by tokens, or does without coming by any."""
    *both, token = (code(name) for name, _ in scheme.arguments)
    return (
        f"For {code(scheme.wire_name)}, {listed(both, 'and')} are enough,"
        f" or {token} alone."
    )


def _sources(schemes: tuple[SecurityScheme, ...]) -> Table | None:
    rows = (
        (cell_code(scheme.wire_name), cell(way), cell_code(url))
        for scheme in schemes
        for way, url in scheme.sources
    )
    return table(("Scheme", "Way to a token", "Address"), rows)


def _scopes(book: Book) -> Table | None:
    base = book.api.link_base
    rows = (
        (cell_code(scheme.wire_name), cell_code(scope), cell(meaning, base))
        for scheme in book.api.schemes
        for scope, meaning in scheme.scopes
    )
    return table(("Scheme", "Scope", "Description"), rows)


def _requests(schemes: tuple[SecurityScheme, ...]) -> Table | None:
    rows = (
        (cell_code(scheme.wire_name), *_asked(scheme.token_request))
        for scheme in schemes
        if scheme.token_request is not None
    )
    return table(("Scheme", "Scopes asked for", "Sent along"), rows)


def _asked(request: TokenRequest) -> Iterator[str]:
    yield ", ".join(map(cell_code, request.scopes)) or "none"
    yield ", ".join(cell_code(f"{name}={value}") for name, value in request.parameters)


def _program(book: Book) -> str:
    """A client that is given its credentials."""
    given = tuple(Entry("", each) for each in book.client.credentials)
    made = lines("client = ", Brackets("Client(", given, ")"), "")
    program = [f"from {book.client.module} import Client", "", *made]
    return fence("\n".join(program), "python")
