"""The description and the configuration become an `Api`.

`build` is the only way in. Everything that is not emitted rightly is among the problems
that it returns.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from functools import partial

from ..config import Config, FilterSection
from ..document import Document
from ..errors import Problems
from ..ir import Api
from ..names import Memory
from .about import about_of, package_of
from .context import Context
from .filtering import Selection, selected, unwanted
from .findings.configured import (
    doubled,
    miscounted,
    misnamed,
    nothing_included,
    repeated,
    reserved,
)
from .findings.ledger import Ledger, ledger_of
from .findings.unmet import Unmet
from .findings.unplaced import Unplaced
from .findings.unshown import tell_unshown
from .findings.unused import unused_features
from .operations.endpoints import Endpoint, endpoints_of
from .operations.event_data import note_event_data
from .operations.security import (
    general_security,
    note_addressed_schemes,
    requirements_of,
    schemes_of,
)
from .operations.servers import servers_of
from .operations.untyped import untyped_bodies
from .operations.webhooks import hooks_of, webhooks_of
from .resources.grouping import Builder, group
from .resources.methods import Methods
from .sequels.waiting import Waiting
from .texts import elsewhere, text
from .types.conversion import SchemaConverter
from .types.narrowing import Narrowing

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
    every = endpoints_of(context)
    _take_ids(every, context)
    holders = (document.root, *(endpoint.node for endpoint in every))
    note_addressed_schemes(holders, context)
    hooks = hooks_of(context)
    context.problems.update(misnamed(every, hooks, context))
    for faults in (reserved, repeated, miscounted):
        context.problems.update(faults(context.config))
    wanted = selected(every, hooks, context.config)
    is_empty = every and not wanted.chosen and not wanted.hooks
    if is_empty and context.config.include != FilterSection():
        context.add(nothing_included(context.config))
    api = _api(wanted, context)
    api = Waiting(api, context).api()
    _tell(api, context)
    count = partial(
        ledger_of,
        document.root,
        {endpoint.raw for endpoint in wanted.chosen},
        context.converted,
        context.fields,
        context.passed_over,
        all_=wanted.all,
    )
    left_out = unwanted(document.root, every, hooks, wanted)
    return Built(api, context.problems, context.memory, count, left_out)


def _take_ids(endpoints: Sequence[Endpoint], context: Context) -> None:
    """Lets the configuration speak of operations by method and path as well."""
    ids = {each.route: each.id for each in endpoints}
    context.problems.update(doubled(context.config, ids))
    context.config = context.config.with_ids(ids)


def _api(wanted: Selection, context: Context) -> Api:
    converter, root = SchemaConverter(context), context.document.root
    note_event_data(wanted.chosen, context)
    if wanted.all:
        for node in context.components.values():
            converter.add_named(node)
    builder = Builder(context, Methods(wanted.chosen, converter).of)
    resources = tuple(builder.resource(part) for part in group(wanted.chosen, context))
    webhooks = webhooks_of(wanted.hooks, converter)
    narrowing = Narrowing(converter.drain(), context)
    api = Api(
        title=text(root, "info", "title") or "API",
        version=text(root, "info", "version"),
        doc=text(root, "info", "description"),
        package=package_of(context),
        servers=servers_of(root) or (),
        schemes=(),
        security=requirements_of(root, context) or (),
        resources=tuple(map(narrowing.resource, resources)),
        schemas=narrowing.schemas(),
        webhooks=webhooks,
        link_base=context.config.docs.link_base,
        site_url=context.config.docs.site_url,
        repository=context.config.docs.repository,
        summary=text(root, "info", "summary"),
        about=about_of(root),
        elsewhere=elsewhere(root),
    )
    # What tokens have to be good for is what operations require.
    api = replace(api, schemes=schemes_of(api, context))
    return replace(api, security=general_security(api, context))


def _tell(api: Api, context: Context) -> None:
    """The problems that show only when all is built."""
    context.problems.update(Unmet(api, context.config).problems())
    tell_unshown(api, context)
    unplaced = Unplaced(api, context)
    context.problems.update(
        unused_features(context.document.root, context.tally, context.held, unplaced)
    )
    context.problems.update(untyped_bodies(context))
    context.problems.update(context.warned_once())
