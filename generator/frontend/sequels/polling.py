"""Polling: operations that start something which another operation reports on."""

from __future__ import annotations

from ...config import PollingSection
from ...ir import Operation, Poller, Polling
from ...names import Scope
from ...paths import placeholders
from ..context import Context
from ..operations.endpoints import Endpoint
from ..operations.streaming import steps


def polling_of(section: PollingSection, reader: Endpoint) -> Polling:
    """The polling that a section of the configuration declares."""
    return Polling(
        operation=section.read,
        field=steps(section.field),
        terminal=section.terminal,
        arguments=tuple(
            (wire, steps(section.arguments.get(wire, wire)))
            for wire in placeholders(reader.path)
        ),
        interval=section.interval,
        deadline=section.deadline,
        hint_header=section.hint_header,
    )


def started_by(operation: Operation, context: Context) -> PollingSection | None:
    """The polling that follows an operation; `None` where none does."""
    sections = context.config.polling.values()
    return next(
        (section for section in sections if operation.id in section.starts), None
    )


def pollers_of(
    endpoints: list[Endpoint], scope: Scope, context: Context
) -> tuple[Poller, ...]:
    """The `poll_...` methods beside the operations that they read."""
    by_id = {endpoint.id: endpoint for endpoint in endpoints}
    found = []
    for name, section in context.config.polling.items():
        if section.read in by_id:
            claimed = scope.claim(f"poll:{name}", f"poll_{name}")
            found.append(Poller(claimed, polling_of(section, by_id[section.read])))
    return tuple(found)
