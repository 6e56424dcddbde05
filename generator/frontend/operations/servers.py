"""Server objects."""

from __future__ import annotations

from ...document import Node
from ...ir import Server, ServerVariable
from ..texts import text


def servers_of(holder: Node) -> tuple[Server, ...] | None:
    """The servers that a place names; `None` where it names none."""
    found = []
    for node in holder.elements("servers"):
        url = text(node, "url")
        if url:
            variables = tuple(
                _variable(name, entry) for name, entry in node.items("variables")
            )
            found.append(
                Server(url, variables, text(node, "name"), text(node, "description"))
            )
    return tuple(found) or None


def _variable(name: str, node: Node) -> ServerVariable:
    value = node.value if isinstance(node.value, dict) else {}
    default, values = value.get("default"), value.get("enum")
    known = [str(v) for v in values] if isinstance(values, list) else []
    if known and default is not None:
        known.append(str(default))
    return ServerVariable(
        name,
        str(default) if default is not None else None,
        tuple(dict.fromkeys(known)),
        text(node, "description"),
    )
