"""The description and the configuration become an `Api`.

`build` is the only way in. Everything that is not emitted rightly is among the problems
that it returns.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from functools import partial

from ..config import Config, FilterSection
from ..document import Document, Node
from ..errors import Problems
from ..ir import About, Api, Operation, Package, SecurityRequirement
from ..names import Memory, Scope
from .configured import (
    doubled,
    miscounted,
    misnamed,
    nothing_included,
    repeated,
    reserved,
)
from .context import Context
from .endpoints import Endpoint, endpoints_of
from .event_data import note_event_data
from .filtering import selected, unwanted
from .grouping import Builder, group
from .ledger import Ledger, ledger_of
from .narrowing import Narrowing
from .operations import operations_of
from .paging import paging_of
from .polling import polling_of, started_by
from .security import note_addressed_schemes, requirements_of, schemes_of
from .servers import servers_of
from .streaming import streaming_of
from .texts import text
from .types import Converter
from .unmet import Unmet
from .unplaced import Unplaced
from .unshown import tell_unshown
from .untyped import untyped_bodies
from .unused import unused_features
from .webhooks import hooks_of, webhooks_of

__all__ = ["Built", "Ledger", "build"]


@dataclass(frozen=True, slots=True)
class Built:
    """The API, what was wrong on the way, and the names to remember for the next time."""

    api: Api
    problems: Problems
    memory: Memory
    count: Callable[[], Ledger]
    """Holds what is emitted against the raw data; slow, so only done where asked for."""
    unwanted: Collection[tuple[str, str]] = ()
    """Places that the configuration leaves out, unless what is emitted leads there."""


def build(document: Document, config: Config, memory: Memory) -> Built:
    """The `Api` that a description stands for.

    `memory` holds the names of the last generation; the one returned replaces it.
    """
    context = Context(document, config, memory)
    converter = Converter(context)
    every = endpoints_of(context)
    ids = {each.route: each.id for each in every}
    context.problems.update(doubled(config, ids))
    config = context.config = config.with_ids(ids)
    holders = (document.root, *(endpoint.node for endpoint in every))
    note_addressed_schemes(holders, context)
    hooks = hooks_of(context)
    context.problems.update(misnamed(every, hooks, context))
    context.problems.update(reserved(config))
    context.problems.update(repeated(config))
    context.problems.update(miscounted(config))
    endpoints = selected(every, hooks, config)
    is_empty = every and not endpoints.chosen and not endpoints.hooks
    if is_empty and config.include != FilterSection():
        context.add(nothing_included(config))
    note_event_data(endpoints.chosen, context)
    if endpoints.all:
        for _, node in context.components:
            converter.add_named(node)
    readers = {endpoint.id: endpoint for endpoint in endpoints.chosen}

    def build_all(
        endpoint: Endpoint, name: str, methods: Scope
    ) -> tuple[Operation, ...]:
        made = operations_of(endpoint, name, methods, converter, context)
        return tuple(complete(operation, methods) for operation in made)

    def complete(operation: Operation, methods: Scope) -> Operation:
        schemas = converter.drain()
        operation = replace(
            operation,
            paging=paging_of(operation, schemas, context),
            streaming=streaming_of(operation, methods, converter, context),
        )
        section = started_by(operation, context)
        if section is None or section.read not in readers:
            return operation
        name = methods.claim(f"{operation.name}:poll", f"{operation.name}_and_poll")
        polling = polling_of(section, readers[section.read])
        return replace(operation, polling=polling, poll_name=name)

    builder = Builder(context, build_all)
    resources = tuple(
        builder.resource(part) for part in group(endpoints.chosen, context)
    )
    webhooks = webhooks_of(endpoints.hooks, converter, context)
    narrowing = Narrowing(converter.drain(), context)
    root = document.root
    api = Api(
        title=text(root, "info", "title") or "API",
        version=text(root, "info", "version") or "0.0.0",
        doc=text(root, "info", "description"),
        package=_package(context),
        servers=servers_of(root) or (),
        schemes=schemes_of(context),
        security=_security(context),
        resources=tuple(map(narrowing.resource, resources)),
        schemas=narrowing.schemas(),
        webhooks=webhooks,
        link_base=config.docs.link_base,
        site_url=config.docs.site_url,
        repository=config.docs.repository,
        summary=text(root, "info", "summary"),
        about=_about(root),
    )
    context.problems.update(Unmet(api, context.config).problems())
    tell_unshown(api, context)
    unplaced = Unplaced(api, context)
    context.problems.update(
        unused_features(root, context.tally, context.held, unplaced)
    )
    context.problems.update(untyped_bodies(context))
    context.problems.update(context.warned_once())
    count = partial(
        ledger_of,
        root,
        {endpoint.raw for endpoint in endpoints.chosen},
        context.converted,
        context.fields,
        context.passed_over,
        all_=endpoints.all,
    )
    left_out = unwanted(root, every, hooks, endpoints)
    return Built(api, context.problems, context.memory, count, left_out)


def _security(context: Context) -> tuple[SecurityRequirement, ...]:
    return requirements_of(context.document.root, context) or ()


def _about(root: Node) -> About:
    name = text(root, "info", "license", "name")
    identifier = text(root, "info", "license", "identifier")
    told = f"{name} ({identifier})" if identifier not in name else name
    return About(
        contact=text(root, "info", "contact", "name"),
        contact_url=text(root, "info", "contact", "url"),
        email=text(root, "info", "contact", "email"),
        terms=text(root, "info", "termsOfService"),
        licence=told if name else identifier,
        licence_url=text(root, "info", "license", "url"),
    )


def _package(context: Context) -> Package:
    section, root = context.config.package, context.document.root
    title = text(root, "info", "title") or "API"
    licence = text(root, "info", "license", "identifier") or text(
        root, "info", "license", "name"
    )
    return Package(
        distribution=section.name or context.plain_module.strip("_").replace("_", "-"),
        module=context.module,
        version=section.version or "0.1.0",
        licence=section.licence or licence,
        description=section.description or f"Python client for the {title}.",
        base_url_variable=section.base_url_variable
        or f"{context.plain_module.upper()}_BASE_URL",
    )
