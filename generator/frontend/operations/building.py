"""Endpoints to `ir.Operation`s."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from ...document import Node
from ...ir import Location, Operation, Parameter, Server, Source
from ...names import (
    RESERVED_ARGUMENTS,
    RESERVED_IN_POLLERS,
    RESERVED_IN_STARTERS,
    Scope,
    snake,
)
from ...paths import with_declared_names
from ..context import Context
from ..texts import elsewhere, rest_of, says, text
from ..types.converter import Converter
from .bodies import body_of, other_bodies
from .endpoints import Endpoint
from .parameters import Declared, declared_by, parameters_of, with_names
from .responses import responses_of
from .security import key_for, keys_of, requirements_with
from .servers import servers_of

T = TypeVar("T")


def operations_of(
    endpoint: Endpoint,
    name: str,
    methods: Scope,
    converter: Converter,
) -> tuple[Operation, ...]:
    """The operation with its parameters, body, responses, security and servers.

    One more stands beside it for each further kind of body.
    """
    context = converter.context
    arguments = _arguments(endpoint, context)
    declared, keys = _without_keys(endpoint, context)
    stem = _stem(endpoint, name, context)
    parameters = parameters_of(endpoint.path, declared, stem, arguments, converter)
    body = body_of(endpoint, stem, arguments, converter)
    responses, errors = responses_of(endpoint, stem, converter)
    node = endpoint.node
    holders = (node, *endpoint.items)
    section = context.config.operations.get(endpoint.id)
    summary = _first(text(holder, "summary") for holder in holders) or ""
    doc = _first(text(holder, "description") for holder in holders) or ""
    operation = Operation(
        id=endpoint.id,
        name=name,
        method=endpoint.sent_method,
        path=_path(endpoint, parameters),
        source=Source(*node.key),
        parameters=parameters,
        body=body,
        responses=responses,
        errors=errors,
        security=requirements_with(keys, node, context),
        servers=_own_servers(holders, context),
        summary=summary,
        doc=doc,
        deprecated=says(node, "deprecated"),
        idempotency_header=section.idempotency_header if section else None,
        path_doc=rest_of(endpoint.items, summary, doc),
        elsewhere=elsewhere(node),
    )
    return (operation, *_variants(operation, endpoint, methods, converter))


def _variants(
    operation: Operation, endpoint: Endpoint, methods: Scope, converter: Converter
) -> Iterator[Operation]:
    """The same operation with each further kind of body."""
    if operation.body is None:
        return

    def scope() -> Scope:
        fresh = _arguments(endpoint, converter.context)
        with_names(operation.parameters, fresh)
        return fresh

    for kind, body in other_bodies(operation.body, endpoint, scope, converter):
        name = methods.claim(f"{endpoint.id}:{kind}", f"{operation.name}_{kind}")
        yield replace(operation, name=name, body=body, variant=kind)


def _stem(endpoint: Endpoint, name: str, context: Context) -> str:
    """What classes that only this operation uses begin with.

    They stand beside those of all resources, where `Get` would say too little.
    """
    section = context.config.operations.get(endpoint.id)
    chosen = section is not None and section.name is not None
    return (
        name if chosen or not endpoint.is_named else snake(endpoint.stem, "operation")
    )


def _without_keys(
    endpoint: Endpoint, context: Context
) -> tuple[Declared, tuple[str, ...]]:
    """What is declared beside the client's keys; and the schemes of those always sent."""
    declared = declared_by(endpoint, context)
    keys = keys_of(endpoint.node, context)
    always = []
    for (location, wire), node in list(declared.items()) if keys else ():
        scheme = key_for(location, wire, keys)
        if scheme is not None:
            del declared[location, wire]
            context.warn_once(
                node,
                "key",
                f"the {location.value} parameter {wire!r} is the key of the security scheme"
                f" {scheme!r}",
                "nothing needs to be done; the client sends it, and no method takes it",
            )
            if says(node, "required"):
                always.append(scheme)
    return declared, tuple(always)


def _own_servers(
    holders: Iterable[Node], context: Context
) -> tuple[Server, ...] | None:
    """The servers that the nearest names; `None` where they are those of the API."""
    found = _first(servers_of(holder) for holder in holders)
    return None if found == servers_of(context.document.root) else found


def _first(values: Iterable[T | None]) -> T | None:
    return next((value for value in values if value), None)


def _path(endpoint: Endpoint, parameters: tuple[Parameter, ...]) -> str:
    names = {p.wire_name for p in parameters if p.location is Location.PATH}
    return with_declared_names(endpoint.path, names)


def _arguments(endpoint: Endpoint, context: Context) -> Scope:
    reserved = RESERVED_ARGUMENTS
    for section in context.config.polling.values():
        if endpoint.id == section.read:
            reserved |= RESERVED_IN_POLLERS
        if endpoint.id in section.starts:
            reserved |= RESERVED_IN_STARTERS
    return context.scope(f"arguments:{endpoint.id}", reserved)
