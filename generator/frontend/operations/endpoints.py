"""The paths of a description, one `Endpoint` for each method of each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ...document import (
    BrokenReference,
    Node,
    RawOperation,
    path_items,
    raw_operations,
)
from ...document.grammar import METHODS
from ...paths import without_query
from ..context import Context
from ..texts import text


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One method of one path, still raw.

    `id` is the operationId; `METHOD /path` where there is none or it names another as well.
    """

    id: str
    path: str
    method: str
    items: tuple[Node, ...]
    """The path items that hold for it, the nearest first."""
    node: Node
    raw: tuple[str, str]
    """Where the operation, or the reference to it, stands."""
    short: str
    """`id` without the route that FastAPI or Litestar adds to it."""
    stem: str
    """The same, as long as no other operation has it as well."""

    @property
    def tags(self) -> list[str]:
        value = (
            self.node.value.get("tags") if isinstance(self.node.value, dict) else None
        )
        return (
            [tag for tag in value if isinstance(tag, str)]
            if isinstance(value, list)
            else []
        )

    @property
    def route(self) -> str:
        """What names it whether or not it has an operationId: `GET /books`."""
        return _route(self.method, self.path)

    @property
    def sent_method(self) -> str:
        """The method as it is sent."""
        return _sent(self.method)

    @property
    def is_named(self) -> bool:
        """Whether `id` is an operationId."""
        return self.id != self.route


@dataclass(frozen=True, slots=True)
class Hook:
    """One method of one webhook, still raw: its endpoint has no path."""

    wire: str
    identity: str
    endpoint: Endpoint


def endpoints_of(context: Context) -> list[Endpoint]:
    """Every operation of the description, in its order."""
    found: list[Endpoint] = []
    every = list(_raw(context))
    seen = {_route(raw.method, path) for path, raw, _ in every}
    for path, raw, node in every:
        id_ = text(node, "operationId")
        if not id_ or id_ in seen:
            id_ = _route(raw.method, path)
        seen.add(id_)
        found.append(
            Endpoint(id_, path, raw.method, raw.items, node, raw.node.key, id_, id_)
        )
    return _shortened(found)


def _shortened(endpoints: list[Endpoint]) -> list[Endpoint]:
    """Endpoints whose ids are known without their routes."""
    leads = _are_led(endpoints)
    shorts = [_without_route(each, leads) for each in endpoints]
    counts = Counter(shorts)
    if len(counts) == 1 < len(endpoints):
        # What all have in common names none of them.
        return endpoints
    return [
        replace(each, short=short, stem=short if counts[short] == 1 else each.id)
        for each, short in zip(endpoints, shorts, strict=True)
    ]


def _sent(method: str) -> str:
    # One of no name of its own in OpenAPI is sent as it is spelled.
    return method.upper() if method in METHODS else method


def _route(method: str, path: str) -> str:
    return f"{_sent(method)} {path}"


def _without_route(endpoint: Endpoint, leads: bool) -> str:
    path = without_query(endpoint.path)
    if leads:
        return endpoint.id.removeprefix(_titled(path))
    route = re.sub(r"\W", "_", path)
    return endpoint.id.removesuffix(f"{route}_{endpoint.method}") or endpoint.id


def _are_led(endpoints: list[Endpoint]) -> bool:
    """Whether all ids begin with their routes, those with parameters as well.

    Where only a few do, the beginning may be what a person called them.
    """
    return any("{" in each.path for each in endpoints) and all(
        each.id != (route := _titled(without_query(each.path)))
        and each.id.startswith(route)
        for each in endpoints
    )


def _titled(path: str) -> str:
    """A route as Litestar has it in an id.

    >>> _titled("/items/{item_id}/by-day/{day}")
    'ItemsItemIdByDay'
    """
    found = ""
    for step in path.split("/"):
        word = step.strip("{}").title()
        found += "" if word in found else word
    return re.sub(r"[\W_]", "", found)


def _raw(context: Context) -> Iterator[tuple[str, RawOperation, Node]]:
    for path, item in path_items(context.document.root):
        try:
            for raw in raw_operations(item):
                if (operation := context.follow(raw.node)) is not None:
                    yield path, raw, operation
        except BrokenReference as error:
            context.add(error.problem)
