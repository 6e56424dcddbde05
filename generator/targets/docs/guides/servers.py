"""The guide to where requests go, for APIs that leave something to choose there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ....ir import Server, ServerVariable
from ....spelling.literals import string
from ....spelling.markdown import cell_code, fence
from ..book import Book
from ..guide import Guide
from ..markdown.prose import cell
from ..markdown.tables import Table, table
from ..pages import Place, in_a_row
from ..snippets.addresses import is_absolute
from ..snippets.source import Brackets, Entry, lines


@dataclass(frozen=True, slots=True)
class Servers(Guide):
    servers: Table | None
    own: Table | None
    variables: Table | None
    chosen: str
    is_alone: bool
    is_relative: bool
    has_positions: bool


def servers_guide(book: Book) -> Iterator[Guide]:
    """Which servers there are, and how to choose one."""
    servers = book.api.servers
    own: dict[tuple[Server, ...], list[Place]] = {}
    for place in book.pages.places:
        if place.operation.servers:
            own.setdefault(place.operation.servers, []).append(place)
    every = [servers, *own]
    named = {v.name: v for each in every for server in each for v in server.variables}
    variables = list(named.values())
    if len(servers) < 2 and not own and not variables:
        return
    most = max(map(len, every))
    yield Servers(
        "servers",
        "Servers",
        servers=_servers(book),
        own=_own(own, book),
        variables=_variables(variables, book),
        chosen=_program(most, variables, book),
        is_alone=len(servers) == 1,
        is_relative=not all(map(is_absolute, servers)),
        has_positions=most > 1,
    )


def _servers(book: Book) -> Table | None:
    rows = (
        (str(position), cell_code(server.url), _described(server, book))
        for position, server in enumerate(book.api.servers)
    )
    return table(("Position", "URL", "Description"), rows, always=2)


def _own(own: Mapping[tuple[Server, ...], list[Place]], book: Book) -> Table | None:
    start = Guide.path_of("servers")
    rows = (
        (
            ", ".join(_url(server, book) for server in servers),
            in_a_row(
                (book.pages.operation_link(each, start) for each in places), len(places)
            ),
        )
        for servers, places in own.items()
    )
    return table(("URLs, by position", "Operations"), rows)


def _variables(variables: list[ServerVariable], book: Book) -> Table | None:
    columns = ("Variable", "Default", "Values", "Description")
    return table(columns, (_variable_cells(each, book) for each in variables), always=2)


def _described(server: Server, book: Book) -> str:
    doc = cell(server.doc, book.api.link_base)
    return f"{cell_code(server.name)} {doc}".strip() if server.name else doc


def _url(server: Server, book: Book) -> str:
    said = _described(server, book)
    return cell_code(server.url) + (f" ({said})" if said else "")


def _variable_cells(variable: ServerVariable, book: Book) -> tuple[str, ...]:
    return (
        cell_code(variable.name),
        "" if variable.default is None else cell_code(variable.default),
        ", ".join(cell_code(each) for each in variable.values),
        cell(variable.doc, book.api.link_base),
    )


def _program(most: int, variables: list[ServerVariable], book: Book) -> str:
    """Clients that do not take what they would be given."""
    choices = [Entry("server=", "1")] if most > 1 else []
    for each in variables[:1]:
        pair = Entry(f"{string(each.name)}: ", string(_another(each)))
        choices.append(Entry("server_variables=", Brackets("{", (pair,), "}")))
    if not choices:
        return ""
    program = [f"from {book.client.module} import Client"]
    for choice in choices:
        program += ["", *lines("client = ", Brackets("Client(", (choice,), ")"), "")]
    return fence("\n".join(program), "python")


def _another(variable: ServerVariable) -> str:
    """A value to show: another one than the default where the description lists some."""
    others = (each for each in variable.values if each != variable.default)
    return next(others, variable.default) or "..."
