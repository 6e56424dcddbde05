"""Servers as Python source, and the variables that callers may choose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...ir import Api, Server, ServerVariable
from .literals import literal, mapped, scalars, string, tupled


def servers_source(servers: Iterable[Server]) -> str:
    """The tuple of servers, each with its variables."""
    return tupled(map(_source, servers))


def _source(server: Server) -> str:
    if not server.variables:
        return f"Server({string(server.url)})"
    variables = mapped((each.name, _variable(each)) for each in server.variables)
    return f"Server({string(server.url)}, {variables})"


def _variable(variable: ServerVariable) -> str:
    values = f", {scalars(variable.values)}" if variable.values else ""
    return f"Variable({literal(variable.default)}{values})"


def has_variables(api: Api) -> bool:
    """Whether callers may choose anything in the URL of any server."""
    return any(server.variables for server in api.servers) or bool(own_variables(api))


def most_of_its_own(api: Api) -> int:
    """How many servers of its own the operation with the most has."""
    return max((len(servers) for servers in _own_servers(api)), default=0)


def most_servers(api: Api) -> int:
    """How many servers there are to choose from, for some operation at least."""
    return max(len(api.servers), most_of_its_own(api))


def own_variables(api: Api) -> tuple[str, ...]:
    """The names of variables that only the servers of single operations have."""
    known = {variable.name for server in api.servers for variable in server.variables}
    found = {
        variable.name
        for servers in _own_servers(api)
        for server in servers
        for variable in server.variables
    }
    return tuple(sorted(found - known))


def _own_servers(api: Api) -> Iterator[tuple[Server, ...]]:
    for operation in api.operations():
        if operation.servers:
            yield operation.servers
