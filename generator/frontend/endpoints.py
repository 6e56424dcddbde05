"""The paths of a description, one `Endpoint` for each method of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..document import Node
from .context import Context
from .texts import text

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One method of one path, still raw.

    `id` is the operationId; `METHOD /path` where there is none or another has the same.
    """

    id: str
    path: str
    method: str
    item: Node
    node: Node
    raw: tuple[str, str]
    """Where the operation, or the reference to it, stands."""

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
    def is_named(self) -> bool:
        """Whether `id` is an operationId."""
        return self.id != f"{self.method.upper()} {self.path}"


def endpoints_of(context: Context) -> list[Endpoint]:
    """Every operation of the description, in its order."""
    found: list[Endpoint] = []
    seen: set[str] = set()
    for path, method, item, entry, node in _raw(context):
        id_ = text(node, "operationId")
        if not id_ or id_ in seen:
            id_ = f"{method.upper()} {path}"
        seen.add(id_)
        found.append(Endpoint(id_, path, method, item, node, entry.key))
    return found


def _raw(context: Context) -> Iterator[tuple[str, str, Node, Node, Node]]:
    paths = context.document.root.get("paths")
    for path, raw in paths.items() if paths else ():
        item = None if path.startswith("x-") else context.follow(raw)
        if item is None:
            continue
        extra = item.get("additionalOperations")
        methods = [(key, node) for key, node in item.items() if key in METHODS]
        methods += list(extra.items()) if extra else []
        for method, node in methods:
            if (operation := context.follow(node)) is not None:
                yield path, method, item, node, operation
